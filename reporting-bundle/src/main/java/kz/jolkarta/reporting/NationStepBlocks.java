package kz.jolkarta.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;

/** The two steps of handing the country's report in, as {@link StepBlocks} are a region's. */
record NationStepBlocks(Words words, NationBook book) {
    private String href() {
        return NationReportPages.href(book.rollUp().year());
    }

    /** The page of a step. @param problem why the act was refused */
    View page(String title, List<Block> blocks, Optional<String> problem) {
        List<Block> all = new ArrayList<>();
        problem.ifPresent(p -> all.add(Block.Notice.of(Tone.LATE, p)));
        all.addAll(blocks);
        String report = NationReportPages.title(words, book.rollUp());
        return View.of(title, all).lead(report).up(report, href());
    }

    List<Block> submit(User user) {
        List<Block> blocks = frozen();
        if (!book.open()) {
            return blocks;
        }
        if (book.prepared().isEmpty()) {
            blocks.add(Block.Notice.of(Tone.RUN, words.text("report.nation.not-prepared")));
        } else if (book.prepared().get().by().equals(user.login())) {
            blocks.add(Block.Notice.of(Tone.RUN, words.text("report.submit.same-person", user.login())));
        } else {
            act(blocks, Action.postPrimary(words.text("page.nation-report.submit"), href() + "/submission"));
        }
        return blocks;
    }

    List<Block> prepare() {
        List<Block> blocks = frozen();
        if (book.open()) {
            act(blocks, Action.postPrimary(words.text("page.report.prepare.act"), href() + "/preparation"));
        }
        return blocks;
    }

    private void act(List<Block> blocks, Action act) {
        book.prepared().ifPresent(p -> blocks.add(new NationReportBlocks(words, book).prepared(p)));
        blocks.add(Block.Buttons.of(act, Action.link(words.text("page.report.step.back"), href())));
    }

    /** What handing in will freeze, and what keeps it back. */
    private List<Block> frozen() {
        RollUp rollUp = book.rollUp();
        List<Block> blocks = new ArrayList<>();
        new RollUpBlocks(words, rollUp).notice().ifPresent(blocks::add);
        new NationReportBlocks(words, book).lacking().ifPresent(blocks::add);
        long in = rollUp.regions().stream().filter(r -> r.state().counts()).count();
        long figures =
                rollUp.measures().stream().mapToLong(m -> m.indicators().size()).sum();
        long texts = book.written().values().stream().filter(t -> !t.empty()).count();
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
        return blocks;
    }
}
