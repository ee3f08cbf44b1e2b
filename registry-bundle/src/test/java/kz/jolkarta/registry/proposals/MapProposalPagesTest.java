package kz.jolkarta.registry.proposals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.files.SheetFiles;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Tables;
import kz.jolkarta.registry.roadmaps.Forms;
import kz.jolkarta.registry.roadmaps.RoadMap;
import kz.jolkarta.registry.roadmaps.RoadMapSteps;
import kz.jolkarta.registry.roadmaps.RoadMaps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class MapProposalPagesTest {
    private final User keeper = RecordWorld.coordinator(RecordWorld.REGION);
    private PageWorld words;
    private RoadMaps maps;
    private MapProposalPages pages;
    private RoadMap map;

    @BeforeEach
    void open(TestDatabase database) {
        database.clear(
                "road_map_change", "road_map_step", "road_map_goal", "road_map", "road_map_form", "award", "child");
        RecordWorld world = new RecordWorld(database);
        words = new PageWorld(world);
        Tables texts = new Tables(new SheetFiles(world.clock), TestTexts.ofClassPath());
        Proposals proposals = new Proposals(world.ledger, new Gazetteer(database));
        Forms forms = new Forms(world.ledger);
        maps = new RoadMaps(world.ledger, forms);
        MapDrafts drafts =
                new MapDrafts(world.ledger, proposals, forms, maps, new RoadMapSteps(world.ledger, maps), texts);
        pages = new MapProposalPages(maps, proposals, drafts, texts);
        map = drafts.draft(
                keeper, Language.EN, world.child(RecordWorld.CITY), Optional.empty(), List.of("health-camps/help"));
    }

    private String list() {
        return pages.list(PageWorld.reader(keeper), words.words, map.id()).toString();
    }

    private Response take(String code) {
        return pages.take(PageWorld.reader(keeper), words.words, map.id(), PageWorld.form("proposal", code));
    }

    @Test
    void whatIsInTheMapSaysSoTheRestCanBeTakenAndWhatCannotBeHadIsNamed() {
        String shown = list();
        assertTrue(shown.contains("text=in the map, tone=OK"), shown);
        assertTrue(shown.contains("values={proposal=technoparks/open-day, version=" + map.version() + "}"), shown);
        assertTrue(shown.contains("What is not offered now, and why"), shown);
    }

    @Test
    void aProposalBecomesAStepAndOneThatCannotBeHadIsRefusedWithTheReason() {
        assertEquals(303, take("technoparks/open-day").getStatus());
        assertEquals(2, maps.get(keeper, map.id()).steps().size());
        assertEquals(409, take("technoparks/open-day").getStatus());
        Response refused = take("technoparks/course");
        assertEquals(400, refused.getStatus());
        assertTrue(refused.getEntity().toString().contains("Notice[tone=LATE"));
    }
}
