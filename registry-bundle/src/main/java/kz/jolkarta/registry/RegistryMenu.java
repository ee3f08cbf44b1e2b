package kz.jolkarta.registry;

import static kz.jolkarta.core.access.Right.*;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Remembered;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.pages.Menu;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.children.ChildQuery;
import kz.jolkarta.registry.children.Children;
import kz.jolkarta.registry.entitlement.Alarms;
import kz.jolkarta.registry.tasks.Tasks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The places that the registry brings. */
@Component
public final class RegistryMenu implements Menu {
    private static final int KNOWN = 200;
    private static final Duration REST = Duration.ofSeconds(30);

    private final Children children;
    private final Tasks tasks;
    private final Alarms alarms;
    private final OfficeClock clock;
    private final Remembered<Sighted, Map<String, Count>> counts;

    /** Readers who see the same. */
    private record Sighted(Scope figures, Scope children, LocalDate day) {}

    @Activate
    public RegistryMenu(
            @Reference Database database,
            @Reference Children children,
            @Reference Tasks tasks,
            @Reference Alarms alarms,
            @Reference OfficeClock clock) {
        this.children = children;
        this.tasks = tasks;
        this.alarms = alarms;
        this.clock = clock;
        this.counts = new Remembered<>(database, KNOWN);
    }

    @Override
    public List<Entry> entries() {
        return List.of(
                entry(Group.OVERVIEW, 30, "tasks", "clipboard-list", CHILDREN_READ),
                entry(Group.OVERVIEW, 40, "alarms", "bell-ringing", REPORTS_READ),
                entry(Group.CHILDREN, 10, "children", "users", CHILDREN_READ),
                entry(Group.CHILDREN, 20, "road-maps", "route", CHILDREN_READ),
                entry(Group.CHILDREN, 30, "imports", "file-import", CHILDREN_IMPORT),
                entry(Group.CHILDREN, 35, "duplicates", "copy", CHILDREN_READ),
                entry(Group.CHILDREN, 40, "entitlements", "target", REPORTS_READ),
                entry(Group.CHILDREN, 45, "norms", "trophy", CHILDREN_READ),
                entry(Group.CHILDREN, 50, "categories-ending", "clock-hour-4", CHILDREN_READ),
                entry(Group.CHILDREN, 60, "consents-ending", "file-alert", CHILDREN_READ),
                entry(Group.CHILDREN, 65, "clashes", "arrows-left-right", RECORDS_READ),
                entry(Group.CHILDREN, 68, "transfers", "send", CHILDREN_READ),
                entry(Group.CHILDREN, 70, "moved-away", "user-off", CHILDREN_READ),
                entry(Group.CHILDREN, 75, "archived", "database", CHILDREN_READ),
                Entry.of(
                        Group.CHILDREN,
                        76,
                        "page.menu.destructions",
                        "/destructions",
                        "trash",
                        CHILDREN_WRITE,
                        AWARDS_APPROVE),
                entry(Group.CHILDREN, 80, "caseload", "user-check", CHILDREN_READ),
                entry(Group.MEASURES, 40, "money", "coin", RECORDS_READ),
                entry(Group.MEASURES, 50, "indices", "math", RECORDS_READ),
                entry(Group.MEASURES, 60, "certificates", "certificate", RECORDS_READ),
                entry(Group.ADMINISTRATION, 30, "organisations", "building-community", ORGANISATIONS_READ),
                entry(Group.ADMINISTRATION, 40, "staff", "users-group", ORGANISATIONS_READ),
                entry(Group.ADMINISTRATION, 50, "territories", "map-pin", TERRITORIES_WRITE),
                entry(Group.ADMINISTRATION, 60, "road-map-forms", "checklist", RECORDS_READ),
                entry(Group.ADMINISTRATION, 61, "consent-templates", "file-text", PROGRAMME_WRITE),
                entry(Group.ADMINISTRATION, 85, "office-days", "calendar", RECORDS_READ));
    }

    @Override
    public Map<String, Count> counts(Caller caller) {
        User user = caller.user();
        Sighted key = new Sighted(user.scope(REPORTS_READ), user.scope(CHILDREN_READ), clock.today());
        return counts.known(key, clock.now(), REST, () -> counted(caller)).orElse(Map.of());
    }

    private Map<String, Count> counted(Caller caller) {
        User user = caller.user();
        Map<String, Count> counted = new HashMap<>();
        if (user.has(CHILDREN_READ)) {
            long active = children.count(user, ChildQuery.of(Map.of("state", "active")));
            counted.put("/children", new Count(active, false));
            counted.put("/tasks", new Count(tasks.dueSoon(user), true));
        }
        if (user.has(REPORTS_READ)) {
            counted.put("/alarms", new Count(alarms.kinds(caller), true));
        }
        return counted;
    }

    /** @param name of the place's path, and of its text */
    private static Entry entry(Group group, int order, String name, String icon, Right needs) {
        return Entry.of(group, order, "page.menu." + name, "/" + name, icon, needs);
    }
}
