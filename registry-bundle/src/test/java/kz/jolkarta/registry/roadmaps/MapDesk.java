package kz.jolkarta.registry.roadmaps;

import kz.jolkarta.core.access.User;
import kz.jolkarta.core.internal.files.SheetFiles;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.bulk.BulkDesk;
import kz.jolkarta.registry.organisations.OrganisationChoice;
import kz.jolkarta.registry.organisations.Organisations;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Tables;

/** The pages of road maps as tests read them. */
final class MapDesk {
    final LivingMaps life;
    final PageWorld pages;
    final RoadMapPages list;
    final RoadMapSheetPages sheets;
    final MapGoalPages goals;
    final MapStepPages steps;
    final RoadMapApprovalPages approvals;
    final BulkDesk jobs;

    MapDesk(TestDatabase database) {
        database.clear(LivingMaps.TABLES);
        life = new LivingMaps(database);
        pages = new PageWorld(life.world);
        jobs = new BulkDesk(database);
        TerritoryChoice territories = new TerritoryChoice(new Gazetteer(database), life.world.clock);
        OrganisationChoice schools = new OrganisationChoice(
                new Organisations(database, life.world.audit(), life.world.clock, new Gazetteer(database)));
        Tables texts = new Tables(new SheetFiles(life.world.clock), TestTexts.ofClassPath());
        list = new RoadMapPages(life.maps, territories, schools, life.world.clock);
        sheets = new RoadMapSheetPages(life.maps, new RoadMapCopies(life.world.ledger, life.maps), territories, texts);
        goals = new MapGoalPages(life.maps, life.goals);
        steps = new MapStepPages(life.maps, life.steps, life.world.ledger);
        approvals = new RoadMapApprovalPages(new RoadMapApprovals(life.world.ledger, jobs, texts));
    }

    String list(User user, RoadMapQuery query, String... parameters) {
        return list.list(PageWorld.reader(user), pages.words, PageWorld.address("road-maps", parameters), query)
                .toString();
    }

    View open(User user, RoadMap map) {
        return sheets.open(PageWorld.reader(user), pages.words, map.id());
    }
}
