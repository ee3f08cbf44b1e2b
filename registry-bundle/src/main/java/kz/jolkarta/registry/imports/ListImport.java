package kz.jolkarta.registry.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.files.Sheets.SheetRow;
import kz.jolkarta.core.jobs.Job;
import kz.jolkarta.core.jobs.JobKind;
import kz.jolkarta.core.jobs.JobRun;
import kz.jolkarta.core.jobs.Jobs;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.RegistrySchema;
import kz.jolkarta.registry.residence.Residences;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Brings a list of children in, some rows in each transaction, with what was said of them, the audit and the place to go on from. A list
 * is brought in whole or not at all: cancelling or failing takes back what was written.
 */
@Component(service = JobKind.class)
public final class ListImport implements JobKind {
    static final String KIND = "import";
    private static final int ROWS = 1000;

    private final Database database;
    private final Sheets sheets;
    private final Jobs jobs;
    private final Audit audit;
    private final OfficeClock clock;
    private final Residences residences;
    private final int rows;

    /** @param schema only that the tables are there */
    @Activate
    public ListImport(
            @Reference RegistrySchema schema,
            @Reference Database database,
            @Reference Sheets sheets,
            @Reference Jobs jobs,
            @Reference Audit audit,
            @Reference OfficeClock clock,
            @Reference Residences residences) {
        this(database, sheets, jobs, audit, clock, residences, ROWS);
    }

    ListImport(
            Database database,
            Sheets sheets,
            Jobs jobs,
            Audit audit,
            OfficeClock clock,
            Residences residences,
            int rows) {
        this.residences = residences;
        this.database = database;
        this.jobs = jobs;
        this.sheets = sheets;
        this.audit = audit;
        this.clock = clock;
        this.rows = rows;
    }

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public String page(Job job) {
        return ImportPages.LIST + "/" + job.id();
    }

    @Override
    public boolean resumes() {
        return true;
    }

    /** The run was asked to stop, by a user or because the node ends. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super(null, null, false, false);
        }
    }

    @Override
    public void run(JobRun run) {
        long id = run.job().id();
        takeBackOthers(id);
        Batch batch = database.read(tx -> ImportStore.find(tx, id)).orElseThrow(Problem::notFound);
        if (batch.state().ended()) {
            return;
        }
        if (batch.state() == Batch.State.CANCELLING) {
            takeBack(batch, Batch.State.CANCELLED);
            return;
        }
        try (ListedFile file = ListedFile.of(database, batch)) {
            new Reading(run, batch, file).all();
        } catch (Stopped stopped) {
            if (cancelled(run.user(), id)) {
                fail(run, batch, Batch.State.CANCELLED);
            }
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.UNAVAILABLE) {
                fail(run, batch, Batch.State.FAILED);
            }
            throw problem;
        } catch (RuntimeException bug) {
            if (!run.cancelled() && !Thread.currentThread().isInterrupted()) {
                fail(run, batch, Batch.State.FAILED);
            }
            throw bug;
        }
    }

    /** A node that ends stops its jobs, too; that a user said so stands in the database. */
    private boolean cancelled(User user, long id) {
        boolean here = database.read(tx -> ImportStore.find(tx, id))
                .map(b -> b.state() == Batch.State.CANCELLING)
                .orElse(false);
        return here
                || jobs.find(user, id)
                        .map(j -> j.state() == Job.State.CANCELLING)
                        .orElse(false);
    }

    /**
     * Takes the batch back, if the job is still this run's: another node may have taken it over. From here on it is never brought in
     * again, even if the process dies in the middle of taking it back.
     */
    private void fail(JobRun run, Batch batch, Batch.State state) {
        database.run(tx -> {
            Batch now = ImportStore.find(tx, batch.id()).orElseThrow();
            run.progress(
                    tx,
                    now.counts().read(),
                    Math.max(now.total(), now.counts().read()),
                    run.job().checkpoint());
            ImportStore.move(tx, batch.id(), Batch.State.CANCELLING, Set.of(Batch.State.QUEUED, Batch.State.RUNNING));
        });
        takeBack(batch, state);
    }

    /** Imports run one after another, so an older one that has not ended died while it was being cancelled or failed. */
    private void takeBackOthers(long id) {
        for (Batch dead : database.read(tx -> ImportStore.unfinishedBefore(tx, id))) {
            takeBack(dead, Batch.State.CANCELLED);
        }
    }

    private void takeBack(Batch batch, Batch.State state) {
        if (batch.dryRun()) {
            database.run(tx -> ImportStore.end(tx, batch.id(), state, clock.now()));
        } else {
            new Undo(database, audit, clock, residences).run(User.system(), batch.id(), Optional.of(state));
        }
    }

    /** One run over one file. */
    private final class Reading {
        private final JobRun run;
        private final Batch batch;
        private final ListedFile file;
        private final Scope scope;
        private final RowReader reader;
        private final Set<Integer> notTaken;
        private final int resumeAfter;
        private final List<Line> lines = new ArrayList<>();
        private final Map<Integer, SheetRow> sheetRows = new HashMap<>();
        private long total;
        private long done;
        private Matching matching;

