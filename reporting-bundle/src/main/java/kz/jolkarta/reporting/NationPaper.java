package kz.jolkarta.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.jolkarta.core.files.Paper;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.pages.Words;

/** The ministry's report to the government as an official letter: the country's figures, regions by measures, reasons, money. */
final class NationPaper {
    /** More measures than these do not fit beside each other on a page. */
    private static final int BESIDE = 7;

    private final Words words;
    private final NationPrinted report;
    private final List<Paper.Block> blocks = new ArrayList<>();

    private NationPaper(Words words, NationPrinted report) {
        this.words = words;
        this.report = report;
    }

    /** @param report in the language of the words */
    static Paper of(Words words, NationPrinted report) {
        return new NationPaper(words, report).paper();
    }

    private Paper paper() {
        LetterWords letter = new LetterWords(words);
        blocks.addAll(letter.unofficial());
        facts();
        heading(1, "report.paper.measures");
        TargetColumns targets = new TargetColumns(
                words,
                report.measures().stream().flatMap(m -> m.target().stream()).toList());
        blocks.add(measures(targets));
        targets.grounds().ifPresent(blocks::add);
        if (words.language() != Language.KK) {
            blocks.add(new Paper.Text(words.text("page.report.unofficial")));
        }
        heading(2, "report.paper.regions");
        regions();
        blocks.add(new Paper.Text(words.text("report.paper.signs")));
        heading(3, "report.paper.reasons");
        reasons();
        heading(4, "page.report.money");
        blocks.add(money());
        texts();
        blocks.add(letter.end("report.paper.head-nation"));
        return new Paper(
                words.language(),
                letter.head("report.paper.to-government", report.hash().isEmpty()),
                words.text("report.paper.nation", String.valueOf(report.year())),
                blocks,
                report.hash()
                        .map(h -> words.text("report.paper.footer-nation", h))
                        .orElseGet(() -> words.text("report.paper.footer-draft", words.moment(report.at()))));
    }

    private void heading(int number, String key) {
        blocks.add(new Paper.Heading(number + ". " + words.text(key)));
    }

    private void facts() {
        List<NationPrinted.Region> missing = report.missing();
        String reported = words.text(
                "page.report.of",
                words.number(report.regions().size() - missing.size()),
                words.number(report.regions().size()));
        blocks.add(new Paper.Facts(List.of(
                new Paper.Fact(words.text("page.report.step.as-of"), words.date(report.asOf())),
                new Paper.Fact(words.text("report.paper.reported"), reported))));
        blocks.add(new Paper.Text(
                missing.isEmpty()
                        ? words.text("report.paper.all-reported")
                        : words.text(
                                "report.paper.missing",
                                missing.stream().map(NationPrinted.Region::name).collect(Collectors.joining(", ")))));
    }

    private List<String> columns(String... codes) {
        return Stream.of(codes).map(c -> words.text("report.column." + c)).toList();
    }

    private Paper.Block measures(TargetColumns targets) {
        List<List<String>> rows = report.measures().stream()
                .map(m -> targets.row(
                        List.of(
                                String.valueOf(m.number()),
                                m.name(),
                                m.indicator(),
                                m.indicator().isEmpty()
                                        ? ""
                                        : words.text(m.unit().label()),
                                before(m),
                                total(m)),
                        m.target(),
                        m.total().flatMap(Cell::value)))
                .toList();
        List<String> headings = new ArrayList<>(columns("number", "measure", "indicator", "unit", "country"));
        headings.add(4, words.text("report.column.before", String.valueOf(report.year() - 1)));
        return new Paper.Table(
                targets.headings(headings),
                targets.any() ? List.of(5, 17, 17, 11, 11, 15, 14, 10) : List.of(6, 24, 28, 12, 15, 15),
                rows,
                targets.any() ? Set.of(4, 5, 6, 7) : Set.of(4, 5),
                Set.of());
    }

    private String before(NationPrinted.Measure measure) {
        return measure.before()
                .map(sum -> {
                    String value = Shown.number(words, measure.unit(), sum.value());
                    return sum.regions() == 0
                            ? value
                            : words.text("page.archive.of-regions", value, words.number(sum.regions()));
                })
                .orElse("–");
    }

    private String total(NationPrinted.Measure measure) {
        return measure.total()
                .map(t -> t.value()
                        .map(v -> Shown.number(words, measure.unit(), v))
                        .orElseGet(() -> Shown.state(words, t.state())))
                .orElseGet(() -> words.text("report.paper.not-added"));
    }

