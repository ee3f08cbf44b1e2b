package kz.jolkarta.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;

/** What changed since a report was last handed in. */
record ChangedCard(Words words, ReportBook book) {
    private record Figure(String name, Unit unit) {}

    /** Empty while nothing was handed in. */
    Optional<Block> card() {
        if (book.last().isEmpty()) {
            return Optional.empty();
        }
        Map<String, Figure> figures = new HashMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        book.report().measures().forEach(m -> {
            numbers.put(m.code(), m.number());
            m.indicators().forEach(i -> figures.put(m.code() + "/" + i.code(), new Figure(i.name(), i.unit())));
            m.money().forEach(s -> {
                figures.put(
                        m.code() + "/" + ReportBook.planned(s.source()),
                        new Figure(words.text("report.money.planned", s.name()), Unit.TENGE));
                figures.put(
                        m.code() + "/" + ReportBook.spent(s.source()),
                        new Figure(words.text("report.money.spent", s.name()), Unit.TENGE));
            });
        });
        List<Table.Line> lines = book.changes().stream()
                .filter(c -> c.key().territory().isEmpty())
                .map(c -> line(
                        c,
                        numbers.getOrDefault(c.key().measure(), 0),
                        Optional.ofNullable(
                                figures.get(c.key().measure() + "/" + c.key().indicator()))))
                .toList();
        long districts = book.changes().size() - lines.size();
        List<Table.Column> columns = List.of(
                Table.Column.of(words.text("report.column.indicator")),
                Table.Column.number(words.text("page.report.was")),
                Table.Column.number(words.text("page.report.is")));
        List<Block> blocks = new ArrayList<>();
        blocks.add(Table.of(columns, lines).empty(words.text("page.report.unchanged")));
        if (districts > 0) {
            blocks.add(new Block.Paragraph(words.text("page.report.changed-districts", words.number(districts))));
        }
        return Optional.of(Block.Card.of(
                words.text("page.report.changed", words.number(book.last().get().revision())), blocks));
    }

    private Table.Line line(Snapshot.Changed change, int number, Optional<Figure> figures) {
        Unit unit = figures.map(Figure::unit).orElse(Unit.COUNT);
        String name = figures.map(Figure::name).orElse(change.key().indicator());
        return new Table.Line(
                "",
                List.of(
                        Cell.of(number + ". " + name),
                        Cell.number(Shown.value(
                                words,
                                unit,
                                change.before().state(),
                                change.before().value())),
                        Cell.number(Shown.value(
                                words, unit, change.now().state(), change.now().value()))),
                change.fell() ? Tone.LATE : Tone.PLAIN);
    }
}
