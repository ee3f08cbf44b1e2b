package kz.jolkarta.reporting;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Remembered.Dated;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
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

/** The indicators of one measure on a page, by territory and by what else they are broken down by. */
@Path("measures/{code}/indicators")
@Component(service = Pages.class)
public final class IndicatorPages implements Pages {
    private static final String TERRITORY = "territory";

    private final KnownReports reports;
    private final WhyPanel why;
    private final Archive archive;
    private final Targets targets;
    private final Territories territories;
    private final OfficeClock clock;

    @Activate
    public IndicatorPages(
            @Reference KnownReports reports,
            @Reference WhyPanel why,
            @Reference Archive archive,
            @Reference Targets targets,
            @Reference Territories territories,
            @Reference OfficeClock clock) {
        this.reports = reports;
        this.why = why;
        this.archive = archive;
        this.targets = targets;
        this.territories = territories;
        this.clock = clock;
    }

    static String href(String measure) {
        return "/measures/" + measure + "/indicators";
    }

    @GET
    @Needs(Right.REPORTS_READ)
    public View open(
            @Context Caller caller, @Context Words words, @Context UriInfo asked, @PathParam("code") String code) {
        Address address = Address.of(asked);
        String year = address.value("year");
        String territory = address.value(TERRITORY);
        Dated<MeasureFigures> counted = reports.measure(caller.user(), caller.language(), code, year, territory);
        MeasureFigures figures = counted.answer();
        String name = Resolution997.programme()
                .clause(code)
                .map(n -> n.number() + ". " + n.name().in(words.language()))
                .orElse(code);
        List<Block> left = new ArrayList<>();
        if (!figures.reason().isEmpty()) {
            left.add(Block.Notice.of(Tone.NONE, words.text("page.report.reason", figures.reason())));
        }
        Entered entered = figures.territory().endsWith("0000000")
                ? archive.entered(caller.user(), figures.year(), figures.territory())
                : Entered.none(figures.year());
        YearTargets held = targets.beside(caller.user(), figures.year(), figures.territory());
        figures.indicators().forEach(i -> left.add(card(words, address, figures, i, entered, held)));
        List<Block> right = new ArrayList<>();
        why.block(caller.user(), words, address, String.valueOf(figures.year()), territory)
                .ifPresent(right::add);
        List<Block> blocks = new ArrayList<>();
        blocks.add(filters(words, caller.user().scope(Right.REPORTS_READ), address, code, figures.year()));
        if (right.isEmpty()) {
            blocks.addAll(left);
        } else {
            blocks.add(new Block.Column(7, left));
            blocks.add(new Block.Column(5, right));
        }
        return View.of(words.text("page.indicators.title", name), blocks)
                .lead(words.text(
                        "page.indicators.lead",
                        String.valueOf(figures.year()),
                        words.date(figures.asOf()),
                        words.time(counted.at())))
                .up(name, "/measures/" + code);
    }

    private Block filters(Words words, Scope scope, Address address, String code, int year) {
        List<Territory> regions = territories.regions(clock.today()).stream()
                .filter(r -> !scope.within(Scope.of(r.code())).isEmpty())
                .toList();
        String chosen = address.value(TERRITORY);
        String region = chosen.length() == 9
                ? chosen.substring(0, 2) + "0000000"
                : regions.size() == 1 ? regions.get(0).code() : "";
        Stream<Territory> districts = region.isEmpty()
                ? Stream.of()
                : words.sorted(territories.districts(region), d -> words.text(d.name())).stream()
                        .filter(d -> scope.covers(d.code()));
        List<Field.Option> places = Stream.concat(
                        words.sorted(regions, r -> words.text(r.name())).stream()
                                .filter(r -> scope.covers(r.code())),
                        districts)
                .map(t -> new Field.Option(t.code(), words.text(t.name())))
                .toList();
        List<Field.Option> years = IntStream.iterate(
                        clock.today().getYear(),
                        y -> y >= Resolution997.programme().firstYear(),
                        y -> y - 1)
                .mapToObj(y -> new Field.Option(String.valueOf(y), String.valueOf(y)))
                .toList();
        List<Field> fields = List.of(
                Field.choice(TERRITORY, words.text("page.indicators.territory"), places)
                        .value(chosen.isEmpty() ? null : chosen),
                Field.choice("year", words.text("page.report.year"), years)
                        .require()
                        .value(year));
        return Filters.of(
                        href(code),
                        words.text("page.report.show"),
                        Action.link(words.text("page.indicators.whole"), href(code)),
                        fields)
                .active(address.active(fields));
    }

