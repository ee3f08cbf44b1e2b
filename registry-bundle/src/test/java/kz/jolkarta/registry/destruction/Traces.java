package kz.jolkarta.registry.destruction;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.residence.EveryRow;

/** A child that left the school long ago and whose name, number and phone stand in every table that can hold them. */
final class Traces {
    static final String NAME = "Ықпалбек";
    static final String KEY = "ikpalbek";
    static final String IIN = "080501512345";
    static final String PHONE = "77015550199";
    static final LocalDate BORN = LocalDate.of(2008, 5, 14);
    static final LocalDate LEFT = LocalDate.of(2020, 5, 25);
    private static final LocalDate DAY = LocalDate.of(2019, 11, 1);
    private static final String HERE = RecordWorld.VILLAGE;
    private static final String TOLD = NAME + " " + IIN + " " + PHONE;
    private static final byte[] FILE = TOLD.getBytes(StandardCharsets.UTF_8);

    private final TestDatabase database;
    private final RecordWorld world;
    final long child;
    final long twin;

    Traces(TestDatabase database, RecordWorld world) {
        this.database = database;
        this.world = world;
        child = world.child(HERE);
        twin = world.child(HERE);
        person(child, IIN, "LEFT", null);
        person(twin, null, "MERGED", child);
        world.consent(child, DAY);
        long mother = row("representative", of(child, "name", TOLD, "relation", "MOTHER", "phone", PHONE));
        long consent = row(
                "consent", of(child, "purpose", "PROCESSING", "given_on", DAY, "template", "1", "withdrawn_by", TOLD));
        set("consent", consent, "representative_id", mother);
        set("consent", consent, "withdrawal_reason", TOLD);
        row("child_category", of(child, "category", "LARGE_FAMILY", "valid_from", DAY, "ground_number", TOLD));
        row("child_talent", of(child, "field", "SPORT", "identified_on", DAY, "subject", TOLD, "proposed_by", TOLD));
        row("achievement", of(child, "event", TOLD, "level", "REGION", "place", 1, "won_on", DAY, "coach_name", TOLD));
        row("diagnostic_result", of(child, "held_on", DAY, "method", TOLD, "conclusion", TOLD, "psychologist", TOLD));
        plain("child_marks", values("child_id", child, "school_year", 2019, "excellent", true, "recorded_on", DAY));
        row(
                "task",
                of(
                        child,
                        "kind",
                        "CATEGORY_ENDS",
                        "record_id",
                        database.nextId(),
                        "territory",
                        HERE,
                        "due_on",
                        DAY,
                        "created_at",
                        now(),
                        "note",
                        TOLD));
        map();
        records();
        places();
        lists();
    }

    private void person(long id, String iin, String state, Long into) {
        Map<String, Object> row = values(
                "id",
                id,
                "iin",
                iin,
                "name",
                NAME,
                "key",
                KEY,
                "state",
                state,
                "born",
                BORN,
                "left",
                LEFT,
                "day",
                LocalDate.of(2018, 9, 1),
                "told",
                TOLD,
                "number",
                PHONE,
                "merged",
                into);
        database.run(tx -> tx.update(
                "update child set iin = :iin, surname = :name, given_name = :name, patronymic = :name, key_surname = :key,"
                        + " key_given = :key, sort_key = :key, state = :state, birth_date = :born, left_on = :left,"
                        + " registered_on = :day, address = :told, document_number = :number, document_kind = :number,"
                        + " no_iin_reason = :told, grade_letter = 'Ә', merged_into = :merged where id = :id",
                row));
    }

