package kz.jolkarta.reporting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;

/**
 * How far the ministry's report is, on a page.
 *
 * @param written texts by the measure's code
 * @param revisions the newest first
 */
record NationReportBlocks(
        Words words, RollUp rollUp, Due due, Map<String, ReportText> written, List<NationReport> revisions) {
    private Optional<NationReport> last() {
        return revisions.stream().findFirst();
    }

    List<Integer> missing() {
        return NationReports.missing(rollUp, written);
    }

    private Badge standing(Instant now) {
        return last().map(r -> r.onTime()
                        ? Badge.of(words.text("page.report.state.on-time"), Tone.OK)
                        : Badge.of(words.text("page.report.state.late"), Tone.RUN))
                .orElseGet(() -> due.onTime(now)
                        ? Badge.of(words.text("page.report.state.draft"), Tone.RUN)
                        : Badge.of(words.text("page.report.state.missing"), Tone.LATE));
    }

    /** @param submits whether the reader hands in */
    Block card(boolean submits, Instant now) {
        List<Block> blocks = new ArrayList<>();
        lacking().ifPresent(blocks::add);
        if (submits && rollUp.open() && missing().isEmpty() && !due.locked(now)) {
            blocks.add(Block.Buttons.of(Action.go(
                    words.text("page.report.submit"), NationReportPages.href(rollUp.year()) + "/submission")));
        }
        blocks.add(new Block.Paragraph(words.text("page.report.freezes")));
        last().ifPresent(last -> {
            blocks.add(new Block.Facts(List.of(
                    Block.Fact.of(
                            words.text("page.report.last"),
                            words.text(
                                    "page.report.last-value",
                                    words.number(last.revision()),
                                    words.moment(last.submittedAt()))),
                    Block.Fact.of(words.text("page.report.who"), last.submittedBy()),
                    Block.Fact.of("SHA-256", last.hash()),
                    Block.Fact.of(words.text("page.nation-report.key"), last.key()),
                    Block.Fact.of(words.text("page.nation-report.signature"), last.signature()))));
            blocks.add(Block.Buttons.of(Action.download(
                    "JSON", "/api/nation-reports/" + last.year() + "/submissions/" + last.revision() + ".json")));
        });
        return Block.Card.of(words.text("page.report.handing"), blocks)
                .at("send")
                .badge(standing(now));
    }

    private Optional<Block> lacking() {
        String numbers = missing().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return Optional.of(numbers)
                .filter(n -> !n.isEmpty())
                .map(n -> Block.Notice.of(
                        Tone.LATE,
                        words.text("page.report.check.missing"),
                        Action.link(
                                words.text("page.report.row-numbers", n),
                                "#" + ReportRows.anchor(missing().get(0)))));
    }

    Block history() {
        List<Block.Event> events = revisions.stream()
                .map(r -> new Block.Event(
                        words.moment(r.submittedAt()),
                        r.submittedBy(),
                        words.text(
                                r.onTime() ? "page.report.revision-on-time" : "page.report.revision-late",
                                words.number(r.revision())),
                        "SHA-256 " + r.hash()))
                .toList();
        return Block.Card.of(
                words.text("page.report.history"), new Block.History(events, words.text("page.report.no-revisions")));
    }

    /** What differs from the last revision: figures of the country one by one, those of regions by their number. */
    Optional<Block> changed(List<Snapshot.Changed> changes) {
        return last().map(last -> {
            List<Table.Line> lines = changes.stream()
                    .filter(c -> c.key().territory().isEmpty())
                    .map(this::line)
                    .toList();
            String regions = words
                    .sorted(
                            rollUp.regions().stream()
                                    .filter(r -> changes.stream()
                                            .anyMatch(c -> c.key().territory().equals(r.code())))
                                    .toList(),
                            RollUp.Region::name)
                    .stream()
                    .map(RollUp.Region::name)
                    .collect(Collectors.joining(", "));
            List<Block> blocks = new ArrayList<>();
            blocks.add(Table.of(
                            List.of(
                                    Table.Column.of(words.text("report.column.indicator")),
                                    Table.Column.number(words.text("page.report.was")),
                                    Table.Column.number(words.text("page.report.is"))),
                            lines)
                    .empty(words.text("page.report.unchanged")));
            if (!regions.isEmpty()) {
                blocks.add(new Block.Paragraph(words.text("page.nation-report.changed-regions", regions)));
            }
            return Block.Card.of(words.text("page.report.changed", words.number(last.revision())), blocks);
        });
    }

    private Table.Line line(Snapshot.Changed change) {
        MeasureReport row = rollUp.measures().stream()
                .filter(m -> m.code().equals(change.key().measure()))
                .findFirst()
                .orElseThrow();
        Optional<IndicatorFigures> figures = row.indicators().stream()
                .filter(i -> i.code().equals(change.key().indicator()))
                .findFirst();
        Unit unit = figures.map(IndicatorFigures::unit).orElse(Unit.COUNT);
        String name = figures.map(IndicatorFigures::name).orElse(change.key().indicator());
        return new Table.Line(
                "",
                List.of(
                        Cell.of(row.number() + ". " + name),
                        Cell.number(Shown.value(
                                words,
                                unit,
                                change.before().state(),
                                change.before().value())),
                        Cell.number(Shown.value(
                                words, unit, change.now().state(), change.now().value()))),
                change.fell() ? Tone.LATE : Tone.PLAIN);
    }

    /** The text's form; nothing of the measure is in its fields' names, so that a refusal finds them. */
    Form form(String measure) {
        ReportText text = written.getOrDefault(measure, ReportText.none(measure));
        return Form.of(
                NationReportPages.href(rollUp.year()) + "/texts/" + measure,
                words.text("page.report.text.save"),
                List.of(
                        Field.hidden(FormInput.VERSION, text.version()),
                        Field.lines("kk", words.text("page.report.text.kk")).value(filled(text.kk())),
                        Field.lines("ru", words.text("page.report.text.ru"))
                                .value(filled(text.ru()))
                                .help(words.text("page.report.text.help"))));
    }

    List<Block> texts(String measure) {
        ReportText text = written.getOrDefault(measure, ReportText.none(measure));
        List<Block> blocks = new ArrayList<>();
        Map.of("kk", text.kk(), "ru", text.ru()).entrySet().stream()
                .filter(t -> !t.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .forEach(t -> {
                    blocks.add(new Block.Heading(words.text("page.report.text." + t.getKey())));
                    blocks.add(new Block.Paragraph(t.getValue()));
                });
        return blocks;
    }

    private static Optional<String> filled(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }

    /** What handing in will freeze. */
    List<Block> step(Instant now) {
        List<Block> blocks = new ArrayList<>();
        new RollUpBlocks(words, rollUp).notice().ifPresent(blocks::add);
        lacking().ifPresent(blocks::add);
        long in = rollUp.regions().stream().filter(r -> r.state().counts()).count();
        long figures =
                rollUp.measures().stream().mapToLong(m -> m.indicators().size()).sum();
        long texts = written.values().stream().filter(t -> !t.empty()).count();
        blocks.add(Block.Card.of(
                words.text("page.report.step.freezes"),
                new Block.Facts(List.of(
                        Block.Fact.of(
                                words.text("page.rollup.regions"),
                                words.text(
                                        "page.report.of",
                                        words.number(in),
                                        words.number(rollUp.regions().size()))),
                        Block.Fact.of(words.text("page.report.step.figures"), words.number(figures)),
                        Block.Fact.of(words.text("page.report.step.texts"), words.number(texts)))),
                new Block.Paragraph(words.text("page.nation-report.explained"))));
        if (rollUp.open() && missing().isEmpty() && !due.locked(now)) {
            blocks.add(Form.of(
                    NationReportPages.href(rollUp.year()) + "/submission",
                    words.text("page.nation-report.submit"),
                    List.of()));
        }
        return blocks;
    }
}