    private static Block card(
            Words words,
            Address address,
            MeasureFigures figures,
            IndicatorFigures found,
            Entered entered,
            YearTargets targets) {
        String measure = figures.measure();
        List<Block> blocks = new ArrayList<>();
        List<Block.Tile> tiles = new ArrayList<>(List.of(new Block.Tile(
                "",
                Shown.value(words, found),
                Shown.note(words, found),
                WhyPanel.href(address, measure, found.code(), ""),
                Tone.PLAIN,
                "")));
        entered.find(measure, found.code())
                .ifPresent(f -> tiles.add(new Block.Tile(
                        "",
                        Shown.value(words, f.unit(), f.state(), f.value()),
                        words.text("page.archive.state.entered"),
                        ArchivePages.href(entered.year(), figures.territory()),
                        Tone.PLAIN,
                        "")));
        targets.of(measure, found)
                .ifPresent(aim -> tiles.add(new Block.Tile(
                        "",
                        Shown.number(words, aim.unit(), aim.value()),
                        aim.share(found.value())
                                .map(s -> words.text("page.target.note", Shown.number(words, Unit.PERCENT, s)))
                                .orElseGet(() -> words.text("report.column.target")),
                        new TargetKey(figures.year(), figures.territory(), measure, found.code()).href(),
                        Tone.PLAIN,
                        "")));
        blocks.add(new Block.Tiles(tiles));
        if (!found.districts().isEmpty()) {
            List<Table.Line> lines = words.sorted(found.districts(), IndicatorFigures.Place::name).stream()
                    .map(d -> Table.Line.of(
                            Cell.of(d.name()),
                            value(words, found, d, WhyPanel.href(address, measure, found.code(), d.territory()))))
                    .toList();
            blocks.add(new Block.Disclosure(
                    "",
                    words.text("page.indicators.by-territory"),
                    words.number(lines.size()),
                    List.of(),
                    false,
                    List.of(Table.of(columns(words, words.text("page.indicators.territory")), lines)
                            .caption(found.name() + ": " + words.text("page.indicators.by-territory"))
                            .scrolls())));
        }
        for (IndicatorFigures.Breakdown by : found.by()) {
            List<Table.Line> lines = by.items().stream()
                    .map(i -> Table.Line.of(
                            Cell.of(i.name()), Cell.number(Shown.value(words, found.unit(), i.state(), i.value()))))
                    .toList();
            blocks.add(new Block.Disclosure(
                    "",
                    by.name(),
                    "",
                    List.of(),
                    false,
                    List.of(Table.of(columns(words, by.name()), lines)
                            .caption(found.name() + ": " + by.name())
                            .scrolls())));
        }
        return Block.Card.of(found.name(), blocks).at(found.code());
    }

    private static Cell value(Words words, IndicatorFigures found, IndicatorFigures.Place place, String href) {
        String shown = Shown.value(words, found.unit(), place.state(), place.value());
        return place.territory().isEmpty() ? Cell.number(shown) : Cell.number(shown, href);
    }

    private static List<Table.Column> columns(Words words, String first) {
        return List.of(Table.Column.of(first), Table.Column.number(words.text("report.column.value")));
    }
}
