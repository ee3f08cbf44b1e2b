package kz.jolkarta.registry.copies;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.records.RecordWorld;

/** A child of whom every table that names one has a row. */
final class Dossier {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);
    private static final String HERE = RecordWorld.VILLAGE;
    private static final String FORM = """
            {"sections": [
              {"code": "s", "fields": [{"code": "hobby", "names": {"kk": "Қызығуы", "ru": "Интерес", "en": "Hobby"}}]},
              {"code": "d", "readers": "diagnostics",
               "fields": [{"code": "test", "names": {"kk": "Тест", "ru": "Тест", "en": "Test"}}]}]}""";

    private final TestDatabase database;
    private final RecordWorld world;
    final long child;
    final long mother;

    Dossier(TestDatabase database, RecordWorld world) {
        this.database = database;
        this.world = world;
        child = world.child(HERE);
        mother = row("representative", "child_id", child, "name", "Сынақова Айгүл", "relation", "MOTHER");
    }

    /** @param pairs column, value, column, value … */
    private long row(String table, Object... pairs) {
        long id = database.nextId();
        Object[] all = new Object[pairs.length + 2];
        System.arraycopy(pairs, 0, all, 0, pairs.length);
        all[pairs.length] = "id";
        all[pairs.length + 1] = id;
        plain(table, all);
        return id;
    }

    private void plain(String table, Object... pairs) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
        List<String> names = List.copyOf(values.keySet());
        String sql = "insert into " + table + " (" + String.join(", ", names) + ") values (:"
                + String.join(", :", names) + ")";
        database.run(tx -> tx.update(sql, values));
    }

    Dossier whole() {
        plain("child_marks", "child_id", child, "school_year", 2025, "excellent", true, "recorded_on", DAY);
        row("child_category", "child_id", child, "category", "LARGE_FAMILY", "valid_from", DAY);
        long consent = row(
                "consent",
                "child_id",
                child,
                "representative_id",
                mother,
                "purpose",
                "PROCESSING",
                "given_on",
                DAY,
                "template",
                "1");
        row("achievement", "child_id", child, "event", "Олимпиада", "level", "REGION", "place", 1, "won_on", DAY);
        row("diagnostic_result", "child_id", child, "held_on", DAY, "method", "Равен", "score", "120");
        row(
                "task",
                "kind",
                "CONSENT_EXPIRES",
                "child_id",
                child,
                "record_id",
                consent,
                "territory",
                HERE,
                "due_on",
                DAY,
                "created_at",
                now());
        map();
        records();
        row(
                "attachment",
                "owner_kind",
                "child",
                "owner_id",
                child,
                "territory",
                HERE,
                "name",
                "a.pdf",
                "media_type",
                "a",
                "size",
                1L,
                "sha256",
                "a",
                "content",
                new byte[] {1},
                "created_by",
                1L,
                "created_at",
                now(),
                "content_kind",
                "DIPLOMA");
        row(
                "child_residence",
                "child_id",
                child,
                "territory",
                RecordWorld.CITY,
                "valid_from",
                DAY,
                "valid_to",
                DAY,
                "moved_by",
                1L,
                "moved_at",
                now());
        row(
                "child_transfer",
                "child_id",
                child,
                "from_territory",
                RecordWorld.CITY,
                "to_territory",
                HERE,
                "on_day",
                DAY,
                "reason",
                "көшу",
                "asking",
                "SENDER",
                "state",
                "DONE",
                "asked_by",
                1L,
                "asked_at",
                now());
        row(
                "child_departure",
                "child_id",
                child,
                "kind",
                "LEFT",
                "on_day",
                DAY,
                "reason",
                "x",
                "made_by",
                1L,
                "made_at",
                now());
        lists();
        long act = row(
                "destruction_act",
                "act_number",
                "7",
                "act_date",
                DAY,
                "territory",
                HERE,
                "reason",
                "x",
                "children",
                1,
                "contents",
                "{}",
                "proposed_by",
                1L,
                "proposed_at",
                now(),
                "state",
                "PROPOSED");
        plain("destruction_child", "act_id", act, "child_id", child);
        return this;
    }

    private Instant now() {
        return world.clock.now();
    }

    private void map() {
        int number = (int) database.<Long>read(tx -> tx.number("select max(form_no) from road_map_form", Map.of()))
                        .longValue()
                + 1;
        long form = row(
                "road_map_form",
                "form_no",
                number,
                "state",
                "PUBLISHED",
                "content",
                FORM,
                "created_by",
                1L,
                "created_at",
                now());
        long map = row(
                "road_map",
                "child_id",
                child,
                "form_id",
                form,
                "school_year",
                2025,
                "state",
                "APPROVED",
                "content",
                "{\"hobby\": \"дзюдо\", \"test\": \"құпия\"}",
                "due_on",
                DAY,
                "drawn_up_on",
                DAY,
                "created_by",
                1L,
                "created_at",
                now());
        row("road_map_goal", "road_map_id", map, "ordinal", 1, "title", "Жеңіс");
        row("road_map_step", "road_map_id", map, "ordinal", 1, "title", "Ауысым", "measure", "m", "due_on", DAY);
        row(
                "road_map_change",
                "road_map_id",
                map,
                "map_version",
                2,
                "kind",
                "CONTENT",
                "after_json",
                "{\"hobby\": \"дзюдо\"}",
                "changed_by",
                1L,
                "login",
                "u1",
                "changed_at",
                now());
    }

    private void records() {
        long activity = row(
                "activity",
                "measure",
                "m",
                "type",
                "t",
                "title",
                "Лагерь",
                "territory",
                HERE,
                "starts",
                DAY,
                "ends",
                DAY,
                "created_by",
                1L,
                "created_at",
                now());
        long part = row(
                "participation", "activity_id", activity, "child_id", child, "state", "ATTENDED", "applied_at", now());
        long session = row("activity_session", "activity_id", activity, "held_on", DAY);
        plain("presence", "session_id", session, "participation_id", part, "present", true);
        long award = row(
                "award",
                "measure",
                "m",
                "type",
                "t",
                "award_year",
                2026,
                "territory",
                HERE,
                "child_id",
                child,
                "state",
                "APPROVED",
                "amount",
                5000050L,
                "source",
                "LOCAL_BUDGET",
                "proposed_by",
                1L,
                "created_at",
                now());
        row(
                "payment",
                "measure",
                "m",
                "type",
                "t",
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
                now());
        long material = row(
                "deliverable",
                "measure",
                "m",
                "type",
                "video",
                "title",
                "Фильм",
                "territory",
                HERE,
                "deliverable_year",
                2026,
                "created_by",
                1L,
                "created_at",
                now());
        plain("deliverable_child", "deliverable_id", material, "child_id", child);
    }

    private void lists() {
        long batch = row(
                "import_batch",
                "owner",
                1L,
                "territory",
                "-",
                "file_name",
                "тізім.xlsx",
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
                new byte[] {1});
        plain(
                "import_change",
                "import_id",
                batch,
                "child_id",
                child,
                "row_no",
                3,
                "kind",
                "CREATED",
                "version_after",
                1);
        row(
                "doubtful_pair",
                "import_id",
                batch,
                "row_no",
                4,
                "child_id",
                child,
                "territory",
                HERE,
                "evidence",
                "x",
                "row_json",
                "{}",
                "row_key",
                "k");
        long twin = world.child(HERE);
        row("duplicate_pair", "child_a", child, "child_b", twin, "likeness", 50, "evidence", "x", "found_at", now());
        row("child_merge", "kept_id", child, "gone_id", twin, "journal", "{}", "merged_by", 1L, "merged_at", now());
    }
}
