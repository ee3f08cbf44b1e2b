package kz.jolkarta.registry.duplicates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Engine;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.jobs.Job;
import kz.jolkarta.core.jobs.JobRun;
import kz.jolkarta.core.jobs.Jobs;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.children.ChildData;
import kz.jolkarta.registry.records.RecordWorld;

/** Children who are registered twice, with records of every kind. */
final class Twofold {
    static final LocalDate BORN = LocalDate.of(2014, 3, 7);
    private static final List<String> TABLES = List.of(
            "child_merge",
            "child_transfer",
            "duplicate_pair",
            "task",
            "child_residence",
            "doubtful_pair",
            "import_batch",
            "attachment",
            "deliverable_child",
            "deliverable",
            "participation",
            "activity",
            "award",
            "road_map",
            "road_map_form",
            "child_marks",
            "achievement",
            "diagnostic_result",
            "consent",
            "representative",
            "child_talent",
            "child_category",
            "child",
            "staff",
            "organisation");

    final TestDatabase database;
    final RecordWorld world;
    final Pairs pairs;
    final Merges merges;
    final Unmerges unmerges;
    private int serial;

    Twofold(TestDatabase database) {
        this.database = database;
        database.clear(TABLES.toArray(String[]::new));
        world = new RecordWorld(database);
        pairs = new Pairs(world.ledger, new NoJobs());
        merges = new Merges(world.ledger);
        unmerges = new Unmerges(world.ledger);
    }

    long child(String surname, String given, LocalDate born, String territory) {
        return child(surname, given, born, territory, null);
    }

    long child(String surname, String given, LocalDate born, String territory, String iin) {
        long id = database.nextId();
        ChildData.Keys keys = ChildData.Keys.of(surname, given, "");
        Map<String, Object> row = new HashMap<>();
        row.put("id", id);
        row.put("surname", surname);
        row.put("given_name", given);
        row.put("key_surname", keys.surnameFirst());
        row.put("key_given", keys.givenFirst());
        row.put("sort_key", keys.sort());
        row.put("birth_date", born);
        row.put("sex", "MALE");
        row.put("territory", territory);
        row.put("iin", iin);
        row.put("registered_on", LocalDate.of(2025, 1, 10));
        row.put("updated_at", world.clock.now());
        insert("child", row);
        return id;
    }

