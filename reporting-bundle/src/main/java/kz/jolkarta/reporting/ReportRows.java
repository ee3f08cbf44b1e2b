package kz.jolkarta.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;

/** The rows of a report on its page: each opens its figures by district, what is to be looked at, and the text. */
final class ReportRows {
    private final Words words;
    private final ReportBook book;
    private final boolean writes;
    private final AttachmentBlocks attachments;
    private final Map<String, Form> refused;

    /**
     * @param writes whether the reader may write texts and add files
     * @param opens whether the reader may open files
     * @param refused a form that came back, by the measure's code
     */
    ReportRows(Words words, ReportBook book, boolean writes, boolean opens, Map<String, Form> refused) {
        this.words = words;
        this.book = book;
        this.writes = writes;
        this.attachments = new AttachmentBlocks(words, opens);
        this.refused = refused;
    }

    static String anchor(int number) {
        return "r" + number;
    }

    Block card() {
        RegionReport report = book.report();
        List<Block> rows = new ArrayList<>();
        report.measures().forEach(row -> rows.add(row(row)));
        rows.add(new Block.Paragraph(words.text("page.report.unofficial")));
        String count = words.text(
                "page.report.ready",
                words.number(book.checks().ready(report)),
                words.number(report.measures().size()));
        return Block.Card.of(words.text("page.report.rows"), rows)
                .badge(Badge.of(count, book.checks().blocked() ? Tone.RUN : Tone.OK));
    }

    /** Brought when it is opened: with its districts and forms the whole report would be a heavy page. */
    private Block row(MeasureReport row) {
        return refused.containsKey(row.code())
                ? opened(row)
                : head(row, List.of()).later(page(row));
    }

    /** The page of the row alone. */
    private String page(MeasureReport row) {
        return ReportPages.row(book.report(), row.code());
    }

    Block opened(MeasureReport row) {
        return head(row, inside(row));
    }

    /** To be read through with the others: figures of the whole region, and a link to those of its districts. */
    Block read(MeasureReport row) {
        List<Block> inside = findings(row);
        if (!row.indicators().isEmpty()) {
            inside.add(totals(row));
        }
        written(inside, row);
        inside.addAll(attachments.row(book, row.code(), false));
        inside.add(Block.Buttons.of(Action.link(words.text("page.report.by-district", row.name()), page(row))));
        return head(row, inside);
    }

    private Block.Disclosure head(MeasureReport row, List<Block> inside) {
        Optional<IndicatorFigures> headline = Shown.headline(row.code(), row.indicators());
        return new Block.Disclosure(
                        anchor(row.number()),
                        row.number() + ". " + row.name(),
                        headline.map(h -> Shown.value(words, h)).orElseGet(() -> Shown.state(words, row.state())),
                        List.of(Shown.badge(words, book.checks().row(row))),
                        true,
                        inside)
                .note(headline.map(h -> note(row.code(), h)).orElse(""))
                .change(headline.flatMap(h -> change(row.code(), h)));
    }

    /** What the figure is called, and its target. */
    private String note(String measure, IndicatorFigures figure) {
        return target(measure, figure).map(t -> figure.name() + " · " + t).orElse(figure.name());
    }

    private Optional<String> target(String measure, IndicatorFigures figure) {
        return book.targets().of(measure, figure).map(aim -> Shown.target(words, aim, figure.value()));
    }

    private Optional<Block.Disclosure.Change> change(String measure, IndicatorFigures figure) {
        Unit unit = figure.unit();
        int last = book.report().year() - 1;
        return figure.value()
                .flatMap(now -> book.before(measure, figure.code())
                        .map(was -> new Block.Disclosure.Change(
                                Shown.change(words, unit, was, now),
                                Shown.before(words, last, unit, was, book.entered(measure, figure.code())))));
    }

    private Block reason(MeasureReport row) {
        String reason = words.text("page.report.reason", row.reason());
        String absences = ReportPages.absences(book.report().region().code()) + "?measure=" + row.code();
        return row.state() == kz.jolkarta.reporting.Cell.State.NOT_RUN
                ? Block.Notice.of(Tone.NONE, reason, Action.link(words.text("page.report.absences"), absences))
                : Block.Notice.of(Tone.NONE, reason);
    }

    private List<Block> findings(MeasureReport row) {
        List<Block> findings = new ArrayList<>();
        if (!row.reason().isEmpty()) {
            findings.add(reason(row));
        }
        book.checks().of(row.code()).forEach(f -> findings.add(Block.Notice.of(tone(f.kind()), sentence(words, f))));
        return findings;
    }

