package kz.jolkarta.reporting;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.pages.Words;

/** A region's report as a workbook: a cover, then a sheet for each measure with its figures and money by district, and its breakdowns. */
final class RegionBook {
    private final PaperNames names;
    private final Words words;
    private final Printed printed;
    private final RegionReport report;

    RegionBook(PaperNames names, Printed printed) {
        this.names = names;
        this.words = names.words();
        this.printed = printed;
        this.report = printed.report();
    }

    void write(Sheets sheets, OutputStream out) {
        try (Sheets.Book book = sheets.book(out)) {
            cover(book);
            report.measures().forEach(m -> sheet(book, m));
            if (!printed.files().isEmpty()) {
                files(book);
            }
        }
    }

    /** What belongs to the report beside it, so that each file can be checked by its hash. */
    private void files(Sheets.Book book) {
        Sheets.Writer sheet = book.sheet(
                words.text("page.report.attachments"),
                Stream.of("number", "measure", "title", "file", "bytes", "sha256", "added-at", "added-by")
                        .map(c -> words.text("report.attachment.column." + c))
                        .toList());
        for (MeasureReport measure : report.measures()) {
            printed.files().stream()
                    .filter(f -> f.measure().equals(measure.code()))
                    .forEach(f -> sheet.row(Arrays.asList(
                            measure.number(),
                            names.measure(measure),
                            names.title(f),
                            f.name(),
                            f.size(),
                            f.sha256(),
                            f.added().map(Submission.Act::at).orElse(null),
                            f.added().map(Submission.Act::by).orElse(""))));
        }
    }

    private void cover(Sheets.Book book) {
        Sheets.Writer sheet = book.sheet(
                words.text("report.paper.cover"),
                Stream.of("number", "measure", "state", "reason", "text")
                        .map(c -> words.text("report.column." + c))
                        .toList());
        for (MeasureReport measure : report.measures()) {
            sheet.row(List.of(
                    measure.number(),
                    names.measure(measure),
                    Shown.state(words, measure.state()),
                    names.reason(measure.reason()),
                    Optional.ofNullable(printed.texts().get(measure.code()))
                            .map(names::written)
                            .orElse("")));
        }
        sheet.row(List.of());
        fact(sheet, words.text("page.report.region"), names.region(report));
        fact(sheet, words.text("page.report.year"), report.year());
        fact(sheet, words.text("page.report.step.as-of"), report.asOf());
        fact(
                sheet,
                words.text("page.report.revision"),
                printed.frozen().<Object>map(Submission::revision).orElseGet(() -> words.text("report.paper.draft")));
        fact(
                sheet,
                words.text("page.report.submitted-at"),
                printed.frozen().map(Submission::submittedAt).orElse(null));
        fact(sheet, "SHA-256", printed.frozen().map(Submission::hash).orElse(null));
    }

    private static void fact(Sheets.Writer sheet, String name, Object value) {
        sheet.row(Arrays.asList(null, name, value));
    }

    private void sheet(Sheets.Book book, MeasureReport measure) {
        List<String> headings =
                new ArrayList<>(List.of(words.text("report.column.number"), words.text("report.column.district")));
        int line = 0;
        for (IndicatorFigures i : measure.indicators()) {
            line++;
            headings.add(measure.number() + "." + line + " " + names.indicator(measure, i) + ", "
                    + words.text(i.unit().label()));
        }
        for (MoneyFigures money : measure.money()) {
            headings.add(words.text("report.money.planned", names.source(money)));
            headings.add(words.text("report.money.spent", names.source(money)));
        }
        Sheets.Writer sheet = book.sheet(measure.number() + ". " + names.measure(measure), headings);
        sheet.row(total(measure));
        String last = String.valueOf(printed.last().year());
        lastYear(sheet, measure, words.text("report.column.before", last), 0);
        lastYear(sheet, measure, words.text("report.paper.entered", words.text("report.column.before", last)), 1);
        targets(sheet, measure);
        Map<String, String> places = new TreeMap<>();
        measure.indicators()
                .forEach(i ->
                        i.districts().forEach(d -> places.put(d.territory(), names.place(d.territory(), d.name()))));
        measure.money()
                .forEach(m ->
                        m.districts().forEach(d -> places.put(d.territory(), names.place(d.territory(), d.name()))));
        int number = 0;
        for (Map.Entry<String, String> place : words.sorted(places.entrySet(), Map.Entry::getValue)) {
            number++;
            sheet.row(district(measure, number, place.getKey(), place.getValue()));
        }
        breakdowns(sheet, measure, number);
    }

