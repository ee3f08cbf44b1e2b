package kz.jolkarta.registry.duplicates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.duplicates.PairDetail.Entered;
import kz.jolkarta.registry.duplicates.PairDetail.Line;

/** One child of a pair with all that helps to tell whether it is the other one. Diagnostics are not part of that. */
final class SideStore {
    /** Columns of a kind of line, by the names they are shown under. */
    private record Lines(String kind, String from, Map<String, String> columns) {
        static Lines of(String kind, String from, String... columns) {
            Map<String, String> named = new LinkedHashMap<>();
            for (String column : columns) {
                String[] words = column.substring(column.indexOf('.') + 1).split("_");
                StringBuilder name = new StringBuilder(words[0]);
                for (int i = 1; i < words.length; i++) {
                    name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
                }
                named.put(name.toString(), column);
            }
            return new Lines(kind, from, named);
        }

        String sql() {
            List<String> selected = new ArrayList<>(List.of("x.id line_id"));
            columns.values().forEach(column -> selected.add(column + " l" + selected.size()));
            return "select " + String.join(", ", selected) + " from " + from
                    + " where x.child_id = :child order by x.id";
        }
    }

    private static final List<Lines> LINES = List.of(
            Lines.of("category", "child_category x", "x.category", "x.ground_number", "x.valid_from", "x.valid_to"),
            Lines.of("talent", "child_talent x", "x.field", "x.subject", "x.identified_on"),
            Lines.of(ChildTable.REPRESENTATIVE, "representative x", "x.name", "x.relation", "x.phone"),
            Lines.of(ChildTable.CONSENT, "consent x", "x.purpose", "x.given_on", "x.valid_to", "x.withdrawn_on"),
            Lines.of("achievement", "achievement x", "x.event", "x.level", "x.place", "x.won_on"),
            Lines.of(
                    ChildTable.PARTICIPATION,
                    "participation x join activity a on a.id = x.activity_id",
                    "a.measure",
                    "a.type",
                    "a.title",
                    "a.starts",
                    "x.state"),
            Lines.of(ChildTable.AWARD, "award x", "x.measure", "x.type", "x.award_year", "x.state"),
            Lines.of("road-map", "road_map x", "x.school_year", "x.state"));

    private SideStore() {}

    static PairDetail.Side side(Tx tx, Pair.Side child) {
        MergeStore.Whole whole = MergeStore.child(tx, child.id()).orElseThrow();
        Map<String, String> values = new LinkedHashMap<>();
        ChildFields.COLUMNS.forEach((field, column) -> {
            if (whole.values().get(column) != null) {
                values.put(field, whole.values().get(column));
            }
        });
        List<Line> lines = new ArrayList<>();
        LINES.forEach(kind -> lines.addAll(lines(tx, kind, child.id())));
        return new PairDetail.Side(
                child, whole.version(), values, names(tx, child.id()), lines, entered(tx, child.id()));
    }

    private static Map<String, String> names(Tx tx, long child) {
        Map<String, String> names = new LinkedHashMap<>();
        tx.each(
                "select o.name school, s.surname, s.given_name from child c left join organisation o on o.id = c.school_id"
                        + " left join staff s on s.id = c.coordinator_id where c.id = :child",
                Map.of("child", child),
                row -> {
                    row.optionalText("school").ifPresent(name -> names.put("schoolId", name));
                    row.optionalText("surname")
                            .ifPresent(surname -> names.put("coordinatorId", surname + " " + row.text("given_name")));
                });
        return names;
    }

    private static List<Line> lines(Tx tx, Lines kind, long child) {
        return tx.list(kind.sql(), Map.of("child", child), row -> {
            Map<String, String> says = new LinkedHashMap<>();
            int at = 1;
            for (String name : kind.columns().keySet()) {
                row.optionalText("l" + at++).ifPresent(value -> says.put(name, value));
            }
            return new Line(kind.kind(), row.number("line_id"), says);
        });
    }

    private static Entered entered(Tx tx, long child) {
        return tx.one(
                        "select login, happened_at from audit_entry where kind = 'child' and object_id = :child"
                                + " and action in ('CREATE', 'IMPORT') order by id fetch first 1 rows only",
                        Map.of("child", child),
                        row -> new Entered(row.text("login"), row.instant("happened_at")))
                .orElse(null);
    }
}
