package kz.jolkarta.registry.destruction;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What becomes of one table when children are destroyed: rows that tell a person are deleted or emptied, what sums are made of stays.
 *
 * @param table its name
 * @param by what the ids in {@code :ids} are of
 * @param of which of its rows
 * @param set what is emptied; "" when the rows are deleted
 */
record Erasure(String table, By by, String of, String set) {
    /** Whose ids a statement is given; lists of ids instead of subqueries, which Derby evaluates for each row. */
    enum By {
        CHILD,
        ROAD_MAP,
        AWARD
    }

    private static final String IDS = "(:ids)";
    private static final String OF_CHILD = "child_id in " + IDS;
    private static final String OF_MAP = "road_map_id in " + IDS;

    /** In this order: what leads to other rows is deleted after them. */
    static final List<Erasure> ALL = List.of(
            deleted("representative", By.CHILD, OF_CHILD),
            emptied(
                    "child_category",
                    By.CHILD,
                    OF_CHILD,
                    // that there was a document counts, which one it was does not
                    "ground_kind = null, ground_date = null, import_id = null,"
                            + " ground_number = case when ground_number <> '' then '*' else ground_number end"),
            emptied("child_talent", By.CHILD, OF_CHILD, "subject = null, proposed_by = null, import_id = null"),
            emptied(
                    "consent",
                    By.CHILD,
                    OF_CHILD,
                    "representative_id = null, withdrawn_by = null, withdrawal_reason = null, import_id = null"),
            emptied("achievement", By.CHILD, OF_CHILD, "event = '', organiser = null, stage = null, coach_name = null"),
            emptied(
                    "diagnostic_result",
                    By.CHILD,
                    OF_CHILD,
                    "method = '', score = null, norm = null, conclusion = null, psychologist = null, next_on = null"),
            emptied(
                    "road_map",
                    By.CHILD,
                    OF_CHILD,
                    "content = '{}', reason = null, agreed_with = null, conclusion = null"),
            deleted("road_map_goal", By.ROAD_MAP, OF_MAP),
            emptied(
                    "road_map_step",
                    By.ROAD_MAP,
                    OF_MAP,
                    "title = '', responsible = null, note = null, expected = null, why = null, goal_id = null"),
            deleted("road_map_change", By.ROAD_MAP, OF_MAP),
            emptied("participation", By.CHILD, OF_CHILD, "reason = null"),
            emptied(
                    "award",
                    By.CHILD,
                    OF_CHILD,
                    "reason = null, document_number = null, place = null, protocol_number = null"),
            deleted("attachment", By.CHILD, "owner_kind = 'child' and owner_id in " + IDS),
            deleted("attachment", By.AWARD, "owner_kind = 'award' and owner_id in " + IDS),
            emptied("child_residence", By.CHILD, OF_CHILD, "import_id = null"),
            deleted("child_transfer", By.CHILD, OF_CHILD),
            deleted("child_departure", By.CHILD, OF_CHILD),
            deleted("task", By.CHILD, OF_CHILD),
            deleted("import_change", By.CHILD, OF_CHILD),
            deleted("doubtful_pair", By.CHILD, OF_CHILD),
            deleted("duplicate_pair", By.CHILD, "child_a in " + IDS + " or child_b in " + IDS),
            deleted("child_merge", By.CHILD, "kept_id in " + IDS + " or gone_id in " + IDS),
            deleted("bulk_change", By.CHILD, "record_id in " + IDS),
            deleted("bulk_change", By.ROAD_MAP, "record_id in " + IDS));

    /** Tables that name a child and hold nothing that tells who it is. */
    static final Set<String> KEPT = Set.of("child_marks", "deliverable_child", "destruction_child");

    /** Lists whose file holds a row of one of the children: the file is for all of them and goes as a whole. */
    static final List<String> NAMING_LISTS = Stream.concat(
                    Stream.of("select import_id from child where id in " + IDS + " and import_id is not null"),
                    Stream.of(
                                    "import_change",
                                    "doubtful_pair",
                                    "child_category",
                                    "child_talent",
                                    "representative",
                                    "consent",
                                    "child_residence")
                            .map(table -> "select distinct import_id from " + table + " where " + OF_CHILD
                                    + " and import_id is not null"))
            .toList();

    /** The child's own row. Its birth date becomes the first day of the year apart. */
    static final String PERSON = "update child set iin = null, document_kind = null, document_number = null,"
            + " no_iin_reason = null, surname = null, given_name = '', patronymic = null, key_surname = '', key_given = '',"
            + " sort_key = '', address = null, grade_letter = null, import_id = null, coordinator_id = null,"
            + " destroyed_on = :today, updated_at = :now, version = version + 1 where id in " + IDS
            + " and destroyed_on is null";

    private static Erasure deleted(String table, By by, String of) {
        return new Erasure(table, by, of, "");
    }

    private static Erasure emptied(String table, By by, String of, String set) {
        return new Erasure(table, by, of, set);
    }

    /** How many rows it has of the act's children. */
    String count() {
        return "select count(*) from " + table + " where " + of;
    }

    String sql() {
        return set.isEmpty()
                ? "delete from " + table + " where " + of
                : "update " + table + " set " + set + " where " + of;
    }

    /** Every table that names a child and is known here. */
    static Set<String> tables() {
        return Stream.concat(ALL.stream().map(Erasure::table), Stream.concat(KEPT.stream(), Stream.of("child")))
                .collect(Collectors.toUnmodifiableSet());
    }
}
