package kz.jolkarta.registry.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Remembered;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.jobs.Job;
import kz.jolkarta.core.jobs.Jobs;
import kz.jolkarta.core.registry.Territories;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.RegistrySchema;
import kz.jolkarta.registry.records.Query;
import kz.jolkarta.registry.records.Rows;
import kz.jolkarta.registry.residence.Residences;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists of children brought in: started, watched, cancelled, undone. */
@Component(service = Imports.class)
public final class Imports {
    /** Previews that are kept while the data stay as they are. */
    private static final int FORESEEN = 20;

    private final Database database;
    private final Jobs jobs;
    private final Sheets sheets;
    private final Territories territories;
    private final Audit audit;
    private final OfficeClock clock;
    private final Undo undo;
    private final Remembered<Asked, Undo.Result> foreseen;

    private record Asked(long batch, Scope scope) {}

    /** @param schema only that the tables are there */
    @Activate
    public Imports(
            @Reference RegistrySchema schema,
            @Reference Database database,
            @Reference Jobs jobs,
            @Reference Sheets sheets,
            @Reference Territories territories,
            @Reference Audit audit,
            @Reference OfficeClock clock,
            @Reference Residences residences) {
        this(database, jobs, sheets, territories, audit, clock, residences);
    }

    Imports(
            Database database,
            Jobs jobs,
            Sheets sheets,
            Territories territories,
            Audit audit,
            OfficeClock clock,
            Residences residences) {
        this.database = database;
        this.jobs = jobs;
        this.sheets = sheets;
        this.territories = territories;
        this.audit = audit;
        this.clock = clock;
        this.undo = new Undo(database, audit, clock, residences);
        this.foreseen = new Remembered<>(database, FORESEEN);
    }

    /**
     * Looks at the file's header and queues its import.
     *
     * @param mapping what the user says of columns, by heading; remembered for the user's next lists
     * @param territory KATO code of the unit the list is of, "" for wherever the user may import
     * @return the batch's id
     * @throws Problem when the file cannot be read or is no list of children
     */
    public long start(
            User user,
            InputStream content,
            String fileName,
            boolean dryRun,
            Map<String, String> mapping,
            String territory) {
        Scope scope = user.require(Right.CHILDREN_IMPORT);
        if (!territory.isEmpty()) {
            if (territories.find(territory).isEmpty()) {
                throw Problem.field("territory", "import.territory-unknown", territory);
            }
            if (Scope.of(territory).within(scope).isEmpty()) {
                throw Problem.of(Problem.Kind.FORBIDDEN, "problem.outside-territory", territory);
            }
        }
        Map<String, Column> said = columns(mapping);
        try (ListedFile file = ListedFile.of(content, fileName)) {
            Map<String, Column> all = new HashMap<>(database.read(tx -> ImportStore.mapping(tx, user.id())));
            all.putAll(said);
            Layout layout = file.layout(sheets, all);
            byte[] bytes = file.bytes();
            return database.call(tx -> {
                ImportStore.remember(tx, user.id(), said);
                long id = jobs.submit(tx, user, ListImport.KIND, territory, Map.of("dryRun", String.valueOf(dryRun)));
                Batch batch = new Batch(
                        id,
                        user.id(),
                        territory,
                        fileName,
                        dryRun,
                        Batch.State.QUEUED,
                        layout,
                        layout.mapping(),
                        0,
                        new Batch.Counts(0, 0, 0, 0, 0, 0),
                        clock.now(),
                        Optional.empty());
                ImportStore.insert(tx, batch, bytes);
                audit.record(
                        tx,
                        user,
                        new Audit.Entry(Audit.Action.IMPORT, "import", id, territory, dryRun ? "dry run" : ""));
                return id;
            });
        }
    }

    private static Map<String, Column> columns(Map<String, String> mapping) {
        Map<String, Column> columns = new HashMap<>();
        mapping.forEach((heading, code) -> columns.put(
                WordList.folded(heading),
                Column.of(code).orElseThrow(() -> Problem.field("mapping", "import.field-unknown", code, heading))));
        return columns;
    }

