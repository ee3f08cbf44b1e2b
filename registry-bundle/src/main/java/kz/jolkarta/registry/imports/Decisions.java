package kz.jolkarta.registry.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.registry.children.NameKey;
import kz.jolkarta.registry.children.SortKey;
import kz.jolkarta.registry.organisations.Organisation;

/** Turns what a row says of a child into what is to be written, field by field; the empty says nothing. */
final class Decisions {
    private final long batch;
    private final LocalDate today;
    private final Instant now;
    private final LongSupplier ids;
    private final Work work;
    private final BesideChild beside;
    /** Schools by settlement and folded name. */
    private final Map<String, Long> schools;

    Decisions(long batch, LocalDate today, Instant now, LongSupplier ids, Work work, Map<String, Long> schools) {
        this.batch = batch;
        this.today = today;
        this.now = now;
        this.ids = ids;
        this.work = work;
        this.beside = new BesideChild(batch, today, ids, work);
        this.schools = schools;
    }

    static String schoolKey(String territory, String name) {
        return territory + "|" + Organisation.key(name);
    }

    Known create(Line line) {
        Known child = new Known(ids.getAsLong(), 1);
        for (String column : COLUMNS) {
            child.values.put(column, null);
        }
        child.values.putAll(said(line, line.territory()));
        Map<String, Object> row = row(child);
        row.put("now", now);
        row.put("today", today);
        row.put("batch", batch);
        work.children.add(row);
        beside.say(child, line, new LinkedHashMap<>());
        Work.Change change = new Work.Change(child.id, line.row(), true);
        change.versionAfter = 1;
        work.changes.put(child.id, change);
        work.audit.add(new Audit.Entry(Audit.Action.CREATE, "child", child.id, child.territory(), "import " + batch));
        return child;
    }

    /** Whether the row says anything that is not known; looks only. */
    boolean differs(Known child, Line line) {
        Known copy = child.copy();
        Decisions trial = new Decisions(batch, today, now, () -> 0, new Work(), new HashMap<>(schools));
        return !trial.update(copy, line).isEmpty();
    }

    /** @return the names of what changed; nothing when the row says what is known */
    Set<String> update(Known child, Line line) {
        Set<String> changed = new LinkedHashSet<>();
        Map<String, Object> before = new LinkedHashMap<>();
        String from = child.territory();
        said(line, line.territory().isEmpty() ? from : line.territory()).forEach((column, value) -> {
            Object old = child.values.get(column);
            // A child found by the number of a record that was merged into it keeps its own.
            boolean another = old != null && column.equals("iin");
            if (value != null && !value.equals(old) && !another) {
                child.values.put(column, value);
                before.put(column, pair(old, value));
                changed.add(column);
            }
        });
        changed.addAll(beside.say(child, line, before));
        if (changed.isEmpty()) {
            return changed;
        }
        Work.Change change = work.changes.computeIfAbsent(child.id, id -> new Work.Change(id, line.row(), false));
        if (!change.created) {
            before.forEach((name, value) -> merge(change.before, name, value));
        }
        if (!work.updates.containsKey(child.id)) {
            child.version++;
        }
        change.versionAfter = child.version;
        if (!change.created && moved(before)) {
            work.moved.add(child.id);
        }
        work.updates.put(child.id, updated(child, child.version - 1, now));
        work.audit.add(new Audit.Entry(
                Audit.Action.UPDATE,
                "child",
                child.id,
                child.territory(),
                clip("import " + batch + ": " + String.join(", ", changed))));
        if (!from.equals(child.territory())) {
            work.audit.add(
                    new Audit.Entry(Audit.Action.UPDATE, "child", child.id, from, "import " + batch + ": territory"));
        }
        return changed;
    }

    /** To another settlement, or from a school that was known to another. */
    private static boolean moved(Map<String, Object> before) {
        return before.containsKey("territory")
                || before.get("school_id") instanceof List<?> pair && pair.get(0) != null;
    }

