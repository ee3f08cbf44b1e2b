package kz.jolkarta.registry.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.files.Sheets.SheetRow;

/** The user's file while it is worked on: the database keeps it, a temporary copy is read. */
final class ListedFile implements AutoCloseable {
    private static final int SAMPLES = 3;

    private final Path path;
    private final String name;

    private ListedFile(Path path, String name) {
        this.path = path;
        this.name = name;
    }

    /** @throws Problem CONFLICT when the file was destroyed with a child's data */
    static ListedFile of(Database database, Batch batch) {
        if (batch.fileName().equals(ListFiles.DESTROYED)) {
            throw Problem.conflict("import.file-destroyed");
        }
        return database.read(
                tx -> of(ImportStore.content(tx, batch.id()).orElseThrow(Problem::notFound), batch.fileName()));
    }

    static ListedFile of(InputStream content, String name) {
        try {
            Path path = Files.createTempFile("jolkarta-list", ".tmp");
            try {
                Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                Files.deleteIfExists(path);
                throw e;
            }
            return new ListedFile(path, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return path;
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void each(Sheets sheets, Consumer<SheetRow> visitor) {
        sheets.read(path, name, visitor);
    }

    /** The rows below the header. */
    void eachChild(Sheets sheets, Layout layout, Consumer<SheetRow> visitor) {
        each(sheets, row -> {
            if (row.number() > layout.lastHeaderRow()) {
                visitor.accept(row);
            }
        });
    }

    /** Ends the reading of a file whose beginning is enough. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }

    /**
     * @throws Problem when the file cannot be read, or has no header of a list of children
     */
    Layout layout(Sheets sheets, Map<String, Column> mapping) {
        List<SheetRow> top = top(sheets, Layout.LOOKED_AT);
        Optional<Layout> layout = Layout.of(top, mapping);
        if (layout.isEmpty()) {
            String first = String.join(
                    " | ",
                    top.get(0).cells().stream()
                            .map(c -> c.text().strip())
                            .filter(t -> !t.isEmpty())
                            .toList());
            throw Problem.invalid("import.no-header", name, ImportStore.clip(first, 300));
        }
        return layout.get();
    }

    private List<SheetRow> top(Sheets sheets, int most) {
        List<SheetRow> top = new ArrayList<>();
        try {
            each(sheets, row -> {
                if (top.size() == most) {
                    throw new Enough();
                }
                top.add(row);
            });
        } catch (Enough enough) {
            return top;
        }
        return top;
    }

    /** A few different values of each column; numbers of persons are masked. */
    List<List<String>> samples(Sheets sheets, Layout layout) {
        List<SheetRow> below = top(sheets, layout.lastHeaderRow() + Layout.LOOKED_AT).stream()
                .filter(row -> row.number() > layout.lastHeaderRow())
                .toList();
        List<List<String>> samples = new ArrayList<>();
        for (int c = 0; c < layout.headings().size(); c++) {
            int column = c;
            samples.add(below.stream()
                    .map(row -> Numbers.masked(row.cell(column).text().strip()))
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .limit(SAMPLES)
                    .toList());
        }
        return samples;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
