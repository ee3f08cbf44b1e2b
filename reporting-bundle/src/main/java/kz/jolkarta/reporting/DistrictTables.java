package kz.jolkarta.reporting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.jolkarta.core.files.Paper;
import kz.jolkarta.core.pages.Words;

/** The districts of a region in its paper: of each measure its figures and money. */
final class DistrictTables {
    /** More figures than these do not fit beside each other on a page. */
    private static final int BESIDE = 4;

    private final PaperNames names;
    private final Words words;

    DistrictTables(PaperNames names) {
        this.names = names;
        this.words = names.words();
    }

    /** One figure of a measure in its districts. */
    private record Figure(String name, Map<String, String> values) {}

    List<Paper.Block> of(RegionReport report) {
        List<Paper.Block> tables = new ArrayList<>();
        for (MeasureReport measure : report.measures()) {
            List<Paper.Block> own = new ArrayList<>();
            Map<String, String> places = new TreeMap<>();
            tables(own, places, figures(measure, places));
            Map<String, String> paid = new TreeMap<>();
            tables(own, paid, money(measure, paid));
            if (!own.isEmpty()) {
                tables.add(new Paper.Heading(names.heading(measure)));
                tables.addAll(own);
            }
        }
        return tables;
    }

    private void tables(List<Paper.Block> own, Map<String, String> places, List<Figure> figures) {
        for (int from = 0; from < figures.size(); from += BESIDE) {
            own.add(table(places, figures.subList(from, Math.min(from + BESIDE, figures.size()))));
        }
    }

    /** Only figures that are known by districts at all. @param places filled with the names of the districts */
    private List<Figure> figures(MeasureReport measure, Map<String, String> places) {
        List<Figure> figures = new ArrayList<>();
        for (IndicatorFigures i : measure.indicators()) {
            Map<String, String> values = new TreeMap<>();
            i.districts().forEach(d -> {
                places.put(d.territory(), names.place(d.territory(), d.name()));
                values.put(d.territory(), names.value(i.unit(), d.state(), d.value()));
            });
            if (!values.isEmpty()) {
                figures.add(new Figure(names.indicator(measure, i), values));
            }
        }
        return figures;
    }

    /** @param places filled with the names of the districts that have money */
    private List<Figure> money(MeasureReport measure, Map<String, String> places) {
        List<Figure> figures = new ArrayList<>();
        for (MoneyFigures money : measure.money()) {
            Map<String, String> planned = new TreeMap<>();
            Map<String, String> spent = new TreeMap<>();
            money.districts().forEach(d -> {
                places.put(d.territory(), names.place(d.territory(), d.name()));
                planned.put(d.territory(), names.planned(d.planned()));
                spent.put(d.territory(), words.money(d.spent()));
            });
            if (!spent.isEmpty()) {
                figures.add(new Figure(words.text("report.money.planned", names.source(money)), planned));
                figures.add(new Figure(words.text("report.money.spent", names.source(money)), spent));
            }
        }
        return figures;
    }

    private Paper.Block table(Map<String, String> places, List<Figure> figures) {
        List<String> headings = new ArrayList<>(List.of(words.text("report.column.district")));
        List<Integer> widths = new ArrayList<>(List.of(24));
        Set<Integer> numbers = new TreeSet<>();
        for (Figure figure : figures) {
            numbers.add(headings.size());
            headings.add(figure.name());
            widths.add(76 / figures.size());
        }
        List<List<String>> rows = words.sorted(places.entrySet(), Map.Entry::getValue).stream()
                .sorted(Comparator.comparing(place -> place.getKey().endsWith("0000000")))
                .map(place -> Stream.concat(
                                Stream.of(place.getValue()),
                                figures.stream().map(f -> f.values().getOrDefault(place.getKey(), "")))
                        .toList())
                .toList();
        return new Paper.Table(headings, widths, rows, numbers, Set.of());
    }
}
