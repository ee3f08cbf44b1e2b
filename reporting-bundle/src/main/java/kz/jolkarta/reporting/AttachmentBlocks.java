package kz.jolkarta.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.files.KeptFile;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Words;

/**
 * Files of a region's report on pages.
 *
 * @param opens whether the reader may open them
 */
record AttachmentBlocks(Words words, boolean opens) {
    static String href(int year, String region) {
        return ReportPages.href(year, region) + "/attachments";
    }

    /** Those of one measure in the report, with the form for another one where files may be added; nothing when there is neither. */
    List<Block> row(ReportBook book, String measure, boolean writes) {
        RegionReport report = book.report();
        String here = href(report.year(), report.region().code());
        boolean changes = writes && book.takesFiles();
        List<ReportAttachment> files = book.files(measure);
        List<Block> blocks = new ArrayList<>();
        if (!files.isEmpty() || changes) {
            blocks.add(new Block.Heading(words.text("page.report.attachments")));
        }
        if (!files.isEmpty()) {
            blocks.add(table(files, "/api" + here + "/", changes ? Optional.of(here + "/") : Optional.empty(), false));
        }
        if (changes) {
            blocks.add(Block.Disclosure.of(words.text("page.report.attachment.add"), form(here + "/" + measure)));
        }
        return blocks;
    }

    /** Those that a revision names. */
    Block revision(Submission of, List<ReportAttachment> files) {
        Table table = table(files, "/api" + RevisionBlocks.href(of) + "/attachments/", Optional.empty(), true);
        return Block.Card.of(words.text("page.report.attachments"), table).at("attachments");
    }

    /** @param open address before a file's number; @param remove the same of the page that takes one out, empty for none */
    private Table table(List<ReportAttachment> files, String open, Optional<String> remove, boolean measured) {
        List<Table.Column> columns = new ArrayList<>(List.of(
                Table.Column.of(words.text("report.attachment.column.title")),
                Table.Column.number(words.text("report.attachment.column.size")),
                Table.Column.of("SHA-256")));
        if (measured) {
            columns.add(0, Table.Column.of(words.text("report.column.measure")));
        }
        remove.ifPresent(r -> columns.add(Table.Column.of("")));
        List<Table.Line> lines = files.stream()
                .map(f -> {
                    List<Cell> cells = new ArrayList<>();
                    if (measured) {
                        cells.add(Cell.of(Shown.measure(words, f.measure())));
                    }
                    String title = title(f);
                    cells.add(opens ? Cell.link(title, f.name(), open + f.id()) : Cell.of(title, f.name()));
                    cells.add(Cell.number(words.text("report.attachment.size", words.number(f.kilobytes()))));
                    cells.add(Cell.of(f.sha256()));
                    remove.ifPresent(r -> cells.add(Cell.action(
                            Action.link(words.text("page.report.attachment.remove-link"), r + f.id() + "/removal"))));
                    return Table.Line.of(cells);
                })
                .toList();
        return Table.of(columns, lines)
                .caption(words.text("page.report.attachments"))
                .empty(words.text("page.report.attachment.none"));
    }

    /** In the reader's language, of which there are two. */
    private String title(ReportAttachment file) {
        return words.language() == Language.KK ? file.kk() : file.ru();
    }

    Form form(String href) {
        return Form.of(
                href,
                words.text("page.report.attachment.add"),
                List.of(
                        Field.text("kk", words.text("page.report.attachment.kk"))
                                .require(),
                        Field.text("ru", words.text("page.report.attachment.ru"))
                                .require()
                                .help(words.text("page.report.attachment.title-help")),
                        Field.file("file", words.text("page.report.attachment.file"))
                                .require()
                                .help(words.text("page.report.attachment.help", KeptFile.MOST_BYTES / 1024 / 1024)),
                        Field.flag("noIdentityDocument", words.text("page.report.attachment.word"))));
    }
}