    private List<Object> total(MeasureReport measure) {
        List<Object> row = new ArrayList<>();
        row.add(null);
        row.add(names.region(report));
        measure.indicators().forEach(i -> row.add(value(i.state(), i.value())));
        measure.money().forEach(m -> {
            row.add(m.planned().orElse(null));
            row.add(m.spent());
        });
        return row;
    }

    /** Last year's values below this year's, the entered ones in a row of their own. @param entered 1 for these */
    private void lastYear(Sheets.Writer sheet, MeasureReport measure, String name, int entered) {
        LastYear last = printed.last();
        Function<String, Object> value = figure -> last.entered(measure.code(), figure) == entered
                ? last.of(measure.code(), figure).orElse(null)
                : null;
        below(sheet, measure, name, i -> value.apply(i.code()), m -> value.apply(ReportBook.spent(m.source())));
    }

    /** Targets below them, and how much of each is there. */
    private void targets(Sheets.Writer sheet, MeasureReport measure) {
        Function<IndicatorFigures, Optional<YearTargets.Aim>> aim =
                i -> printed.targets().of(measure.code(), i);
        below(
                sheet,
                measure,
                words.text("report.column.target"),
                i -> aim.apply(i).map(YearTargets.Aim::value).orElse(null),
                m -> null);
        below(
                sheet,
                measure,
                words.text("report.column.reached"),
                i -> aim.apply(i).flatMap(a -> a.share(i.value())).orElse(null),
                m -> null);
    }

    /** A row below this year's; none where there is nothing to stand in it. @param spent what stands below money spent */
    private static void below(
            Sheets.Writer sheet,
            MeasureReport measure,
            String name,
            Function<IndicatorFigures, Object> value,
            Function<MoneyFigures, Object> spent) {
        List<Object> row = new ArrayList<>(Arrays.asList(null, name));
        measure.indicators().forEach(i -> row.add(value.apply(i)));
        measure.money().forEach(m -> {
            row.add(null);
            row.add(spent.apply(m));
        });
        if (row.stream().skip(2).anyMatch(Objects::nonNull)) {
            sheet.row(row);
        }
    }

    private List<Object> district(MeasureReport measure, int number, String code, String name) {
        List<Object> row = new ArrayList<>(List.of(number, name));
        for (IndicatorFigures i : measure.indicators()) {
            row.add(i.districts().stream()
                    .filter(d -> d.territory().equals(code))
                    .findFirst()
                    .map(d -> value(d.state(), d.value()))
                    .orElse(null));
        }
        for (MoneyFigures money : measure.money()) {
            Optional<MoneyFigures.Place> place = money.districts().stream()
                    .filter(d -> d.territory().equals(code))
                    .findFirst();
            row.add(place.flatMap(MoneyFigures.Place::planned).orElse(null));
            row.add(place.map(MoneyFigures.Place::spent).orElse(null));
        }
        return row;
    }

    /** A row for each part, under the figure that it is a part of. */
    private void breakdowns(Sheets.Writer sheet, MeasureReport measure, int last) {
        int number = last;
        for (int column = 0; column < measure.indicators().size(); column++) {
            for (IndicatorFigures.Breakdown by :
                    measure.indicators().get(column).by()) {
                for (IndicatorFigures.Item item : by.items()) {
                    number++;
                    List<Object> row = new ArrayList<>(List.of(number, names.part(measure, by, item)));
                    row.addAll(Collections.nCopies(column, null));
                    row.add(value(item.state(), item.value()));
                    sheet.row(row);
                }
            }
        }
    }

    /** A number where there is one, else in words why there is none. */
    private Object value(Cell.State state, Optional<BigDecimal> value) {
        return value.<Object>map(v -> v).orElseGet(() -> Shown.state(words, state));
    }
}
