package kz.jolkarta.core.internal.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.pages.Menu;
import kz.jolkarta.core.roadmap.Clause;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The places that the core brings, and the measures that run here. */
@Component
public final class CoreMenu implements Menu {
    private final Measures measures;

    @Activate
    public CoreMenu(@Reference Measures measures) {
        this.measures = measures;
    }

    @Override
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>(List.of(
                Entry.of(Group.OVERVIEW, 10, "page.menu.home", "/", "layout-dashboard"),
                Entry.of(Group.MEASURES, 0, "page.menu.measures", "/measures", "layout-grid"),
                Entry.of(Group.ADMINISTRATION, 10, "page.menu.accounts", "/accounts", "users", Right.ACCOUNTS_MANAGE),
                Entry.of(Group.ADMINISTRATION, 20, "page.menu.audit", "/audit", "history", Right.AUDIT_READ),
                Entry.of(Group.ADMINISTRATION, 80, "page.menu.jobs", "/jobs", "clock"),
                Entry.of(Group.ADMINISTRATION, 90, "page.menu.settings", "/settings", "settings"),
                Entry.of(Group.ADMINISTRATION, 95, "page.menu.about", "/about", "info-circle")));
        measures.installed().stream().map(CoreMenu::entry).forEach(entries::add);
        return entries;
    }

    private static Entry entry(Measures.Installed measure) {
        Clause clause = measure.clause();
        return new Entry(
                Group.MEASURES,
                clause.number(),
                Message.of("page.measures.name", clause.number(), clause.name()),
                "/measures/" + clause.code(),
                "",
                Set.of());
    }
}
