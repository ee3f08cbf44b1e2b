package kz.jolkarta.registry.entitlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.RegistrySchema;

/** Children, schools and records written plainly, for tests that name each of them. */
final class Village {
    static final String VILLAGE = "233633100";
    static final String DISTRICT = "233600000";
    private static final Instant NOW = Instant.parse("2026-11-25T06:00:00Z");

    private final TestDatabase database;

    /** The registry's tables, and in two regions places where nobody lives yet. */
    public static final class Tables implements BothEngines.Tables {
        @Override
        public void in(TestDatabase database) {
            new RegistrySchema(database.migrations(), database);
        }
    }

    /** Nobody lives there any more. */
    Village(TestDatabase database) {
        this.database = database;
        database.clear(
                "deliverable_child",
                "deliverable",
                "presence",
                "activity_session",
                "participation",
                "activity",
                "award",
                "road_map_step",
                "road_map",
                "road_map_form",
                "child",
                "organisation");
    }

    long insert(String table, Object... namesAndValues) {
        long id = database.nextId();
        Map<String, Object> row = new HashMap<>(Map.of("id", id));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        List<String> columns = List.copyOf(row.keySet());
        database.run(tx -> tx.update(
                "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                        + columns.stream().map(c -> ":" + c).collect(Collectors.joining(", ")) + ")",
                row));
        return id;
    }

    long school(String territory) {
        return insert(
                "organisation",
                "kind",
                "SCHOOL",
                "name",
                "Мектеп",
                "name_key",
                "mektep",
                "territory",
                territory,
                "created_at",
                NOW);
    }

    /** Born in 2014, in grade 6, registered in January 2026. */
    long child(String territory, Long school) {
        long id = database.nextId();
        Map<String, Object> row = new HashMap<>();
        row.put("id", id);
        row.put("territory", territory);
        row.put("school", school);
        row.put("sort", "k" + id);
        row.put("at", NOW);
        database.run(tx -> tx.update(
                "insert into child (id, surname, given_name, key_surname, key_given, sort_key, birth_date, sex, territory,"
                        + " school_id, grade, registered_on, updated_at) values (:id, 'Сынақов', 'Әли', 'sinakov ali',"
                        + " 'ali sinakov', :sort, date('2014-05-01'), 'MALE', :territory, :school, 6, date('2026-01-10'), :at)",
                row));
        return id;
    }

    void talent(long child, LocalDate on) {
        insert("child_talent", "child_id", child, "field", "SPORT", "identified_on", on);
    }

    long activity(String measure, String type, String state, LocalDate starts, LocalDate ends) {
        return insert(
                "activity",
                "measure",
                measure,
                "type",
                type,
                "title",
                "Жоба",
                "territory",
                VILLAGE,
                "starts",
                starts,
                "ends",
                ends,
                "state",
                state,
                "created_by",
                1L,
                "created_at",
                NOW);
    }

    long takes(long child, long activity, String state, Instant applied) {
        return insert(
                "participation", "activity_id", activity, "child_id", child, "state", state, "applied_at", applied);
    }

    void present(long participation, long activity, LocalDate day) {
        long session = insert("activity_session", "activity_id", activity, "held_on", day);
        database.run(tx -> tx.update(
                "insert into presence (session_id, participation_id, present) values (:s, :p, true)",
                Map.of("s", session, "p", participation)));
    }

    void shown(long child, String measure, String state, int year) {
        long material = insert(
                "deliverable",
                "measure",
                measure,
                "type",
                "video",
                "title",
                "Бейне",
                "territory",
                VILLAGE,
                "state",
                state,
                "deliverable_year",
                year,
                "created_by",
                1L,
                "created_at",
                NOW);
        database.run(tx -> tx.update(
                "insert into deliverable_child (deliverable_id, child_id) values (:m, :c)",
                Map.of("m", material, "c", child)));
    }

    /** Approved on the day. */
    long map(long child, LocalDate on) {
        long form = database.nextId();
        database.run(tx -> {
            if (tx.number("select count(*) from road_map_form", Map.of()) == 0) {
                tx.update(
                        "insert into road_map_form (id, form_no, state, content, created_by, created_at)"
                                + " values (:id, 1, 'PUBLISHED', '{}', 1, :at)",
                        Map.of("id", form, "at", NOW));
            }
        });
        long used = database.read(tx -> tx.number("select min(id) from road_map_form", Map.of()));
        return insert(
                "road_map",
                "child_id",
                child,
                "form_id",
                used,
                "school_year",
                on.getYear(),
                "state",
                "APPROVED",
                "content",
                "{}",
                "due_on",
                on,
                "drawn_up_on",
                on,
                "approved_on",
                on,
                "created_by",
                1L,
                "created_at",
                NOW);
    }

    void step(long map, String state, LocalDate doneOn) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", database.nextId());
        row.put("map", map);
        row.put("state", state);
        row.put("done", doneOn);
        database.run(tx -> tx.update(
                "insert into road_map_step (id, road_map_id, ordinal, title, measure, due_on, state, done_on)"
                        + " values (:id, :map, 1, 'Олимпиада', '', date('2026-12-01'), :state, :done)",
                row));
    }
}
