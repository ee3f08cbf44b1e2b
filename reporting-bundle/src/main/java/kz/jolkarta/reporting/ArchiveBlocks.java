package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;

/** A return of a past year on its pages. */
record ArchiveBlocks(Words words, Archive.Return of) {
    private String year() {
        return String.valueOf(of.key().year());
    }

    private String href() {
        return ArchivePages.href(of.key().year(), of.key().region());
    }

    /** @param above what came of a file @param refused the file's form that came back */
    View view(List<Block> above, Optional<Form> refused) {
        List<Block> left = new ArrayList<>(above);
        if (of.state() == Archive.State.HANDED_IN) {
            left.add(Block.Notice.of(
                    Tone.NONE,
                    words.text("archive.handed-in", year()),
                    Action.link(
                            words.text("page.report.title", year()),
                            ReportPages.href(of.key().year(), of.key().region()))));
        }
        if (!of.whole()) {
            left.add(new Block.Paragraph(words.text("page.archive.hidden")));
        }
        left.add(Block.Card.of(words.text("page.report.rows"), table()).badge(ArchiveWords.badge(words, of.state())));
        List<Block> right = new ArrayList<>();
        if (of.writes()) {
            right.add(Block.Card.of(
                    words.text("page.archive.form"),
                    new Block.Paragraph(words.text("page.archive.form-help")),
                    Block.Buttons.of(Action.download("XLSX", "/api" + href() + "/form.xlsx"))));
            right.add(Block.Card.of(words.text("page.archive.bring"), refused.orElseGet(this::upload))
                    .at("file"));
        }
        List<Block> blocks = right.isEmpty() ? left : List.of(new Block.Column(8, left), new Block.Column(4, right));
        return View.of(words.text("page.archive.of-return", year()), blocks)
                .lead(words.text("page.report.step.lead", words.text(of.name()), year()))
                .up(words.text("page.archive.title"), ArchivePages.ARCHIVE);
    }

    private Table table() {
        List<Table.Column> columns = List.of(
                Table.Column.of(words.text("report.column.measure")),
                Table.Column.of(words.text("page.report.state")),
                Table.Column.of(words.text("report.column.value")),
                Table.Column.of(words.text("page.archive.source")));
        return Table.of(columns, of.form().parts().stream().map(this::line).toList())
                .caption(words.text("page.report.rows"));
    }

    private Table.Line line(ArchiveForm.Part part) {
        ArchiveEntry entry = of.of(part.code());
        Archive.State state = entry.filled() ? Archive.State.ENTERED : Archive.State.NOT_ENTERED;
        return Table.Line.of(
                Cell.link(Shown.measure(words, part.code()), ArchivePages.href(of.key(), part.code())),
                Cell.badge(ArchiveWords.badge(words, state)),
                Cell.of(headline(part, entry)),
                Cell.of(entry.source().map(s -> ArchiveWords.source(words, s)).orElse("")));
    }

    /** The first figure that was entered. */
    private String headline(ArchiveForm.Part part, ArchiveEntry entry) {
        return part.lines().stream()
                .filter(l -> entry.figures().containsKey(l.code()))
                .findFirst()
                .map(l -> figure(entry, part.code(), l.code()))
                .orElse("");
    }

    private String figure(ArchiveEntry entry, String measure, String code) {
        ArchiveEntry.Figure figure = entry.figures().get(code);
        return Shown.indicator(words, measure, code) + ": "
                + Shown.value(words, figure.unit(), figure.state(), figure.value());
    }

    private Form upload() {
        return Form.of(
                href() + "/file",
                words.text("page.archive.bring"),
                List.of(
                        Field.file("file", words.text("page.archive.file"))
                                .require()
                                .help(words.text("page.archive.file-help")),
                        Field.flag("dryRun", words.text("page.archive.dry-run"))
                                .help(words.text("page.archive.dry-run-help"))));
    }

    /** What is wrong with cells of the file stands in a table of its own. */
    Form refused(FormInput input, Problem problem) {
        List<Problem.FieldError> own = problem.fields().stream()
                .filter(e -> e.field().indexOf('!') < 0)
                .toList();
        Problem rest = own.isEmpty()
                ? problem.fields().isEmpty() ? problem : Problem.invalid("archive.file.nothing-stored")
                : Problem.fields(own);
        return upload().refused(input, rest, words);
    }

    /** The cells of a file that cannot be, each with its place and what to do. */
    List<Block> wrong(Problem problem) {
        List<Table.Line> lines = problem.fields().stream()
                .filter(e -> e.field().indexOf('!') > 0)
                .map(e -> {
                    String[] place = e.field().split("!", 2);
                    return Table.Line.of(
                            Cell.of(place[0]),
                            Cell.number(place[1].replaceAll("\\D", "")),
                            Cell.of(place[1].replaceAll("\\d", "")),
                            Cell.of(words.text(e.message())));
                })
                .toList();
        if (lines.isEmpty()) {
            return List.of();
        }
        List<Table.Column> columns = List.of(
                Table.Column.of(words.text("page.archive.sheet")),
                Table.Column.number(words.text("page.archive.row")),
                Table.Column.of(words.text("page.archive.column")),
                Table.Column.of(words.text("page.archive.remedy")));
        return List.of(
                Block.Notice.of(Tone.LATE, words.text("archive.file.nothing-stored")),
                Table.of(columns, lines).caption(words.text("page.archive.remedy")));
    }

