package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Chart;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;

/** Regions by measures, and regions near their geography. */
final class CountryBlocks {
    /** What the map can show: rows ready, or the figure a measure is known by. */
    static final List<String> MAPS = List.of("ready", "statistics", "coverage", "individual-roadmap");

    private static final String READY = MAPS.get(0);
    private static final int DARKEST = 5;

    /** Column and row of each region by the first two digits of its code. */
    private static final Map<String, int[]> TILES = Map.ofEntries(
            Map.entry("39", new int[] {3, 1}),
            Map.entry("59", new int[] {4, 1}),
            Map.entry("55", new int[] {5, 1}),
            Map.entry("27", new int[] {1, 2}),
            Map.entry("15", new int[] {2, 2}),
            Map.entry("11", new int[] {3, 2}),
            Map.entry("71", new int[] {4, 2}),
            Map.entry("10", new int[] {5, 2}),
            Map.entry("63", new int[] {6, 2}),
            Map.entry("23", new int[] {1, 3}),
            Map.entry("62", new int[] {3, 3}),
            Map.entry("35", new int[] {4, 3}),
            Map.entry("33", new int[] {5, 3}),
            Map.entry("47", new int[] {1, 4}),
            Map.entry("43", new int[] {2, 4}),
            Map.entry("61", new int[] {3, 4}),
            Map.entry("31", new int[] {4, 4}),
            Map.entry("19", new int[] {5, 4}),
            Map.entry("79", new int[] {3, 5}),
            Map.entry("75", new int[] {5, 5}));

    private final Words words;
    private final CountryReport report;

    CountryBlocks(Words words, CountryReport report) {
        this.words = words;
        this.report = report;
    }

    Chart.Matrix matrix() {
        List<Chart.Head> columns = new ArrayList<>();
        report.measures()
                .forEach(m -> columns.add(new Chart.Head(
                        String.valueOf(m.number()),
                        m.name(),
                        "/measures/" + m.code() + "/indicators?year=" + report.year())));
        int all = report.measures().size();
        columns.add(new Chart.Head("/" + all, words.text("page.nation.ready-rows"), ""));
        List<Integer> order = words.sorted(
                IntStream.range(0, report.regions().size()).boxed().toList(),
                i -> report.regions().get(i).name());
        List<Chart.MatrixRow> rows = order.stream().map(this::row).toList();
        List<Chart.MatrixCell> keys = List.of(
                new Chart.MatrixCell(Chart.State.VALUE, "45", "", 3, "", words.text("page.nation.key.value")),
                new Chart.MatrixCell(Chart.State.ZERO, "0", "", 0, "", words.text("page.nation.key.zero")),
                new Chart.MatrixCell(Chart.State.NOT_RUN, "–", "", 0, "", words.text("page.nation.key.not-run")),
                new Chart.MatrixCell(Chart.State.MISSING, "?", "", 0, "", words.text("page.nation.key.missing")));
        return new Chart.Matrix(
                words.text("page.nation.matrix"), words.text("page.report.region"), columns, rows, keys);
    }

    private Chart.MatrixRow row(int region) {
        CountryReport.Region of = report.regions().get(region);
        String href = ReportPages.href(report.year(), of.code());
        List<Chart.MatrixCell> cells = new ArrayList<>();
        for (CountryReport.Measure measure : report.measures()) {
            cells.add(cell(measure, measure.cells().get(region), href + "#" + ReportRows.anchor(measure.number())));
        }
        long ready = report.ready(region);
        int all = report.measures().size();
        cells.add(new Chart.MatrixCell(
                Chart.State.VALUE,
                words.number(ready),
                "",
                level(ready * 100.0 / all),
                href,
                of.name() + ": " + words.text("page.report.ready", words.number(ready), words.number(all))));
        return new Chart.MatrixRow(of.name(), href, cells);
    }

    private Chart.MatrixCell cell(CountryReport.Measure measure, CountryReport.Place place, String href) {
        Chart.State state = switch (place.state()) {
            case VALUE, SUPPRESSED -> Chart.State.VALUE;
            case ZERO -> Chart.State.ZERO;
            case NOT_RUN, NOT_APPLICABLE -> Chart.State.NOT_RUN;
            case NOT_REPORTED -> Chart.State.MISSING;
        };
        String value = Shown.value(words, measure.unit(), place.state(), place.value());
        // The region, the measure and the value stand there already, and 380 cells have to come over a slow line.
        String said = place.reason().isEmpty()
                ? state == Chart.State.MISSING ? words.text("page.nation.key.missing") : measure.indicator()
                : place.reason();
        return new Chart.MatrixCell(
                state,
                value,
                place.share().map(s -> Shown.number(words, Unit.PERCENT, s)).orElse(""),
                level(measure, place),
                href,
                said);
    }

    /** By the share where there is one, else beside the largest of the regions. */
    private static int level(CountryReport.Measure measure, CountryReport.Place place) {
        if (place.state() == Cell.State.SUPPRESSED) {
            return 1;
        }
        Optional<BigDecimal> percent = measure.unit() == Unit.PERCENT ? place.value() : place.share();
        if (percent.isPresent()) {
            return level(percent.get().doubleValue());
        }
        double most = measure.cells().stream()
                .flatMap(c -> c.value().stream())
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(0);
        return place.value()
                .filter(v -> most > 0)
                .map(v -> level(v.doubleValue() * 100 / most))
                .orElse(1);
    }

    private static int level(double percent) {
        return Math.max(1, Math.min(DARKEST, 1 + (int) (percent / (100.0 / DARKEST))));
    }

    /** @param shown one of {@link #MAPS}; anything else shows the rows ready; @param address of the page, to show another */
    Chart.TileMap map(String shown, Address address) {
        Optional<CountryReport.Measure> measure =
                report.measures().stream().filter(m -> m.code().equals(shown)).findFirst();
        List<Chart.MapTile> tiles = new ArrayList<>();
        for (int i = 0; i < report.regions().size(); i++) {
            tile(i, measure).ifPresent(tiles::add);
        }
        String caption = measure.map(m -> m.name() + ": " + m.indicator())
                .orElseGet(() -> words.text("page.nation.map." + READY));
        List<View.Tab> shows = MAPS.stream()
                .map(m -> View.Tab.of(
                        words.text("page.nation.map." + m),
                        address.with("map", m).href(),
                        m.equals(measure.isPresent() ? shown : READY)))
                .toList();
        return new Chart.TileMap(caption, shows, tiles, List.of(Badge.of(caption, Tone.PLAIN)));
    }

    private Optional<Chart.MapTile> tile(int region, Optional<CountryReport.Measure> measure) {
        CountryReport.Region of = report.regions().get(region);
        String digits = of.code().substring(0, 2);
        int[] at = TILES.get(digits);
        if (at == null) {
            return Optional.empty();
        }
        long ready = report.ready(region);
        Optional<CountryReport.Place> place = measure.map(m -> m.cells().get(region));
        String value = place.map(p -> Shown.value(words, measure.get().unit(), p.state(), p.value()))
                .orElseGet(() -> words.number(ready));
        int level = place.map(p -> level(measure.get(), p))
                .orElseGet(() -> level(ready * 100.0 / report.measures().size()));
        return Optional.of(new Chart.MapTile(
                words.text("page.nation.tile." + digits),
                value,
                level,
                at[0],
                at[1],
                ReportPages.href(report.year(), of.code()),
                of.name() + ": " + value));
    }
}
