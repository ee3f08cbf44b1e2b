package kz.jolkarta.reporting;

import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.pages.Menu;
import org.osgi.service.component.annotations.Component;

/** The places that reporting brings. */
@Component
public final class ReportingMenu implements Menu {
    @Override
    public List<Entry> entries() {
        return List.of(
                Entry.of(Group.REPORTING, 10, "page.menu.reports", "/reports", "report-analytics", Right.REPORTS_READ),
                Entry.of(Group.REPORTING, 20, "page.menu.nation", "/nation", "chart-bar", Right.REPORTS_READ),
                Entry.of(
                        Group.REPORTING,
                        30,
                        "page.menu.report-calendar",
                        ReportCalendarPages.CALENDAR,
                        "calendar",
                        Right.REPORTS_READ),
                Entry.of(Group.REPORTING, 35, "page.menu.targets", TargetPages.TARGETS, "target", Right.REPORTS_READ),
                Entry.of(
                        Group.REPORTING, 40, "page.menu.archive", ArchivePages.ARCHIVE, "archive", Right.REPORTS_READ));
    }
}
