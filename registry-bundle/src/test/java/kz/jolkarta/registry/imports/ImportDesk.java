package kz.jolkarta.registry.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.files.Sheets.SheetRow;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.files.SheetFiles;
import kz.jolkarta.core.jobs.Job;
import kz.jolkarta.core.jobs.JobRun;
import kz.jolkarta.core.jobs.Jobs;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.FixedClock;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.RegistrySchema;
import kz.jolkarta.registry.awards.Quotas;
import kz.jolkarta.registry.figures.FactsStore;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Nineteen;
import kz.jolkarta.registry.residence.Residences;

/** A coordinator's desk: lists are brought in, looked at and taken back, with jobs and an audit trail kept in the database under test. */
final class ImportDesk implements Jobs, Audit {
    /** The registry's tables, and those of this desk. */
    static final class Tables implements BothEngines.Tables {
        @Override
        public void in(TestDatabase database) {
            new RegistrySchema(database.migrations(), database.database());
            database.run(tx -> {
                tx.update(
                        "create table desk_job (id bigint not null primary key, state varchar(20) not null, checkpoint varchar(20), done bigint, total bigint)",
                        Map.of());
                tx.update(
                        "create table desk_audit (action varchar(20) not null, kind varchar(20) not null, object bigint not null, territory varchar(9) not null, detail varchar(500) not null)",
                        Map.of());
            });
        }
    }

    static final User COORDINATOR = user(7, Scope.COUNTRY);

    static User user(long id, Scope scope) {
        Map<Right, Scope> rights = new EnumMap<>(Right.class);
        rights.put(Right.CHILDREN_IMPORT, scope);
        return new User(id, "user" + id, rights, Language.RU);
    }

    final TestDatabase database;
    final FixedClock clock = FixedClock.at("2026-11-25");
    final Sheets sheets = new SheetFiles(clock);
    final Imports imports;
    final Residences residences;
    /** Rows in one transaction: small, so that a list takes several. */
    int rows = 200;

    ImportDesk(TestDatabase database) {
        this.database = database;
        Gazetteer gazetteer = new Gazetteer(database);
        Ledger ledger = new Ledger(database, new Nineteen(), this, clock, gazetteer, new FactsStore());
        residences = new Residences(ledger, new Quotas(ledger));
        imports = new Imports(database, this, sheets, gazetteer, this, clock, residences);
        database.clear(
                "doubtful_pair",
                "import_remark",
                "import_change",
                "import_batch",
                "import_mapping",
                "child",
                "organisation",
                "desk_job",
                "desk_audit");
    }

