package kz.jolkarta.reporting;

import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.PagePart;
import kz.jolkarta.core.pages.Wording;
import kz.jolkarta.core.pages.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** When the next reports are due, on the page of settings. */
@Component(service = PagePart.class)
public final class CalendarPart implements PagePart {
    private final ReportCalendar calendar;
    private final Wording wording;

    @Activate
    public CalendarPart(@Reference ReportCalendar calendar, @Reference Wording wording) {
        this.calendar = calendar;
        this.wording = wording;
    }

    @Override
    public Place place() {
        return Place.SETTINGS;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public List<Block> blocks(Caller caller, String subject) {
        if (!caller.user().has(Right.REPORTS_READ)) {
            return List.of();
        }
        Words words = wording.of(caller);
        Deadlines next = calendar.current();
        List<Block.Fact> facts = List.of(
                Block.Fact.of(words.text("report.reporter.region"), words.date(next.regions())),
                Block.Fact.of(
                        words.text("page.calendar.lock"),
                        next.region().lock().map(words::date).orElseGet(() -> words.text("page.calendar.never"))),
                Block.Fact.of(words.text("report.reporter.nation"), words.date(next.ministry())));
        return List.of(
                Block.Card.of(words.text("page.calendar.of", String.valueOf(next.year())), new Block.Facts(facts))
                        .actions(Action.link(words.text("page.calendar.see"), ReportCalendarPages.CALENDAR)));
    }
}