    /** Regions by measures, as many tables as the measures need; their numbers lead to the names above. */
    private void regions() {
        List<NationPrinted.Measure> all = report.measures();
        for (int from = 0; from < all.size(); from += BESIDE) {
            List<NationPrinted.Measure> some = all.subList(from, Math.min(from + BESIDE, all.size()));
            List<String> headings = Stream.concat(
                            Stream.of(words.text("page.report.region")),
                            some.stream().map(m -> words.text("page.report.row-number", words.number(m.number()))))
                    .toList();
            List<Integer> widths = Stream.concat(Stream.of(24), some.stream().map(m -> 76 / some.size()))
                    .toList();
            Set<Integer> numbers = IntStream.rangeClosed(1, some.size()).boxed().collect(Collectors.toSet());
            List<List<String>> rows = IntStream.range(0, report.regions().size())
                    .mapToObj(i -> Stream.concat(
                                    Stream.of(report.regions().get(i).name()),
                                    some.stream()
                                            .map(m -> cell(m.unit(), m.cells().get(i))))
                            .toList())
                    .toList();
            blocks.add(new Paper.Table(headings, widths, rows, numbers, Set.of()));
        }
    }

    /** A value or one of the signs that are explained below the tables. */
    private String cell(Unit unit, CountryReport.Place place) {
        return switch (place.state()) {
            case VALUE, ZERO ->
                place.value().map(v -> Shown.number(words, unit, v)).orElse("0");
            case SUPPRESSED -> "x";
            case NOT_RUN -> "–";
            case NOT_APPLICABLE -> "×";
            case NOT_REPORTED -> "…";
        };
    }

    private void texts() {
        if (report.texts().isEmpty()) {
            return;
        }
        heading(5, "report.paper.texts");
        for (NationPrinted.Measure measure : report.measures()) {
            Optional.ofNullable(report.texts().get(measure.code())).ifPresent(text -> {
                blocks.add(new Paper.Heading(words.text("report.paper.measure", measure.number(), measure.name())));
                blocks.add(new Paper.Text(text));
            });
        }
    }

    private record Reason(int number, Cell.State state, String reason) {}

    private void reasons() {
        Map<Reason, List<String>> regions = new LinkedHashMap<>();
        for (NationPrinted.Measure measure : report.measures()) {
            for (int i = 0; i < measure.cells().size(); i++) {
                CountryReport.Place cell = measure.cells().get(i);
                NationPrinted.Region region = report.regions().get(i);
                if (cell.value().isEmpty() && cell.state() != Cell.State.SUPPRESSED && region.reported()) {
                    regions.computeIfAbsent(
                                    new Reason(measure.number(), cell.state(), cell.reason()), r -> new ArrayList<>())
                            .add(region.name());
                }
            }
        }
        if (regions.isEmpty()) {
            blocks.add(new Paper.Text(words.text("report.paper.no-reasons")));
            return;
        }
        long reported = report.regions().size() - report.missing().size();
        List<List<String>> rows = regions.entrySet().stream()
                .map(e -> List.of(
                        String.valueOf(e.getKey().number()),
                        Shown.state(words, e.getKey().state()),
                        e.getKey().reason(),
                        e.getValue().size() == reported
                                ? words.text("report.paper.everywhere")
                                : String.join(", ", e.getValue())))
                .toList();
        blocks.add(new Paper.Table(
                columns("number", "state", "reason", "regions"), List.of(6, 18, 30, 46), rows, Set.of(), Set.of()));
    }

    private Paper.Block money() {
        List<List<String>> rows = new ArrayList<>();
        report.measures()
                .forEach(m ->
                        m.money().forEach(source -> rows.add(money(String.valueOf(m.number()), m.name(), source))));
        Set<Integer> strong = new TreeSet<>();
        MoneySums.of(report.measures().stream().flatMap(m -> m.money().stream()))
                .forEach(sum -> {
                    strong.add(rows.size());
                    rows.add(money("", words.text("report.money.total"), sum));
                });
        return new Paper.Table(
                columns("number", "measure", "source", "planned", "spent"),
                List.of(6, 30, 20, 22, 22),
                rows,
                Set.of(3, 4),
                strong);
    }

    private List<String> money(String number, String name, MoneyFigures money) {
        return List.of(
                number, name, money.name(), money.planned().map(words::money).orElse("–"), words.money(money.spent()));
    }
}
