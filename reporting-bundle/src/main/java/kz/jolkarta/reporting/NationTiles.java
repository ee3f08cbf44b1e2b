package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;

/** The country's figures at the top of its board, with its targets and the years before as far as they are counted. */
record NationTiles(Words words, CountryReport report, List<CountryYears.Year> before, YearTargets targets) {
    private static final Map<String, String> ICONS = Map.of("gifted-database", "users", "individual-roadmap", "route");

    Block row(Map<String, Submission> last) {
        long in = NationPages.in(last);
        long late = last.values().stream().filter(s -> !s.onTime()).count();
        long accepted = last.values().stream().filter(Submission::stands).count();
        int all = report.regions().size();
        boolean whole = in == all;
        List<Block.Tile> tiles = new ArrayList<>();
        summed(report).forEach(code -> tiles.add(sum(code)));
        tiles.addAll(List.of(
                new Block.Tile(
                        words.text("page.nation.in"),
                        words.text("page.report.of", words.number(in), words.number(all)),
                        words.text("page.nation.in-late", words.number(late), words.number(accepted)),
                        ReportPages.REPORTS + "?year=" + report.year(),
                        whole ? Tone.OK : Tone.RUN,
                        "report-analytics"),
                new Block.Tile(
                        words.text("page.nation.ready"),
                        words.text("page.report.of", words.number(ready()), words.number(all)),
                        words.text("page.nation.ready-note"),
                        "",
                        ready() == all ? Tone.OK : Tone.RUN,
                        "check")));
        return new Block.Tiles(tiles);
    }

    /** Measures whose figure is summed over the country; not one that no region has told, or that is a share. */
    static Set<String> summed(CountryReport report) {
        return report.measures().stream()
                .filter(m -> ICONS.containsKey(m.code()) && m.unit() != Unit.PERCENT)
                .filter(m -> m.cells().stream().anyMatch(c -> c.value().isPresent()))
                .map(CountryReport.Measure::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Block.Tile sum(String code) {
        CountryReport.Measure measure = report.measures().stream()
                .filter(m -> m.code().equals(code))
                .findFirst()
                .orElseThrow();
        BigDecimal now =
                measure.cells().stream().flatMap(c -> c.value().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        CountryYears.Year running = new CountryYears.Year(report.year(), Map.of(code, new CountryYears.Sum(now, 0)));
        List<CountryYears.Year> years = Stream.concat(before.stream(), Stream.of(running))
                .filter(y -> y.byMeasure().containsKey(code))
                .toList();
        Block.Tile tile = new Block.Tile(
                measure.indicator(),
                words.number(now),
                note(measure, years, now),
                IndicatorPages.href(code) + "?year=" + report.year(),
                Tone.PLAIN,
                ICONS.get(code));
        return years.size() < 2 ? tile : tile.spark(spark(years, code));
    }

    /** How it changed since the year before, when that is known, and who tells nothing yet. */
    private String note(CountryReport.Measure measure, List<CountryYears.Year> years, BigDecimal now) {
        String silent = targets.of(measure.code(), measure.figure(), measure.unit())
                        .map(aim -> Shown.target(words, aim, Optional.of(now)) + " · ")
                        .orElse("")
                + words.text("page.nation.silent", words.number(NationPages.silent(measure)));
        if (years.size() < 2) {
            return silent;
        }
        CountryYears.Year last = years.get(years.size() - 2);
        CountryYears.Sum was = last.byMeasure().get(measure.code());
        return Shown.change(words, measure.unit(), was.value(), now) + " ("
                + Shown.before(words, last.year(), measure.unit(), was.value(), was.regions() > 0) + ") · " + silent;
    }

    private Block.Spark spark(List<CountryYears.Year> years, String code) {
        String said = years.stream()
                .map(y -> y.year() + " – " + said(y.byMeasure().get(code)))
                .collect(Collectors.joining(", "));
        return new Block.Spark(
                years.stream()
                        .map(y -> y.byMeasure().get(code).value().longValue())
                        .toList(),
                words.text("page.nation.years", said));
    }

    private String said(CountryYears.Sum sum) {
        String value = words.number(sum.value());
        return sum.regions() == 0 ? value : words.text("page.archive.of-regions", value, words.number(sum.regions()));
    }

    private long ready() {
        return IntStream.range(0, report.regions().size())
                .filter(i -> report.ready(i) == report.measures().size())
                .count();
    }
}
