package kz.jolkarta.registry.entitlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.children.NameKey;
import kz.jolkarta.registry.children.School;
import kz.jolkarta.registry.figures.Roll;
import kz.jolkarta.registry.records.ExtentStore;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.records.Query;
import kz.jolkarta.registry.records.Rows;

/** Children of a roll in the order of their names, and what a list shows of them. */
final class NameStore {
    private static final int FIRST_PIECE = 400;
    private static final int FEW = 2000;
    private static final int CHUNK = 1000;

    private NameStore() {}

    /** A child's place in the order of the names. */
    record Named(long id, String sortKey) {
        String key() {
            return Paging.key(sortKey, id);
        }
    }

    /** @param schoolName null without a school; so is the grade that is not known */
    record Shown(long id, String name, String territory, School school, Integer grade, String gradeLetter) {}

    /** @param school empty for any; so are the names @param down from the last name to the first */
    record Wanted(Scope scope, Optional<Long> school, Optional<String> q, boolean down) {
        Query query() {
            Query query = new Query()
                    .and(scope.persons("c"))
                    .and("c.destroyed_on is null")
                    .and("c.school_id = :school", "school", school);
            q.map(NameKey::of).ifPresent(key -> {
                if (key.isEmpty()) {
                    query.and("1 = 0");
                } else {
                    query.and("(c.key_surname like :names escape '!' or c.key_given like :names escape '!')")
                            .with("names", Query.beginning(key).replace(" ", "% "));
                }
            });
            return query;
        }

        /** Derby would sort the names of a whole region for each piece unless it is told the index. */
        private String inOrder(Tx tx) {
            boolean all = school.isEmpty() && q.isEmpty() && ExtentStore.wide(tx, scope);
            return all ? Along.index(down ? "child_sort_down" : "child_sort") : "";
        }

        private String order() {
            return down ? " order by c.sort_key desc, c.id desc" : " order by c.sort_key, c.id";
        }

        private Comparator<Named> comparator() {
            Comparator<Named> rising = Comparator.comparing(Named::sortKey).thenComparing(Named::id);
            return down ? rising.reversed() : rising;
        }

        private Query after(Optional<Named> last) {
            Query query = query();
            String beyond = down ? "<" : ">";
            last.ifPresent(seen -> query.and("c.sort_key " + beyond + "= :k and (c.sort_key " + beyond + " :k or c.id "
                            + beyond + " :kid)")
                    .with("k", seen.sortKey())
                    .with("kid", seen.id()));
            return query;
        }
    }

    /** The next children of the set by name, read along the names in pieces that grow until the page is full, since no index knows the set. */
    static List<Named> next(Tx tx, Wanted wanted, Roll roll, BitSet set, Paging page) {
        int most = page.limit() + 1;
        Optional<Named> last = page.first() ? Optional.empty() : Optional.of(new Named(page.id(), page.value()));
        if (set.cardinality() <= FEW) {
            return few(tx, wanted, roll, set, last, most);
        }
        String inOrder = wanted.inOrder(tx);
        List<Named> found = new ArrayList<>();
        for (int piece = FIRST_PIECE; ; piece *= 2) {
            List<Named> read = piece(tx, wanted, inOrder, last, piece);
            read.stream()
                    .filter(named -> {
                        int child = roll.of(named.id());
                        return child >= 0 && set.get(child);
                    })
                    .limit(most - found.size())
                    .forEach(found::add);
            if (found.size() == most || read.size() < piece) {
                return found;
            }
            last = Optional.of(read.get(piece - 1));
        }
    }

