package kz.jolkarta.registry.duties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.internal.pages.LocaleWording;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.NothingMissed;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.RegistrySchema;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.categories.Endings;
import kz.jolkarta.registry.children.Children;
import kz.jolkarta.registry.duplicates.Pairs;
import kz.jolkarta.registry.imports.Doubts;
import kz.jolkarta.registry.residence.Moves;
import kz.jolkarta.registry.residence.Transfers;
import kz.jolkarta.registry.roadmaps.RoadMapApprovals;
import kz.jolkarta.registry.tasks.Tasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines
class DutiesPartTest {
    private RegistryWorld world;
    private DutiesPart part;

    @BeforeEach
    void open(TestDatabase database) {
        world = new RegistryWorld(database);
        database.clear("task", "doubtful_pair", "duplicate_pair", "road_map", "child_category", "child");
        var texts = TestTexts.ofClassPath();
        part = new DutiesPart(
                database,
                new Tasks(world.ledger()),
                new Doubts(
                        new RegistrySchema(database.migrations(), database),
                        database,
                        world.audit,
                        world.clock,
                        world.residences()),
                new Pairs(world.ledger(), null),
                new Endings(world.ledger()),
                new Transfers(world.ledger(), new Moves(world.ledger(), world.residences(), world.gazetteer)),
                new Children(
                        database,
                        world.audit,
                        world.clock,
                        world.gazetteer,
                        texts,
                        world.residences(),
                        new NothingMissed()),
                new RoadMapApprovals(world.ledger(), null, null),
                new LocaleWording(texts, world.clock),
                world.clock);
    }

    private String shown(Caller caller) {
        return part.blocks(PageWorld.reader(caller.user()), "").toString();
    }

    private long child(String territory) {
        long id = world.database.nextId();
        world.database.run(tx -> tx.update(
                "insert into child (id, surname, given_name, key_surname, key_given, sort_key, birth_date, sex, territory,"
                        + " registered_on, updated_at) values (:id, 'Сынақов', 'Әлихан', 'sinakov alihan', 'alihan sinakov',"
                        + " 'k', :born, 'MALE', :territory, :born, :at)",
                Map.of("id", id, "born", LocalDate.of(2014, 5, 1), "territory", territory, "at", world.clock.now())));
        return id;
    }

    private void ending(long child, LocalDate on) {
        world.database.run(tx -> tx.update(
                "insert into child_category (id, child_id, category, valid_from, valid_to)"
                        + " values (:id, :child, 'LARGE_FAMILY', :from, :until)",
                Map.of("id", world.database.nextId(), "child", child, "from", on.minusYears(1), "until", on)));
    }

    @Test
    void whatWaitsIsCountedAndOpensItsList() {
        ending(child(RegistryWorld.ATYRAU_CITY), world.clock.today().plusDays(29));
        ending(child(RegistryWorld.ATYRAU_CITY), world.clock.today().plusDays(31));
        child(RegistryWorld.NORTH_TOWN);
        String shown = shown(RegistryWorld.coordinator(RegistryWorld.ATYRAU));
        assertTrue(
                shown.contains(
                        "Tile[label=Categories that end, value=1, note=within 30 days, href=/categories-ending?days=30, tone=RUN"),
                shown);
        assertTrue(shown.contains("label=Without a road map, value=2,"), shown);
        assertTrue(shown.contains("label=Without a coordinator, value=2,"), shown);
        assertTrue(shown.contains("label=Doubtful rows, value=0,"), shown);
        assertTrue(shown.contains("href=/doubtful, tone=OK"), shown);
        assertTrue(shown.contains("href=/transfers?waiting=true, tone=OK"), shown);
    }

    @Test
    void mapsWaitForWhoApproves() {
        String shown = shown(RegistryWorld.caller(RegistryWorld.ATYRAU, Role.APPROVER));
        assertTrue(shown.contains("label=Maps waiting for approval, value=0,"), shown);
        assertTrue(shown.contains("href=/road-maps?state=agreed"), shown);
        assertFalse(shown.contains("/doubtful"), shown);
    }

    @Test
    void nothingWaitsForWhoOnlyReadsOrWorksOverTheCountry() {
        Caller reader = RegistryWorld.caller(RegistryWorld.ATYRAU, Role.AUDITOR);
        assertEquals(List.of(), part.blocks(reader, ""));
        assertEquals(List.of(), part.blocks(RegistryWorld.coordinator(""), ""));
    }
}
