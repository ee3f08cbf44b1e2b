package kz.jolkarta.registry;

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
                Entry.of(Group.MEASURES, 40, "page.menu.money", "/money", "coin", Right.RECORDS_READ),
                Entry.of(Group.MEASURES, 50, "page.menu.indices", "/indices", "math", Right.RECORDS_READ),
                Entry.of(
                        Group.ADMINISTRATION,
                        30,
                        "page.menu.organisations",
                        "/organisations",
                        "building-community",
                        Right.ORGANISATIONS_READ),
                Entry.of(
                        Group.ADMINISTRATION, 40, "page.menu.staff", "/staff", "users-group", Right.ORGANISATIONS_READ),
                Entry.of(
                        Group.ADMINISTRATION,
                        50,
                        "page.menu.territories",
                        "/territories",
                        "target",
                        Right.TERRITORIES_WRITE),
                Entry.of(Group.OVERVIEW, 30, "page.menu.tasks", "/tasks", "clipboard-list", Right.CHILDREN_READ),
                Entry.of(
                        Group.ADMINISTRATION,
                        85,
                        "page.menu.office-days",
                        "/office-days",
                        "calendar",
                        Right.RECORDS_READ),
                Entry.of(Group.OVERVIEW, 40, "page.menu.alarms", "/alarms", "bell-ringing", Right.REPORTS_READ),
                Entry.of(Group.CHILDREN, 20, "page.menu.road-maps", "/road-maps", "route", Right.CHILDREN_READ),
                Entry.of(Group.CHILDREN, 80, "page.menu.caseload", "/caseload", "user-check", Right.CHILDREN_READ),
                Entry.of(
                        Group.ADMINISTRATION,
                        60,
                        "page.menu.road-map-forms",
                        "/road-map-forms",
                        "checklist",
                        Right.RECORDS_READ),
                Entry.of(
                        Group.ADMINISTRATION,
                        61,
                        "page.menu.consent-templates",
                        "/consent-templates",
                        "file-text",
                        Right.PROGRAMME_WRITE),
                Entry.of(Group.CHILDREN, 40, "page.menu.entitlements", "/entitlements", "target", Right.REPORTS_READ),
                Entry.of(Group.CHILDREN, 70, "page.menu.clashes", "/clashes", "arrows-left-right", Right.RECORDS_READ),
                Entry.of(
                        Group.MEASURES,
                        60,
                        "page.menu.certificates",
                        "/certificates",
                        "certificate",
                        Right.RECORDS_READ),
                Entry.of(Group.CHILDREN, 10, "page.menu.children", "/children", "users", Right.CHILDREN_READ),
                Entry.of(Group.CHILDREN, 30, "page.menu.imports", "/imports", "file-import", Right.CHILDREN_IMPORT),
                Entry.of(
                        Group.CHILDREN,
                        50,
                        "page.menu.categories-ending",
                        "/categories-ending",
                        "clock-hour-4",
                        Right.CHILDREN_READ),
                Entry.of(
                        Group.CHILDREN,
                        60,
                        "page.menu.consents-ending",
                        "/consents-ending",
                        "file-alert",
                        Right.CHILDREN_READ),
                Entry.of(Group.CHILDREN, 70, "page.menu.moved-away", "/moved-away", "user-off", Right.CHILDREN_READ),
                Entry.of(Group.CHILDREN, 35, "page.menu.duplicates", "/duplicates", "copy", Right.CHILDREN_READ),
                Entry.of(Group.CHILDREN, 80, "page.menu.archived", "/archived", "database", Right.CHILDREN_READ));
    }
}
