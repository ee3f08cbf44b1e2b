package kz.jolkarta.registry.destruction;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What becomes of one table when children are destroyed: rows that tell a person are deleted or emptied, what sums are made of stays.
 *
 * @param table its name
 * @param of which of its rows, for the act {@code :act}
 * @param set what is emptied; "" when the rows are deleted
 */
record Erasure(String table, String of, String set) {
    private static final String CHILDREN = "(select d.child_id from destruction_child d where d.act_id = :act)";
    private static final String MAPS = "(select m.id from road_map m where m.child_id in " + CHILDREN + ")";
    private static final String AWARDS = "(select a.id from award a where a.child_id in " + CHILDREN + ")";
    private static final String OF_CHILD = "child_id in " + CHILDREN;
    private static final String OF_MAP = "road_map_id in " + MAPS;

    /** In this order: what leads to other rows is deleted after them. */
    static final List<Erasure> ALL = List.of(
            deleted("representative", OF_CHILD),
            emptied(
                    "child_category",
                    OF_CHILD,
                    // that there was a document counts, which one it was does not
                    "ground_kind = null, ground_date = null, import_id = null,"
                            + " ground_number = case when ground_number <> '' then '*' else ground_number end"),
            emptied("child_talent", OF_CHILD, "subject = null, proposed_by = null, import_id = null"),
            emptied(
                    "consent",
                    OF_CHILD,
                    "representative_id = null, withdrawn_by = null, withdrawal_reason = null, import_id = null"),
            emptied("achievement", OF_CHILD, "event = '', organiser = null, stage = null, coach_name = null"),
            emptied(
                    "diagnostic_result",
                    OF_CHILD,
                    "method = '', score = null, norm = null, conclusion = null, psychologist = null, next_on = null"),
            emptied("road_map", OF_CHILD, "content = '{}', reason = null, agreed_with = null, conclusion = null"),
            deleted("road_map_goal", OF_MAP),
            emptied(
                    "road_map_step",
                    OF_MAP,
                    "title = '', responsible = null, note = null, expected = null, why = null, goal_id = null"),
            deleted("road_map_change", OF_MAP),
            emptied("participation", OF_CHILD, "reason = null"),
            emptied("award", OF_CHILD, "reason = null, document_number = null, place = null, protocol_number = null"),
            deleted(
                    "attachment",
                    "owner_kind = 'child' and owner_id in " + CHILDREN + " or owner_kind = 'award' and owner_id in "
                            + AWARDS),
            emptied("child_residence", OF_CHILD, "import_id = null"),
            deleted("child_transfer", OF_CHILD),
            deleted("child_departure", OF_CHILD),
            deleted("task", OF_CHILD),
            deleted("import_change", OF_CHILD),
            deleted("doubtful_pair", OF_CHILD),
            deleted("duplicate_pair", "child_a in " + CHILDREN + " or child_b in " + CHILDREN),
            deleted("child_merge", "kept_id in " + CHILDREN + " or gone_id in " + CHILDREN),
            deleted("bulk_change", "record_id in " + CHILDREN + " or record_id in " + MAPS));

    /** Tables that name a child and hold nothing that tells who it is. */
    static final Set<String> KEPT = Set.of("child_marks", "deliverable_child", "destruction_child");

    /** Lists whose file holds a row of one of the children: the file is for all of them and goes as a whole. */
    static final List<String> NAMING_LISTS = Stream.concat(
                    Stream.of("select import_id from child where id in " + CHILDREN + " and import_id is not null"),
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
            + " destroyed_on = :today, updated_at = :now, version = version + 1 where id in " + CHILDREN
            + " and destroyed_on is null";

    private static Erasure deleted(String table, String of) {
        return new Erasure(table, of, "");
    }

    private static Erasure emptied(String table, String of, String set) {
        return new Erasure(table, of, set);
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