    private void map() {
        long form = row(
                "road_map_form",
                values(
                        "form_no",
                        (int) database.nextId(),
                        "state",
                        "PUBLISHED",
                        "content",
                        "{}",
                        "created_by",
                        1L,
                        "created_at",
                        now()));
        long map = row(
                "road_map",
                of(
                        child,
                        "form_id",
                        form,
                        "school_year",
                        2019,
                        "state",
                        "CLOSED",
                        "content",
                        "{\"a\": \"" + TOLD + "\"}",
                        "due_on",
                        DAY,
                        "drawn_up_on",
                        DAY,
                        "approved_on",
                        DAY,
                        "closed_on",
                        LEFT,
                        "reason",
                        TOLD,
                        "agreed_with",
                        TOLD,
                        "conclusion",
                        TOLD,
                        "created_by",
                        1L,
                        "created_at",
                        now()));
        row("road_map_goal", values("road_map_id", map, "ordinal", 1, "title", TOLD, "expected", TOLD));
        row(
                "road_map_step",
                values(
                        "road_map_id",
                        map,
                        "ordinal",
                        1,
                        "title",
                        TOLD,
                        "measure",
                        "m",
                        "due_on",
                        DAY,
                        "state",
                        "DONE",
                        "done_on",
                        DAY,
                        "note",
                        TOLD,
                        "responsible",
                        TOLD,
                        "why",
                        TOLD));
        row(
                "road_map_change",
                values(
                        "road_map_id",
                        map,
                        "map_version",
                        2,
                        "kind",
                        "CONTENT",
                        "before_json",
                        TOLD,
                        "after_json",
                        TOLD,
                        "changed_by",
                        1L,
                        "login",
                        "u1",
                        "changed_at",
                        now()));
        plain(
                "bulk_change",
                values(
                        "job_id",
                        database.nextId(),
                        "kind",
                        "road-map",
                        "record_id",
                        map,
                        "version_after",
                        2,
                        "before_json",
                        TOLD));
        plain(
                "bulk_change",
                values(
                        "job_id",
                        database.nextId(),
                        "kind",
                        "coordinator",
                        "record_id",
                        child,
                        "version_after",
                        2,
                        "before_json",
                        TOLD));
    }

    private void records() {
        long activity = row(
                "activity",
                values(
                        "measure",
                        "information-support",
                        "type",
                        "open-day",
                        "title",
                        "Лагерь",
                        "territory",
                        HERE,
                        "starts",
                        DAY,
                        "ends",
                        DAY,
                        "state",
                        "HELD",
                        "created_by",
                        1L,
                        "created_at",
                        now()));
        row(
                "participation",
                of(child, "activity_id", activity, "state", "ATTENDED", "applied_at", now(), "reason", TOLD));
        long award = row(
                "award",
                of(
                        child,
                        "measure",
                        "health-camps",
                        "type",
                        "camp",
                        "award_year",
                        2019,
                        "territory",
                        HERE,
                        "state",
                        "ISSUED",
                        "reason",
                        TOLD,
                        "document_number",
                        PHONE,
                        "place",
                        TOLD,
                        "amount",
                        100L,
                        "date_from",
                        DAY,
                        "fields",
                        "{\"note\":\"" + TOLD + "\"}",
                        "proposed_by",
                        1L,
                        "created_at",
                        now()));
        row(
                "payment",
                values(
                        "measure",
                        "health-camps",
                        "type",
                        "camp",
                        "territory",
                        HERE,
                        "award_id",
                        award,
                        "paid_on",
                        DAY,
                        "amount",
                        100L,
                        "source",
                        "LOCAL_BUDGET",
                        "created_by",
                        1L,
                        "created_at",
                        now()));
        file("child", child);
        file("award", award);
    }

    private void file(String kind, long owner) {
        row(
                "attachment",
                values(
                        "owner_kind",
                        kind,
                        "owner_id",
                        owner,
                        "territory",
                        HERE,
                        "name",
                        TOLD,
                        "media_type",
                        "application/pdf",
                        "size",
                        1L,
                        "sha256",
                        "x",
                        "content",
                        FILE,
                        "created_by",
                        1L,
                        "created_at",
                        now()));
    }

    private void places() {
        row(
                "child_residence",
                of(
                        child,
                        "territory",
                        RecordWorld.CITY,
                        "valid_from",
                        LocalDate.of(2017, 1, 1),
                        "valid_to",
                        LocalDate.of(2017, 12, 31),
                        "moved_by",
                        1L,
                        "moved_at",
                        now()));
        row(
                "child_transfer",
                of(
                        child,
                        "from_territory",
                        RecordWorld.CITY,
                        "to_territory",
                        HERE,
                        "on_day",
                        DAY,
                        "reason",
                        TOLD,
                        "address",
                        TOLD,
                        "journal",
                        TOLD,
                        "asking",
                        "SENDER",
                        "state",
                        "DONE",
                        "asked_by",
                        1L,
                        "asked_at",
                        now()));
        row(
                "child_departure",
                of(
                        child,
                        "kind",
                        "LEFT",
                        "on_day",
                        LEFT,
                        "reason",
                        TOLD,
                        "where_to",
                        TOLD,
                        "journal",
                        TOLD,
                        "made_by",
                        1L,
                        "made_at",
                        now()));
        row(
                "duplicate_pair",
                values(
                        "child_a",
                        Math.min(child, twin),
                        "child_b",
                        Math.max(child, twin),
                        "likeness",
                        50,
                        "evidence",
                        "x",
                        "found_at",
                        now(),
                        "reason",
                        TOLD));
        row(
                "child_merge",
                values("kept_id", child, "gone_id", twin, "journal", TOLD, "merged_by", 1L, "merged_at", now()));
    }

