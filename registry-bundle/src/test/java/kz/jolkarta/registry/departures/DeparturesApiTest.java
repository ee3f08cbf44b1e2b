package kz.jolkarta.registry.departures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import kz.jolkarta.core.internal.files.SheetFiles;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.ResourceHost;
import kz.jolkarta.registry.ResourceHost.Answer;
import kz.jolkarta.registry.bulk.BulkDesk;
import kz.jolkarta.registry.records.Tables;
import org.junit.jupiter.api.Test;

@BothEngines
class DeparturesApiTest {
    @Test
    void aChildLeavesComesBackLeavesAgainAndIsArchivedOverHttp(TestDatabase database) {
        Leavers leavers = new Leavers(database);
        Tables texts = new Tables(new SheetFiles(leavers.world.clock), TestTexts.ofClassPath());
        ArchiveJob job = new ArchiveJob(leavers.ledger, new BulkDesk(database), leavers.archive, texts);
        ResourceHost api = new ResourceHost(
                        new DepartureResource(leavers.departures),
                        new ReturnResource(leavers.departures),
                        new ArchiveResource(leavers.archive),
                        new UnarchiveResource(leavers.archive),
                        new ArchivedResource(leavers.archive, job, texts))
                .as(leavers.keeper);
        String child = "children/" + leavers.child();
        String leaves = "{\"onDay\": \"2026-11-15\", \"ground\": \"finished\"}";
        assertEquals(428, api.post(child + "/departure", leaves).status());
        assertEquals(400, api.get(child + "/departure/preview?onDay=soon").status());
        Answer preview = api.get(child + "/departure/preview?onDay=2026-11-15");
        assertEquals(200, preview.status(), preview.text());
        assertTrue(preview.json().get("effects").get("activities").isEmpty());

        Answer left = api.post(child + "/departure", ResourceHost.version(preview), leaves);
        assertEquals(200, left.status(), left.text());
        assertEquals("finished", left.json().get("departure").get("ground").asText());
        Answer undone =
                api.post(child + "/departure/" + left.json().get("departure").get("id") + "/undo", "");
        assertEquals(200, undone.status(), undone.text());
        left = api.post(child + "/departure", ResourceHost.version(undone), leaves);
        Answer back =
                api.post(child + "/return", ResourceHost.version(left), "{\"onDay\": \"2026-11-20\", \"grade\": 7}");
        assertEquals(200, back.status(), back.text());
        left = api.post(child + "/departure", ResourceHost.version(back), leaves.replace("15", "21"));
        assertEquals(200, left.status(), left.text());
        assertEquals(3, api.get(child + "/departure").json().get("items").size());

        Answer kept = api.get(child + "/archive/preview");
        assertEquals(1, kept.json().get("talents").asInt(), kept.text());
        Answer archived = api.post(child + "/archive", ResourceHost.version(kept), "{\"reason\": \"term\"}");
        assertEquals(200, archived.status(), archived.text());
        Answer list = api.get("archived?sort=left-on");
        assertEquals("2026-11-21", list.json().get("items").get(0).get("leftOn").asText(), list.text());
        assertEquals(400, api.get("archived?sort=colour").status());
        assertEquals(200, api.get("archived/list.xlsx").status());
        assertTrue(api.get("archived/list.csv").text().contains("term"));
        assertEquals(
                200,
                api.post(child + "/unarchive", ResourceHost.version(archived), "{\"reason\": \"needed\"}")
                        .status());
        assertEquals(
                0, api.get("archived/preview?years=1").json().get("children").asInt());
        leavers.world.database.run(
                tx -> tx.update("update child set left_on = date('2020-06-01')", java.util.Map.of()));
        assertEquals(202, api.post("archived", "{\"years\": 5}").status());
    }
}
