package kz.jolkarta.registry.children;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.Sex;
import kz.jolkarta.registry.records.ExtentStore;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Reach.Whereabouts;

/** The table of children. */
final class ChildStore {
    /** A child's own row. @param schoolName null without a school */
    record Kept(long id, ChildData data, String sortKey, String schoolName, LocalDate registeredOn, int version) {
        Whereabouts where() {
            return data.where();
        }
    }

    record Known(long id, Whereabouts where) {}

    /** A filter with what it depends on besides the rows. @param missed what the filter's {@code notReached} asks for */
    record Asked(ChildFilter filter, Scope scope, LocalDate today, Optional<NotReached.Condition> missed) {
        static Asked of(ChildFilter filter, Scope scope, LocalDate today, NotReached notReached) {
            return new Asked(
                    filter, scope, today, filter.notReached().map(m -> notReached.condition(m, filter.within(scope))));
        }

        /** One page of the list. */
        ChildFilter.Sql sql(Tx tx, Paging page) {
            return filter.sql(scope, today, page, missed, ExtentStore.wide(tx, filter.within(scope)));
        }

        /** All of it. */
        ChildFilter.Sql sql() {
            return filter.sql(scope, today, new Paging(1, ""), missed, false);
        }
    }

    private static final String COLUMNS =
            "select c.id, c.iin, c.document_kind, c.document_number, c.no_iin_reason, c.surname, c.given_name, c.patronymic,"
                    + " c.birth_date, c.sex, c.territory, c.address, c.school_id, c.grade, c.grade_letter, c.language,"
                    + " c.state, c.left_on, c.sort_key, c.registered_on, c.version, o.name school_name from ";
    private static final String SCHOOL = " left join organisation o on o.id = c.school_id";

    private ChildStore() {}

    /** @throws Problem GONE for a record that was merged into another one, with its id when the scope reaches it */
    static Optional<Kept> find(Tx tx, long id, Scope scope) {
        Optional<Kept> found = tx.one(
                COLUMNS + "child c" + SCHOOL + " where c.id = :id and c.destroyed_on is null and " + scope.persons("c"),
                Map.of("id", id),
                ChildStore::kept);
        if (found.filter(child -> child.data().state() == ChildState.MERGED).isPresent()) {
            throw tx.one(
                            "select k.id from child c join child k on k.id = c.merged_into where c.id = :id and "
                                    + scope.persons("k"),
                            Map.of("id", id),
                            row -> row.number("id"))
                    .map(kept -> Problem.of(Problem.Kind.GONE, "child.merged", String.valueOf(kept))
                            .with("id", kept))
                    .orElseGet(() -> Problem.of(Problem.Kind.GONE, "child.merged-elsewhere"));
        }
        return found;
    }

    /** Which children are on the page, found by an index: Derby sorts the whole of a join. */
    static List<Long> ids(Tx tx, Asked asked, Paging page) {
        ChildFilter.Sql sql = asked.sql(tx, page);
        return tx.list(
                "select c.id, c.sort_key from " + sql.from() + " where " + sql.where() + " order by "
                        + asked.filter().order().sql() + page.fetch(),
                sql.params(),
                row -> row.number("id"));
    }

    static List<Kept> list(Tx tx, Asked asked, Paging page) {
        return list(tx, ids(tx, asked, page));
    }