    /** The child's row as it is to be written over that of its present version. */
    static Map<String, Object> updated(Known child, Instant now) {
        child.version++;
        return updated(child, child.version - 1, now);
    }

    private static Map<String, Object> updated(Known child, int seen, Instant now) {
        Map<String, Object> row = row(child);
        row.put("version", child.version);
        row.put("seen", seen);
        row.put("now", now);
        return row;
    }

    private static String clip(String text) {
        return text.length() > 500 ? text.substring(0, 500) : text;
    }

    /** Of two changes of one value the older old and the newer new one are kept. */
    @SuppressWarnings("unchecked")
    static void merge(Map<String, Object> into, String name, Object value) {
        Object there = into.get(name);
        if (there instanceof List<?> old && value instanceof List<?> young) {
            boolean listOfRows = name.startsWith("+");
            if (listOfRows) {
                List<Object> both = new ArrayList<>((List<Object>) old);
                both.addAll((List<Object>) young);
                into.put(name, both);
            } else {
                into.put(name, pair(old.get(0), young.get(1)));
            }
        } else {
            into.put(name, value);
        }
    }

    private static List<Object> pair(Object old, Object young) {
        List<Object> pair = new ArrayList<>(2);
        pair.add(plain(old));
        pair.add(plain(young));
        return pair;
    }

    private static Object plain(Object value) {
        return value instanceof LocalDate || value instanceof Enum<?> ? value.toString() : value;
    }

    static final List<String> COLUMNS = List.of(
            "iin",
            "document_kind",
            "document_number",
            "no_iin_reason",
            "surname",
            "given_name",
            "patronymic",
            "birth_date",
            "sex",
            "territory",
            "address",
            "school_id",
            "grade",
            "grade_letter",
            "language");

    private Map<String, Object> said(Line line, String territory) {
        Map<String, Object> said = new LinkedHashMap<>();
        put(said, "iin", line.iin());
        put(said, "document_kind", line.documentKind());
        put(said, "document_number", line.documentNumber());
        put(said, "no_iin_reason", line.noIinReason());
        put(said, "surname", line.surname());
        put(said, "given_name", line.givenName());
        put(said, "patronymic", line.patronymic());
        line.birthDate().ifPresent(d -> said.put("birth_date", d));
        line.sex().ifPresent(s -> said.put("sex", s.name()));
        put(said, "territory", line.territory());
        put(said, "address", line.address());
        if (!line.school().isEmpty()) {
            said.put("school_id", school(territory, line.school()));
        }
        line.grade().ifPresent(g -> said.put("grade", g));
        put(said, "grade_letter", line.gradeLetter());
        put(said, "language", line.language());
        return said;
    }

    private static void put(Map<String, Object> said, String column, String text) {
        if (!text.isEmpty()) {
            said.put(column, text);
        }
    }

    private long school(String territory, String name) {
        return schools.computeIfAbsent(schoolKey(territory, name), key -> {
            long id = ids.getAsLong();
            Map<String, Object> row = new HashMap<>();
            row.put("id", id);
            row.put("name", name);
            row.put("key", Organisation.key(name));
            row.put("territory", territory);
            row.put("batch", batch);
            row.put("now", now);
            work.schools.add(row);
            work.audit.add(new Audit.Entry(Audit.Action.CREATE, "organisation", id, territory, "import " + batch));
            return id;
        });
    }

    private static Map<String, Object> row(Known child) {
        Map<String, Object> row = new HashMap<>(child.values);
        row.put("id", child.id);
        String surname = child.text("surname");
        String given = child.text("given_name");
        String patronymic = child.text("patronymic");
        row.put("key_surname", key(surname, given, patronymic));
        row.put("key_given", key(given, surname, patronymic));
        row.put("sort_key", SortKey.of(surname, given, patronymic));
        return row;
    }

    private static String key(String first, String second, String third) {
        String key = NameKey.of(first, second, third);
        return key.length() > 300 ? key.substring(0, 300) : key;
    }
}