    /** What a file would change, or that it changes nothing. */
    Block tried(ArchiveFiles.Brought brought) {
        if (brought.changes().isEmpty()) {
            return Block.Notice.of(Tone.OK, words.text("page.archive.unchanged"));
        }
        List<Table.Column> columns = List.of(
                Table.Column.of(words.text("report.column.measure")),
                Table.Column.of(words.text("report.column.indicator")),
                Table.Column.of(words.text("page.report.was")),
                Table.Column.of(words.text("page.archive.new")));
        List<Table.Line> lines = brought.changes().stream()
                .map(c -> Table.Line.of(
                        Cell.of(Shown.measure(words, c.measure())),
                        Cell.of(name(c)),
                        Cell.of(c.was()),
                        Cell.of(c.now())))
                .toList();
        return Block.Card.of(
                words.text("page.archive.tried"),
                new Block.Paragraph(words.text("page.archive.tried-help")),
                Table.of(columns, lines).caption(words.text("page.archive.tried")));
    }

    private String name(ArchiveFiles.Change change) {
        return switch (change.code()) {
            case ArchiveSheet.KK -> words.text("page.report.text.kk");
            case ArchiveSheet.RU -> words.text("page.report.text.ru");
            default -> Shown.indicator(words, change.measure(), change.code());
        };
    }

    /** A measure of the return. @param history the newest first @param refused the form that came back */
    View measure(ArchiveForm.Part part, List<ArchiveEntry> history, Optional<Form> refused) {
        List<Block> left = new ArrayList<>();
        ArchiveEntry entry = of.of(part.code());
        Badge badge = ArchiveWords.badge(words, entry.filled() ? Archive.State.ENTERED : Archive.State.NOT_ENTERED);
        left.add(Block.Card.of(
                        words.text("page.archive.values"),
                        of.writes() ? refused.orElseGet(() -> form(part)) : facts(entry))
                .badge(badge));
        List<Block.Event> events = history.stream()
                .map(e -> new Block.Event(
                        words.moment(e.source().orElseThrow().at()),
                        e.source().orElseThrow().by(),
                        words.text("page.archive.entry", words.number(e.revision()))
                                + e.source()
                                        .orElseThrow()
                                        .file()
                                        .map(f -> " · " + f.name())
                                        .orElse(""),
                        said(e)))
                .toList();
        Block past = Block.Card.of(
                words.text("page.archive.history"), new Block.History(events, words.text("page.archive.no-history")));
        return View.of(Shown.measure(words, part.code()), new Block.Column(7, left), new Block.Column(5, List.of(past)))
                .lead(words.text("page.report.step.lead", words.text(of.name()), year()))
                .up(words.text("page.archive.of-return", year()), href());
    }

    private String said(ArchiveEntry entry) {
        Stream<String> figures = entry.figures().keySet().stream().map(code -> figure(entry, entry.measure(), code));
        Stream<String> texts = Stream.of(entry.kk(), entry.ru()).filter(t -> !t.isEmpty());
        return Stream.concat(figures, texts).collect(Collectors.joining("; "));
    }

    private Block facts(ArchiveEntry entry) {
        List<Block.Fact> facts = new ArrayList<>();
        entry.figures()
                .forEach((code, f) -> facts.add(Block.Fact.of(
                        Shown.indicator(words, entry.measure(), code),
                        Shown.value(words, f.unit(), f.state(), f.value()))));
        Map.of("page.report.text.kk", entry.kk(), "page.report.text.ru", entry.ru()).entrySet().stream()
                .filter(t -> !t.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .forEach(t -> facts.add(Block.Fact.of(words.text(t.getKey()), t.getValue())));
        return facts.isEmpty() ? new Block.Paragraph(words.text("page.archive.no-history")) : new Block.Facts(facts);
    }

    /** Everything that a measure is asked for. */
    Form form(ArchiveForm.Part part) {
        ArchiveEntry entry = of.of(part.code());
        List<Field> fields = new ArrayList<>();
        fields.add(Field.hidden(FormInput.VERSION, entry.revision()));
        for (ArchiveForm.Line line : part.lines()) {
            String name = ArchiveEntries.FIELD + line.code();
            String label = Shown.indicator(words, part.code(), line.code()) + ", "
                    + words.text(line.unit().label());
            Field field = line.unit() == Unit.TENGE ? Field.money(name, label) : Field.number(name, label);
            Field known = entry.hides(line.code()) ? field.help(words.text("page.archive.keep")) : field;
            fields.add(known.value(Optional.ofNullable(entry.figures().get(line.code()))
                    .flatMap(ArchiveEntry.Figure::value)
                    .map(BigDecimal::toPlainString)));
        }
        fields.add(Field.lines("kk", words.text("page.report.text.kk")).value(filled(entry.kk())));
        fields.add(Field.lines("ru", words.text("page.report.text.ru")).value(filled(entry.ru())));
        return Form.of(ArchivePages.href(of.key(), part.code()), words.text("page.archive.save"), fields);
    }

    private static Optional<String> filled(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }
}
