package kz.jolkarta.registry.duplicates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.duplicates.Comparison.Two;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class DuplicateSearchTest {
    private static final LocalDate BORN = Twofold.BORN;
    private static final String HERE = RecordWorld.VILLAGE;
    private static final PairFilter OPEN = new PairFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), PairFilter.ORDERS.of(""));

    private final User keeper = RecordWorld.coordinator("");
    private final User region = RecordWorld.coordinator(RecordWorld.REGION);
    private Twofold two;

    @BeforeEach
    void open(TestDatabase database) {
        two = new Twofold(database);
    }

    /** Three rows are read at once, so that groups lie across the parts. */
    private Twofold.Run search(User user) {
        Twofold.Run run = new Twofold.Run(user, "", two.world);
        new DuplicateSearch(two.world.ledger, 3).run(run);
        return run;
    }

    private Set<Two> found() {
        return two.pairs.list(keeper, OPEN, Paging.of(200, "")).items().stream()
                .map(p -> new Two(p.one().id(), p.other().id()))
                .collect(Collectors.toSet());
    }

    @Test
    void aChildIsFoundByNameBirthDateAndDocumentHoweverOneOfThemIsWrong() {
        long child = two.child("Ахметов", "Әлихан", BORN, HERE);
        long spelled = two.child("Akhmetov", "Alikhan", BORN, HERE);
        long swapped = two.child("Ахметов", "Әлихан", LocalDate.of(2014, 7, 3), HERE);
        long wrong = two.child("Сапар", "Мадина", LocalDate.of(2013, 1, 1), HERE);
        long right = two.child("Сапарова", "Мәдина", LocalDate.of(2013, 1, 2), HERE);
        two.change(wrong, "document_number", "7-77");
        two.change(right, "document_number", "7-77");
        for (int i = 0; i < 10; i++) {
            two.child("Басқа" + "абвгдежзик".charAt(i), "Нұрлан", BORN.plusDays(40 + i), HERE);
        }
        Twofold.Run run = search(keeper);
        assertEquals(
                Set.of(Two.of(child, spelled), Two.of(child, swapped), Two.of(spelled, swapped), Two.of(wrong, right)),
                found());
        assertEquals("{\"children\":15,\"found\":4,\"added\":4}", run.result);
        assertEquals(45, run.done.get(run.done.size() - 1));
        assertEquals("{\"children\":15,\"found\":4,\"added\":0}", search(keeper).result, "found again, nothing is new");
    }

    @Test
    void twinsAreNotFound() {
        two.child("Ахметов", "Хасан", BORN, HERE);
        two.child("Ахметов", "Хусан", BORN, HERE);
        search(keeper);
        assertEquals(Set.of(), found());
    }

    @Test
    void aSharedPhoneMakesAPairOfOneGivenNameAndBirthDate() {
        long one = two.child("Ахметов", "Әлихан", BORN, HERE);
        long other = two.child("Омаров", "Әлихан", BORN, HERE);
        two.child("Исаев", "Әлихан", BORN, HERE);
        for (long child : List.of(one, other)) {
            two.insert(
                    "representative",
                    Map.of(
                            "id",
                            two.database.nextId(),
                            "child_id",
                            child,
                            "name",
                            child == one ? "Айгүл" : "Серік",
                            "phone",
                            child == one ? "8 (701) 111-22-33" : "+77011112233"));
        }
        search(keeper);
        assertEquals(Set.of(Two.of(one, other)), found());
    }

    @Test
    void whoWasSaidToBeAnotherChildIsNeverFoundAgainUnlessThatIsTakenBack() {
        long one = two.child("Ахметов", "Әлихан", BORN, HERE);
        long other = two.child("Ахметов", "Әлихан", BORN, HERE);
        search(keeper);
        long pair =
                two.pairs.list(keeper, OPEN, Paging.of(1, "")).items().get(0).id();
        Pair decided = two.pairs.different(keeper, pair, 1, "Аттас балалар");
        two.change(one, "patronymic", "Серікұлы");
        search(keeper);
        assertEquals(Set.of(), found());
        two.pairs.withdraw(keeper, pair, decided.version());
        assertEquals(Set.of(Two.of(one, other)), found());
    }

    @Test
    void aDifferenceDecidedForAMergedRecordHoldsForTheOneThatWasKept() {
        long one = two.child("Ахметов", "Әлихан", BORN, HERE);
        long other = two.child("Ахметов", "Әлихан", BORN, HERE);
        long again = two.pairs.put(keeper, one, other);
        two.pairs.different(keeper, again, 1, "Аттас балалар");
        long twice = two.child("Ахметов", "Әлихан", BORN, HERE);
        long pair = two.pairs.put(keeper, one, twice);
        two.merge(keeper, pair, twice, one, Map.of());
        search(keeper);
        assertEquals(Set.of(), found());
    }

    @Test
    void aPairIsOfThoseWhoHaveOneOfTheTwo() {
        long here = two.child("Ахметов", "Әлихан", BORN, HERE);
        long there = two.child("Ахметов", "Әлихан", BORN, RecordWorld.ELSEWHERE);
        two.child("Омаров", "Нұрлан", BORN, RecordWorld.ELSEWHERE);
        two.child("Омаров", "Нұрлан", BORN, RecordWorld.ELSEWHERE);
        search(region);
        assertEquals(Set.of(Two.of(here, there)), found());
    }

    @Test
    void aSearchThatIsCancelledStops() {
        two.child("Ахметов", "Әлихан", BORN, HERE);
        two.child("Ахметов", "Әлихан", LocalDate.of(2014, 7, 3), HERE);
        Twofold.Run run = new Twofold.Run(keeper, "", two.world);
        run.left = 2;
        new DuplicateSearch(two.world.ledger, 3).run(run);
        assertEquals("", run.result);
        assertTrue(found().isEmpty());
    }
}
