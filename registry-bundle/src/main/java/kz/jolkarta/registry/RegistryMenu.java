package kz.jolkarta.registry;

import static kz.jolkarta.core.access.Right.*;

import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.pages.Menu;
import org.osgi.service.component.annotations.Component;

/** The places that the registry brings. */
@Component
public final class RegistryMenu implements Menu {
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

    /** @param name of the place's path, and of its text */
    private static Entry entry(Group group, int order, String name, String icon, Right needs) {
        return Entry.of(group, order, "page.menu." + name, "/" + name, icon, needs);
    }
}
