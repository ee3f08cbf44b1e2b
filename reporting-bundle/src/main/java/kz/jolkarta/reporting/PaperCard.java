package kz.jolkarta.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.jobs.JobFiles;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Words;

/** The papers of reports on pages, in the two official languages. */
record PaperCard(Words words) {
    /** Of each revision, the newest first, and the draft. */
    Block region(ReportBook book) {
        String href = "/api" + ReportPages.href(book.report()) + "/papers?";
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(words.text("page.report.papers.about")));
        book.revisions().forEach(s -> {
            String name =
                    words.text("page.report.last-value", words.number(s.revision()), words.moment(s.submittedAt()));
            blocks.add(new Block.Heading(name));
            blocks.add(buttons(href + "revision=" + s.revision() + "&", true));
        });
        blocks.add(new Block.Heading(words.text("page.report.papers.draft")));
        blocks.add(buttons(href, true));
        return Block.Card.of(words.text("page.report.papers"), blocks).at("papers");
    }

    /** Of the report to the government: its revisions, the newest first, and the draft. */
    Block nation(int year, List<NationReport> revisions) {
        String href = "/api/nation/" + year + "/papers?";
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(words.text("page.nation.papers.about")));
        revisions.forEach(r -> {
            blocks.add(new Block.Heading(
                    words.text("page.report.last-value", words.number(r.revision()), words.moment(r.submittedAt()))));
            blocks.add(buttons(href + "revision=" + r.revision() + "&", false));
        });
        blocks.add(new Block.Heading(words.text("page.report.papers.draft")));
        List<Action> drafts = new ArrayList<>();
        each((language, format) ->
                drafts.add(Action.post(label(language, format), NationPaperPages.href(year, format, language))));
        blocks.add(new Block.Buttons(drafts));
        blocks.add(new Block.Paragraph(words.text("page.nation.papers.job", JobFiles.KEPT.toDays())));
        return Block.Card.of(words.text("page.nation.papers"), blocks).at("papers");
    }

    private static void each(BiConsumer<Language, PaperFormat> letter) {
        for (Language language : List.of(Language.KK, Language.RU)) {
            for (PaperFormat format : List.of(PaperFormat.DOCX, PaperFormat.PDF)) {
                letter.accept(language, format);
            }
        }
    }

    private String label(Language language, PaperFormat format) {
        return words.text("page.report.papers." + language.tag(), format.name());
    }

    private Block buttons(String href, boolean sheets) {
        List<Action> actions = new ArrayList<>();
        each((language, format) -> actions.add(Action.download(label(language, format), href(href, format, language))));
        if (sheets) {
            actions.add(Action.download(PaperFormat.XLSX.name(), href(href, PaperFormat.XLSX, words.language())));
        }
        return Block.Buttons.of(actions.toArray(Action[]::new));
    }

    private static String href(String href, PaperFormat format, Language language) {
        return href + "format=" + format.code() + "&language=" + language.tag();
    }
}
