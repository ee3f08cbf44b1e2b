package kz.jolkarta.registry.children;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.ConsentPurpose;
import kz.jolkarta.core.registry.TalentField;

/**
 * How one kind of part is kept: its table, its columns, and the rights it is under.
 *
 * @param name in addresses and in the audit trail
 * @param columns besides id and child_id
 */
record PartTable<T extends Part>(
        String name,
        String table,
        List<String> columns,
        String order,
        Right read,
        Right write,
        Function<T, List<Object>> values,
        Function<Row, T> reader) {
    static final PartTable<CategoryPeriod> CATEGORIES = of(
            "categories",
            "child_category",
            "category, ground_kind, ground_number, ground_date, valid_from, valid_to",
            "valid_from",
            p -> list(p.category(), p.groundKind(), p.groundNumber(), p.groundDate(), p.validFrom(), p.validTo()),
            row -> new CategoryPeriod(
                    row.number("id"),
                    row.value("category", Category.class),
                    row.optionalText("ground_kind").orElse(null),
                    row.optionalText("ground_number").orElse(null),
                    row.optionalDate("ground_date").orElse(null),
                    row.date("valid_from"),
                    row.optionalDate("valid_to").orElse(null)));

    static final PartTable<TalentEntry> TALENTS = of(
            "talents",
            "child_talent",
            "field, subject, proposed_by, identified_on",
            "identified_on",
            p -> list(p.field(), p.subject(), p.proposedBy(), p.identifiedOn()),
            row -> new TalentEntry(
                    row.number("id"),
                    row.value("field", TalentField.class),
                    row.optionalText("subject").orElse(null),
                    row.optionalText("proposed_by").orElse(null),
                    row.date("identified_on")));

    static final PartTable<Representative> REPRESENTATIVES = of(
            "representatives",
            "representative",
            "name, relation, phone",
            "id",
            p -> list(p.name(), p.relation(), p.phone()),
            row -> new Representative(
                    row.number("id"),
                    row.text("name"),
                    row.value("relation", Representative.Relation.class),
                    row.optionalText("phone").orElse(null)));

    static final PartTable<ConsentEntry> CONSENTS = of(
            "consents",
            "consent",
            "representative_id, purpose, given_on, valid_to, withdrawn_on, template, deliverable_id, withdrawn_by,"
                    + " withdrawal_reason",
            "given_on",
            p -> list(
                    p.representativeId(),
                    p.purpose(),
                    p.givenOn(),
                    p.validTo(),
                    p.withdrawnOn(),
                    p.template(),
                    p.deliverableId(),
                    p.withdrawnBy(),
                    p.withdrawalReason()),
            row -> new ConsentEntry(
                    row.number("id"),
                    row.optionalNumber("representative_id").orElse(null),
                    row.value("purpose", ConsentPurpose.class),
                    row.date("given_on"),
                    row.optionalDate("valid_to").orElse(null),
                    row.optionalDate("withdrawn_on").orElse(null),
                    row.text("template"),
                    row.optionalNumber("deliverable_id").orElse(null),
                    row.optionalText("withdrawn_by").orElse(null),
                    row.optionalText("withdrawal_reason").orElse(null)));

    static final PartTable<AchievementEntry> ACHIEVEMENTS = of(
            "achievements",
            "achievement",
            "event, organiser, level, field, stage, place, prize, won_on, coach_id, coach_name",
            "won_on",
            p -> list(
                    p.event(),
                    p.organiser(),
                    p.level(),
                    p.field(),
                    p.stage(),
                    p.place(),
                    p.prize(),
                    p.wonOn(),
                    p.coachId(),
                    p.coachName()),
            row -> new AchievementEntry(
                    row.number("id"),
                    row.text("event"),
                    row.optionalText("organiser").orElse(null),
                    row.value("level", AchievementLevel.class),
                    row.optionalText("field").map(TalentField::valueOf).orElse(null),
                    row.optionalText("stage").orElse(null),
                    row.optionalInteger("place").orElse(null),
                    row.flag("prize"),
                    row.date("won_on"),
                    row.optionalNumber("coach_id").orElse(null),
                    row.optionalText("coach_name").orElse(null),
                    null));

    static final PartTable<DiagnosticEntry> DIAGNOSTICS = new PartTable<>(
            "diagnostics",
            "diagnostic_result",
            columns("held_on, method, score, norm, conclusion, psychologist, next_on"),
            "held_on",
            Right.DIAGNOSTICS_READ,
            Right.DIAGNOSTICS_WRITE,
            p -> list(p.heldOn(), p.method(), p.score(), p.norm(), p.conclusion(), p.psychologist(), p.nextOn()),
            row -> new DiagnosticEntry(
                    row.number("id"),
                    row.date("held_on"),
                    row.text("method"),
                    row.optionalText("score").orElse(null),
                    row.optionalText("norm").orElse(null),
                    row.optionalText("conclusion").orElse(null),
                    row.optionalText("psychologist").orElse(null),
                    row.optionalDate("next_on").orElse(null)));

    private static <T extends Part> PartTable<T> of(
            String name,
            String table,
            String columns,
            String order,
            Function<T, List<Object>> values,
            Function<Row, T> reader) {
        return new PartTable<>(
                name, table, columns(columns), order, Right.CHILDREN_READ, Right.CHILDREN_WRITE, values, reader);
    }

    private static List<String> columns(String names) {
        return List.of(names.split(", "));
    }

    /** Some of the values may be null. */
    private static List<Object> list(Object... values) {
        return java.util.Arrays.asList(values);
    }

    Map<String, Object> params(long id, long child, T part) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("child_id", child);
        List<Object> given = values.apply(part);
        for (int i = 0; i < columns.size(); i++) {
            Object value = given.get(i);
            params.put(columns.get(i), value instanceof String text ? text.strip() : value);
        }
        return params;
    }
}