    private void lists() {
        long list = row(
                "import_batch",
                values(
                        "owner",
                        1L,
                        "territory",
                        "",
                        "file_name",
                        TOLD,
                        "dry_run",
                        false,
                        "header_row",
                        1,
                        "headings",
                        "[]",
                        "mapping",
                        "[]",
                        "created_at",
                        now(),
                        "content",
                        FILE));
        plain(
                "import_change",
                values(
                        "import_id",
                        list,
                        "child_id",
                        child,
                        "row_no",
                        3,
                        "kind",
                        "UPDATED",
                        "version_after",
                        1,
                        "before_json",
                        TOLD));
        plain(
                "import_remark",
                values(
                        "import_id",
                        list,
                        "row_no",
                        9,
                        "ordinal",
                        1,
                        "outcome",
                        "REJECTED",
                        "column_index",
                        1,
                        "column_name",
                        "ЖСН",
                        "found_value",
                        TOLD,
                        "taken",
                        TOLD,
                        "reason",
                        "x",
                        "args",
                        "[\"" + TOLD + "\"]"));
        row(
                "doubtful_pair",
                of(
                        child,
                        "import_id",
                        list,
                        "row_no",
                        4,
                        "territory",
                        HERE,
                        "evidence",
                        "x",
                        "row_json",
                        TOLD,
                        "row_key",
                        "k"));
    }

    /** A list of the region that was read on the day and has no trace of the child but its row. @return its id */
    long untracedList(LocalDate day) {
        return row(
                "import_batch",
                values(
                        "owner",
                        1L,
                        "territory",
                        RecordWorld.REGION,
                        "file_name",
                        TOLD,
                        "dry_run",
                        false,
                        "state",
                        "DONE",
                        "header_row",
                        1,
                        "headings",
                        "[]",
                        "mapping",
                        "[]",
                        "created_at",
                        day.atStartOfDay(world.clock.zone()).toInstant(),
                        "content",
                        FILE));
    }

    /** Tables and columns where something of the child still stands. */
    List<String> found() {
        List<String> found = new ArrayList<>();
        EveryRow.of(database, "destruction_act", "destruction_child")
                .forEach((table, rows) -> rows.stream()
                        .filter(row -> List.of(NAME, KEY, IIN, PHONE, BORN.toString()).stream()
                                .anyMatch(row::contains))
                        .forEach(row -> found.add(table + ": " + row)));
        for (String table : List.of("attachment", "import_batch")) {
            database.read(tx -> {
                tx.each("select content from " + table, Map.of(), row -> {
                    if (new String(row.bytes("content"), StandardCharsets.UTF_8).contains(NAME)) {
                        found.add(table + ": file");
                    }
                });
                return null;
            });
        }
        return found;
    }

    void set(String table, long id, String column, Object value) {
        database.run(tx -> tx.update(
                "update " + table + " set " + column + " = :value where id = :id", values("id", id, "value", value)));
    }

    /** Somebody has changed the child. */
    void changed() {
        database.run(tx -> tx.update("update child set version = version + 1 where id = :id", Map.of("id", child)));
    }

    private long row(String table, Map<String, Object> values) {
        long id = database.nextId();
        values.put("id", id);
        plain(table, values);
        return id;
    }

    private void plain(String table, Map<String, Object> values) {
        List<String> names = List.copyOf(values.keySet());
        database.run(tx -> tx.update(
                "insert into " + table + " (" + String.join(", ", names) + ") values (:" + String.join(", :", names)
                        + ")",
                values));
    }

    private static Map<String, Object> of(long child, Object... pairs) {
        Map<String, Object> values = values(pairs);
        values.put("child_id", child);
        return values;
    }

    private static Map<String, Object> values(Object... pairs) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
        return values;
    }

    private Instant now() {
        return world.clock.now();
    }
}
