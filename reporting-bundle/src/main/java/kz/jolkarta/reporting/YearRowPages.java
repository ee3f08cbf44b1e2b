package kz.jolkarta.reporting;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.Territories;
import kz.jolkarta.core.roadmap.Resolution997;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** By which rows a figure differs from an earlier year's, on a page. */
@Path("measures/{code}/indicators/{indicator}/years")
@Component(service = Pages.class)
public final class YearRowPages implements Pages {
    private static final String SIDE = "side";
    private static final String AGAINST = "against";

    private final YearRows rows;
    private final Reports reports;
    private final Territories territories;

    @Activate
    public YearRowPages(@Reference YearRows rows, @Reference Reports reports, @Reference Territories territories) {
        this.rows = rows;
        this.reports = reports;
        this.territories = territories;
    }

    private static String path(String measure, String indicator) {
        return IndicatorPages.href(measure) + "/" + indicator + "/years";
    }

    /** @param territory "" for all that the reader may see */
    static String href(String measure, String indicator, int year, String territory) {
        return Address.of(path(measure, indicator))
                .with("year", year)
                .with("territory", territory)
                .href();
    }

    @GET
    @Needs(Right.REPORTS_READ)
    public View open(
            @Context Caller caller,
            @Context Words words,
            @Context UriInfo asked,
            @PathParam("code") String code,
            @PathParam("indicator") String indicator) {
        Address address = Address.of(asked);
        String territory = address.value("territory");
        int year = reports.period(address.value("year")).year();
        YearRows.Question question = new YearRows.Question(
                code,
                indicator,
                String.valueOf(year),
                address.value(AGAINST),
                territory,
                address.value(SIDE),
                address.value("part"),
                "",
                address.value("after"));
        List<Block> blocks = new ArrayList<>();
        blocks.add(filters(words, address, year));
        try {
            blocks.addAll(blocks(caller, words, address, rows.page(caller.user(), words.language(), question)));
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.FORBIDDEN && problem.kind() != Problem.Kind.CONFLICT) {
                throw problem;
            }
            boolean forbidden = problem.kind() == Problem.Kind.FORBIDDEN;
            blocks.add(Block.Notice.of(
                    Tone.NONE, forbidden ? words.text("page.why.no-right") : words.text(problem.message())));
        }
        String place = territories
                .find(territory.matches("\\d{2}") ? territory + "0000000" : territory)
                .map(t -> words.text(t.name()))
                .orElseGet(() -> words.text("page.revision.whole"));
        return View.of(words.text("page.years.title", Shown.indicator(words, code, indicator)), blocks)
                .lead(words.text("page.years.lead", place, String.valueOf(year)))
                .up(
                        Shown.measure(words, code),
                        Address.of(IndicatorPages.href(code))
                                .with("year", year)
                                .with("territory", territory)
                                .href());
    }

    private static Block filters(Words words, Address address, int year) {
        List<Field.Option> years = IntStream.iterate(
                        year - 1, y -> y >= Resolution997.programme().firstYear(), y -> y - 1)
                .mapToObj(y -> new Field.Option(String.valueOf(y), String.valueOf(y)))
                .toList();
        String against = address.value(AGAINST).isEmpty() ? String.valueOf(year - 1) : address.value(AGAINST);
        List<Field> fields = List.of(
                Field.choice(AGAINST, words.text("page.years.against"), years)
                        .require()
                        .value(against),
                Field.choice(
                                SIDE,
                                words.text("page.years.side"),
                                words.options(YearRows.Side.class, "page.years.side."))
                        .require()
                        .value(address.value(SIDE).isEmpty() ? Json.name(YearRows.Side.CAME) : address.value(SIDE)),
                Field.hidden("year", year),
                Field.hidden("territory", address.value("territory")));
        return Filters.of(
                address.path(),
                words.text("page.report.show"),
                Action.link(
                        words.text("page.years.before"),
                        address.without(AGAINST, SIDE, "after").href()),
                fields);
    }

    private static List<Block> blocks(Caller caller, Words words, Address address, YearRows.Answer answer) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Tiles(List.of(
                tile(words, address, YearRows.Side.CAME, answer.came()),
                tile(words, address, YearRows.Side.WENT, answer.went()),
                tile(words, address, YearRows.Side.STAYED, answer.stayed()))));
        String side = words.text("page.years.side." + Json.name(answer.side()));
        blocks.add(RowTable.of(words, caller.user(), measure(address), answer.rows())
                .caption(side)
                .pages(address.previous(), address.next(answer.rows().next()))
                .empty(words.text("page.revision.no-rows"))
                .exports(answer.takes() ? address.files("/api" + address.path()) : new Action[0]));
        if (answer.away() > 0) {
            blocks.add(Block.Notice.of(Tone.NONE, words.count("page.revision.away.", answer.away())));
        }
        return blocks;
    }

    private static String measure(Address address) {
        return address.path().split("/")[2];
    }

    private static Block.Tile tile(Words words, Address address, YearRows.Side side, int count) {
        return new Block.Tile(
                words.text("page.years.side." + Json.name(side)),
                words.number(count),
                "",
                address.without("after").with(SIDE, Json.name(side)).href(),
                Tone.PLAIN,
                "");
    }
}
