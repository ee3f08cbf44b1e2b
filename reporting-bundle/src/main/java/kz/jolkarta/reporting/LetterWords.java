package kz.jolkarta.reporting;

import java.util.List;
import kz.jolkarta.core.files.Paper;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.pages.Words;

/** What official letters have in common: the head with its blanks, whom they go to, who signs, who made them. */
record LetterWords(Words words) {
    /** @param to key of whom it goes to; @param draft whether nothing was handed in yet */
    Paper.Letter head(String to, boolean draft) {
        String own = words.text("report.paper.blanks");
        return new Paper.Letter(draft ? words.text("report.paper.draft") + "\n" + own : own, words.text(to));
    }

    /** The act and its report are written in Kazakh and Russian. */
    List<Paper.Block> unofficial() {
        return words.language() == Language.EN
                ? List.of(new Paper.Text(words.text("report.paper.unofficial")))
                : List.of();
    }

    /** Who signs, and below who made it. @param who key of who signs */
    Paper.Block end(String who) {
        return new Paper.Signatures(List.of(words.text(who), words.text("report.paper.executor")));
    }
}
