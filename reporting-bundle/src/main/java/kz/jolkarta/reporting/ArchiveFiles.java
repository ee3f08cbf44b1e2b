package kz.jolkarta.reporting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.files.FileName;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.pages.Wording;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Returns of past years as files: a workbook to be filled in for a year and region, and taking it in when it is filled, all of it or nothing. */
@Component(service = ArchiveFiles.class)
public final class ArchiveFiles {
    /** Bytes; a filled form has some 30 000. */
    static final int LARGEST = 2 * 1024 * 1024;

    private final Archive archive;
    private final ArchiveEntries entries;
    private final Sheets sheets;
    private final Wording wording;
    private final Database database;
    private final Audit audit;

    @Activate
    public ArchiveFiles(
            @Reference Archive archive,
            @Reference ArchiveEntries entries,
            @Reference Sheets sheets,
            @Reference Wording wording,
            @Reference Database database,
            @Reference Audit audit) {
        this.archive = archive;
        this.entries = entries;
        this.sheets = sheets;
        this.wording = wording;
        this.database = database;
        this.audit = audit;
    }

    /**
     * The form of a year and region with what was entered so far, for whoever may enter it.
     *
     * @throws Problem as {@link Archive#open}; FORBIDDEN
     */
    ReportFile template(User user, String year, String region, Language language) {
        Archive.Return of = archive.open(user, year, region);
        archive.requireWrite(user, of.key().region());
        database.run(tx -> audit.record(tx, user, of.key().entry(Audit.Action.EXPORT, "archive template")));
        ArchiveTemplate template = new ArchiveTemplate(wording.in(language), of);
        String plain = "archive-" + of.key().year() + "-" + of.key().region();
        return new ReportFile(plain, template.name(), PaperFormat.XLSX, out -> template.write(sheets, out));
    }

    /** A figure or text that a file changes. @param was "" when there was nothing, "x" when the writer is kept from it */
    record Change(String measure, String code, String was, String now) {}

    /**
     * What became of a file.
     *
     * @param stored false when it was only tried, or changed nothing
     * @param changes empty when it says what is there already
     */
    record Brought(String sha256, boolean stored, List<Change> changes) {}

    /**
     * Takes a filled form in. An empty cell changes nothing; what was there before stays in the history.
     *
     * @param name the user's name of the file
     * @param dry whether it is only tried
     * @throws Problem INVALID with each cell that cannot be, as {@code sheet!cell}, and for a file that is no form of the year and region; as
     *     {@link ArchiveEntries#enter} otherwise
     */
    Brought bring(User user, String year, String region, String name, InputStream content, boolean dry) {
        Archive.Return of = archive.open(user, year, region);
        ReportKey key = of.key();
        archive.requireWrite(user, key.region());
        String known = FileName.of(name);
        byte[] bytes = bytes(content);
        Map<String, ArchiveSheet.Filled> filled = filled(key, known, bytes);
        ArchiveEntry.File file = new ArchiveEntry.File(known, Sha256.of(bytes));
        List<Change> changes = new ArrayList<>();
        ReportKey.unique(() -> database.call(tx -> {
            Map<String, ArchiveEntry> stored = new LinkedHashMap<>();
            ArchiveStore.current(tx, key).forEach(e -> stored.put(e.measure(), e));
            filled.forEach((measure, from) -> {
                ArchiveEntry before =
                        Optional.ofNullable(stored.get(measure)).orElseGet(() -> ArchiveEntry.none(measure));
                ArchiveEntry seen = of.of(measure);
                ArchiveEntries.requireSeen(before, seen);
                ArchiveEntry wanted = over(before, from);
                changes.addAll(changes(seen, from));
                if (!dry) {
                    ArchiveEntries.Seen both = new ArchiveEntries.Seen(before, seen);
                    Set<String> codes = from.figures().keySet();
                    entries.put(tx, user, key, both, codes, wanted, Optional.of(file));
                }
            });
            return key;
        }));
        return new Brought(file.sha256(), !dry && !changes.isEmpty(), changes);
    }

    private static ArchiveEntry over(ArchiveEntry before, ArchiveSheet.Filled from) {
        Map<String, ArchiveEntry.Figure> figures = new TreeMap<>(before.figures());
        figures.putAll(from.figures());
        return new ArchiveEntry(
                before.measure(),
                before.revision(),
                figures,
                from.kk().orElse(before.kk()),
                from.ru().orElse(before.ru()),
                before.source());
    }

    /** @param seen what the writer sees of it */
    private static List<Change> changes(ArchiveEntry seen, ArchiveSheet.Filled from) {
        List<Change> changes = new ArrayList<>();
        from.figures().forEach((code, figure) -> {
            String was = seen.hides(code)
                    ? "x"
                    : plain(Optional.ofNullable(seen.figures().get(code)));
            change(changes, seen.measure(), code, was, plain(Optional.of(figure)));
        });
        from.kk().ifPresent(kk -> change(changes, seen.measure(), ArchiveSheet.KK, seen.kk(), kk));
        from.ru().ifPresent(ru -> change(changes, seen.measure(), ArchiveSheet.RU, seen.ru(), ru));
        return changes;
    }

    private static void change(List<Change> changes, String measure, String code, String was, String now) {
        if (!was.equals(now)) {
            changes.add(new Change(measure, code, was, now));
        }
    }

    private static String plain(Optional<ArchiveEntry.Figure> figure) {
        return figure.flatMap(ArchiveEntry.Figure::value)
                .map(v -> v.stripTrailingZeros().toPlainString())
                .orElse("");
    }

    private static byte[] bytes(InputStream content) {
        try {
            byte[] bytes = content.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw Problem.of(Problem.Kind.TOO_LARGE, "archive.file.large", LARGEST / 1024 / 1024);
            }
            return bytes;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The library reads a file, so that it can look into the container before anything is unpacked. */
    private Map<String, ArchiveSheet.Filled> filled(ReportKey key, String name, byte[] bytes) {
        try {
            Path path = Files.createTempFile("jolkarta-archive", ".tmp");
            try {
                Files.write(path, bytes);
                ArchiveSheet sheet = new ArchiveSheet(key, archive.form(key));
                sheets.read(path, name, sheet::row);
                return sheet.filled();
            } finally {
                Files.deleteIfExists(path);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
