package kz.jolkarta.registry.duplicates;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table with rows of children, as a merge knows it.
 *
 * @param key column by which a row is known among those of a child
 * @param owner column of the child
 * @param which further condition on a row, "" for none
 * @param stays condition on a row {@code g} of the one child under which it cannot go over to {@code :kept}, "" for never
 * @param columns what tells whether a row was changed since
 */
record ChildTable(String name, String key, String owner, String which, String stays, List<String> columns) {
    static final String AWARD = "award";
    static final String CONSENT = "consent";
    static final String REPRESENTATIVE = "representative";
    static final String PARTICIPATION = "participation";

    static final List<ChildTable> ALL = List.of(
            of(
                    "child_category",
                    "k.category = g.category and k.valid_from = g.valid_from",
                    "category",
                    "ground_kind",
                    "ground_number",
                    "ground_date",
                    "valid_from",
                    "valid_to"),
            of(
                    "child_talent",
                    "k.field = g.field and coalesce(k.subject, '') = coalesce(g.subject, '')",
                    "field",
                    "subject",
                    "proposed_by",
                    "identified_on"),
            of(
                    REPRESENTATIVE,
                    "lower(k.name) = lower(g.name) and k.relation = g.relation and coalesce(k.phone, '') = coalesce(g.phone, '')",
                    "name",
                    "relation",
                    "phone"),
            of(
                    CONSENT,
                    "",
                    "purpose",
                    "given_on",
                    "valid_to",
                    "withdrawn_on",
                    "withdrawal_reason",
                    "withdrawn_by",
                    "template",
                    "deliverable_id"),
            of(
                    "diagnostic_result",
                    "k.held_on = g.held_on and k.method = g.method",
                    "held_on",
                    "method",
                    "score",
                    "norm",
                    "conclusion",
                    "psychologist",
                    "next_on"),
            of(
                    "achievement",
                    "lower(k.event) = lower(g.event) and k.level = g.level and k.won_on = g.won_on"
                            + " and coalesce(k.stage, '') = coalesce(g.stage, '')",
                    "event",
                    "organiser",
                    "level",
                    "field",
                    "stage",
                    "place",
                    "prize",
                    "won_on",
                    "coach_id",
                    "coach_name"),
            keyed("child_marks", "school_year", "excellent", "recorded_on"),
            of(PARTICIPATION, "k.activity_id = g.activity_id", "state", "reason", "version"),
            // Which of them hold the person's only place of their kind stands in a key that is compared apart.
            of(AWARD, "", "state", "version"),
            keyed("deliverable_child", "deliverable_id"),
            of("road_map", "k.school_year = g.school_year", "state", "version"),
            new ChildTable(
                    "attachment",
                    "id",
                    "owner_id",
                    "owner_kind = 'child'",
                    alike("attachment", "owner_id", "k.owner_kind = 'child' and k.sha256 = g.sha256"),
                    List.of("name", "sha256")),
            of("task", "", "state", "due_on", "note"),
            of("doubtful_pair", "", "decision"),
            new ChildTable(
                    "child_residence",
                    "id",
                    "child_id",
                    "",
                    // A child lives in one place at a time.
                    "exists (select 1 from child x where x.id = :kept and (x.resident_from is null or x.resident_from <= g.valid_to)) or "
                            + alike(
                                    "child_residence",
                                    "child_id",
                                    "k.valid_from <= g.valid_to and k.valid_to >= g.valid_from"),
                    List.of("territory", "school_id", "valid_from", "valid_to")));

    /**
     * Tables that speak of the record and not of the child: what a list did to it, its moves and departures with what they changed, its
     * destruction, the pairs and merges themselves.
     */
    static final Set<String> OF_THE_RECORD = Set.of(
            "import_change", "child_transfer", "child_departure", "destruction_child", "duplicate_pair", "child_merge");

    private static ChildTable of(String name, String alike, String... columns) {
        return new ChildTable(name, "id", "child_id", "", alike(name, "child_id", alike), List.of(columns));
    }

    private static ChildTable keyed(String name, String key, String... columns) {
        return new ChildTable(
                name, key, "child_id", "", alike(name, "child_id", "k." + key + " = g." + key), List.of(columns));
    }

    private static String alike(String table, String owner, String condition) {
        return condition.isEmpty()
                ? ""
                : "exists (select 1 from " + table + " k where k." + owner + " = :kept and " + condition + ")";
    }

    static ChildTable named(String name) {
        return ALL.stream().filter(t -> t.name.equals(name)).findFirst().orElseThrow();
    }

    /** Conditions on a row by the alias, or "" for none. */
    String of(String alias) {
        String prefix = alias.isEmpty() ? "" : alias + ".";
        return prefix + owner + " = :child"
                + Optional.of(which)
                        .filter(w -> !w.isEmpty())
                        .map(w -> " and " + prefix + w)
                        .orElse("");
    }

    String select() {
        return Stream.concat(
                        Stream.of("g." + key + " row_key"), columns.stream().map(c -> "g." + c))
                .collect(Collectors.joining(", "));
    }
}
