package kz.jolkarta.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;

/** The two steps of handing in, each on a page of its own: what will be frozen, what keeps it back, and the act. */
final class StepBlocks {
    private final Words words;
    private final ReportBook book;
    private final RegionReport report;
    private final SubmissionBlocks handing;

    StepBlocks(Words words, ReportBook book) {
        this.words = words;
        this.book = book;
        this.report = book.report();
        this.handing = new SubmissionBlocks(words, book);
    }

    /** The page of a step. @param problem why the act was refused */
    View page(String title, List<Block> blocks, Optional<String> problem) {
        List<Block> all = new ArrayList<>();
        problem.ifPresent(p -> all.add(Block.Notice.of(Tone.LATE, p)));
        all.addAll(blocks);
        String year = String.valueOf(report.year());
        return View.of(title, all)
                .lead(words.text("page.report.step.lead", report.region().name(), year))
                .up(words.text("page.report.title", year), ReportPages.href(report));
    }

    /** What handing in will freeze, and who does the step. */
    List<Block> submit(User user, boolean submits) {
        List<Block> blocks = frozen();
        if (refused(blocks)) {
            return blocks;
        }
        if (!submits) {
            blocks.add(Block.Notice.of(Tone.NONE, words.text("page.report.step.no-right")));
        } else if (book.prepared().isEmpty()) {
            blocks.add(Block.Notice.of(Tone.RUN, words.text("report.submit.not-prepared")));
        } else if (book.prepared().get().by().equals(user.login())) {
            blocks.add(Block.Notice.of(Tone.RUN, words.text("report.submit.same-person", user.login())));
        } else {
            blocks.add(handing.prepared(book.prepared().get()));
            blocks.add(Block.Buttons.of(
                    Action.postPrimary(words.text("page.report.step.submit"), ReportPages.href(report) + "/submission"),
                    Action.link(words.text("page.report.step.back"), ReportPages.href(report))));
        }
        return blocks;
    }

    /** The same for whoever makes it ready. */
    List<Block> prepare(boolean prepares) {
        List<Block> blocks = frozen();
        if (refused(blocks)) {
            return blocks;
        }
        book.prepared().ifPresent(p -> blocks.add(handing.prepared(p)));
        if (prepares) {
            blocks.add(Block.Buttons.of(
                    Action.postPrimary(words.text("page.report.prepare.act"), PreparationPages.href(report)),
                    Action.link(words.text("page.report.step.back"), ReportPages.href(report))));
        } else {
            blocks.add(Block.Notice.of(Tone.NONE, words.text("page.report.prepare.no-right")));
        }
        return blocks;
    }

    /** Says why nothing can be done, if so. */
    private boolean refused(List<Block> blocks) {
        if (book.closed()) {
            Shown.lock(words, book).ifPresent(blocks::add);
        } else if (book.state() == ReportState.ACCEPTED) {
            blocks.add(Block.Notice.of(Tone.NONE, words.text("report.submit.accepted")));
        } else if (book.checks().blocked()) {
            String rows = book.checks().of(ReportChecks.Kind.MISSING).stream()
                    .map(f -> String.valueOf(f.number()))
                    .collect(Collectors.joining(", "));
            blocks.add(Block.Notice.of(Tone.LATE, words.text("report.submit.missing", rows)));
        } else {
            return false;
        }
        return true;
    }

    private List<Block> frozen() {
        long figures =
                report.measures().stream().mapToLong(m -> m.indicators().size()).sum();
        long texts = book.texts().values().stream().filter(t -> !t.empty()).count();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Card.of(
                words.text("page.report.step.freezes"),
                new Block.Facts(List.of(
                        Block.Fact.of(
                                words.text("page.report.region"),
                                report.region().name()),
                        Block.Fact.of(words.text("page.report.year"), String.valueOf(report.year())),
                        Block.Fact.of(words.text("page.report.step.as-of"), words.date(report.asOf())),
                        Block.Fact.of(words.text("page.report.rows"), handing.readyOf()),
                        Block.Fact.of(words.text("page.report.step.figures"), words.number(figures)),
                        Block.Fact.of(words.text("page.report.step.texts"), words.number(texts)),
                        Block.Fact.of(
                                words.text("page.report.attachments"),
                                words.number(book.files().size())),
                        Block.Fact.of(
                                words.text("page.report.revision"),
                                words.number(
                                        book.last().map(s -> s.revision() + 1).orElse(1))))),
                new Block.Paragraph(words.text("page.report.step.explained"))));
        blocks.add(Block.Card.of(words.text("page.report.step.checks"), handing.findings()));
        return blocks;
    }
}
