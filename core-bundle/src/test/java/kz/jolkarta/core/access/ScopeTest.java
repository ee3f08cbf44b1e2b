package kz.jolkarta.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import kz.jolkarta.core.access.Scope.Pupils;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@BothEngines
class ScopeTest {
    private static final List<String> PREFIXES = List.of("", "2", "23", "2340", "234010000", "71", "9999", "59");
    private static final List<String> PLACES =
            List.of("234010000", "234020000", "231010000", "710000000", "999910000", "595620100");
    private static final long SCHOOLS = 4;

    /** @param school 0 for none */
    private record Child(long id, String territory, long school) {}

    private static List<Child> everywhereInEverySchool() {
        List<Child> children = new ArrayList<>();
        for (String place : PLACES) {
            for (long school = 0; school < SCHOOLS; school++) {
                children.add(new Child(children.size() + 1L, place, school));
            }
        }
        return children;
    }

    private static Scope random(Random random) {
        List<String> prefixes = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            prefixes.add(PREFIXES.get(random.nextInt(PREFIXES.size())));
        }
        List<Pupils> pupils = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String where = random.nextBoolean() ? "" : PREFIXES.get(random.nextInt(PREFIXES.size()));
            pupils.add(new Pupils(1 + random.nextInt((int) SCHOOLS - 1), where));
        }
        return new Scope(prefixes, pupils);
    }

    @Test
    void the_condition_on_children_and_the_check_of_one_child_agree(TestDatabase database) {
        List<Child> children = everywhereInEverySchool();
        database.run(tx -> {
            tx.update("create table pupil (id bigint, territory varchar(9), school_id bigint)", Map.of());
            tx.batch(
                    "insert into pupil (id, territory, school_id) values (:id, :territory, :school)",
                    children.stream().map(ScopeTest::row).toList());
        });
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            Scope scope = random(random).within(random(random));
            TreeSet<Long> expected = new TreeSet<>();
            children.stream()
                    .filter(c -> scope.covers(c.territory(), c.school()))
                    .forEach(c -> expected.add(c.id()));
            List<Long> found = database.read(tx ->
                    tx.list("select c.id from pupil c where " + scope.persons("c"), Map.of(), row -> row.number("id")));
            assertEquals(expected, new TreeSet<>(found), scope.persons("c"));
        }
        database.run(tx -> tx.update("drop table pupil", Map.of()));
    }

    private static Map<String, Object> row(Child child) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", child.id());
        row.put("territory", child.territory());
        row.put("school", Optional.of(child.school()).filter(s -> s > 0));
        return row;
    }

    @Test
    void the_common_part_reaches_whom_both_reach_and_the_sum_whom_either_reaches() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            Scope one = random(random);
            Scope other = random(random);
            Scope both = one.within(other);
            Scope either = one.plus(other);
            assertEquals(both, other.within(one), one + " and " + other);
            for (Child c : everywhereInEverySchool()) {
                boolean first = one.covers(c.territory(), c.school());
                boolean second = other.covers(c.territory(), c.school());
                String what = one + ", " + other + ": " + c;
                assertEquals(first && second, both.covers(c.territory(), c.school()), what);
                assertEquals(first || second, either.covers(c.territory(), c.school()), what);
            }
        }
    }

    @Test
    void pupils_of_a_school_are_no_territory() {
        Scope school = Scope.ofSchools(List.of(57L));
        assertEquals("1 = 0", school.condition("territory"));
        assertEquals("c.school_id in (57)", school.persons("c"));
        assertFalse(school.isEmpty());
        assertFalse(school.covers("234010000"));
        assertFalse(school.covers("234010000", 0));
        assertEquals(
                "(c.school_id in (57) and (c.territory >= '23' and c.territory < '24'))",
                school.within(Scope.of("230000000")).persons("c"));
    }

    @Test
    void what_a_territory_holds_already_is_not_held_twice() {
        List<Pupils> pupils = List.of(new Pupils(57, "2340"), new Pupils(58, ""), new Pupils(58, "71"));
        assertEquals(List.of(new Pupils(58, "")), new Scope(List.of("23"), pupils).pupils());
        assertEquals(Scope.COUNTRY, Scope.COUNTRY.plus(Scope.ofSchools(List.of(57L))));
    }

    @Test
    void nothing_but_digits_becomes_a_condition() {
        List<String> territories = List.of("23' or 1 = 1 --");
        assertThrows(IllegalArgumentException.class, () -> new Scope(territories));
        assertThrows(IllegalArgumentException.class, () -> new Pupils(1, "2'"));
        assertThrows(IllegalArgumentException.class, () -> new Pupils(0, ""));
        assertThrows(IllegalArgumentException.class, () -> Scope.of("23"));
    }
}