    static byte[] resource(String name) {
        try (var in = ImportDesk.class.getResourceAsStream("/imports/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] csv(String... lines) {
        return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    long start(User user, byte[] content, boolean dryRun) {
        return imports.start(user, new ByteArrayInputStream(content), "list.xlsx", dryRun, Map.of(), "");
    }

    Batch bring(byte[] content) {
        return bring(COORDINATOR, content, false);
    }

    Batch bring(User user, byte[] content, boolean dryRun) {
        long id = start(user, content, dryRun);
        work(user, id);
        return imports.find(user, id);
    }

    void work(User user, long id) {
        new ListImport(database, sheets, this, this, clock, residences, rows).run(new DeskRun(user, id, () -> {}));
        database.run(tx -> tx.update(
                "update desk_job set state = 'DONE' where id = :id and state in ('QUEUED', 'RUNNING')",
                Map.of("id", id)));
    }

    /** Works until so many transactions have reported progress, then dies as a process does: within the next one. */
    void workUntilKilled(User user, long id, int transactions) {
        int[] left = {transactions};
        new ListImport(database, sheets, this, this, clock, residences, rows).run(new DeskRun(user, id, () -> {
            if (left[0]-- == 0) {
                throw new Killed();
            }
        }));
    }

    /** Works and is asked to stop after so many transactions. */
    void workUntilCancelled(User user, long id, int transactions) {
        int[] left = {transactions};
        new ListImport(database, sheets, this, this, clock, residences, rows).run(new DeskRun(user, id, () -> {}) {
            @Override
            public boolean cancelled() {
                if (left[0]-- == 0) {
                    imports.cancel(user, id);
                }
                return left[0] < 0;
            }
        });
    }

    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private class DeskRun implements JobRun {
        private final User user;
        private final Job job;
        private final Runnable beforeProgress;

        DeskRun(User user, long id, Runnable beforeProgress) {
            this.user = user;
            this.job = find(user, id).orElseThrow();
            this.beforeProgress = beforeProgress;
        }

        @Override
        public Job job() {
            return job;
        }

        @Override
        public User user() {
            return user;
        }

        @Override
        public void progress(Tx tx, long done, long total, String checkpoint) {
            beforeProgress.run();
            tx.update(
                    "update desk_job set done = :done, total = :total, checkpoint = :checkpoint where id = :id",
                    Map.of("id", job.id(), "done", done, "total", total, "checkpoint", checkpoint));
        }

        @Override
        public void result(Tx tx, String json) {
            // Kept by the real jobs; here the batch says it.
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    List<RemarkStore.Kept> remarks(Batch batch) {
        return database.read(tx -> RemarkStore.remarks(tx, batch.id(), 0, -1, 100_000));
    }

    /** How many rows have a remark of each reason. */
    Map<String, Long> reasons(Batch batch) {
        Map<String, Long> reasons = new TreeMap<>();
        remarks(batch)
                .forEach(k ->
                        reasons.merge(k.remark().outcome() + " " + k.remark().reason(), 1L, Long::sum));
        return reasons;
    }

    long count(String tableAndCondition) {
        long count = database.read(tx -> tx.number("select count(*) from " + tableAndCondition, Map.of()));
        return count;
    }

    String text(String sql) {
        List<String> texts = database.read(tx -> tx.list(sql, Map.of(), r -> r.text("x")));
        return String.join(" | ", texts);
    }

    /** Everything the registry knows of children, but for the numbers of versions. */
    List<String> picture() {
        List<String> rows = new ArrayList<>();
        Map<String, String> tables = new TreeMap<>(Map.of(
                "child",
                        "id,iin,document_kind,document_number,no_iin_reason,surname,given_name,patronymic,key_surname,key_given,sort_key,birth_date,sex,territory,address,school_id,grade,grade_letter,language,state,registered_on,import_id",
                "child_category", "id,child_id,category,valid_from,valid_to,import_id",
                "child_talent", "id,child_id,field,subject,identified_on,import_id",
                "representative", "id,child_id,name,relation,phone,import_id",
                "consent", "id,child_id,representative_id,purpose,given_on,withdrawn_on,import_id",
                "organisation", "id,kind,name,territory,import_id"));
        tables.forEach((table, columns) -> database.read(tx -> {
            tx.each("select " + columns + " from " + table + " order by id", Map.of(), row -> {
                StringBuilder line = new StringBuilder(table);
                for (String column : columns.split(",")) {
                    line.append('|').append(row.optionalText(column).orElse("-"));
                }
                rows.add(line.toString());
            });
            return null;
        }));
        return rows;
    }

    List<SheetRow> rows(byte[] content) {
        try {
            Path file = Files.createTempFile("desk", ".tmp");
            try {
                Files.write(file, content);
                List<SheetRow> rows = new ArrayList<>();
                sheets.read(file, "list", rows::add);
                return rows;
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] sheet(List<String> headings, List<List<String>> lines, Sheets.Format format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Sheets.Writer writer = sheets.write(out, format, "list", headings)) {
            lines.forEach(writer::row);
        }
        return out.toByteArray();
    }

    // ---- the jobs

    @Override
    public long submit(Tx tx, User owner, String kind, String territory, Map<String, String> params) {
        long id = database.nextId();
        tx.update(
                "insert into desk_job (id, state, checkpoint, done, total) values (:id, 'QUEUED', '', 0, 0)",
                Map.of("id", id));
        return id;
    }

    @Override
    public Optional<Job> find(User user, long id) {
        return database.read(tx -> tx.one(
                "select state, checkpoint, done, total from desk_job where id = :id",
                Map.of("id", id),
                row -> new Job(
                        id,
                        "import",
                        user.id(),
                        "",
                        row.value("state", Job.State.class),
                        row.number("done"),
                        row.number("total"),
                        Map.of(),
                        row.text("checkpoint"),
                        "",
                        Instant.EPOCH,
                        Optional.empty())));
    }

    @Override
    public List<Job> list(User user, String kind, int limit) {
        return List.of();
    }

    @Override
    public void cancel(User user, long id) {
        database.run(tx -> tx.update(
                "update desk_job set state = case when done = 0 and total = 0 then 'CANCELLED' else 'CANCELLING' end where id = :id",
                Map.of("id", id)));
    }

    // ---- the audit trail

    @Override
    public void record(Tx tx, User user, Entry entry) {
        record(tx, user, List.of(entry));
    }

    @Override
    public void record(Tx tx, User user, List<Entry> entries) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Entry e : entries) {
            rows.add(Map.of(
                    "action",
                    e.action(),
                    "kind",
                    e.kind(),
                    "object",
                    e.id(),
                    "territory",
                    e.territory(),
                    "detail",
                    e.detail()));
        }
        tx.batch(
                "insert into desk_audit (action, kind, object, territory, detail) values (:action, :kind, :object, :territory, :detail)",
                rows);
    }
}
