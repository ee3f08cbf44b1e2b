package kz.jolkarta.reporting;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.Territories;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What changed between revisions, or since one, and the rows behind a figure as it was handed in. */
@Path("reports/{year}/{region}/submissions/{revision}")
@Component(service = Pages.class)
public final class RevisionRowPages implements Pages {
    private final Revisions revisions;
    private final SubmittedRows rows;
    private final Territories territories;

    @Activate
    public RevisionRowPages(
            @Reference Revisions revisions, @Reference SubmittedRows rows, @Reference Territories territories) {
        this.revisions = revisions;
        this.rows = rows;
        this.territories = territories;
    }

    @GET
    @Path("changes")
    @Needs(Right.REPORTS_READ)
    public View changes(
            @Context Caller caller,
            @Context Words words,
            @Context UriInfo asked,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("revision") int revision) {
        String against = against(Address.of(asked));
        List<Snapshot.Changed> changed = revisions.changes(caller.user(), year, region, revision, against);
        Submission one =
                revisions.receipt(caller.user(), year, region, revision).submission();
        boolean opens = revisions.seesChildren(caller.user(), one) && one.seal().isPresent();
        Map<Snapshot.Key, Unit> units = revisions.snapshot(caller.user(), one).units();
        List<Table.Line> lines = changed.stream()
                .map(c -> line(words, one, c, units, against, opens))
                .toList();
        List<Table.Column> columns = new ArrayList<>(List.of(
                Table.Column.of(words.text("report.column.measure")),
                Table.Column.of(words.text("report.column.indicator")),
                Table.Column.of(words.text("report.column.district")),
                Table.Column.number(words.text("page.revision.of", words.number(revision))),
                Table.Column.number(other(words, against))));
        if (opens) {
            columns.add(Table.Column.of(words.text("page.revision.came")));
            columns.add(Table.Column.of(words.text("page.revision.went")));
        }
        return View.of(
                        words.text("page.revision.changes", words.number(revision), other(words, against)),
                        Table.of(columns, lines)
                                .empty(words.text("page.report.unchanged"))
                                .scrolls())
                .lead(words.text("page.revision.changes-lead"))
                .up(words.text("page.revision.title", words.number(revision)), RevisionBlocks.href(one));
    }

    private static String against(Address address) {
        return address.value("against").isEmpty() ? SubmittedRows.NOW : address.value("against");
    }

    private static String other(Words words, String against) {
        return against.equals(SubmittedRows.NOW)
                ? words.text("page.revision.now")
                : words.text("page.revision.of", against);
    }

    private Table.Line line(
            Words words,
            Submission one,
            Snapshot.Changed change,
            Map<Snapshot.Key, Unit> units,
            String against,
            boolean opens) {
        Snapshot.Key key = change.key();
        Unit unit = units.getOrDefault(new Snapshot.Key(key.measure(), key.indicator(), ""), Unit.COUNT);
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.of(Shown.measure(words, key.measure())),
                Cell.of(Shown.indicator(words, key.measure(), key.indicator())),
                Cell.of(name(words, key.territory())),
                Cell.number(Shown.value(
                        words, unit, change.before().state(), change.before().value())),
                Cell.number(Shown.value(
                        words, unit, change.now().state(), change.now().value()))));
        if (opens) {
            cells.add(Cell.link(words.text("page.revision.came"), RevisionBlocks.rows(one, key, against, "came")));
            cells.add(Cell.link(words.text("page.revision.went"), RevisionBlocks.rows(one, key, against, "went")));
        }
        return new Table.Line("", cells, change.fell() ? Tone.LATE : Tone.PLAIN);
    }

    private String name(Words words, String territory) {
        return territory.isEmpty()
                ? words.text("page.revision.whole")
                : territories
                        .find(territory)
                        .map(t -> t.name().in(words.language()))
                        .orElse(territory);
    }

    @GET
    @Path("rows")
    @Needs(Right.REPORTS_READ)
    public View rows(
            @Context Caller caller,
            @Context Words words,
            @Context UriInfo asked,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("revision") int revision) {
        Address address = Address.of(asked);
        SubmittedRows.Question question = new SubmittedRows.Question(
                address.value("measure"),
                address.value("indicator"),
                address.value("part"),
                address.value("territory"),
                address.value("against"),
                address.value("side"),
                "",
                address.value("after"));
        List<Block> blocks = new ArrayList<>();
        String back = RevisionBlocks.href(year, region, revision);
        try {
            SubmittedRows.Answer answer = rows.page(caller.user(), words.language(), year, region, revision, question);
            blocks.add(RowTable.of(words, caller.user(), question.measure(), answer.rows())
                    .caption(words.text("page.why.rows"))
                    .count(words.count("page.revision.rows.", answer.total()))
                    .pages(address.previous(), address.next(answer.rows().next()))
                    .empty(words.text("page.revision.no-rows"))
                    .exports(answer.takes() ? address.files("/api" + address.path()) : new Action[0]));
            if (answer.away() > 0) {
                blocks.add(Block.Notice.of(Tone.NONE, words.count("page.revision.away.", answer.away())));
            }
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.FORBIDDEN && problem.kind() != Problem.Kind.CONFLICT) {
                throw problem;
            }
            boolean forbidden = problem.kind() == Problem.Kind.FORBIDDEN;
            blocks.add(Block.Notice.of(
                    Tone.NONE, forbidden ? words.text("page.why.no-right") : words.text(problem.message())));
        }
        return View.of(Shown.indicator(words, question.measure(), question.indicator()), blocks)
                .lead(words.text("page.revision.rows-lead", words.number(revision), said(words, question)))
                .up(words.text("page.revision.title", words.number(revision)), back)
                .actions(Action.link(
                        words.text("page.revision.compare"), back + "/changes?against=" + against(address)));
    }

    private String said(Words words, SubmittedRows.Question question) {
        String place = name(words, question.territory());
        if (question.against().isEmpty()) {
            return place;
        }
        String side = question.side().equals("came") ? "page.revision.came" : "page.revision.went";
        return place + " · " + words.text(side) + " · " + other(words, question.against());
    }
}
