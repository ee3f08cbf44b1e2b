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
import kz.jolkarta.core.pages.Tone;
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
    private final Submissions submissions;
    private final Territories territories;
    private final Wording wording;
    private final OfficeClock clock;

    @Activate
    public ClockPart(
            @Reference Submissions submissions,
            @Reference Territories territories,
            @Reference Wording wording,
            @Reference OfficeClock clock) {
        this.submissions = submissions;
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
        Deadlines deadlines = Deadlines.current(today);
        List<Territory> regions = territories.regions(today).stream()
                .filter(r -> user.scope(Right.REPORTS_READ).covers(r.code()))
                .toList();
        long in = submissions.last(user, deadlines.year()).values().stream()
                .filter(s -> !s.returned())
                .count();
        boolean done = !regions.isEmpty() && in >= regions.size();
        Block tiles = new Block.Tiles(List.of(
                tile(words, "page.nation.regions-term", deadlines.regions(), today, done),
                tile(words, "page.nation.ministry-term", deadlines.ministry(), today, false)));
        return List.of(Block.Card.of(
                words.text("page.clock.title", String.valueOf(deadlines.year())),
                tiles,
                step(words, user, deadlines, regions, in)));
    }

    private static Block.Tile tile(Words words, String label, LocalDate day, LocalDate today, boolean done) {
        long days = Deadlines.days(today, day);
        Tone tone = done ? Tone.OK : days <= Deadlines.URGENT ? Tone.LATE : Tone.PLAIN;
        return new Block.Tile(
                words.text(label), Shown.left(words, days), words.date(day), "/reports", tone, "clock-hour-4");
    }

    private Block step(Words words, User user, Deadlines deadlines, List<Territory> regions, long in) {
        if (user.scope(Right.REPORTS_READ).isCountry()) {
            return notice(
                    Tone.RUN,
                    words.text("page.clock.nation", words.number(in), words.number(regions.size())),
                    words.text("page.clock.to-nation"),
                    "/nation");
        }
        if (regions.isEmpty()) {
            return notice(
                    Tone.NONE, words.text("page.clock.district"), words.text("page.clock.to-figures"), "/measures");
        }
        String code = regions.get(0).code();
        String href = regions.size() == 1 ? ReportPages.href(deadlines.year(), code) : ReportPages.REPORTS;
        Optional<Submission> last =
                Optional.ofNullable(submissions.last(user, deadlines.year()).get(code));
        if (regions.size() == 1 && last.filter(Submission::returned).isPresent()) {
            return notice(Tone.LATE, words.text("page.clock.returned"), words.text("page.clock.to-report"), href);
        }
        if (in >= regions.size()) {
            return notice(Tone.OK, words.text("page.clock.done"), words.text("page.clock.to-report"), href);
        }
        String next = reaches(user.scope(Right.AWARDS_APPROVE), code)
                ? "page.clock.submit"
                : reaches(user.scope(Right.RECORDS_WRITE), code) ? "page.clock.write" : "page.clock.look";
        return notice(Tone.RUN, words.text(next), words.text("page.clock.to-report"), href);
    }

    private static boolean reaches(Scope scope, String region) {
        return scope.covers(region);
    }

    private static Block notice(Tone tone, String text, String verb, String href) {
        return Block.Notice.of(tone, text, Action.go(verb, href));
    }
}