        Reading(JobRun run, Batch batch, ListedFile file) {
            this.run = run;
            this.batch = batch;
            this.file = file;
            Scope mine = run.user().require(Right.CHILDREN_IMPORT);
            this.scope = batch.territory().isEmpty() ? mine : mine.within(Scope.of(batch.territory()));
            Places places = new Places(database.read(ImportStore::places));
            this.reader = new RowReader(batch.layout(), places, scope, clock.today());
            if (batch.dryRun()) {
                database.run(tx -> ImportStore.restart(tx, batch.id()));
                resumeAfter = 0;
                notTaken = Set.of();
            } else {
                resumeAfter = run.job().checkpoint().isEmpty()
                        ? 0
                        : Integer.parseInt(run.job().checkpoint());
                notTaken = resumeAfter == 0 ? Set.of() : database.read(tx -> RemarkStore.rowsNotTaken(tx, batch.id()));
                done = batch.counts().read();
            }
        }

        void all() {
            Set<Long> repeated = survey();
            AtomicLong imagined = new AtomicLong();
            LongSupplier ids = batch.dryRun() ? imagined::decrementAndGet : database::nextId;
            Map<String, Long> numberless = database.read(tx -> ListedChildStore.numberless(tx, scope));
            matching = new Matching(batch.id(), batch.dryRun(), scope, clock.today(), ids, repeated, numberless);
            file.eachChild(sheets, batch.layout(), this::row);
            flush();
            database.run(tx -> {
                ImportStore.end(tx, batch.id(), Batch.State.DONE, clock.now());
                Batch.Counts counts =
                        ImportStore.find(tx, batch.id()).orElseThrow().counts();
                Map<String, Object> result = new LinkedHashMap<>();
                result.put("import", batch.id());
                result.put("read", counts.read());
                result.put("created", counts.created());
                result.put("updated", counts.updated());
                result.put("unchanged", counts.unchanged());
                result.put("doubtful", counts.doubtful());
                result.put("rejected", counts.rejected());
                run.result(tx, Json.text(result));
            });
        }

        /** Counts the rows and finds what stands in them more than once. */
        private Set<Long> survey() {
            long[][] prints = {new long[1024]};
            int[] count = new int[1];
            file.eachChild(sheets, batch.layout(), row -> {
                total++;
                Line line = reader.read(row);
                if (!line.rejected()) {
                    prints[0] = add(prints[0], count, Matching.fingerprint(line.identity()));
                    if (line.iin().isEmpty()) {
                        // Twice, so that a child of this name and birth date counts as one that is asked for again.
                        long print = Matching.fingerprint(Known.nameAndBirth(
                                line.surname(),
                                line.givenName(),
                                line.birthDate().map(Object::toString).orElse("")));
                        prints[0] = add(add(prints[0], count, print), count, print);
                    }
                }
            });
            database.run(tx -> {
                ImportStore.begin(tx, batch.id(), total);
                run.progress(tx, done, total, run.job().checkpoint());
            });
            long[] sorted = Arrays.copyOf(prints[0], count[0]);
            Arrays.sort(sorted);
            Set<Long> repeated = new HashSet<>();
            for (int i = 1; i < sorted.length; i++) {
                if (sorted[i] == sorted[i - 1]) {
                    repeated.add(sorted[i]);
                }
            }
            return repeated;
        }

        private long[] add(long[] prints, int[] count, long print) {
            long[] room = count[0] == prints.length ? Arrays.copyOf(prints, count[0] * 2) : prints;
            room[count[0]++] = print;
            return room;
        }

        private void row(SheetRow row) {
            Line line = reader.read(row);
            if (row.number() <= resumeAfter) {
                if (!notTaken.contains(row.number())) {
                    matching.taken(line);
                }
                return;
            }
            lines.add(line);
            sheetRows.put(row.number(), row);
            if (lines.size() == rows) {
                flush();
            }
        }

        /** What a row says, by column: kept with a doubt. */
        private Map<String, String> cells(int number) {
            SheetRow row = sheetRows.get(number);
            Map<String, String> texts = new LinkedHashMap<>();
            for (int c = 0; c < batch.layout().columns().size(); c++) {
                String text = row.cell(c).text();
                Optional<Column> column = batch.layout().columns().get(c);
                if (!text.isEmpty() && column.filter(k -> k != Column.IGNORED).isPresent()) {
                    texts.put(column.get().code(), text);
                }
            }
            return texts;
        }

        private void flush() {
            if (run.cancelled()) {
                throw new Stopped();
            }
            if (lines.isEmpty()) {
                return;
            }
            String checkpoint = String.valueOf(lines.get(lines.size() - 1).row());
            done = Stale.again(() -> database.call(tx -> {
                Work work = matching.decide(tx, lines, this::cells, clock.now());
                if (!batch.dryRun()) {
                    residences.leave(tx, run.user(), work.moved, batch.id());
                    if (!ListedChildStore.write(tx, work)) {
                        throw new Stale();
                    }
                    residences.arrive(tx, run.user(), work.moved);
                    ChangeStore.changes(tx, batch.id(), work.changes.values());
                    DoubtStore.insert(tx, batch.id(), work.doubts, database::nextId);
                    audit.record(tx, run.user(), work.audit);
                }
                RemarkStore.remarks(tx, batch.id(), batch.layout(), work.remarks);
                ImportStore.count(tx, batch.id(), work);
                run.progress(tx, done + work.read(), total, checkpoint);
                return done + work.read();
            }));
            matching.written();
            lines.clear();
            sheetRows.clear();
        }
    }
}
