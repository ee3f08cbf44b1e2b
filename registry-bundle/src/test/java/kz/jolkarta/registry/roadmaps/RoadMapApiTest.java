package kz.jolkarta.registry.roadmaps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.files.SheetFiles;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.ResourceHost;
import kz.jolkarta.registry.ResourceHost.Answer;
import kz.jolkarta.registry.bulk.BulkChanges;
import kz.jolkarta.registry.bulk.BulkDesk;
import kz.jolkarta.registry.bulk.BulkResource;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class RoadMapApiTest {
    private static final Caller KEEPER = new Caller(RecordWorld.coordinator(RecordWorld.REGION), Language.EN);
    private static final Caller HEAD = new Caller(RecordWorld.user(9, RecordWorld.REGION, Role.APPROVER), Language.EN);
    private static final Caller STRANGER =
            new Caller(RecordWorld.user(11, RecordWorld.REGION, Role.COORDINATOR), Language.EN);
    private static final Caller ADMINISTRATOR = new Caller(FormsTest.ADMINISTRATOR, Language.EN);

    private RecordWorld world;
    private ResourceHost api;
    private TestDatabase database;
    private BulkDesk desk;
    private RoadMapApprovals approvals;

    @BeforeEach
    void open(TestDatabase database) {
        database.clear(
                "bulk_change",
                "road_map_change",
                "road_map_step",
                "road_map_goal",
                "road_map",
                "road_map_form",
                "child");
        world = new RecordWorld(database);
        Forms forms = new Forms(world.ledger);
        RoadMaps maps = new RoadMaps(world.ledger, forms);
        Tables texts = new Tables(new SheetFiles(world.clock), TestTexts.ofClassPath());
        this.database = database;
        desk = new BulkDesk(database);
        approvals = new RoadMapApprovals(world.ledger, desk, texts);
        BulkChanges changes = new BulkChanges(world.ledger, desk);
        changes.bind(new ApprovalUndo(world.ledger));
        api = new ResourceHost(
                        new CopyResource(new RoadMapCopies(world.ledger, maps), texts),
                        new ApprovalResource(approvals),
                        new BulkResource(changes, texts),
                        new FormResource(forms),
                        new ChildRoadMapResource(maps, texts),
                        new RoadMapResource(maps, texts),
                        new RoadMapExport(maps, texts),
                        new GoalResource(new RoadMapGoals(world.ledger, maps), texts),
                        new StepResource(new RoadMapSteps(world.ledger, maps), texts))
                .as(KEEPER);
    }

    @Test
    void aMapIsDrawnUpChangedApprovedAndListedOverHttp() {
        long child = world.child(RecordWorld.VILLAGE);
        Answer made = api.post("children/" + child + "/road-maps", "{\"schoolYear\": 2025}");
        assertEquals(201, made.status(), made.text());
        String map = "road-maps/" + made.json().get("id");
        assertEquals("http://localhost/api/" + map, made.headers().get("Location"));
        String content = """
                {"content": {"strengths": "a", "talent": "academic", "goals": "b", "directions": "c",
                 "support-needed": "d", "coordinator": "e", "average-mark": 4.75}}""";
        assertEquals(428, api.put(map, "", content).status());
        Answer changed = api.put(map, ResourceHost.version(made), content);
        assertEquals(200, changed.status(), changed.text());
        assertEquals("4.75", changed.json().get("content").get("average-mark").asText());
        assertEquals(412, api.put(map, ResourceHost.version(made), content).status());

        Answer stepped = api.post(map + "/steps", "{\"title\": \"Club\", \"dueOn\": \"2026-05-20\"}");
        assertEquals(201, stepped.status(), stepped.text());
        String step = map + "/steps/" + stepped.json().get("steps").get(0).get("id");
        Answer renamed =
                api.put(step, ResourceHost.version(stepped), "{\"title\": \"Section\", \"dueOn\": \"2026-05-21\"}");
        assertEquals("Section", renamed.json().get("steps").get(0).get("title").asText());
        Answer aimed = api.post(map + "/goals", "{\"title\": \"Olympiad\", \"expected\": \"a prize\"}");
        assertEquals(201, aimed.status(), aimed.text());
        assertEquals("a prize", aimed.json().get("goals").get(0).get("expected").asText());
        assertEquals(
                "agreed",
                api.post(map + "/agreement", "{\"name\": \"Mother\"}")
                        .json()
                        .get("state")
                        .asText());
        assertEquals(403, api.post(map + "/state", "{\"state\": \"approved\"}").status());
        api.as(HEAD);
        assertEquals(
                "approved",
                api.post(map + "/state", "{\"state\": \"approved\"}")
                        .json()
                        .get("state")
                        .asText());
        api.as(KEEPER);
        Answer done = api.post(step + "/state", "{\"state\": \"done\", \"note\": \"prize\"}");
        assertEquals("done", done.json().get("steps").get(0).get("state").asText());

        JsonNode row = api.get(
                        "road-maps?state=approved&schoolYear=2025&overdue=false&territory=" + RecordWorld.DISTRICT)
                .json()
                .get("items")
                .get(0);
        assertEquals(child, row.get("childId").asLong());
        assertEquals(1, row.get("stepsDone").asInt());
        assertEquals(100, row.get("percent").asInt());
        JsonNode events = api.get(map + "/history").json().get("items");
        assertEquals("step", events.get(0).get("kind").asText());
        assertEquals("approved", events.get(1).get("kind").asText());
        assertEquals("u9", events.get(1).get("login").asText());
        assertEquals(
                0, api.get("road-maps?withoutSteps=true").json().get("items").size());
        assertEquals(
                1,
                api.get("road-maps?withoutSteps=false&grade=6")
                        .json()
                        .get("items")
                        .size());
        assertEquals(0, api.get("road-maps?state=draft").json().get("items").size());
        assertEquals(400, api.get("road-maps?overdue=maybe").status());
        assertEquals(
                1,
                api.get("children/" + child + "/road-maps").json().get("items").size());
        Answer copied = api.post(map + "/copy", "");
        assertEquals(201, copied.status(), copied.text());
        assertEquals(2026, copied.json().get("map").get("schoolYear").asInt());
        assertEquals(0, copied.json().get("fieldsLeft").size());
        assertEquals(409, api.post(map + "/copy", "").status());
        Answer file = api.get("road-maps.xlsx");
        assertEquals(200, file.status());
        assertTrue(file.body().length > 1000);
    }

    @Test
    void manyMapsAreApprovedAsAJobAndTheJobIsUndoneOverHttp() {
        long child = world.child(RecordWorld.VILLAGE);
        LivingMaps life = new LivingMaps(database);
        RoadMap map = life.agree(life.draft(child, 2025, LivingMaps.step(null, null, LivingMaps.due(5, 20))));
        assertEquals(403, api.as(STRANGER).post("road-map-approvals", "{}").status());
        api.as(HEAD);
        Answer started = api.post("road-map-approvals?territory=" + RecordWorld.DISTRICT, "{}");
        assertEquals(202, started.status(), started.text());
        long job = started.json().get("job").asLong();
        assertEquals("http://localhost/api/jobs/" + job, started.headers().get("Location"));
        desk.run(approvals, HEAD.user(), job);
        assertEquals(
                "approved", api.get("road-maps/" + map.id()).json().get("state").asText());
        Answer undone = api.post("bulk-changes/" + job + "/undo", "");
        assertEquals(1, undone.json().get("undone").asInt(), undone.text());
        assertEquals(
                404, api.as(KEEPER).post("bulk-changes/" + job + "/undo", "").status());
        assertEquals(
                "agreed", api.get("road-maps/" + map.id()).json().get("state").asText());
    }

    @Test
    void aVersionOfTheFormIsWrittenAndPublishedOverHttp() {
        JsonNode shipped = api.get("road-map-forms").json().get("items").get(0);
        String sections = "{\"sections\": " + shipped.get("sections") + "}";
        assertEquals(403, api.post("road-map-forms", sections).status());
        api.as(ADMINISTRATOR);
        Answer draft = api.post("road-map-forms", sections);
        assertEquals(201, draft.status(), draft.text());
        String form = "road-map-forms/" + draft.json().get("id");
        Answer changed = api.put(form, ResourceHost.version(draft), sections);
        assertEquals(200, changed.status(), changed.text());
        Answer published = api.post(form + "/publish", "");
        assertEquals("published", published.json().get("state").asText());
        assertEquals(
                409, api.put(form, ResourceHost.version(published), sections).status());
        assertEquals(2, api.get(form).json().get("number").asInt());
        api.as(new Caller(RecordWorld.user(4, "", Role.ANALYST), Language.EN));
        assertEquals(403, api.get("road-map-forms").status());
    }
}
