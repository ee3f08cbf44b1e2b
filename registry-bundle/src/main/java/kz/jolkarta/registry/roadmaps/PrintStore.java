package kz.jolkarta.registry.roadmaps;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.Sex;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.records.Query;
import kz.jolkarta.registry.roadmaps.PrintedMap.Pupil;

/** Road maps as they are printed, many at once: a statement for each kind of part, none for a map. */
final class PrintStore {
    /** Rights that open something more of the child. */
    private static final Set<Right> MORE =
            EnumSet.of(Right.CHILDREN_EXPORT, Right.CHILDREN_WRITE, Right.DIAGNOSTICS_READ);

    private static final String LIVING = "c.state not in ('ARCHIVED', 'MERGED') and c.destroyed_on is null";

    private PrintStore() {}

    /** What stands in one row for each map. */
    private record Head(long child, long form, PrintedMap map) {}

    /** Maps of the choice in the order of schools, classes and names, one more than {@code most} at the most. */
    static List<Long> ids(Tx tx, PrintChoice choice, Scope scope, int most) {
        Query query = choice.query(scope).and(LIVING);
        return tx.list(
                "select m.id, c.school_id, c.grade, c.grade_letter, c.sort_key from road_map m"
                        + " join child c on c.id = m.child_id where " + query.where()
                        + " order by c.school_id, c.grade, c.grade_letter, c.sort_key, m.id fetch first " + (most + 1)
                        + " rows only",
                query.params(),
                row -> row.number("id"));
    }

    /**
     * Those of the maps that are in the scope, in the order of the ids.
     *
     * @param ids at most some hundreds
     */
    static List<PrintedMap> maps(Tx tx, User user, Scope scope, Collection<Long> ids) {
        Map<Long, Head> heads = new HashMap<>();
        tx.each(
                "select m.id, m.child_id, m.form_id, m.school_year, m.state, m.drawn_up_on, m.agreed_on, m.agreed_with,"
                        + " m.approved_on, m.closed_on, m.conclusion, m.reason, m.content, c.iin, c.document_kind,"
                        + " c.document_number, c.surname, c.given_name, c.patronymic, c.birth_date, c.sex, c.territory,"
                        + " c.address, c.grade, c.grade_letter, c.language, o.name school, o.director,"
                        + " s.surname s_surname, s.given_name s_given, s.patronymic s_patronymic, "
                        + MORE.stream()
                                .map(right -> "case when " + user.scope(right).persons("c") + " then 1 else 0 end "
                                        + column(right))
                                .collect(Collectors.joining(", "))
                        + " from road_map m" + Along.constraint("road_map_pk") + " join child c on c.id = m.child_id"
                        + " left join organisation o on o.id = c.school_id left join staff s on s.id = c.coordinator_id"
                        + " where m.id in (:ids) and " + LIVING + " and " + scope.persons("c"),
                Map.of("ids", ids),
                row -> heads.put(row.number("id"), head(row)));
        if (heads.isEmpty()) {
            return List.of();
        }
        Map<Long, FormContent> forms = new HashMap<>();
        tx.each(
                "select id, content from road_map_form where id in (:ids)",
                Map.of("ids", heads.values().stream().map(Head::form).distinct().toList()),
                row -> forms.put(row.number("id"), FormStore.content(row.text("content"))));
        List<Long> children =
                heads.values().stream().map(Head::child).distinct().toList();
        PrintPartStore parts = PrintPartStore.read(tx, user, children, heads.keySet());
        return ids.stream()
                .map(heads::get)
                .filter(head -> head != null)
                .map(head -> whole(head, forms.get(head.form()), parts))
                .toList();
    }

    private static String column(Right right) {
        return "may_" + right.name().toLowerCase(Locale.ROOT);
    }

    private static Head head(Row row) {
        Set<Right> rights = EnumSet.of(Right.CHILDREN_READ);
        MORE.stream().filter(right -> row.integer(column(right)) == 1).forEach(rights::add);
        String conclusion = row.text("conclusion");
        PrintedMap map = new PrintedMap(
                row.number("id"),
                row.integer("school_year"),
                row.value("state", RoadMapState.class),
                row.date("drawn_up_on"),
                row.optionalDate("agreed_on"),
                row.text("agreed_with"),
                row.optionalDate("approved_on"),
                row.optionalDate("closed_on"),
                conclusion.isEmpty() ? row.text("reason") : conclusion,
                new FormContent(List.of()),
                Content.read(row.text("content")),
                pupil(row),
                rights,
                null);
        return new Head(row.number("child_id"), row.number("form_id"), map);
    }

    private static Pupil pupil(Row row) {
        String grade = row.optionalInteger("grade").map(String::valueOf).orElse("");
        return new Pupil(
                row.number("child_id"),
                Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic")),
                row.text("iin"),
                Person.name(row.text("document_kind"), row.text("document_number")),
                row.date("birth_date"),
                row.value("sex", Sex.class),
                row.text("territory"),
                row.text("address"),
                row.text("school"),
                row.text("director"),
                grade + row.text("grade_letter"),
                row.text("language"),
                Person.name(row.text("s_surname"), row.text("s_given"), row.text("s_patronymic")));
    }

    private static PrintedMap whole(Head head, FormContent form, PrintPartStore parts) {
        PrintedMap map = head.map();
        return new PrintedMap(
                map.id(),
                map.schoolYear(),
                map.state(),
                map.drawnUpOn(),
                map.agreedOn(),
                map.agreedWith(),
                map.approvedOn(),
                map.closedOn(),
                map.conclusion(),
                form,
                map.content(),
                map.pupil(),
                map.rights(),
                parts.of(map));
    }

    /** Rows by what they belong to, each in the statement's order. */
    static <T> Map<Long, List<T>> by(Tx tx, String owner, String sql, Map<String, ?> params, Function<Row, T> reader) {
        Map<Long, List<T>> found = new HashMap<>();
        tx.each(
                sql,
                params,
                row -> found.computeIfAbsent(row.number(owner), o -> new ArrayList<>())
                        .add(reader.apply(row)));
        return found;
    }
}
