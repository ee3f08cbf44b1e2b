package kz.jolkarta.reporting;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.Territories;
import kz.jolkarta.core.registry.Territories.Territory;
import kz.jolkarta.core.roadmap.Resolution997;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Yearly reports on pages: choosing one, filling it, handing it in, giving it back. */
@Path("reports")
@Component(service = Pages.class)
public final class ReportPages implements Pages {
    static final String REPORTS = "/reports";

    private final Submissions submissions;
    private final ReportCalendar calendar;
    private final ReportBooks books;
    private final ReportTexts texts;
    private final Archive archive;
    private final Territories territories;
    private final OfficeClock clock;

    @Activate
    public ReportPages(
            @Reference Submissions submissions,
            @Reference ReportCalendar calendar,
            @Reference ReportBooks books,
            @Reference ReportTexts texts,
            @Reference Archive archive,
            @Reference Territories territories,
            @Reference OfficeClock clock) {
        this.submissions = submissions;
        this.calendar = calendar;
        this.books = books;
        this.texts = texts;
        this.archive = archive;
        this.territories = territories;
        this.clock = clock;
    }

    static String href(RegionReport report) {
        return href(report.year(), report.region().code());
    }

    /** The registry's page of what the region does not carry out. */
    static String absences(String region) {
        return "/regions/" + region + "/absences";
    }

    /** The whole report opened, to be read through and printed; each of its rows below it. */
    static String rows(RegionReport report) {
        return href(report) + "/rows";
    }

    /** One of them alone. */
    static String row(RegionReport report, String measure) {
        return rows(report) + "/" + measure;
    }

    static String href(int year, String region) {
        return REPORTS + "/" + year + "/" + region;
    }

    /** The regions with what became of their reports; who has one region only is led to its report. */
    @GET
    @Needs(Right.REPORTS_READ)
    public Response choose(@Context Caller caller, @Context Words words, @QueryParam("year") String asked) {
        int year = year(asked);
        Scope scope = caller.user().scope(Right.REPORTS_READ);
        List<Territory> regions = territories.regions(day(year)).stream()
                .filter(r -> scope.covers(r.code()))
                .toList();
        if (regions.size() == 1) {
            return Answer.to(href(year, regions.get(0).code()));
        }
        Deadlines deadlines = calendar.of(year);
        Map<String, Submission> last = submissions.last(caller.user(), deadlines);
        return Response.ok(new ReportList(words, deadlines, clock.today(), clock.now())
                        .view(regions, last, archive.entered(year)))
                .build();
    }

    private int year(String asked) {
        int running = clock.today().getYear();
        boolean known = asked != null && asked.matches("\\d{4}");
        int year = known ? Integer.parseInt(asked) : calendar.current().year();
        return Math.min(running, Math.max(Resolution997.programme().firstYear(), year));
    }

    private java.time.LocalDate day(int year) {
        return kz.jolkarta.core.registry.Figures.Period.of(year, clock.today()).day();
    }

    @GET
    @Path("{year}/{region}")
    @Needs(Right.REPORTS_READ)
    public View open(
            @Context Caller caller,
            @Context Words words,
            @PathParam("year") String year,
            @PathParam("region") String region) {
        return open(caller, words, year, region, Counting.PATIENCE);
    }

    View open(Caller caller, Words words, String year, String region, Duration patience) {
        if (!books.counted(caller.user(), caller.language(), year, region, patience)) {
            return counting(caller.user(), words, year, region);
        }
        ReportBook book = books.open(caller.user(), caller.language(), year, region);
        return view(caller.user(), words, book, Map.of());
    }

    private View counting(User user, Words words, String asked, String region) {
        List<Submission> revisions = submissions.list(user, asked, region);
        int year = year(asked);
        Deadlines deadlines = calendar.of(year);
        Optional<Submission> last = revisions.stream().findFirst();
        Timeliness timeliness = Timeliness.of(last, deadlines.region(), clock.now());
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(new Block.Fact(
                words.text("page.report.state"), Cell.badges(List.of(Shown.standing(words, last, timeliness)))));
        facts.add(Block.Fact.of(words.text("page.report.due"), words.date(deadlines.regions())));
        last.ifPresent(s -> facts.add(Block.Fact.of(
                words.text("page.report.revision"),
                words.number(s.revision()) + " · " + words.moment(s.submittedAt()))));
        String name = territories.regions(day(year)).stream()
                .filter(r -> r.code().startsWith(region))
                .map(r -> words.text(r.name()))
                .findFirst()
                .orElse("");
        return new Counting(words)
                .view(
                        words.text("page.report.title", asked),
                        href(year, region),
                        List.of(Block.Card.of(words.text("page.report.state"), new Block.Facts(facts))))
                .lead(name)
                .up(words.text("page.report.list"), REPORTS + "?year=" + asked);
    }

