package kz.jolkarta.reporting;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.roadmap.Resolution997;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The country's report of a year on pages: the roll-up of the regions, the ministry's texts, handing in. */
@Path("nation/{year}")
@Component(service = Pages.class)
public final class NationReportPages implements Pages {
    private final NationReports nation;
    private final NationSubmissions submissions;
    private final ReportTexts texts;
    private final OfficeClock clock;

    @Activate
    public NationReportPages(
            @Reference NationReports nation,
            @Reference NationSubmissions submissions,
            @Reference ReportTexts texts,
            @Reference OfficeClock clock) {
        this.nation = nation;
        this.submissions = submissions;
        this.texts = texts;
        this.clock = clock;
    }

    static String href(int year) {
        return NationPages.NATION + "/" + year;
    }

    @GET
    @Needs(Right.REPORTS_READ)
    public View open(@Context Caller caller, @Context Words words, @PathParam("year") String year) {
        NationBook book = nation.book(caller.user(), caller.language(), year);
        RollUp rollUp = book.rollUp();
        RollUpBlocks added = new RollUpBlocks(words, rollUp);
        NationReportBlocks report = new NationReportBlocks(words, book);
        boolean national = ReportKey.national(caller.user());
        List<Block> left = new ArrayList<>();
        added.notice().ifPresent(left::add);
        List<Block> right = new ArrayList<>();
        right.add(terms(words, book));
        if (rollUp.open()) {
            List<Block> rows = new ArrayList<>();
            rollUp.measures().forEach(m -> rows.add(added.closed(m, href(rollUp.year()) + "/rows/" + m.code())));
            rows.add(new Block.Paragraph(words.text("page.report.unofficial")));
            left.add(Block.Card.of(words.text("page.report.rows"), rows));
            right.add(report.card(national));
            book.last()
                    .map(last -> nation.changes(caller.user(), rollUp, last.revision()))
                    .flatMap(report::changed)
                    .ifPresent(right::add);
            right.add(report.history());
        }
        right.add(new PaperCard(words).nation(rollUp.year(), book.revisions()));
        (rollUp.open() ? right : left).add(added.regions());
        return View.of(title(words, rollUp), List.of(new Block.Column(8, left), new Block.Column(4, right)))
                .lead(words.text("page.rollup.lead"))
                .up(words.text("page.nation.title"), NationPages.NATION + "?year=" + rollUp.year())
                .actions(Action.print(words.text("page.report.print")));
    }

    static String title(Words words, RollUp rollUp) {
        return words.text("page.rollup.title", String.valueOf(rollUp.year()));
    }

    private Block terms(Words words, NationBook book) {
        Deadlines deadlines = book.deadlines();
        boolean all = book.rollUp().without().isEmpty();
        boolean sent = book.last().isPresent();
        return new Block.Clock(
                words.text("page.clock.title", String.valueOf(deadlines.year())),
                List.of(
                        Shown.term(words, "page.nation.regions-term", deadlines.regions(), clock.today(), all, ""),
                        Shown.term(words, "page.nation.ministry-term", deadlines.ministry(), clock.today(), sent, "")),
                "",
                0,
                0,
                Optional.empty());
    }

    /** One row opened, with the ministry's text. */
    @GET
    @Path("rows/{measure}")
    @Needs(Right.REPORTS_READ)
    public View row(
            @Context Caller caller,
            @Context Words words,
            @PathParam("year") String year,
            @PathParam("measure") String measure) {
        NationBook book = nation.book(caller.user(), caller.language(), year);
        return row(caller.user(), words, book, measure, Optional.empty());
    }

    private View row(User user, Words words, NationBook book, String measure, Optional<Form> refused) {
        RollUp rollUp = book.rollUp();
        MeasureReport row = rollUp.measures().stream()
                .filter(m -> m.code().equals(measure))
                .findFirst()
                .orElseThrow(Problem::notFound);
        RollUpBlocks added = new RollUpBlocks(words, rollUp);
        NationReportBlocks report = new NationReportBlocks(words, book);
        List<Block> inside = new ArrayList<>(added.figures(row));
        if (ReportKey.national(user)) {
            inside.add(refused.orElseGet(() -> report.form(measure)));
        } else {
            inside.addAll(report.texts(measure));
        }
        return View.of(row.number() + ". " + row.name(), List.of(added.head(row, inside)))
                .up(title(words, rollUp), href(rollUp.year()));
    }

    @POST
    @Path("texts/{measure}")
    @Needs(Right.PROGRAMME_WRITE)
    public Response write(
            @Context Caller caller,
            @Context Words words,
            @PathParam("year") String year,
            @PathParam("measure") String measure,
            FormInput input) {
        return Answer.of(
                () -> {
                    ReportTexts.TextInput text =
                            new ReportTexts.TextInput(measure, input.first("kk"), input.first("ru"));
                    texts.writeOfNation(caller.user(), year, text, input.version());
                    int number = Resolution997.programme()
                            .clause(measure)
                            .map(c -> c.number())
                            .orElse(0);
                    return Answer.to(
                            NationPages.NATION + "/" + year + "#" + ReportRows.anchor(number),
                            "page.report.text.saved");
                },
                problem -> {
                    NationBook book = nation.book(caller.user(), caller.language(), year);
                    Form form =
                            new NationReportBlocks(words, book).form(measure).refused(input, problem, words);
                    return row(caller.user(), words, book, measure, Optional.of(form));
                });
    }

    /** What handing in will freeze, before it does. */
    @GET
    @Path("submission")
    @Needs(Right.PROGRAMME_WRITE)
    public View submission(@Context Caller caller, @Context Words words, @PathParam("year") String year) {
        return step(caller, words, year, Optional.empty());
    }

    private View step(Caller caller, Words words, String year, Optional<String> problem) {
        NationStepBlocks step = new NationStepBlocks(words, nation.book(caller.user(), caller.language(), year));
        return step.page(words.text("page.report.step.title"), step.submit(caller.user()), problem);
    }

    @POST
    @Path("submission")
    @Needs(Right.PROGRAMME_WRITE)
    public Response submit(
            @Context Caller caller, @Context Words words, @PathParam("year") String year, FormInput input) {
        return Answer.of(
                () -> Answer.to(href(submissions.submit(caller.user(), year).year()), "page.report.submitted"),
                problem -> step(caller, words, year, Optional.of(words.text(problem.message()))));
    }
}