    /** The same file once more with another reading of its columns. */
    public long again(User user, long id, Map<String, String> mapping) {
        Batch batch = find(user, id);
        return again(user, batch, mapping, batch.dryRun());
    }

    /** Brings in what a dry run has tried. @throws Problem CONFLICT when it was no dry run, or has not ended */
    public long bringIn(User user, long id) {
        Batch batch = find(user, id);
        if (!batch.dryRun() || batch.state() != Batch.State.DONE) {
            throw Problem.conflict("import.no-dry-run");
        }
        return again(user, batch, Map.of(), false);
    }

    private long again(User user, Batch batch, Map<String, String> mapping, boolean dryRun) {
        try (ListedFile file = ListedFile.of(database, batch)) {
            try (InputStream in = Files.newInputStream(file.path())) {
                return start(user, in, batch.fileName(), dryRun, mapping, batch.territory());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What was said of a batch's rows, in their order, or of one outcome only. @param after the last row and ordinal seen, with a point between; "" for the beginning */
    Page<RemarkStore.Kept> remarks(Batch batch, Optional<Remark.Outcome> outcome, String after, int limit) {
        if (!after.matches("(\\d{1,9}\\.\\d{1,9})?")) {
            throw Problem.field("after", "import.after");
        }
        String[] place = after.isEmpty() ? new String[] {"0", "-1"} : after.split("\\.", 2);
        List<RemarkStore.Kept> found = database.read(tx -> RemarkStore.remarks(
                tx, batch.id(), outcome, Integer.parseInt(place[0]), Integer.parseInt(place[1]), limit + 1));
        List<RemarkStore.Kept> page = found.subList(0, Math.min(limit, found.size()));
        RemarkStore.Kept last = page.isEmpty() ? null : page.get(page.size() - 1);
        return new Page<>(page, found.size() > limit ? last.row() + "." + last.ordinal() : "");
    }

    /** Writes the user's own list with what was said of it. */
    void copy(User user, Batch batch, RemarkTexts texts, Language language, OutputStream out) {
        database.run(tx -> audit.record(
                tx,
                user,
                new Audit.Entry(Audit.Action.EXPORT, "import", batch.id(), batch.territory(), "copy with remarks")));
        new ErrorCopy(database, sheets, texts, batch, language).write(out);
    }

    /** @param login of who brought it in, "" for an account that is no more */
    record Listed(Batch batch, String login) {}

    /** The user's own and those said to be of the user's territory. @param after id of the last one seen, "" for the beginning */
    Page<Listed> list(User user, ImportFilter filter, String after, int limit) {
        Query query = filter.query(user.id(), user.require(Right.CHILDREN_IMPORT), clock.zone());
        if (!after.isEmpty()) {
            query.and(filter.oldest() ? "id > :after" : "id < :after")
                    .with("after", ImportResource.number("after", after));
        }
        return database.read(tx -> {
            List<Batch> found = ImportStore.list(tx, query, filter.oldest(), limit + 1);
            List<Batch> shown = found.subList(0, Math.min(limit, found.size()));
            Map<Long, String> logins = ImportStore.logins(
                    tx, shown.stream().map(Batch::owner).distinct().toList());
            List<Listed> listed = shown.stream()
                    .map(b -> new Listed(seen(user, b), logins.getOrDefault(b.owner(), "")))
                    .toList();
            return new Page<>(
                    listed,
                    found.size() > limit ? String.valueOf(shown.get(limit - 1).id()) : "");
        });
    }

    /** Notes the export and gives every import of the filter. */
    Rows<Listed> export(User user, ImportFilter filter) {
        user.require(Right.CHILDREN_IMPORT);
        database.run(tx -> audit.record(tx, user, new Audit.Entry(Audit.Action.EXPORT, "import", 0, "", "list")));
        return visitor -> Page.each(after -> list(user, filter, after, Page.MAX_LIMIT), visitor);
    }

    /** Some first values of each column below the header, as the file has them; whole numbers of persons are masked. */
    List<List<String>> samples(Batch batch) {
        try (ListedFile file = ListedFile.of(database, batch)) {
            return file.samples(sheets, batch.layout());
        }
    }

    /** @throws Problem NOT_FOUND for another's list outside the user's territory, as for one that does not exist */
    public Batch find(User user, long id) {
        Scope scope = user.require(Right.CHILDREN_IMPORT);
        return database.read(tx -> ImportStore.find(tx, id))
                .filter(b -> b.owner() == user.id()
                        || scope.isCountry()
                        || !b.territory().isEmpty() && scope.covers(b.territory()))
                .map(b -> seen(user, b))
                .orElseThrow(Problem::notFound);
    }

    /** A job that failed or was ended without this part's knowing says so itself. */
    private Batch seen(User user, Batch batch) {
        if (batch.state().ended() || batch.owner() != user.id()) {
            return batch;
        }
        Optional<Job> job = jobs.find(user, batch.id());
        Batch.State state = job.map(Job::state)
                .map(s -> switch (s) {
                    case CANCELLED -> Batch.State.CANCELLED;
                    case FAILED, INTERRUPTED -> Batch.State.FAILED;
                    case CANCELLING -> Batch.State.CANCELLING;
                    default -> batch.state();
                })
                .orElse(batch.state());
        return new Batch(
                batch.id(),
                batch.owner(),
                batch.territory(),
                batch.fileName(),
                batch.dryRun(),
                state,
                batch.layout(),
                batch.mapping(),
                batch.total(),
                batch.counts(),
                batch.created(),
                job.flatMap(Job::finished).or(batch::finished));
    }

    /** Asks a running import to stop; what it did is taken back, all or nothing. */
    public void cancel(User user, long id) {
        Batch batch = find(user, id);
        if (batch.owner() != user.id()) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "problem.forbidden");
        }
        if (batch.state().ended()) {
            throw Problem.conflict("import.ended");
        }
        database.run(tx -> {
            ImportStore.move(tx, id, Batch.State.CANCELLING, Set.of(Batch.State.QUEUED, Batch.State.RUNNING));
            audit.record(tx, user, new Audit.Entry(Audit.Action.UNDO, "import", id, batch.territory(), "cancel"));
        });
        jobs.cancel(user, id);
        boolean neverRan =
                jobs.find(user, id).map(j -> j.state() == Job.State.CANCELLED).orElse(false);
        if (neverRan) {
            database.run(tx -> ImportStore.end(tx, id, Batch.State.CANCELLED, clock.now()));
        }
    }

    /**
     * Takes back what a finished import did: created children go, updated ones get their old values. What changed since, or is used by
     * records, stays and is named. Doing it again continues or changes nothing.
     */
    public Undo.Result undo(User user, long id) {
        Batch batch = find(user, id);
        requireUndoable(batch);
        // A batch that was cancelled or failed keeps that name; only what its end did not take back is taken back here.
        Optional<Batch.State> name = switch (batch.state()) {
            case DONE -> Optional.of(Batch.State.UNDONE);
            case UNDONE -> Optional.empty();
            default -> Optional.of(batch.state());
        };
        return undo.run(user, id, name);
    }

    /** What taking the import back would do as things stand now. */
    Undo.Result foreseen(User user, Batch batch) {
        requireUndoable(batch);
        Scope scope = user.scope(Right.CHILDREN_IMPORT);
        return foreseen.of(
                new Asked(batch.id(), scope), () -> database.read(tx -> UndoStore.foreseen(tx, batch.id(), scope)));
    }

    /** Children that an undo left alone. */
    List<Undo.KeptChild> kept(Batch batch) {
        return database.read(tx -> UndoStore.kept(tx, batch.id()));
    }

    private static void requireUndoable(Batch batch) {
        if (!batch.state().ended()) {
            throw Problem.conflict("import.not-ended");
        }
        if (batch.dryRun()) {
            throw Problem.conflict("import.dry-run-undo");
        }
    }

    /** Why a failed import failed, told to whom it belongs. */
    Optional<Message> failure(User user, Batch batch) {
        return batch.state() == Batch.State.FAILED
                ? jobs.find(user, batch.id()).flatMap(jobs::failure)
                : Optional.empty();
    }
}