    void change(long child, String column, Object value) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", child);
        params.put("value", value);
        database.run(tx -> tx.update("update child set " + column + " = :value where id = :id", params));
    }

    long insert(String table, Map<String, Object> row) {
        Map<String, Object> whole = new HashMap<>(row);
        String columns = String.join(", ", whole.keySet());
        String values =
                String.join(", ", whole.keySet().stream().map(c -> ":" + c).toList());
        database.run(tx -> tx.update("insert into " + table + " (" + columns + ") values (" + values + ")", whole));
        return row.get("id") instanceof Long id ? id : 0;
    }

    private Map<String, Object> row(long child, Object... more) {
        Map<String, Object> row = new HashMap<>(Map.of("id", database.nextId(), "child_id", child));
        for (int i = 0; i < more.length; i += 2) {
            row.put((String) more[i], more[i + 1]);
        }
        return row;
    }

    long activity() {
        return insert(
                "activity",
                Map.ofEntries(
                        Map.entry("id", database.nextId()),
                        Map.entry("measure", "information-support"),
                        Map.entry("type", "open-day"),
                        Map.entry("title", "Ашық есік"),
                        Map.entry("territory", RecordWorld.DISTRICT),
                        Map.entry("starts", LocalDate.of(2026, 1, 10)),
                        Map.entry("ends", LocalDate.of(2026, 1, 12)),
                        Map.entry("state", "HELD"),
                        Map.entry("created_by", 1L),
                        Map.entry("created_at", world.clock.now())));
    }

    long participation(long child, long activity, String state) {
        return insert(
                "participation", row(child, "activity_id", activity, "state", state, "applied_at", world.clock.now()));
    }

    long award(long child, String type, String state, boolean holds) {
        return insert(
                "award",
                row(
                        child,
                        "measure",
                        "health-camps",
                        "type",
                        type,
                        "award_year",
                        2026,
                        "territory",
                        RecordWorld.REGION,
                        "state",
                        state,
                        "holder_key",
                        holds ? "health-camps|" + type + "|c" + child + "|2026" : null,
                        "proposed_by",
                        1L,
                        "created_at",
                        world.clock.now()));
    }

    long form() {
        return insert(
                "road_map_form",
                Map.of(
                        "id",
                        database.nextId(),
                        "form_no",
                        ++serial,
                        "state",
                        "PUBLISHED",
                        "content",
                        "{}",
                        "created_by",
                        1L,
                        "created_at",
                        world.clock.now()));
    }

    long roadMap(long child, long form, int year) {
        return insert(
                "road_map",
                row(
                        child,
                        "form_id",
                        form,
                        "school_year",
                        year,
                        "state",
                        "APPROVED",
                        "content",
                        "{}",
                        "due_on",
                        LocalDate.of(year, 10, 1),
                        "drawn_up_on",
                        LocalDate.of(year, 9, 5),
                        "approved_on",
                        LocalDate.of(year, 9, 20),
                        "created_by",
                        1L,
                        "created_at",
                        world.clock.now()));
    }

    /** Rows of the two in every table, some of them alike. */
    void fill(Random random, long... children) {
        List<Long> activities = List.of(activity(), activity(), activity());
        List<Long> materials = List.of(deliverable(), deliverable());
        long form = form();
        long list = list();
        for (long child : children) {
            change(child, "address", some(random, "Абай 1", "Сәтбаев 2", null));
            change(child, "grade", some(random, 5, 6, null));
            change(child, "patronymic", some(random, "Серікұлы", "Серикович", null));
            change(child, "document_number", some(random, "АБ 12345", null));
            change(child, "registered_on", some(random, LocalDate.of(2024, 9, 1), LocalDate.of(2025, 1, 10)));
            change(child, "resident_from", some(random, LocalDate.of(2025, 6, 1), null));
            for (String category : List.of("LARGE_FAMILY", "ORPHAN", "DISABILITY")) {
                maybe(
                        random,
                        () -> insert(
                                "child_category",
                                row(
                                        child,
                                        "category",
                                        category,
                                        "valid_from",
                                        day(random),
                                        "ground_number",
                                        some(random, "1", null))));
            }
            for (String field : List.of("SPORT", "ACADEMIC")) {
                maybe(random, () -> insert("child_talent", row(child, "field", field, "identified_on", day(random))));
            }
            for (String name : List.of("Ахметова Айгүл", "Ахметов Серік")) {
                maybe(random, () -> {
                    long person = insert(
                            "representative",
                            row(
                                    child,
                                    "name",
                                    name,
                                    "relation",
                                    "OTHER",
                                    "phone",
                                    some(random, "+7 701 111 22 33", null)));
                    insert(
                            "consent",
                            row(
                                    child,
                                    "representative_id",
                                    person,
                                    "purpose",
                                    "PROCESSING",
                                    "given_on",
                                    day(random),
                                    "template",
                                    "v1"));
                });
            }
            maybe(
                    random,
                    () -> insert(
                            "diagnostic_result",
                            row(child, "held_on", day(random), "method", some(random, "Равен", "Айзенк"))));
            maybe(
                    random,
                    () -> insert(
                            "achievement",
                            row(child, "event", "Олимпиада", "level", "REGION", "place", 1, "won_on", day(random))));
            for (int year : List.of(2023, 2024)) {
                maybe(
                        random,
                        () -> insert(
                                "child_marks",
                                Map.of(
                                        "child_id",
                                        child,
                                        "school_year",
                                        year,
                                        "excellent",
                                        random.nextBoolean(),
                                        "recorded_on",
                                        day(random))));
                maybe(random, () -> roadMap(child, form, year));
            }
            for (long activity : activities) {
                maybe(random, () -> participation(child, activity, some(random, "ATTENDED", "ACCEPTED", "REFUSED")));
            }
            for (String type : List.of("camp", "sanatorium")) {
                maybe(random, () -> award(child, type, "ISSUED", true));
                maybe(random, () -> award(child, type, "REFUSED", false));
            }
            for (long material : materials) {
                maybe(random, () -> insert("deliverable_child", Map.of("child_id", child, "deliverable_id", material)));
            }
            maybe(random, () -> attachment(child, some(random, "a".repeat(64), "b".repeat(64))));
            maybe(
                    random,
                    () -> insert(
                            "task",
                            row(
                                    child,
                                    "kind",
                                    "CATEGORY_ENDS",
                                    "record_id",
                                    database.nextId(),
                                    "territory",
                                    RecordWorld.VILLAGE,
                                    "due_on",
                                    day(random),
                                    "created_at",
                                    world.clock.now())));
            maybe(
                    random,
                    () -> insert(
                            "doubtful_pair",
                            row(
                                    child,
                                    "import_id",
                                    list,
                                    "row_no",
                                    ++serial,
                                    "territory",
                                    RecordWorld.VILLAGE,
                                    "evidence",
                                    "same-name-and-birth",
                                    "row_json",
                                    "{}",
                                    "row_key",
                                    "k" + serial)));
            int year = 2018 + random.nextInt(8);
            maybe(
                    random,
                    () -> insert(
                            "child_residence",
                            row(
                                    child,
                                    "territory",
                                    RecordWorld.CITY,
                                    "valid_from",
                                    LocalDate.of(year, 1, 1),
                                    "valid_to",
                                    LocalDate.of(year, 12, 31),
                                    "moved_by",
                                    1L,
                                    "moved_at",
                                    world.clock.now())));
        }
    }

    /** A planned step of the map. */
    long step(long map, String measure) {
        return insert(
                "road_map_step",
                Map.of(
                        "id",
                        database.nextId(),
                        "road_map_id",
                        map,
                        "ordinal",
                        1,
                        "title",
                        "Қадам",
                        "measure",
                        measure,
                        "due_on",
                        LocalDate.of(2026, 5, 1)));
    }

    String stepState(long step) {
        return database.read(tx -> tx.one(
                        "select state from road_map_step where id = :id", Map.of("id", step), row -> row.text("state")))
                .orElseThrow();
    }

    private long deliverable() {
        return insert(
                "deliverable",
                Map.of(
                        "id",
                        database.nextId(),
                        "measure",
                        "best-practices",
                        "type",
                        "video",
                        "title",
                        "Фильм",
                        "territory",
                        RecordWorld.REGION,
                        "deliverable_year",
                        2026,
                        "created_by",
                        1L,
                        "created_at",
                        world.clock.now()));
    }

    private long list() {
        return insert(
                "import_batch",
                Map.of(
                        "id",
                        database.nextId(),
                        "owner",
                        1L,
                        "territory",
                        "",
                        "file_name",
                        "x.csv",
                        "dry_run",
                        false,
                        "header_row",
                        0,
                        "headings",
                        "[]",
                        "mapping",
                        "[]",
                        "created_at",
                        world.clock.now(),
                        "content",
                        new byte[] {1}));
    }

    private void attachment(long child, String hash) {
        insert(
                "attachment",
                Map.ofEntries(
                        Map.entry("id", database.nextId()),
                        Map.entry("owner_kind", "child"),
                        Map.entry("owner_id", child),
                        Map.entry("territory", RecordWorld.VILLAGE),
                        Map.entry("name", "грамота.pdf"),
                        Map.entry("media_type", "application/pdf"),
                        Map.entry("size", 1L),
                        Map.entry("sha256", hash),
                        Map.entry("content", new byte[] {1}),
                        Map.entry("created_by", 1L),
                        Map.entry("created_at", world.clock.now())));
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2025, 1 + random.nextInt(3), 1);
    }

    @SafeVarargs
    private static <T> T some(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    private static void maybe(Random random, Runnable work) {
        if (random.nextInt(3) > 0) {
            work.run();
        }
    }

    /** Every row of every table of the registry but the journal of merges, without counters of versions. */
    Map<String, List<String>> everything() {
        Map<String, List<String>> columns = new TreeMap<>();
        String sql = database.engine() == Engine.DERBY
                ? "select lower(t.tablename) t, lower(c.columnname) c from sys.syscolumns c join sys.systables t"
                        + " on t.tableid = c.referenceid where t.tabletype = 'T' order by t.tablename, c.columnname"
                : "select table_name t, column_name c from information_schema.columns where table_schema = current_schema()"
                        + " order by table_name, column_name";
        database.read(tx -> {
            tx.each(
                    sql,
                    Map.of(),
                    row -> columns.computeIfAbsent(row.text("t"), t -> new ArrayList<>())
                            .add(row.text("c")));
            return null;
        });
        columns.keySet().removeAll(List.of("child_merge", "audit_entry", "data_change", "job", "territory"));
        columns.values().forEach(all -> all.removeAll(List.of("version", "updated_at", "content")));
        Map<String, List<String>> rows = new TreeMap<>();
        columns.forEach((table, names) -> rows.put(table, rows(table, names)));
        return rows;
    }

    private List<String> rows(String table, List<String> columns) {
        return database
                .read(tx -> tx.list("select " + String.join(", ", columns) + " from " + table, Map.of(), row -> {
                    StringBuilder line = new StringBuilder();
                    columns.forEach(c -> line.append(c)
                            .append('=')
                            .append(row.optionalText(c).orElse("-"))
                            .append(' '));
                    return line.toString();
                }))
                .stream()
                .sorted()
                .toList();
    }

    List<Long> ids(String table, long child) {
        return database.read(tx -> tx.list(
                "select id from " + table + " where child_id = :child order by id",
                Map.of("child", child),
                row -> row.number("id")));
    }

    int version(long child) {
        return database.read(tx -> MergeStore.child(tx, child)).orElseThrow().version();
    }

    MergeAnswer merge(User user, long pair, long keep, long gone, Map<String, Long> fields) {
        return merges.merge(
                user,
                pair,
                pairs.open(user, pair).pair().version(),
                new MergeInput(keep, version(keep), version(gone), fields));
    }

    /** A run that keeps what it is told. */
    static final class Run implements JobRun {
        final List<Long> done = new ArrayList<>();
        String result = "";
        int left = Integer.MAX_VALUE;
        private final User user;
        private final String territory;
        private final RecordWorld world;

        Run(User user, String territory, RecordWorld world) {
            this.user = user;
            this.territory = territory;
            this.world = world;
        }

        @Override
        public Job job() {
            return new Job(
                    1,
                    "duplicate-search",
                    user.id(),
                    territory,
                    Job.State.RUNNING,
                    0,
                    0,
                    Map.of(),
                    "",
                    "",
                    world.clock.now(),
                    Optional.empty());
        }

        @Override
        public User user() {
            return user;
        }

        @Override
        public void progress(Tx tx, long done, long total, String checkpoint) {
            this.done.add(done);
        }

        @Override
        public void result(Tx tx, String json) {
            result = json;
        }

        @Override
        public boolean cancelled() {
            return left-- <= 0;
        }
    }

    /** The queue of jobs is the kernel's. */
    private static final class NoJobs implements Jobs {
        @Override
        public long submit(Tx tx, User owner, String kind, String territory, Map<String, String> params) {
            return 77;
        }

        @Override
        public Optional<Job> find(User user, long id) {
            return Optional.empty();
        }

        @Override
        public List<Job> list(User user, String kind, int limit) {
            return List.of();
        }

        @Override
        public void cancel(User user, long id) {
            throw new UnsupportedOperationException();
        }
    }
}
