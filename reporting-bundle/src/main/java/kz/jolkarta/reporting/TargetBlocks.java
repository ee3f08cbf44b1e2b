package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;

/**
 * A figure's target on its page: what held when, and how it is changed.
 *
 * @param place what the region is called, or the country
 */
record TargetBlocks(Words words, Targets.Opened of, String place) {
    /** @param refused forms that came back: set, remove */
    View view(boolean sets, Map<String, Form> refused) {
        TargetKey figure = of.figure();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Card.of(words.text("page.target.history"), history()));
        if (sets && of.line().isPresent()) {
            Form form = refused.getOrDefault("set", set(of.line().get()));
            blocks.add(Block.Card.of(form.submit(), form).wide(of.held().isPresent() ? 7 : 12));
        }
        if (sets && of.held().isPresent()) {
            Form form = refused.getOrDefault("remove", remove());
            blocks.add(Block.Card.of(form.submit(), form).wide(5));
        }
        return View.of(Shown.indicator(words, figure.measure(), figure.indicator()), blocks)
                .lead(words.text(
                        "page.target.figure",
                        Shown.measure(words, figure.measure()),
                        place,
                        String.valueOf(figure.year())))
                .up(words.text("page.target.title"), TargetPages.TARGETS + "?year=" + figure.year());
    }

    private Block history() {
        List<Table.Line> lines = new ArrayList<>();
        for (int i = 0; i < of.history().size(); i++) {
            Target entry = of.history().get(i);
            Optional<Target> before = of.history().stream().skip(i + 1L).findFirst();
            lines.add(Table.Line.of(
                    Cell.number(before.map(this::value).orElse("")),
                    Cell.number(value(entry)),
                    Cell.of(entry.ground().map(g -> Shown.ground(words, g)).orElse(entry.reason())),
                    Cell.of(entry.set().by(), words.moment(entry.set().at()))));
        }
        return Table.of(
                        List.of(
                                Table.Column.number(words.text("page.report.was")),
                                Table.Column.number(words.text("report.column.target")),
                                Table.Column.of(words.text("page.target.ground")),
                                Table.Column.of(words.text("page.target.set"))),
                        lines)
                .caption(words.text("page.target.history"))
                .empty(words.text("page.target.never"));
    }

    private String value(Target entry) {
        return entry.value()
                .map(v -> Shown.number(words, entry.unit(), v))
                .orElseGet(() -> words.text("page.target.taken-back"));
    }

    Form set(ArchiveForm.Line line) {
        String label = words.text("report.column.target") + ", "
                + words.text(line.unit().label());
        Field value = line.unit() == Unit.TENGE ? Field.money("value", label) : Field.number("value", label);
        return Form.of(
                of.figure().href(),
                words.text(of.held().isPresent() ? "page.target.change" : "page.target.new"),
                List.of(
                        Field.hidden(FormInput.VERSION, of.version()),
                        value.value(of.held().flatMap(Target::value).map(BigDecimal::toPlainString))
                                .require()
                                .help(words.text(line.remedy())),
                        Field.text("title", words.text("page.target.document"))
                                .require()
                                .help(words.text("page.target.document-help")),
                        Field.text("number", words.text("page.target.document-number"))
                                .require(),
                        Field.date("date", words.text("page.target.document-date"))
                                .require()));
    }

    Form remove() {
        return Form.of(
                        of.figure().href() + "/removal",
                        words.text("page.target.remove"),
                        List.of(
                                Field.hidden(FormInput.VERSION, of.version()),
                                Field.lines("reason", words.text("page.calendar.reason"))
                                        .require()
                                        .help(words.text("page.target.remove-help"))))
                .takesAway();
    }
}
