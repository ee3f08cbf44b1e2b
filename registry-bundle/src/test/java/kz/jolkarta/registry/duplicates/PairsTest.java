package kz.jolkarta.registry.duplicates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class PairsTest {
    private static final Paging FIRST = Paging.of(200, "");

    private final User keeper = RecordWorld.coordinator(RecordWorld.REGION);
    private final User district = RecordWorld.coordinator(RecordWorld.DISTRICT);
    private final User country = RecordWorld.coordinator("");
    private Twofold two;

    @BeforeEach
    void open(TestDatabase database) {
        two = new Twofold(database);
    }

    private long child(String surname, LocalDate born, String territory) {
        return two.child(surname, "Әлихан", born, territory);
    }

    private long pair(String one, String other) {
        return two.pairs.put(country, child("Ахметов", Twofold.BORN, one), child("Ахметов", Twofold.BORN, other));
    }

    private static PairFilter filter(String territory, PairState state, Long likeness, String q) {
        return new PairFilter(
                Optional.ofNullable(territory),
                Optional.ofNullable(state),
                Optional.ofNullable(likeness),
                Optional.ofNullable(q),
                PairFilter.ORDERS.of(""));
    }

    private static PairFilter open() {
        return filter(null, null, null, null);
    }

    private Set<Long> list(User user, PairFilter filter) {
        return two.pairs.list(user, filter, FIRST).items().stream()
                .map(Pair::id)
                .collect(Collectors.toSet());
    }

    @Test
    void thePairsAreSortedByLikenessOrByWhenTheyWereFoundFromEitherEnd() {
        long first = pair(RecordWorld.VILLAGE, RecordWorld.VILLAGE);
        long second = pair(RecordWorld.VILLAGE, RecordWorld.VILLAGE);
        likeness(first, 90);
        likeness(second, 60);
        assertEquals(List.of(first, second), pages(""));
        assertEquals(List.of(second, first), pages("likeness"));
        assertEquals(List.of(first, second), pages("found"));
        assertEquals(List.of(second, first), pages("-found"));
        org.junit.jupiter.api.Assertions.assertThrows(kz.jolkarta.core.Problem.class, () -> pages("newest"));
    }

    private void likeness(long pair, int likeness) {
        two.world.database.run(tx -> tx.update(
                "update duplicate_pair set likeness = :likeness where id = :id",
                Map.of("id", pair, "likeness", likeness)));
    }

    /** All pages of one pair each. */
    private List<Long> pages(String sort) {
        List<Long> ids = new java.util.ArrayList<>();
        PairFilter filter = new PairFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), PairFilter.ORDERS.of(sort));
        kz.jolkarta.core.http.Page.each(
                after -> two.pairs.list(keeper, filter, Paging.of(1, after)), pair -> ids.add(pair.id()));
        return ids;
    }

    @Test
    void ofAChildOutOfReachOnlyTheDistrictIsTold() {
        long pair = pair(RecordWorld.VILLAGE, RecordWorld.CITY);
        Pair shown = two.pairs.list(district, open(), FIRST).items().get(0);
        assertNotNull(shown.one().id());
        assertEquals(new Pair.Side(null, RecordWorld.CITY.substring(0, 4) + "00000", null, null, null), shown.other());
        PairDetail detail = two.pairs.open(district, pair);
        assertNotNull(detail.one().values());
        assertNull(detail.other().values());
        assertEquals(List.of(), detail.fields());
        assertEquals(
                List.of(shown.one().id()),
                two.world.audited.stream()
                        .filter(e -> e.action() == Action.READ)
                        .map(e -> e.id())
                        .toList(),
                "only the one who was shown was opened");
        Refusal.of(
                Kind.FORBIDDEN,
                "duplicate.above-region",
                () -> two.pairs.different(district, pair, 1, "Аттас балалар"));
    }

    @Test
    void whoSeesThePupilsOfASchoolSeesThemOnly() {
        long school = two.world.organisation(RecordWorld.VILLAGE, OrganisationKind.SCHOOL);
        long pair = pair(RecordWorld.VILLAGE, RecordWorld.VILLAGE);
        User psychologist =
                new User(8, "u8", Map.of(Right.CHILDREN_READ, Scope.ofSchools(List.of(school))), Language.KK);
        assertEquals(Set.of(), list(psychologist, open()));
        long pupil = two.pairs.open(keeper, pair).one().child().id();
        two.change(pupil, "school_id", school);
        Pair shown = two.pairs.list(psychologist, open(), FIRST).items().get(0);
        assertEquals(pupil, shown.one().id());
        assertNull(shown.other().id());
    }

    @Test
    void aPairOfTwoRegionsIsDecidedByTheCountry() {
        long pair = pair(RecordWorld.VILLAGE, RecordWorld.ELSEWHERE);
        Refusal.of(
                Kind.FORBIDDEN, "duplicate.above-country", () -> two.pairs.different(keeper, pair, 1, "Аттас балалар"));
        assertEquals(
                PairState.DIFFERENT,
                two.pairs.different(country, pair, 1, "Аттас балалар").state());
    }

    @Test
    void aPairOfAnotherRegionIsThereForNobodyElse() {
        long pair = pair(RecordWorld.ELSEWHERE, RecordWorld.ELSEWHERE);
        assertEquals(Set.of(), list(keeper, open()));
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> two.pairs.open(keeper, pair));
        Refusal.of(
                Kind.FORBIDDEN,
                "problem.forbidden",
                () -> two.pairs.list(RecordWorld.user(9, RecordWorld.REGION, Role.ANALYST), open(), FIRST));
    }

    @Test
    void theQueueIsFilteredByPlaceStateLikenessAndName() {
        long here = pair(RecordWorld.VILLAGE, RecordWorld.VILLAGE);
        long city = two.pairs.put(
                country,
                child("Сапаров", Twofold.BORN, RecordWorld.CITY),
                child("Омаров", Twofold.BORN, RecordWorld.CITY));
        assertEquals(Set.of(here, city), list(keeper, open()));
        assertEquals(Set.of(here), list(keeper, filter(RecordWorld.DISTRICT, null, null, null)));
        assertEquals(Set.of(here), list(keeper, filter(null, null, 60L, null)));
        assertEquals(Set.of(city), list(keeper, filter(null, null, null, "omarov")));
        assertEquals(Set.of(), list(district, filter(null, null, null, "omarov")));
        two.pairs.different(keeper, city, 1, "Әртүрлі балалар");
        assertEquals(Set.of(here), list(keeper, open()));
        assertEquals(Set.of(city), list(keeper, filter(null, PairState.DIFFERENT, null, null)));
        List<Long> exported = new ArrayList<>();
        two.pairs.export(keeper, open()).each(p -> exported.add(p.id()));
        assertEquals(List.of(here), exported);
    }

    @Test
    void theMostLikelyComeFirstAndPagesGoOnWhereTheyEnded() {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(0, pair(RecordWorld.VILLAGE, RecordWorld.VILLAGE));
        }
        long unlikely = two.pairs.put(
                country,
                child("Сапаров", Twofold.BORN, RecordWorld.CITY),
                child("Омаров", Twofold.BORN, RecordWorld.CITY));
        all.add(unlikely);
        List<Long> read = new ArrayList<>();
        String after = "";
        do {
            Page<Pair> page = two.pairs.list(keeper, open(), Paging.of(2, after));
            page.items().forEach(p -> read.add(p.id()));
            after = page.next();
        } while (!after.isEmpty());
        assertEquals(all, read);
    }

    @Test
    void bothChildrenStandSideBySideWithWhatIsOnRecord() {
        long one = child("Ахметов", Twofold.BORN, RecordWorld.VILLAGE);
        long other = child("Ахмедов", Twofold.BORN, RecordWorld.VILLAGE);
        two.participation(other, two.activity(), "ATTENDED");
        two.award(other, "camp", "ISSUED", true);
        two.roadMap(one, two.form(), 2025);
        PairDetail detail = two.pairs.open(keeper, two.pairs.put(keeper, one, other));
        Map<String, Boolean> equal =
                detail.fields().stream().collect(Collectors.toMap(PairDetail.Field::field, PairDetail.Field::equal));
        assertFalse(equal.get("surname"));
        assertTrue(equal.get("givenName"));
        assertTrue(equal.get("birthDate"));
        assertEquals(
                List.of("road-map"),
                detail.one().lines().stream().map(PairDetail.Line::kind).toList());
        assertEquals(
                List.of("participation", "award"),
                detail.other().lines().stream().map(PairDetail.Line::kind).toList());
        assertEquals("2026", detail.other().lines().get(1).says().get("awardYear"));
        PairView view = PairView.of(detail.pair(), TestTexts.ofClassPath(), Language.RU);
        assertTrue(
                view.evidence().stream().anyMatch(e -> e.code().equals("surname-alike") && e.agrees()),
                view.evidence().toString());
    }

    @Test
    void numbersAreMaskedAndYetComparedAsAWhole() throws Exception {
        long one = two.child("Ахметов", "Әлихан", Twofold.BORN, RecordWorld.VILLAGE, "140307500012");
        long other = two.child("Ахметов", "Әлихан", Twofold.BORN, RecordWorld.VILLAGE, "150307500012");
        two.change(one, "school_id", two.world.organisation(RecordWorld.VILLAGE, OrganisationKind.SCHOOL));
        long pair = two.pairs.put(keeper, one, other);
        PairDetail detail = two.pairs.open(keeper, pair);
        String shown = "••••••••0012";
        assertTrue(detail.fields().contains(new PairDetail.Field("iin", shown, shown, false)));
        assertEquals(Set.of("schoolId"), detail.one().names().keySet());
        String json = Json.mapper()
                .writeValueAsString(List.of(
                        PairView.of(detail, TestTexts.ofClassPath(), Language.RU),
                        two.merges.preview(keeper, pair, one)));
        assertTrue(json.contains(shown), json);
        assertFalse(json.contains("07500012"), json);
    }

    @Test
    void ofAKeptRecordWithoutANumberThePreviewMasksTheOneItGets() {
        long one = two.child("Ахметов", "Әлихан", Twofold.BORN, RecordWorld.VILLAGE);
        long other = two.child("Ахметов", "Әлихан", Twofold.BORN, RecordWorld.VILLAGE, "140307500012");
        long pair = two.pairs.put(keeper, one, other);
        MergeAnswer.FieldChange number = new MergeAnswer.FieldChange("iin", null, "••••••••0012");
        assertTrue(two.merges.preview(keeper, pair, one).fields().contains(number));
        assertTrue(two.merge(keeper, pair, one, other, Map.of()).fields().contains(number));
    }

    @Test
    void whatWasDecidedIsDecidedUntilSomebodyTakesItBack() {
        long pair = pair(RecordWorld.VILLAGE, RecordWorld.VILLAGE);
        Refusal.of(Kind.INVALID, "record.required", () -> two.pairs.different(keeper, pair, 1, " "));
        Refusal.of(Kind.STALE, "problem.stale", () -> two.pairs.different(keeper, pair, 7, "Аттас балалар"));
        Refusal.of(Kind.CONFLICT, "duplicate.not-decided", () -> two.pairs.withdraw(keeper, pair, 1));
        Pair different = two.pairs.different(keeper, pair, 1, "Аттас балалар");
        Refusal.of(
                Kind.CONFLICT,
                "duplicate.decided",
                () -> two.pairs.different(keeper, pair, different.version(), "Аттас балалар"));
        Refusal.of(
                Kind.CONFLICT,
                "duplicate.decided",
                () -> two.pairs.put(
                        keeper, different.one().id(), different.other().id()));
        assertEquals(
                PairState.OPEN,
                two.pairs.withdraw(keeper, pair, different.version()).state());
    }

    @Test
    void aSearchIsQueuedForATerritoryOfTheUser() {
        assertEquals(77, two.pairs.search(keeper, RecordWorld.DISTRICT));
        Refusal.of(Kind.FORBIDDEN, "problem.outside-territory", () -> two.pairs.search(district, RecordWorld.CITY));
        Refusal.of(Kind.INVALID, "record.territory-unknown", () -> two.pairs.search(keeper, "999999999"));
    }
}
