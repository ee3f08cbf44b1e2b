package kz.jolkarta.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.PagePart;
import kz.jolkarta.core.pages.Wording;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.Territories;
import kz.jolkarta.core.registry.Territories.Territory;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The clock of the reporting year on the home page, with the reader's next step. */
@Component
public final class ClockPart implements PagePart {
    private static final String TO_REPORT = "page.clock.to-report";

    private final Submissions submissions;
    private final ReportCalendar calendar;
    private final Territories territories;
    private final Wording wording;
    private final OfficeClock clock;

    @Activate
    public ClockPart(
            @Reference Submissions submissions,
            @Reference ReportCalendar calendar,
            @Reference Territories territories,
            @Reference Wording wording,
            @Reference OfficeClock clock) {
        this.submissions = submissions;
        this.calendar = calendar;
        this.territories = territories;
        this.wording = wording;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.HOME;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Block> blocks(Caller caller, String subject) {
        User user = caller.user();
        if (!user.has(Right.REPORTS_READ)) {
            return List.of();
        }
        Words words = wording.of(caller);
        LocalDate today = clock.today();
        Deadlines deadlines = calendar.current();
        List<Territory> regions = territories.regions(today).stream()
                .filter(r -> user.scope(Right.REPORTS_READ).covers(r.code()))
                .toList();
        long in = submissions.last(user, deadlines).values().stream()
                .filter(s -> !s.returned())
                .count();
        boolean done = !regions.isEmpty() && in >= regions.size();
        Step step = step(user, deadlines, regions, in);
        boolean many = regions.size() > 1;
        return List.of(new Block.Clock(
                words.text("page.clock.title", String.valueOf(deadlines.year())),
                List.of(
                        Shown.term(words, "page.nation.regions-term", deadlines.regions(), today, done, "/reports"),
                        Shown.term(words, "page.nation.ministry-term", deadlines.ministry(), today, false, "/reports")),
                words.text(step.sentence(), words.number(in), words.number(regions.size())),
                many ? in : 0,
                many ? regions.size() : 0,
                Optional.of(Action.go(words.text(step.verb()), step.href()))));
    }

    /** What the reader does next: keys of the sentence and of the button. */
    private record Step(String sentence, String verb, String href) {}

    private Step step(User user, Deadlines deadlines, List<Territory> regions, long in) {
        if (user.scope(Right.REPORTS_READ).isCountry()) {
            return new Step("page.clock.nation", "page.clock.to-nation", "/nation");
        }
        if (regions.isEmpty()) {
            return new Step("page.clock.district", "page.clock.to-figures", "/measures");
        }
        String code = regions.get(0).code();
        String href = regions.size() == 1 ? ReportPages.href(deadlines.year(), code) : ReportPages.REPORTS;
        Optional<Submission> last =
                Optional.ofNullable(submissions.last(user, deadlines).get(code));
        if (regions.size() == 1 && last.filter(Submission::returned).isPresent()) {
            return new Step("page.clock.returned", TO_REPORT, href);
        }
        if (in >= regions.size()) {
            return new Step("page.clock.done", TO_REPORT, href);
        }
        String next = reaches(user.scope(Right.AWARDS_APPROVE), code)
                ? "page.clock.submit"
                : reaches(user.scope(Right.RECORDS_WRITE), code) ? "page.clock.write" : "page.clock.look";
        return new Step(next, TO_REPORT, href);
    }

    private static boolean reaches(Scope scope, String region) {
        return scope.covers(region);
    }
}
