package kz.jolkarta.registry.roadmaps;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.registry.records.Ledger;

/** What becomes of road maps, kept change by change with what was there before. */
final class History {
    /** What was done. */
    enum Kind {
        CREATED,
        COPIED,
        CONTENT,
        GOALS,
        STEP,
        AGREED,
        /** An agreement is gone: something was changed after it, or it was not enough. */
        REDRAFTED,
        APPROVED,
        CLOSED,
        FULFILLED,
        REOPENED,
        UNDONE
    }

    /**
     * A change of one map.
     *
     * @param version of the map after the change
     * @param before members that changed as they were; empty when there was nothing
     * @param after the same as they are; empty when nothing is left
     */
    record Entry(long map, int version, Kind kind, Map<String, ?> before, Map<String, ?> after) {}

    private final Ledger ledger;

    History(Ledger ledger) {
        this.ledger = ledger;
    }

    void note(Tx tx, User user, List<Entry> entries) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Entry entry : entries) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", ledger.database().nextId());
            row.put("map", entry.map());
            row.put("version", entry.version());
            row.put("kind", entry.kind());
            row.put("before", json(entry.before()));
            row.put("after", json(entry.after()));
            row.put("by", user.id());
            row.put("login", user.login());
            row.put("at", ledger.clock().now());
            rows.add(row);
        }
        HistoryStore.insert(tx, rows);
    }

    void note(Tx tx, User user, RoadMap map, int version, Kind kind, Map<String, ?> before, Map<String, ?> after) {
        note(tx, user, List.of(new Entry(map.id(), version, kind, before, after)));
    }

    /** What a map began with. */
    Map<String, Object> drawn(RoadMapForm form, SchoolYear year, Draft draft) {
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("schoolYear", year.begins());
        after.put("formNumber", form.number());
        after.put("goals", draft.goals().size());
        after.put("steps", draft.steps().size());
        after.put("fields", draft.content().keySet().stream().sorted().toList());
        return after;
    }

    /** Values that differ; of a value that not everybody who opens the map may read only that it was changed. */
    void content(Tx tx, User user, RoadMap before, RoadMap after) {
        List<Map<String, Object>> both = difference(values(before), values(after));
        List<String> withheld = Stream.concat(both.get(0).keySet().stream(), both.get(1).keySet().stream())
                .distinct()
                .filter(field -> before.form().readers(field) != Readers.ALL)
                .sorted()
                .toList();
        both.forEach(side -> withheld.forEach(side::remove));
        if (!withheld.isEmpty()) {
            both.get(1).put("withheld", withheld);
        }
        note(tx, user, after, after.version(), Kind.CONTENT, both.get(0), both.get(1));
        redrafted(tx, user, before, after.version());
    }

    private static Map<String, Object> values(RoadMap map) {
        Map<String, Object> values = new LinkedHashMap<>(map.content());
        values.put("dueOn", map.dueOn().toString());
        return values;
    }

    /** Notes that an agreement is gone because what was agreed to was changed. */
    void redrafted(Tx tx, User user, RoadMap before, int version) {
        if (before.state() == RoadMapState.AGREED) {
            note(tx, user, before, version, Kind.REDRAFTED, agreement(before), Map.of());
        }
    }

    static Map<String, Object> agreement(RoadMap map) {
        return Map.of("agreedOn", map.agreedOn().toString(), "agreedWith", map.agreedWith());
    }

    /** The members of two objects that differ: first as they were, then as they are. */
    static List<Map<String, Object>> difference(Map<String, ?> one, Map<String, ?> other) {
        Map<String, Object> before = new LinkedHashMap<>();
        Map<String, Object> after = new LinkedHashMap<>();
        Set<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        for (String name : names) {
            if (!Objects.equals(one.get(name), other.get(name))) {
                put(before, name, one.get(name));
                put(after, name, other.get(name));
            }
        }
        return List.of(before, after);
    }

    private static void put(Map<String, Object> to, String name, Object value) {
        if (value != null) {
            to.put(name, value);
        }
    }

    /** A record's members that are set, e.g. of a goal or a step. */
    static Map<String, Object> members(Record record) {
        Map<String, Object> members = Json.mapper().convertValue(record, Content.VALUES);
        members.values().removeIf(Objects::isNull);
        return members;
    }

    private static String json(Map<String, ?> members) {
        try {
            return members.isEmpty() ? null : Json.mapper().writeValueAsString(members);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
