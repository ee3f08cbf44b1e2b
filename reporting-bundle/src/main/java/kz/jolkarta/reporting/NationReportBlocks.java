package kz.jolkarta.reporting;

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

/** How far the ministry's report is, on a page. */
record NationReportBlocks(Words words, NationBook book) {
    private Badge standing() {
        if (book.state() == ReportState.PREPARED) {
            return book.state().badge(words);
        }
        return book.last()
                .map(r -> r.onTime()
                        ? Badge.of(words.text("page.report.state.on-time"), Tone.OK)
                        : Badge.of(words.text("page.report.state.late"), Tone.RUN))
                .orElseGet(() -> book.deadlines().nation().onTime(book.now())
                        ? Badge.of(words.text("page.report.state.draft"), Tone.RUN)
                        : Badge.of(words.text("page.report.state.missing"), Tone.LATE));
    }

    /** @param national whether the reader is of the level that prepares and hands in */
    Block card(boolean national) {
        List<Block> blocks = new ArrayList<>();
        lacking().ifPresent(blocks::add);
        if (national && book.open()) {
            String href = NationReportPages.href(book.rollUp().year());
            blocks.add(Block.Buttons.of(
                    Action.go(words.text("page.report.prepare"), href + "/preparation"),
                    Action.go(words.text("page.report.submit"), href + "/submission")));
        }
        blocks.add(new Block.Paragraph(words.text("page.report.freezes")));
        book.prepared().ifPresent(p -> blocks.add(prepared(p)));
        book.last().ifPresent(last -> {
            List<Block.Fact> facts = new ArrayList<>(List.of(
                    Block.Fact.of(
                            words.text("page.report.last"),
                            words.text(
                                    "page.report.last-value",
                                    words.number(last.revision()),
                                    words.moment(last.submittedAt()))),
                    Block.Fact.of(words.text("page.report.who"), last.submittedBy()),
                    Block.Fact.of("SHA-256", last.hash()),
                    Block.Fact.of(words.text("page.nation-report.key"), last.key()),
                    Block.Fact.of(words.text("page.nation-report.signature"), last.signature())));
            last.prepared()
                    .ifPresent(p -> facts.add(
                            1,
                            Block.Fact.of(words.text("page.revision.prepared"), p.by() + ", " + words.moment(p.at()))));
            blocks.add(new Block.Facts(facts));
            blocks.add(Block.Buttons.of(Action.download(
                    "JSON", "/api/nation-reports/" + last.year() + "/submissions/" + last.revision() + ".json")));
        });
        return Block.Card.of(words.text("page.report.handing"), blocks)
                .at("send")
                .badge(standing());
    }

    Block prepared(Preparation made) {
        return new Block.Paragraph(words.text("page.report.prepared", made.by(), words.moment(made.at())));
    }

    Optional<Block> lacking() {
        String numbers = book.missing().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return Optional.of(numbers)
                .filter(n -> !n.isEmpty())
                .map(n -> Block.Notice.of(
                        Tone.LATE,
                        words.text("page.report.check.missing"),
                        Action.link(
                                words.text("page.report.row-numbers", n),
                                "#" + ReportRows.anchor(book.missing().get(0)))));
    }

    Block history() {
        List<Block.Event> events = book.revisions().stream()
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
        return book.last().map(last -> {
            List<Table.Line> lines = changes.stream()
                    .filter(c -> c.key().territory().isEmpty())
                    .map(this::line)
                    .toList();
            String regions = words
                    .sorted(
                            book.rollUp().regions().stream()
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
        MeasureReport row = book.rollUp().measures().stream()
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
        ReportText text = book.text(measure);
        return Form.of(
                NationReportPages.href(book.rollUp().year()) + "/texts/" + measure,
                words.text("page.report.text.save"),
                List.of(
                        Field.hidden(FormInput.VERSION, text.version()),
                        Field.lines("kk", words.text("page.report.text.kk")).value(filled(text.kk())),
                        Field.lines("ru", words.text("page.report.text.ru"))
                                .value(filled(text.ru()))
                                .help(words.text("page.report.text.help"))));
    }

    List<Block> texts(String measure) {
        ReportText text = book.text(measure);
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
}
