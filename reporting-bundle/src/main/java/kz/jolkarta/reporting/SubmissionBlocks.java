package kz.jolkarta.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;

/** How far a report is, on its page: the calendar, what is to be looked at, the last snapshot, the revisions. */
final class SubmissionBlocks {
    private final Words words;
    private final ReportBook book;
    private final RegionReport report;

    SubmissionBlocks(Words words, ReportBook book) {
        this.words = words;
        this.book = book;
        this.report = book.report();
    }

    private long ready() {
        return book.checks().ready(report);
    }

    String readyOf() {
        return words.text(
                "page.report.ready",
                words.number(ready()),
                words.number(report.measures().size()));
    }

    private String term(LocalDate deadline) {
        return words.text(
                "page.report.term", words.date(deadline), Shown.left(words, Deadlines.days(book.today(), deadline)));
    }

    private Tone urgency(LocalDate deadline) {
        return Deadlines.days(book.today(), deadline) <= Deadlines.URGENT ? Tone.LATE : Tone.NONE;
    }

    Block flow() {
        boolean sent = book.handedIn();
        boolean whole = !book.checks().blocked();
        boolean begun = report.measures().stream().anyMatch(m -> m.state() == kz.jolkarta.reporting.Cell.State.VALUE);
        LocalDate regions = book.deadlines().regions();
        LocalDate ministry = book.deadlines().ministry();
        return new Block.Flow(List.of(
                new Block.Stage(words.text("page.report.stage.data"), "", begun ? Tone.OK : Tone.RUN, !begun && !sent),
                new Block.Stage(
                        words.text("page.report.stage.check"),
                        readyOf(),
                        whole ? Tone.OK : Tone.RUN,
                        begun && !whole && !sent),
                new Block.Stage(
                        words.text("page.report.stage.submit"),
                        term(regions),
                        sent ? Tone.OK : urgency(regions),
                        begun && whole && !sent),
                new Block.Stage(words.text("page.report.stage.government"), term(ministry), Tone.NONE, sent)));
    }

    Block tiles() {
        LocalDate regions = book.deadlines().regions();
        ReportChecks checks = book.checks();
        long remarks =
                checks.findings().size() - checks.of(ReportChecks.Kind.MISSING).size();
        return new Block.Tiles(List.of(
                new Block.Tile(
                        words.text("page.report.tile.ready"),
                        words.text(
                                "page.report.of",
                                words.number(ready()),
                                words.number(report.measures().size())),
                        "",
                        "",
                        checks.blocked() ? Tone.RUN : Tone.OK,
                        "report-analytics"),
                new Block.Tile(
                        words.text("page.report.tile.missing"),
                        words.number(checks.of(ReportChecks.Kind.MISSING).size()),
                        words.text("page.report.tile.missing-note"),
                        "#send",
                        checks.blocked() ? Tone.LATE : Tone.OK,
                        "file-alert"),
                new Block.Tile(
                        words.text("page.report.tile.remarks"),
                        words.number(remarks),
                        words.text("page.report.tile.remarks-note"),
                        "#send",
                        remarks == 0 ? Tone.OK : Tone.RUN,
                        "alert-triangle"),
                new Block.Tile(
                        words.text("page.report.tile.term"),
                        words.date(regions),
                        Shown.left(words, Deadlines.days(book.today(), regions)),
                        "",
                        book.handedIn() ? Tone.OK : urgency(regions),
                        "clock-hour-4")));
    }

    /** @param prepares whether the reader may make it ready; @param submits whether the reader may hand it in */
    Block card(boolean prepares, boolean submits) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(findings());
        Shown.lock(words, book).ifPresent(blocks::add);
        List<Action> acts = new ArrayList<>();
        if (prepares && open()) {
            acts.add(Action.go(words.text("page.report.prepare"), PreparationPages.href(report)));
        }
        if (submits && open()) {
            acts.add(Action.go(words.text("page.report.submit"), ReportPages.href(report) + "/submission"));
        }
        if (!acts.isEmpty()) {
            blocks.add(new Block.Buttons(acts));
        }
        blocks.add(new Block.Paragraph(
                words.text(book.checks().blocked() ? "page.report.blocked" : "page.report.freezes")));
        book.prepared().ifPresent(p -> blocks.add(prepared(p)));
        book.last().ifPresent(last -> {
            blocks.add(new Block.Facts(List.of(
                    Block.Fact.of(
                            words.text("page.report.last"),
                            words.text(
                                    "page.report.last-value",
                                    words.number(last.revision()),
                                    words.moment(last.submittedAt()))),
                    Block.Fact.of(words.text("page.report.who"), last.submittedBy()),
                    Block.Fact.of("SHA-256", last.hash()))));
            blocks.add(Block.Buttons.of(Action.go(words.text("page.report.receipt"), RevisionBlocks.href(last))));
        });
        return Block.Card.of(words.text("page.report.handing"), blocks)
                .at("send")
                .badge(
                        book.state() == ReportState.PREPARED
                                ? book.state().badge(words)
                                : Shown.standing(words, book.last(), book.timeliness()));
    }

    /** Whether something can still be done by the region. */
    private boolean open() {
        return !book.closed() && !book.checks().blocked() && book.state() != ReportState.ACCEPTED;
    }

    Block prepared(Preparation made) {
        return new Block.Paragraph(words.text("page.report.prepared", made.by(), words.moment(made.at())));
    }

    Block findings() {
        List<Block.Row> rows = new ArrayList<>();
        List<ReportChecks.Finding> missing = book.checks().of(ReportChecks.Kind.MISSING);
        if (!missing.isEmpty()) {
            rows.add(Block.Row.of(
                    "x",
                    ReportRows.tone(ReportChecks.Kind.MISSING),
                    words.text("page.report.check.missing"),
                    words.text(
                            "page.report.row-numbers",
                            missing.stream()
                                    .map(f -> String.valueOf(f.number()))
                                    .collect(Collectors.joining(", "))),
                    "#" + ReportRows.anchor(missing.get(0).number())));
        }
        book.checks().findings().stream()
                .filter(f -> f.kind() != ReportChecks.Kind.MISSING)
                .map(f -> Block.Row.of(
                        "alert-triangle",
                        ReportRows.tone(f.kind()),
                        words.text("page.report.row-number", words.number(f.number())),
                        ReportRows.sentence(words, f),
                        "#" + ReportRows.anchor(f.number())))
                .forEach(rows::add);
        return new Block.Rows(rows, words.text("page.report.no-findings"));
    }

    Block history() {
        List<Block.Event> events = book.revisions().stream()
                .map(s -> new Block.Event(
                        words.moment(s.submittedAt()),
                        s.submittedBy(),
                        words.text(
                                s.onTime() ? "page.report.revision-on-time" : "page.report.revision-late",
                                words.number(s.revision())),
                        s.returnedAt()
                                .map(at -> words.text(
                                        "page.report.revision-returned",
                                        words.moment(at),
                                        s.returnedBy().orElse(""),
                                        s.remarks().isEmpty()
                                                ? words.text("page.report.remarks-by-measure")
                                                : s.remarks()))
                                .orElse("")))
                .toList();
        List<Action> open = book.revisions().stream()
                .map(s ->
                        Action.link(words.text("page.revision.of", words.number(s.revision())), RevisionBlocks.href(s)))
                .toList();
        Block history = new Block.History(events, words.text("page.report.no-revisions"));
        return Block.Card.of(
                        words.text("page.report.history"),
                        open.isEmpty() ? List.of(history) : List.of(history, new Block.Buttons(open)))
                .at("history");
    }
}
