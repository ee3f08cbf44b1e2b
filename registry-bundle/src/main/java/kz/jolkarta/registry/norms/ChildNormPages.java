package kz.jolkarta.registry.norms;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.children.ChildTabs;
import kz.jolkarta.registry.norms.Standing.Group;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A child beside those of its own school, district and kind of place, on a page. */
@Path("children/{child: \\d+}/norms")
@Component(service = Pages.class)
public final class ChildNormPages implements Pages {
    private final Norms norms;

    @Activate
    public ChildNormPages(@Reference Norms norms) {
        this.norms = norms;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public View open(@Context Caller caller, @Context Words words, @PathParam("child") long child) {
        Norms.Beside beside = norms.of(caller.user(), child);
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Notice.of(Tone.RUN, words.text("norms.notice")));
        List<Table.Line> results = new ArrayList<>();
        results.add(line(
                words,
                Cell.of(words.text("page.norms.all-results")),
                Cell.number(words.number(beside.weight())),
                beside.standings()));
        beside.achievements()
                .forEach(won -> results.add(line(
                        words,
                        Cell.of(
                                won.event(),
                                words.text("level." + Json.name(won.level())) + " · " + words.date(won.wonOn())),
                        Cell.number(words.number(won.weight())),
                        won.standings())));
        blocks.add(Block.Card.of(
                words.text("page.norms.results", words.date(beside.since())),
                table(words, words.text("page.norms.result"), results, words.text("page.norms.no-results"))));
        if (beside.scores() != null) {
            List<Table.Line> scores = beside.scores().stream()
                    .map(s -> line(
                            words,
                            Cell.of(s.method(), words.date(s.heldOn())),
                            Cell.number(words.number(s.score())),
                            s.standings()))
                    .toList();
            blocks.add(Block.Card.of(
                    words.text("page.norms.scores"),
                    table(words, words.text("page.norms.method"), scores, words.text("page.norms.no-scores"))));
        }
        return View.of(words.text("page.norms.compare"), blocks)
                .lead(words.text("page.norms.compare-lead"))
                .up(words.text("page.child.back"), ChildTabs.page(child, ChildTabs.WHOLE));
    }

    private static Table table(Words words, String first, List<Table.Line> lines, String empty) {
        List<Table.Column> columns = new ArrayList<>(
                List.of(Table.Column.of(first), Table.Column.number(words.text("norms.heading.value"))));
        Stream.of(Group.values())
                .map(group -> Table.Column.number(words.text("page.norms.group." + Json.name(group))))
                .forEach(columns::add);
        return Table.of(columns, lines).caption(first).empty(empty);
    }

    private static Table.Line line(Words words, Cell what, Cell value, List<Standing> standings) {
        return Table.Line.of(Stream.concat(
                        Stream.of(what, value),
                        Arrays.stream(Group.values()).map(group -> standing(words, standings, group)))
                .toList());
    }

    private static Cell standing(Words words, List<Standing> standings, Group group) {
        return standings.stream()
                .filter(s -> s.group() == group)
                .findFirst()
                .map(s -> s.rank() == null
                        ? new Cell(words.text("page.norms.few"), "", "", true, List.of(), Optional.empty())
                        : new Cell(
                                words.text("page.norms.rank", words.number(s.rank()), words.number(s.of())),
                                words.text("page.norms.above", words.number(s.percentile())),
                                "",
                                true,
                                List.of(),
                                Optional.empty()))
                .orElse(Cell.number(""));
    }
}
