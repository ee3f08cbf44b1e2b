package kz.jolkarta.registry.places;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.registry.Territories.Territory;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.places.TerritoryInput.Names;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines
class GazetteerTest {
    private static final LocalDate TODAY = RegistryWorld.TODAY;

    private RegistryWorld world;
    private Gazetteer gazetteer;
    private TerritoryRegister register;

    @BeforeEach
    void open(TestDatabase database) {
        world = new RegistryWorld(database);
        gazetteer = world.gazetteer;
        register = new TerritoryRegister(database, world.audit, gazetteer);
    }

    private static User administrator() {
        return RegistryWorld.caller("", Role.ADMINISTRATOR).user();
    }

    private static TerritoryInput unit(UnitKind kind, String parent, String ru, LocalDate from) {
        return new TerritoryInput(
                null, parent, kind, kind.inhabited() ? true : null, new Names("", ru, ""), from, null, null);
    }

    private static TerritoryInput change(String ru, LocalDate from, LocalDate to, LocalDate renamedOn) {
        return new TerritoryInput(null, null, null, null, new Names("", ru, ""), from, to, renamedOn);
    }

    @Test
    void whatIsReadAgainDoesNotDisturbWhoIsWriting() {
        Gazetteer stale = new Gazetteer(world.database, 0);
        assertEquals(
                "230000000",
                world.database.call(tx -> stale.find("230000000").orElseThrow().code()));
    }

    @Test
    void theWholeClassifierIsThereAndIsLoadedOnlyOnce() {
        String count = "select count(*) from territory where valid_to is null";
        long once = world.database.read(tx -> tx.number(count, Map.of()));
        TerritoryFile.load(world.database);
        long twice = world.database.read(tx -> tx.number(count, Map.of()));
        assertEquals(once, twice);
        assertEquals(16_264, TerritoryFile.units().size());
        assertTrue(TerritoryFile.units().stream()
                .allMatch(u -> gazetteer.unit(u.code()).isPresent()));
    }

    @Test
    void aReportOf2020Has17RegionsAndOneOf2023Has20() {
        assertEquals(17, gazetteer.regions(LocalDate.of(2020, 12, 31)).size());
        assertEquals(17, gazetteer.regions(LocalDate.of(2022, 6, 7)).size());
        assertEquals(20, gazetteer.regions(LocalDate.of(2022, 6, 8)).size());
        assertEquals(20, gazetteer.regions(LocalDate.of(2023, 12, 31)).size());
    }

    @Test
    void beforeTheyWereSplitOffThreeRegionsBelongedToOthers() {
        LocalDate before = LocalDate.of(2021, 12, 31);
        assertEquals("630000000", gazetteer.regionOn(before, "101010000"));
        assertEquals("190000000", gazetteer.regionOn(before, "330000000"));
        assertEquals("350000000", gazetteer.regionOn(before, "620000000"));
        assertEquals("100000000", gazetteer.regionOn(TODAY, "101010000"));
        assertEquals("230000000", gazetteer.regionOn(before, "231010000"));
    }

    @Test
    void theCapitalIsCalledAsItWasOnTheDay() {
        assertEquals("город Астана", capital(LocalDate.of(2018, 12, 31)));
        assertEquals("город Астана", capital(LocalDate.of(2019, 3, 22)));
        assertEquals("город Нур-Султан", capital(LocalDate.of(2019, 3, 23)));
        assertEquals("город Нур-Султан", capital(LocalDate.of(2022, 9, 16)));
        assertEquals("город Астана", capital(LocalDate.of(2022, 9, 17)));
    }