    private View view(User user, Words words, ReportBook book, Map<String, Form> refused) {
        RegionReport report = book.report();
        String code = report.region().code();
        SubmissionBlocks handing = new SubmissionBlocks(words, book);
        List<Block> left = new ArrayList<>();
        if (archive.entered(report.year()).contains(code)) {
            left.add(Block.Notice.of(
                    Tone.RUN,
                    words.text("page.archive.notice", String.valueOf(report.year())),
                    Action.link(words.text("page.archive.return"), ArchivePages.href(report.year(), code))));
        }
        ReportRows rows =
                new ReportRows(words, book, texts.mayWrite(user, code), ReportAttachments.mayOpen(user, code), refused);
        left.add(rows.card());
        new MoneyBlocks(words, book).card().ifPresent(left::add);
        List<Block> right = new ArrayList<>();
        right.add(handing.card(submissions.mayPrepare(user, code), submissions.maySubmit(user, code)));
        new ChangedCard(words, book).card().ifPresent(right::add);
        right.add(handing.history());
        right.add(new PaperCard(words).region(book));
        List<Block> blocks =
                List.of(handing.flow(), handing.tiles(), new Block.Column(8, left), new Block.Column(4, right));
        List<Action> actions = new ArrayList<>();
        actions.add(Action.download("XLSX", "/api/reports/" + report.year() + "/" + code + ".xlsx"));
        actions.add(Action.go(words.text("page.report.print"), rows(report)));
        actions.add(Action.link(words.text("page.report.absences"), absences(code) + "?year=" + report.year()));
        if (archive.years().contains(report.year())) {
            actions.add(Action.link(words.text("page.archive.return"), ArchivePages.href(report.year(), code)));
        }
        if (book.deadlines().region().lock().isPresent()) {
            actions.add(Action.link(words.text("page.opening.title"), OpeningPages.href(report.year(), code)));
        }
        if (submissions.maySubmit(user, code) && !book.closed()) {
            actions.add(Action.primary(words.text("page.report.submit"), href(report) + "/submission"));
        } else if (submissions.mayPrepare(user, code) && !book.closed()) {
            actions.add(Action.primary(words.text("page.report.prepare"), PreparationPages.href(report)));
        }
        return View.of(words.text("page.report.title", String.valueOf(report.year())), blocks)
                .lead(words.text(
                        "page.report.lead", report.region().name(), words.date(report.asOf()), words.time(book.at())))
                .up(words.text("page.report.list"), REPORTS + "?year=" + report.year())
                .actions(actions);
    }

    @POST
    @Path("{year}/{region}/texts/{measure}")
    @Needs(Right.RECORDS_WRITE)
    public Response write(
            @Context Caller caller,
            @Context Words words,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("measure") String measure,
            FormInput input) {
        return Answer.of(
                () -> {
                    ReportTexts.TextInput text =
                            new ReportTexts.TextInput(measure, input.first("kk"), input.first("ru"));
                    texts.write(caller.user(), year, region, text, input.version());
                    int number = Resolution997.programme()
                            .clause(measure)
                            .map(c -> c.number())
                            .orElse(0);
                    return Answer.to(
                            REPORTS + "/" + year + "/" + region + "#" + ReportRows.anchor(number),
                            "page.report.text.saved");
                },
                problem -> {
                    ReportBook book = books.open(caller.user(), caller.language(), year, region);
                    Form form = new ReportRows(words, book, true, true, Map.of())
                            .form(measure)
                            .refused(input, problem, words);
                    return view(caller.user(), words, book, Map.of(measure, form));
                });
    }

    /** What handing in will freeze, before it does. */
    @GET
    @Path("{year}/{region}/submission")
    @Needs(Right.AWARDS_APPROVE)
    public View submission(
            @Context Caller caller,
            @Context Words words,
            @PathParam("year") String year,
            @PathParam("region") String region) {
        return step(caller, words, year, region, Optional.empty());
    }

    private View step(Caller caller, Words words, String year, String region, Optional<String> problem) {
        ReportBook book = books.open(caller.user(), caller.language(), year, region);
        StepBlocks step = new StepBlocks(words, book);
        boolean submits =
                submissions.maySubmit(caller.user(), book.report().region().code());
        return step.page(words.text("page.report.step.title"), step.submit(caller.user(), submits), problem);
    }

    @POST
    @Path("{year}/{region}/submission")
    @Needs(Right.AWARDS_APPROVE)
    public Response submit(
            @Context Caller caller,
            @Context Words words,
            @PathParam("year") String year,
            @PathParam("region") String region,
            FormInput input) {
        return Answer.of(
                () -> {
                    Submission made = submissions.submit(caller.user(), year, region);
                    return Answer.to(href(made.year(), made.region()), "page.report.submitted");
                },
                problem -> step(caller, words, year, region, Optional.of(words.text(problem.message()))));
    }
}
