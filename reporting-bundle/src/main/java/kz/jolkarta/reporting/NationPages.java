package kz.jolkarta.reporting;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.db.Remembered;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.PagePart;
import kz.jolkarta.core.pages.PageParts;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The country at a glance on a page: regions by measures, who is late, what needs attention. */
@Path("nation")
@Component(service = Pages.class)
public final class NationPages implements Pages {
    static final String NATION = "/nation";

    private static final int FEW_ROWS = 5;
    private static final int LISTED = 8;

    private final KnownReports reports;
    private final CountryYears years;
    private final Submissions submissions;
    private final ReportCalendar calendar;
    private final Targets targets;
    private final PageParts parts;
    private final OfficeClock clock;

    @Activate
    public NationPages(
            @Reference KnownReports reports,
            @Reference CountryYears years,
            @Reference Submissions submissions,
            @Reference ReportCalendar calendar,
            @Reference Targets targets,
            @Reference PageParts parts,
            @Reference OfficeClock clock) {
        this.reports = reports;
        this.years = years;
        this.submissions = submissions;
        this.calendar = calendar;
        this.targets = targets;
        this.parts = parts;
        this.clock = clock;
    }

    /** Who does not see the country is led to the own reports. */
    @GET
    @Needs(Right.REPORTS_READ)
    public Response open(@Context Caller caller, @Context Words words, @Context UriInfo asked) {
        if (!caller.user().scope(Right.REPORTS_READ).isCountry()) {
            return Answer.to(ReportPages.REPORTS);
        }
        Address address = Address.of(asked);
        LocalDate today = clock.today();
        String year = address.value("year").isEmpty()
                ? String.valueOf(calendar.current().year())
                : address.value("year");
        Remembered.Dated<CountryReport> counted = reports.country(caller.user(), caller.language(), year);
        CountryReport report = counted.answer();
        Deadlines deadlines = calendar.of(report.year());
        Map<String, Submission> last = submissions.last(caller.user(), deadlines);
        CountryBlocks blocks = new CountryBlocks(words, report);
        String map = address.value("map").isEmpty() ? CountryBlocks.MAPS.get(0) : address.value("map");
        List<Block> board = new ArrayList<>(List.of(
                clock(words, report, deadlines, last, today),
                new NationTiles(
                                words,
                                report,
                                years.before(caller.user(), report.year(), NationTiles.summed(report)),
                                targets.of(report.year(), ""))
                        .row(last),
                Block.Card.of(words.text("page.nation.matrix"), blocks.matrix()),
                Block.Card.of(words.text("page.nation.map"), blocks.map(map, address))
                        .wide(5),
                Block.Card.of(words.text("page.nation.attention"), attention(words, report, deadlines, last))
                        .wide(7)));
        board.add(new PaperCard(words).nation(report.year(), List.of()));
        board.addAll(parts.blocks(PagePart.Place.NATION, caller, String.valueOf(report.year())));
        View view = View.of(words.text("page.nation.title"), board)
                .lead(words.text(
                        "page.nation.lead",
                        String.valueOf(report.year()),
                        words.date(report.asOf()),
                        words.time(counted.at())))
                .actions(years(words, report.year(), today))
                .actions(
                        Action.print(words.text("page.report.print")),
                        Action.go(
                                words.text("page.rollup.title", String.valueOf(report.year())),
                                NationReportPages.href(report.year())),
                        Action.primary(
                                words.text("page.nation.reports"), ReportPages.REPORTS + "?year=" + report.year()));
        return Response.ok(view).build();
    }

    private static List<Action> years(Words words, int shown, LocalDate today) {
        int running = today.getYear();
        return IntStream.of(running, running - 1)
                .filter(y -> y != shown)
                .mapToObj(y -> Action.go(String.valueOf(y), NATION + "?year=" + y))
                .toList();
    }

    static long in(Map<String, Submission> last) {
        return last.values().stream().filter(s -> !s.returned()).count();
    }

    private static Block clock(
            Words words, CountryReport report, Deadlines deadlines, Map<String, Submission> last, LocalDate today) {
        long in = in(last);
        int all = report.regions().size();
        return new Block.Clock(
                words.text("page.clock.title", String.valueOf(report.year())),
                List.of(
                        Shown.term(words, "page.nation.regions-term", deadlines.regions(), today, in == all, ""),
                        Shown.term(words, "page.nation.ministry-term", deadlines.ministry(), today, false, "")),
                words.text("page.clock.nation", words.number(in), words.number(all)),
                in,
                all,
                Optional.empty());
    }

    /** The worst first: overdue reports, reports given back, reports hardly begun, measures that many regions do not report. */
    private Block attention(Words words, CountryReport report, Deadlines deadlines, Map<String, Submission> last) {
        List<Block.Row> rows = new ArrayList<>();
        Instant now = clock.now();
        List<String> begun = new ArrayList<>();
        for (int i = 0; i < report.regions().size(); i++) {
            CountryReport.Region region = report.regions().get(i);
            Optional<Submission> made = Optional.ofNullable(last.get(region.code()));
            String href = ReportPages.href(report.year(), region.code());
            String ready = words.text(
                    "page.report.ready",
                    words.number(report.ready(i)),
                    words.number(report.measures().size()));
            if (made.isEmpty() && Timeliness.of(made, deadlines.region(), now) == Timeliness.MISSING) {
                Action open =
                        Action.link(words.text("page.opening.title"), OpeningPages.href(report.year(), region.code()));
                rows.add(new Block.Row(
                        "file-alert",
                        Tone.LATE,
                        words.text("page.nation.missing", region.name()),
                        ready,
                        href,
                        List.of(),
                        deadlines.region().locked(now) ? List.of(open) : List.of()));
            } else if (made.filter(Submission::returned).isPresent()) {
                rows.add(row(words, Tone.RUN, "page.nation.returned", region, ready, href));
            } else if (made.isEmpty() && report.ready(i) < FEW_ROWS) {
                begun.add(region.name());
            }
        }
        if (!begun.isEmpty()) {
            rows.add(Block.Row.of(
                    "report-analytics",
                    Tone.RUN,
                    words.count("page.nation.begun.", begun.size()),
                    String.join(" · ", words.sorted(begun, r -> r)),
                    ReportPages.REPORTS + "?year=" + report.year()));
        }
        rows.sort(Comparator.comparing((Block.Row r) -> r.tone() == Tone.LATE ? 0 : 1));
        report.measures().stream()
                .filter(m -> silent(m) > 0)
                .sorted(Comparator.comparing(NationPages::silent).reversed())
                .limit(LISTED)
                .forEach(m -> rows.add(Block.Row.of(
                        "file-alert",
                        Tone.RUN,
                        m.number() + ". " + m.name(),
                        words.text("page.nation.silent", words.number(silent(m))),
                        "/measures/" + m.code() + "/indicators?year=" + report.year())));
        return new Block.Rows(rows, words.text("page.nation.nothing"));
    }

    static long silent(CountryReport.Measure measure) {
        return measure.cells().stream()
                .filter(c -> c.state() == Cell.State.NOT_REPORTED)
                .count();
    }

    private static Block.Row row(
            Words words, Tone tone, String key, CountryReport.Region region, String ready, String href) {
        return Block.Row.of("file-alert", tone, words.text(key, region.name()), ready, href);
    }
}
