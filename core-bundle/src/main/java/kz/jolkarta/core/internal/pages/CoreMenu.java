package kz.jolkarta.core.internal.pages;

import java.util.List;
import kz.jolkarta.core.pages.Menu;
import org.osgi.service.component.annotations.Component;

/** The places that the core brings. */
@Component
public final class CoreMenu implements Menu {
    @Override
    public List<Entry> entries() {
        return List.of(Entry.of(Group.OVERVIEW, 10, "page.menu.home", "/", "layout-dashboard"));
    }
}
