package kz.jolkarta.registry.imports;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.files.Sheets.SheetRow;
import kz.jolkarta.core.i18n.Language;

/**
 * The user's own list as it came, row for row: repaired values in their places, faulty cells coloured, and three columns that say what
 * became of a row, what is wrong and what to do. It can be corrected and brought in again; the three columns are known and passed over.
 */
final class ErrorCopy {
    private static final int REMARKS = 2000;
    private static final List<String> OWN_COLUMNS =
            List.of("import.copy.outcome", "import.copy.reason", "import.copy.remedy");

    private final Database database;
    private final Sheets sheets;
    private final RemarkTexts texts;
    private final Batch batch;
    private final Language language;
    private final Set<Integer> dropped = new HashSet<>();
    private List<RemarkStore.Kept> page = List.of();
    private int at;
    private boolean more = true;

    ErrorCopy(Database database, Sheets sheets, RemarkTexts texts, Batch batch, Language language) {
        this.database = database;
        this.sheets = sheets;
        this.texts = texts;
        this.batch = batch;
        this.language = language;
        Set<String> own = new HashSet<>();
        for (Language any : Language.values()) {
            OWN_COLUMNS.forEach(key -> own.add(WordList.folded(texts.text(any, key, List.of()))));
        }
        for (int c = 0; c < batch.layout().headings().size(); c++) {
            if (own.contains(WordList.folded(batch.layout().headings().get(c)))) {
                dropped.add(c);
            }
        }
    }

    void write(OutputStream out) {
        try (ListedFile file = ListedFile.of(database, batch)) {
            Copying copying = new Copying(out);
            file.each(sheets, copying::row);
            copying.close();
        }
    }

    private final class Copying {
        private final OutputStream out;
        private Sheets.Writer writer;
        private int next = 1;

        Copying(OutputStream out) {
            this.out = out;
        }

        void row(SheetRow row) {
            if (row.number() <= batch.layout().lastHeaderRow()) {
                above(row);
            } else {
                child(row);
            }
        }

        /** Title and header stay in their rows, so that the numbers of rows hold for the copy, too. */
        private void above(SheetRow row) {
            List<String> cells = new ArrayList<>(texts(row));
            if (row.number() == batch.layout().lastHeaderRow()) {
                OWN_COLUMNS.forEach(key -> cells.add(texts.text(language, key, List.of())));
            }
            if (writer == null) {
                boolean first = row.number() == 1;
                writer = sheets.write(
                        out,
                        Sheets.Format.XLSX,
                        texts.text(language, "import.copy.sheet", List.of()),
                        first ? cells : List.of());
                next = 2;
                if (first) {
                    return;
                }
            }
            fill(row.number());
            writer.row(cells);
            next++;
        }

        private void child(SheetRow row) {
            fill(row.number());
            List<RemarkStore.Kept> said = said(row.number());
            List<String> cells = new ArrayList<>(texts(row));
            Set<Integer> marked = new HashSet<>();
            for (RemarkStore.Kept kept : said) {
                Remark remark = kept.remark();
                if (remark.column() < 0) {
                    continue;
                }
                int place = place(remark.column());
                if (remark.outcome() == Remark.Outcome.REPAIRED && place < cells.size()) {
                    cells.set(place, texts.taken(language, remark));
                } else if (remark.outcome() == Remark.Outcome.REJECTED || remark.outcome() == Remark.Outcome.WARNING) {
                    marked.add(place);
                }
            }
            if (!said.isEmpty()) {
                cells.add(join(said, k -> texts.outcome(language, k.remark().outcome())));
                cells.add(join(
                        said,
                        k -> (k.heading().isEmpty() ? "" : k.heading() + ": ") + texts.reason(language, k.remark())));
                cells.add(join(said, k -> texts.remedy(language, k.remark())));
            }
            writer.row(cells, marked);
            next++;
        }

        private void fill(int number) {
            while (next < number) {
                writer.row(List.of());
                next++;
            }
        }

        void close() {
            writer.close();
        }
    }

    private static String join(
            List<RemarkStore.Kept> said, java.util.function.Function<RemarkStore.Kept, String> text) {
        return said.stream()
                .map(text)
                .filter(t -> !t.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new))
                .stream()
                .collect(Collectors.joining("; "));
    }

    /** The row's cells up to the header's width, without the columns of an earlier copy. */
    private List<String> texts(SheetRow row) {
        int width = Math.max(
                batch.layout().headings().size(),
                row.number() <= batch.layout().lastHeaderRow() ? row.cells().size() : 0);
        List<String> cells = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            if (!dropped.contains(c)) {
                cells.add(row.cell(c).text());
            }
        }
        return cells;
    }

    private int place(int column) {
        return column - (int) dropped.stream().filter(d -> d < column).count();
    }

    /** The remarks of a row; rows come in their order, and so do remarks, some at a time. */
    private List<RemarkStore.Kept> said(int row) {
        List<RemarkStore.Kept> said = new ArrayList<>();
        while (true) {
            if (at == page.size() && more) {
                RemarkStore.Kept last = page.isEmpty() ? null : page.get(page.size() - 1);
                page = database.read(tx -> RemarkStore.remarks(
                        tx, batch.id(), last == null ? 0 : last.row(), last == null ? -1 : last.ordinal(), REMARKS));
                at = 0;
                more = page.size() == REMARKS;
            }
            if (at == page.size() || page.get(at).row() > row) {
                return said;
            }
            RemarkStore.Kept kept = page.get(at++);
            if (kept.row() == row) {
                said.add(kept);
            }
        }
    }
}
