package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;

/** The money of a report on its page: of a measure by source and district, and of all measures together. */
final class MoneyBlocks {
    private final Words words;
    private final ReportBook book;

    MoneyBlocks(Words words, ReportBook book) {
        this.words = words;
        this.book = book;
    }

    /** Of a measure, with the year before; nothing when no money is meant. */
    Optional<Block> row(MeasureReport row) {
        if (row.money().isEmpty()) {
            return Optional.empty();
        }
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.of(words.text("report.column.district")));
        Map<String, String> names = new TreeMap<>();
        List<Cell> total = new ArrayList<>();
        total.add(Cell.of(book.report().region().name()));
        for (MoneyFigures money : row.money()) {
            columns.add(Table.Column.number(words.text("report.money.planned", money.name())));
            columns.add(Table.Column.number(words.text("report.money.spent", money.name())));
            money.districts().forEach(d -> names.put(d.territory(), d.name()));
            total.add(Cell.number(planned(money.planned())));
            total.add(spent(row, money));
        }
        List<Table.Line> lines = new ArrayList<>();
        lines.add(new Table.Line("", total, Tone.RUN));
        words.sorted(names.entrySet(), Map.Entry::getValue)
                .forEach(d -> lines.add(Table.Line.of(district(row, d.getKey(), d.getValue()))));
        return Optional.of(Table.of(columns, lines)
                .caption(row.name() + ": " + words.text("page.report.money"))
                .scrolls());
    }

    private Cell spent(MeasureReport row, MoneyFigures money) {
        int last = book.report().year() - 1;
        String before = book.spentBefore(row.code(), money.source())
                .map(was -> Shown.before(
                        words, last, Unit.TENGE, was, book.entered(row.code(), ReportBook.spent(money.source()))))
                .orElse("");
        return new Cell(words.money(money.spent()), before, "", true, List.of(), Optional.empty());
    }

    private List<Cell> district(MeasureReport row, String code, String name) {
        boolean whole = code.isEmpty() || code.endsWith("0000000");
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(whole ? words.text("report.money.undivided") : name));
        for (MoneyFigures money : row.money()) {
            Optional<MoneyFigures.Place> place = money.districts().stream()
                    .filter(d -> d.territory().equals(code))
                    .findFirst();
            cells.add(Cell.number(planned(place.flatMap(MoneyFigures.Place::planned))));
            cells.add(
                    Cell.number(words.money(place.map(MoneyFigures.Place::spent).orElse(BigDecimal.ZERO))));
        }
        return cells;
    }

    private String planned(Optional<BigDecimal> planned) {
        return planned.map(words::money).orElse("–");
    }

    /** Of all measures that need money, with the sum of each source. */
    Optional<Block> card() {
        List<Table.Line> lines = new ArrayList<>();
        for (MeasureReport row : book.report().measures()) {
            row.money()
                    .forEach(m -> lines.add(Table.Line.of(
                            Cell.of(row.number() + ". " + row.name()),
                            Cell.of(m.name()),
                            Cell.number(planned(m.planned())),
                            spent(row, m))));
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        MoneySums.of(book.report().measures().stream().flatMap(m -> m.money().stream()))
                .forEach(sum -> lines.add(new Table.Line(
                        "",
                        List.of(
                                Cell.of(words.text("report.money.total")),
                                Cell.of(sum.name()),
                                Cell.number(planned(sum.planned())),
                                Cell.number(words.money(sum.spent()))),
                        Tone.RUN)));
        List<Table.Column> columns = List.of(
                Table.Column.of(words.text("report.column.measure")),
                Table.Column.of(words.text("report.column.source")),
                Table.Column.number(words.text("report.column.planned")),
                Table.Column.number(words.text("report.column.spent")));
        return Optional.of(Block.Card.of(
                words.text("page.report.money"), Table.of(columns, lines).scrolls()));
    }
}