    /** In the order given. */
    static List<Kept> list(Tx tx, List<Long> ids) {
        Map<Long, Kept> found = new HashMap<>();
        if (!ids.isEmpty()) {
            tx.each(COLUMNS + "child c" + SCHOOL + " where c.id in (:ids)", Map.of("ids", ids), row -> {
                Kept child = kept(row);
                found.put(child.id(), child);
            });
        }
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** In the order given. */
    static List<Kept> list(Tx tx, List<Long> ids, Scope scope) {
        Map<Long, Kept> found = new HashMap<>();
        if (!ids.isEmpty()) {
            tx.each(
                    COLUMNS + "child c" + SCHOOL + " where c.id in (:ids) and c.destroyed_on is null and "
                            + scope.persons("c"),
                    Map.of("ids", ids),
                    row -> {
                        Kept child = kept(row);
                        found.put(child.id(), child);
                    });
        }
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** KATO codes by child. */
    static Map<Long, String> territories(List<Kept> children) {
        Map<Long, String> territories = new HashMap<>();
        children.forEach(kept -> territories.put(kept.id(), kept.data().territory()));
        return territories;
    }

    /** All of the filter, ascending. */
    static List<Long> ids(Tx tx, Asked asked) {
        ChildFilter.Sql sql = asked.sql();
        return tx.list(
                "select c.id from " + sql.from() + " where " + sql.where() + " order by c.id",
                sql.params(),
                row -> row.number("id"));
    }

    static long count(Tx tx, Asked asked) {
        ChildFilter.Sql sql = asked.sql();
        return tx.number("select count(*) from " + sql.from() + " where " + sql.where(), sql.params());
    }

    static Optional<Known> byIin(Tx tx, String iin) {
        return tx.one(
                "select k.id, k.territory, k.school_id from child c join child k on k.id = coalesce(c.merged_into, c.id)"
                        + " where c.iin = :iin",
                Map.of("iin", iin),
                row -> new Known(
                        row.number("id"),
                        new Whereabouts(
                                row.text("territory"),
                                row.optionalNumber("school_id").orElse(0L))));
    }

    /** Children of the scope with the same names and birth date, in any spelling: perhaps the same child, perhaps not. */
    static List<Long> alike(Tx tx, ChildData data, Scope scope, long except) {
        return tx.list(
                "select c.id from child c where c.key_surname = :key and c.birth_date = :birth and c.id <> :id and c.state <> 'MERGED' and c.destroyed_on is null and "
                        + scope.persons("c") + " order by c.id fetch first 5 rows only",
                Map.of("key", data.keys().surnameFirst(), "birth", data.birthDate(), "id", except),
                row -> row.number("id"));
    }

    static boolean schoolKnown(Tx tx, long id) {
        return tx.number("select count(*) from organisation where id = :id", Map.of("id", id)) > 0;
    }

    static void insert(Tx tx, long id, ChildData data, LocalDate today, Instant now) {
        Map<String, Object> params = params(id, data, now);
        params.put("today", today);
        tx.update(
                "insert into child (id, iin, document_kind, document_number, no_iin_reason, surname, given_name, patronymic,"
                        + " key_surname, key_given, sort_key, birth_date, sex, territory, address, school_id, grade,"
                        + " grade_letter, language, state, left_on, registered_on, updated_at) values (:id, :iin, :docKind,"
                        + " :docNumber, :reason, :surname, :given, :patronymic, :keySurname, :keyGiven, :sort, :birth, :sex,"
                        + " :territory, :address, :school, :grade, :letter, :language, :state, :left, :today, :now)",
                params);
    }

    /** @return whether the row was still of that version */
    static boolean update(Tx tx, long id, int version, ChildData data, Instant now) {
        Map<String, Object> params = params(id, data, now);
        params.put("version", version);
        return tx.update(
                        "update child set iin = :iin, document_kind = :docKind, document_number = :docNumber,"
                                + " no_iin_reason = :reason, surname = :surname, given_name = :given, patronymic = :patronymic,"
                                + " key_surname = :keySurname, key_given = :keyGiven, sort_key = :sort, birth_date = :birth,"
                                + " sex = :sex, territory = :territory, address = :address, school_id = :school,"
                                + " grade = :grade, grade_letter = :letter, language = :language, state = :state,"
                                + " left_on = :left, version = version + 1, updated_at = :now"
                                + " where id = :id and version = :version",
                        params)
                == 1;
    }

    /** Marks that something of the child was changed. @return whether it was still of that version */
    static boolean touch(Tx tx, long id, int version, Instant now) {
        return tx.update(
                        "update child set version = version + 1, updated_at = :now where id = :id and version = :version",
                        Map.of("id", id, "version", version, "now", now))
                == 1;
    }

    private static Kept kept(Row row) {
        ChildData data = new ChildData(
                row.optionalText("iin").orElse(null),
                row.optionalText("document_kind").orElse(null),
                row.optionalText("document_number").orElse(null),
                row.optionalText("no_iin_reason").orElse(null),
                row.optionalText("surname").orElse(null),
                row.text("given_name"),
                row.optionalText("patronymic").orElse(null),
                row.date("birth_date"),
                row.value("sex", Sex.class),
                row.text("territory"),
                row.optionalText("address").orElse(null),
                row.optionalNumber("school_id").orElse(null),
                row.optionalInteger("grade").orElse(null),
                row.optionalText("grade_letter").orElse(null),
                row.optionalText("language").orElse(null),
                row.value("state", ChildState.class),
                row.optionalDate("left_on").orElse(null));
        return new Kept(
                row.number("id"),
                data,
                row.text("sort_key"),
                row.optionalText("school_name").orElse(null),
                row.date("registered_on"),
                row.integer("version"));
    }

    private static Map<String, Object> params(long id, ChildData data, Instant now) {
        ChildData.Keys keys = data.keys();
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("iin", data.iin());
        params.put("docKind", data.documentKind());
        params.put("docNumber", data.documentNumber());
        params.put("reason", data.noIinReason());
        params.put("surname", data.surname());
        params.put("given", data.givenName());
        params.put("patronymic", data.patronymic());
        params.put("keySurname", keys.surnameFirst());
        params.put("keyGiven", keys.givenFirst());
        params.put("sort", keys.sort());
        params.put("birth", data.birthDate());
        params.put("sex", data.sex());
        params.put("territory", data.territory());
        params.put("address", data.address());
        params.put("school", data.schoolId());
        params.put("grade", data.grade());
        params.put("letter", data.gradeLetter());
        params.put("language", data.language());
        params.put("state", data.state());
        params.put("left", data.leftOn());
        params.put("now", now);
        return params;
    }
}