    private List<Block> inside(MeasureReport row) {
        List<Block> inside = findings(row);
        if (!row.indicators().isEmpty()) {
            inside.add(figures(row));
        }
        new MoneyBlocks(words, book).row(row).ifPresent(inside::add);
        if (writes) {
            inside.add(refused.getOrDefault(row.code(), form(row.code())));
        } else {
            written(inside, row);
        }
        inside.addAll(attachments.row(book, row.code(), writes));
        return inside;
    }

    private void written(List<Block> inside, MeasureReport row) {
        ReportText text = book.text(row.code());
        written(inside, "page.report.text.kk", text.kk());
        written(inside, "page.report.text.ru", text.ru());
    }

    private void written(List<Block> inside, String heading, String text) {
        if (!text.isEmpty()) {
            inside.add(new Block.Heading(words.text(heading)));
            inside.add(new Block.Paragraph(text));
        }
    }

    static Tone tone(ReportChecks.Kind kind) {
        return kind == ReportChecks.Kind.MISSING ? Tone.LATE : Tone.RUN;
    }

    static String sentence(Words words, ReportChecks.Finding finding) {
        return words.text(
                "page.report.check." + Json.name(finding.kind()),
                finding.indicator(),
                Shown.number(words, finding.unit(), finding.before()),
                Shown.number(words, finding.unit(), finding.now()));
    }

    /** The text's form; nothing of the measure is in its fields' names, so that a refusal finds them. */
    Form form(String measure) {
        ReportText text = book.text(measure);
        RegionReport report = book.report();
        return Form.of(
                ReportPages.href(report) + "/texts/" + measure,
                words.text("page.report.text.save"),
                List.of(
                        Field.hidden(FormInput.VERSION, text.version()),
                        Field.lines("kk", words.text("page.report.text.kk")).value(filled(text.kk())),
                        Field.lines("ru", words.text("page.report.text.ru"))
                                .value(filled(text.ru()))
                                .help(words.text("page.report.text.help"))));
    }

    private static Optional<String> filled(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }

    private Block totals(MeasureReport row) {
        List<Table.Line> lines = row.indicators().stream()
                .map(i -> Table.Line.of(Cell.of(i.name()), total(row, i)))
                .toList();
        return Table.of(
                        List.of(
                                Table.Column.of(words.text("report.column.indicator")),
                                Table.Column.number(words.text("report.column.value"))),
                        lines)
                .caption(row.name());
    }

    private Block figures(MeasureReport row) {
        Map<String, String> names = new TreeMap<>();
        row.indicators().forEach(i -> i.districts().forEach(d -> names.putIfAbsent(d.territory(), d.name())));
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.of(words.text("report.column.district")));
        row.indicators().forEach(i -> columns.add(Table.Column.number(i.name())));
        List<Table.Line> lines = new ArrayList<>();
        lines.add(new Table.Line("", total(row), Tone.RUN));
        words.sorted(names.entrySet(), Map.Entry::getValue)
                .forEach(d -> lines.add(Table.Line.of(district(row, d.getKey(), d.getValue()))));
        return Table.of(columns, lines).caption(row.name()).scrolls();
    }

    private List<Cell> total(MeasureReport row) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(book.report().region().name()));
        row.indicators().forEach(i -> cells.add(total(row, i)));
        return cells;
    }

    private Cell total(MeasureReport row, IndicatorFigures figures) {
        return Cell.number(Shown.value(words, figures), why(row, figures, ""))
                .small(target(row.code(), figures).orElse(""));
    }

    /** On the row's own page, where the panel stands beside nothing but the row. */
    private String why(MeasureReport row, IndicatorFigures figures, String place) {
        return WhyPanel.href(Address.of(page(row)), row.code(), figures.code(), place);
    }

    private List<Cell> district(MeasureReport row, String code, String name) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(name));
        for (IndicatorFigures figures : row.indicators()) {
            Optional<IndicatorFigures.Place> place = figures.districts().stream()
                    .filter(d -> d.territory().equals(code))
                    .findFirst();
            // Of the region as a whole there is a line already, and of the country no reader of a region sees the rows.
            boolean opens = !code.isEmpty() && !code.endsWith("0000000");
            cells.add(place.map(p -> Shown.value(words, figures.unit(), p.state(), p.value()))
                    .map(v -> opens ? Cell.number(v, why(row, figures, code)) : Cell.number(v))
                    .orElseGet(() -> Cell.number("")));
        }
        return cells;
    }
}