    /** Those few are faster looked up and sorted than met along the names of all. */
    private static List<Named> few(Tx tx, Wanted wanted, Roll roll, BitSet set, Optional<Named> last, int most) {
        List<Long> ids = Arrays.stream(roll.ids(set)).boxed().toList();
        List<Named> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += FIRST_PIECE) {
            Query query = wanted.after(last)
                    .and("c.id in (:ids)")
                    .with("ids", ids.subList(from, Math.min(from + FIRST_PIECE, ids.size())));
            found.addAll(tx.list(
                    "select c.id, c.sort_key from child c" + Along.constraint("child_pk") + " where " + query.where()
                            + wanted.order() + " fetch first " + most + " rows only",
                    query.params(),
                    NameStore::named));
        }
        return found.stream().sorted(wanted.comparator()).limit(most).toList();
    }

    private static Named named(Row row) {
        return new Named(row.number("id"), row.text("sort_key"));
    }

    private static List<Named> piece(Tx tx, Wanted wanted, String inOrder, Optional<Named> last, int rows) {
        Query query = wanted.after(last);
        return tx.list(
                "select c.id, c.sort_key from child c" + inOrder + " where " + query.where() + wanted.order()
                        + " fetch first " + rows + " rows only",
                query.params(),
                NameStore::named);
    }

    /** Every child of the set by name, a thousand at a time and each thousand read before it is sent. @param shown what a list shows of some of them */
    static <R> Rows<R> all(
            Database database, Wanted wanted, Roll roll, BitSet set, BiFunction<Tx, List<Named>, List<R>> shown) {
        return visitor -> {
            String after = "";
            do {
                Paging page = new Paging(CHUNK - 1, after);
                List<Named> names = database.read(tx -> next(tx, wanted, roll, set, page));
                database.read(tx -> shown.apply(tx, names)).forEach(visitor);
                after = names.size() < CHUNK ? "" : names.get(CHUNK - 1).key();
            } while (!after.isEmpty());
        };
    }

    /** How many children of the set the list holds. */
    static long count(Tx tx, Wanted wanted, Roll roll, BitSet set) {
        if (wanted.school().isEmpty() && wanted.q().isEmpty()) {
            return set.cardinality();
        }
        long[] count = new long[1];
        Query query = wanted.query();
        tx.each("select c.id from child c where " + query.where(), query.params(), row -> {
            int child = roll.of(row.number("id"));
            if (child >= 0 && set.get(child)) {
                count[0]++;
            }
        });
        return count[0];
    }

    static Map<Long, Shown> shown(Tx tx, Collection<Long> ids) {
        Map<Long, Shown> found = new HashMap<>();
        if (!ids.isEmpty()) {
            tx.each(
                    "select c.id, c.surname, c.given_name, c.patronymic, c.territory, c.school_id, c.grade, c.grade_letter,"
                            + " o.name school_name from child c left join organisation o on o.id = c.school_id"
                            + " where c.id in (:ids)",
                    Map.of("ids", ids),
                    row -> found.put(row.number("id"), shown(row)));
        }
        return found;
    }

    private static Shown shown(Row row) {
        return new Shown(
                row.number("id"),
                Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic")),
                row.text("territory"),
                row.optionalNumber("school_id")
                        .map(id -> new School(id, row.text("school_name")))
                        .orElse(null),
                row.optionalInteger("grade").orElse(null),
                row.optionalText("grade_letter").orElse(null));
    }

    /** The child's territory, when the scope reaches it and it is not archived. */
    static Optional<String> territory(Tx tx, long child, Scope scope) {
        return tx.one(
                "select c.territory from child c where c.id = :id and c.state in ('ACTIVE', 'LEFT') and c.destroyed_on is null and "
                        + scope.persons("c"),
                Map.of("id", child),
                row -> row.text("territory"));
    }

    /** Whether the child was in the registry on the day, or left it since the first day. */
    static boolean registered(Tx tx, long child, LocalDate first, LocalDate day) {
        return tx.number(
                        "select count(*) from child where id = :id and registered_on <= :day"
                                + " and (left_on is null or left_on >= :first)",
                        Map.of("id", child, "day", day, "first", first))
                > 0;
    }

    /** A school by its id. @param territory KATO code */
    record Place(String name, String territory) {}

    /** All of them: they are few beside the children, and a region's are a long list to look up. */
    static Map<Long, Place> schools(Tx tx) {
        Map<Long, Place> found = new HashMap<>();
        tx.each(
                "select id, name, territory from organisation",
                Map.of(),
                row -> found.put(row.number("id"), new Place(row.text("name"), row.text("territory"))));
        return found;
    }
}