    private String capital(LocalDate day) {
        return gazetteer.regions(day).stream()
                .filter(t -> t.code().equals("710000000"))
                .map(t -> t.name().in(Language.RU))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aVillageIsRuralAndATownIsNot() {
        assertEquals(Optional.of(true), gazetteer.rural(RegistryWorld.NORTH_VILLAGE));
        assertEquals(Optional.of(false), gazetteer.rural(RegistryWorld.ATYRAU_CITY));
        assertEquals(Optional.empty(), gazetteer.rural(RegistryWorld.ATYRAU));
        assertTrue(gazetteer.residence(RegistryWorld.NORTH_VILLAGE, TODAY));
        assertFalse(gazetteer.residence(RegistryWorld.NORTH, TODAY));
        assertFalse(gazetteer.residence("999999999", TODAY));
    }

    @Test
    void aPlaceIsNamedWithItsDistrictAndRegion() {
        Place place = gazetteer.place(RegistryWorld.NORTH_TOWN, Language.RU);
        assertEquals("г.Сергеевка", place.name());
        assertEquals("Северо-Казахстанская область", place.region());
        assertTrue(gazetteer.districts(RegistryWorld.NORTH).stream()
                .anyMatch(t -> t.name().in(Language.RU).equals(place.district())));
        assertEquals("Астана қаласы", gazetteer.place("711110000", Language.KK).region());
    }

    @Test
    void districtsOfARegionAreItsSecondLevel() {
        List<Territory> districts = gazetteer.districts("710000000");
        assertEquals(4, districts.size());
        assertTrue(districts.stream().allMatch(t -> t.kind().equals("CITY_DISTRICT")), districts::toString);
        assertTrue(gazetteer.districts(RegistryWorld.NORTH).size() >= 13);
    }

    @Test
    void aUnitIsFoundByTheBeginningOfAWordInAnySpelling() {
        for (String spelling : List.of("сергеевка", "Серге", "sergeevka")) {
            assertTrue(
                    gazetteer.search(spelling, u -> true, "", 200).stream()
                            .anyMatch(u -> u.code().equals(RegistryWorld.NORTH_TOWN)),
                    spelling);
        }
        assertTrue(gazetteer.search("кызылорда", u -> u.kind() == UnitKind.REGION, "", 5).stream()
                .anyMatch(u -> u.code().equals("430000000")));
        assertEquals(List.of(), gazetteer.search("ергеевка", u -> u.code().equals(RegistryWorld.NORTH_TOWN), "", 5));
        assertEquals(List.of(), gazetteer.search("???", u -> true, "", 5));
    }

    @Test
    void districtsWithoutACodeYetCanBeAdded() {
        LocalDate from = LocalDate.of(2024, 1, 1);
        Unit naryn = register.add(administrator(), unit(UnitKind.DISTRICT, "630000000", "район Улкен Нарын", from));
        Unit markakol = register.add(administrator(), unit(UnitKind.DISTRICT, "630000000", "район Маркаколь", from));
        assertTrue(naryn.code().startsWith("63") && naryn.code().endsWith("00000"), naryn.code());
        assertFalse(naryn.code().equals(markakol.code()));
        assertEquals(
                "район Улкен Нарын",
                gazetteer.find(naryn.code()).orElseThrow().name().in(Language.EN));
        Unit village = register.add(administrator(), unit(UnitKind.VILLAGE, naryn.code(), "с.Новое", from));
        assertEquals(
                Optional.of(naryn.code()), gazetteer.district(village.code()).map(Territory::code));
    }

    @Test
    void onlyWhoKeepsTheTerritoriesMayAddOne() {
        TerritoryInput input = unit(UnitKind.DISTRICT, "630000000", "район", LocalDate.of(2024, 1, 1));
        User coordinator = RegistryWorld.coordinator("630000000").user();
        User elsewhere = RegistryWorld.caller("230000000", Role.ADMINISTRATOR).user();
        for (User user : List.of(coordinator, elsewhere)) {
            Problem refused = assertThrows(Problem.class, () -> register.add(user, input));
            assertEquals(Problem.Kind.FORBIDDEN, refused.kind());
        }
    }

    @Test
    void aRenamedUnitKeepsItsFormerNameForFormerDays() {
        LocalDate from = LocalDate.of(2023, 1, 1);
        Unit before = register.add(administrator(), unit(UnitKind.DISTRICT, "110000000", "район Старый", from));
        TerritoryInput renaming = change("район Новый", from, null, LocalDate.of(2025, 5, 1));
        Unit after = register.change(administrator(), before.code(), 1, renaming);
        assertEquals(2, after.version());
        assertEquals("район Новый", gazetteer.name(before.code()).ru());
        assertEquals(
                List.of("район Старый"),
                world.database.read(tx -> TerritoryStore.names(tx)).stream()
                        .filter(n -> n.code().equals(before.code()) && n.to().equals(LocalDate.of(2025, 4, 30)))
                        .map(n -> n.name().ru())
                        .toList());
        Problem stale = assertThrows(
                Problem.class,
                () -> register.change(administrator(), before.code(), 1, change("район Иной", from, null, null)));
        assertEquals(Problem.Kind.STALE, stale.kind());
        assertTrue(stale.details().get("difference").toString().contains("район Новый"));
    }

    @Test
    void aClosedUnitIsNoResidenceAnyMore() {
        LocalDate from = LocalDate.of(2000, 1, 1);
        Unit village = register.add(administrator(), unit(UnitKind.VILLAGE, RegistryWorld.NORTH, "с.Прежнее", from));
        assertTrue(gazetteer.residence(village.code(), TODAY));
        register.change(administrator(), village.code(), 1, change("с.Прежнее", from, TODAY.minusDays(1), null));
        assertFalse(gazetteer.residence(village.code(), TODAY));
        assertTrue(gazetteer.find(village.code()).isPresent());
    }
}
