package kz.jolkarta.registry.proposals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.files.SheetFiles;
import kz.jolkarta.core.jobs.Job;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.NothingMissed;
import kz.jolkarta.registry.ResourceHost;
import kz.jolkarta.registry.ResourceHost.Answer;
import kz.jolkarta.registry.awards.Quotas;
import kz.jolkarta.registry.bulk.BulkChanges;
import kz.jolkarta.registry.children.Children;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.records.Nineteen;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import kz.jolkarta.registry.records.Tables;
import kz.jolkarta.registry.residence.Residences;
import kz.jolkarta.registry.roadmaps.Forms;
import kz.jolkarta.registry.roadmaps.RoadMap;
import kz.jolkarta.registry.roadmaps.RoadMapInput;
import kz.jolkarta.registry.roadmaps.RoadMapState;
import kz.jolkarta.registry.roadmaps.RoadMapSteps;
import kz.jolkarta.registry.roadmaps.RoadMaps;
import kz.jolkarta.registry.roadmaps.StepInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class MapDraftsTest {
    private static final int WHOLE = Integer.MAX_VALUE;
    private static final Optional<Integer> RUNNING = Optional.empty();

    private final User keeper = RecordWorld.coordinator(RecordWorld.REGION);
    private final JobDesk jobs = new JobDesk();
    private TestDatabase database;
    private RecordWorld world;
    private Tables texts;
    private Proposals proposals;
    private RoadMaps maps;
    private RoadMapSteps steps;
    private MapDrafts drafts;
    private ManyDrafts many;
    private BulkChanges changes;

    @BeforeEach
    void open(TestDatabase fresh) {
        database = fresh;
        database.clear(
                "bulk_change",
                "road_map_change",
                "road_map_step",
                "road_map_goal",
                "road_map",
                "road_map_form",
                "participation",
                "activity",
                "award",
                "achievement",
                "representative",
                "child");
        with(new RecordWorld(database));
    }

    private void with(RecordWorld other) {
        world = other;
        texts = new Tables(new SheetFiles(world.clock), TestTexts.ofClassPath());
        Gazetteer gazetteer = new Gazetteer(database);
        proposals = new Proposals(world.ledger, gazetteer);
        Forms forms = new Forms(world.ledger);
        maps = new RoadMaps(world.ledger, forms);
        steps = new RoadMapSteps(world.ledger, maps);
        drafts = new MapDrafts(world.ledger, proposals, forms, maps, steps, texts);
        Children children = new Children(
                database,
                new NoTrail(),
                world.clock,
                gazetteer,
                TestTexts.ofClassPath(),
                new Residences(world.ledger, new Quotas(world.ledger)),
                new NothingMissed());
        many = new ManyDrafts(world.ledger, jobs, children, proposals, drafts, texts);
        changes = new BulkChanges(world.ledger, jobs);
        changes.bind(new DraftUndo(world.ledger));
    }

    private static final class NoTrail implements Audit {
        @Override
        public void record(Tx tx, User user, Entry entry) {
            throw new AssertionError("a list of ids opens no child");
        }

        @Override
        public void record(Tx tx, User user, List<Entry> entries) {
            throw new AssertionError("a list of ids opens no child");
        }
    }

    private RoadMap draft(long child, List<String> chosen) {
        return drafts.draft(keeper, Language.EN, child, RUNNING, chosen);
    }

    private long pupil(long school, int grade) {
        long child = world.child(RecordWorld.VILLAGE);
        database.run(tx -> tx.update(
                "update child set school_id = :school, grade = :grade where id = :id",
                Map.of("school", school, "grade", grade, "id", child)));
        return child;
    }

    @Test
    void aMapDraftsItselfFromTheBestProposalsAndWhatTheRegistryKnows() {
        long school = world.organisation(RecordWorld.VILLAGE, OrganisationKind.SCHOOL);
        long child = pupil(school, 6);
        long psychologist = world.staff(RecordWorld.VILLAGE, "PSYCHOLOGIST");
        database.run(tx -> tx.update(
                "update staff set organisation_id = :school, surname = 'Психолог' where id = :id",
                Map.of("school", school, "id", psychologist)));
        long coach = world.staff(RecordWorld.CITY, "TEACHER");
        world.achievement(child, coach, AchievementLevel.REGION, 2, false, LocalDate.of(2025, 11, 3));

        RoadMap map = draft(child, null);

        assertEquals(RoadMapState.DRAFT, map.state());
        assertEquals(2025, map.schoolYear());
        assertEquals("sport", map.content().get("talent"));
        assertEquals("Психолог Айгүл", map.content().get("psychologist"));
        assertEquals("Ұстаз Айгүл", map.content().get("mentors"));
        assertTrue(map.content().get("strengths").toString().contains("sport"), map.content()::toString);
        assertFalse(map.content().containsKey("support-needed"), "what only a person can say is left to a person");
        assertEquals(
                List.of("To develop the talent: sport"),
                map.goals().stream().map(goal -> goal.title()).toList());
        ForChild found = proposals.open(keeper, child, RUNNING);
        assertTrue(found.offered().size() > Drafting.MOST_STEPS, "more than fit into a map");
        assertEquals(
                found.offered().stream()
                        .limit(Drafting.MOST_STEPS)
                        .map(p -> p.kind().code())
                        .toList(),
                map.steps().stream().map(s -> s.measure() + "/" + s.type()).toList());
        map.steps().forEach(step -> {
            assertFalse(step.why().isEmpty());
            assertEquals(map.goals().get(0).id(), step.goalId());
        });
    }

    @Test
    void aSecondDraftOfTheYearNamesTheMapThatIsThere() {
        long child = world.child(RecordWorld.VILLAGE);
        RoadMap map = draft(child, null);
        Problem known = Refusal.of(Kind.CONFLICT, "roadmap.known", () -> draft(child, null));
        assertEquals(map.id(), known.details().get("id"));
        assertEquals(
                2026,
                drafts.draft(keeper, Language.EN, child, Optional.of(2026), null)
                        .schoolYear());
        Refusal.of(
                Kind.INVALID, "proposal.year", () -> drafts.draft(keeper, Language.EN, child, Optional.of(2024), null));
    }

    @Test
    void chosenProposalsBecomeTheStepsAndWhatTheChildCannotHaveIsRefusedWithTheReason() {
        long townsman = world.child(RecordWorld.CITY);
        List<String> two = List.of("health-camps/help", "technoparks/open-day");
        Problem refused =
                Refusal.of(Kind.INVALID, "proposal.withheld", () -> draft(townsman, List.of("technoparks/course")));
        assertTrue(refused.fields().get(0).message().args().get(1).toString().length() > 10);
        Refusal.of(Kind.INVALID, "proposal.unknown", () -> draft(townsman, List.of("technoparks/flight")));
        assertEquals(0, world.number("select count(*) from road_map", Map.of()));
        RoadMap map = draft(townsman, two);
        assertEquals(
                two, map.steps().stream().map(s -> s.measure() + "/" + s.type()).toList());
    }

    @Test
    void aProposalIsAddedToAMapByOneClickAndOnlyOnce() {
        long child = world.child(RecordWorld.VILLAGE);
        RoadMap map = maps.create(keeper, child, new RoadMapInput(2025, null, Map.of()));
        RoadMap added = drafts.add(keeper, Language.KK, map.id(), OptionalInt.empty(), "health-camps/camp");
        assertEquals("camp", added.steps().get(0).type());
        assertFalse(added.steps().get(0).why().isEmpty());
        Refusal.of(
                Kind.CONFLICT,
                "proposal.in-map",
                () -> drafts.add(keeper, Language.KK, map.id(), OptionalInt.empty(), "health-camps/camp"));
        Refusal.of(
                Kind.INVALID,
                "proposal.unknown",
                () -> drafts.add(keeper, Language.KK, map.id(), OptionalInt.empty(), "camp"));
        Refusal.of(
                Kind.STALE,
                "problem.stale",
                () -> drafts.add(keeper, Language.KK, map.id(), OptionalInt.of(1), "health-camps/sanatorium"));
    }

    @Test
    void aClassIsDraftedInOneJobThatTellsWhoWasLeftOut() throws JsonProcessingException {
        long school = world.organisation(RecordWorld.VILLAGE, OrganisationKind.SCHOOL);
        List<Long> pupils = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            pupils.add(pupil(school, 6));
        }
        long older = pupil(school, 7);
        draft(pupils.get(1), null);
        long job = many.start(keeper, RUNNING, List.of(), Map.of("school", String.valueOf(school), "grade", "6"));
        JsonNode result =
                Json.mapper().readTree(jobs.run(many, keeper, job, WHOLE).result());
        assertEquals(4, result.get("changed").asInt());
        assertEquals(1, result.get("refused").asInt());
        assertEquals(pupils.get(1), result.get("left").get(0).get("id").asLong());
        assertTrue(result.get("left").get(0).get("reasons").get(0).asText().contains("2025/2026"), result::toString);
        assertEquals(0, maps(older));
        pupils.forEach(pupil -> assertEquals(1, maps(pupil)));
        // Once more: everybody has one now.
        long again = many.start(keeper, RUNNING, pupils, Map.of());
        assertEquals(
                0,
                Json.mapper()
                        .readTree(jobs.run(many, keeper, again, WHOLE).result())
                        .get("changed")
                        .asInt());
    }

    private long maps(long child) {
        return world.number("select count(*) from road_map where child_id = :child", Map.of("child", child));
    }

    @Test
    void childrenOutOfReachAreLeftOutOfTheJob() throws JsonProcessingException {
        long elsewhere = world.child(RecordWorld.ELSEWHERE);
        long own = world.child(RecordWorld.VILLAGE);
        long job = many.start(keeper, RUNNING, List.of(elsewhere, own, -5L), Map.of());
        JsonNode result =
                Json.mapper().readTree(jobs.run(many, keeper, job, WHOLE).result());
        assertEquals(1, result.get("changed").asInt());
        assertEquals(2, result.get("refused").asInt());
        assertEquals(0, maps(elsewhere));
    }

    @Test
    void aJobIsUndoneWhereNobodyHasTouchedItsDraftsSince() {
        List<Long> children = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            children.add(world.child(RecordWorld.VILLAGE));
        }
        long job = many.start(keeper, RUNNING, children, Map.of());
        jobs.run(many, keeper, job, WHOLE);
        long touched = database.call(
                tx -> tx.number("select id from road_map where child_id = :child", Map.of("child", children.get(2))));
        steps.add(
                keeper,
                touched,
                OptionalInt.empty(),
                new StepInput("Үйірме", null, null, null, null, null, LocalDate.of(2026, 5, 1)));
        world.audited.clear();

        BulkChanges.Undone undone = changes.undo(keeper, job);

        assertEquals(3, undone.undone());
        assertEquals(1, undone.kept().size());
        assertEquals(touched, undone.kept().get(0).id());
        assertEquals("proposal.draft-touched", undone.kept().get(0).reason().key());
        assertEquals(1, world.number("select count(*) from road_map", Map.of()));
        assertEquals(
                0, world.number("select count(*) from road_map_step where road_map_id <> :id", Map.of("id", touched)));
        assertEquals(
                3, world.audited.stream().filter(e -> e.action() == Action.UNDO).count());
    }

    @Test
    void aCancelledJobKeepsWhatIsDone() {
        List<Long> children = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            children.add(world.child(RecordWorld.VILLAGE));
        }
        long job = many.start(keeper, RUNNING, children, Map.of());
        Job stopped = jobs.run(many, keeper, job, 1);
        assertEquals(Job.State.CANCELLED, stopped.state());
        assertEquals(100, stopped.done());
        assertEquals(150, stopped.total());
        assertEquals(100, world.number("select count(*) from road_map", Map.of()));
        assertEquals(100, changes.undo(keeper, job).undone());
        assertEquals(0, world.number("select count(*) from road_map", Map.of()));
    }

    @Test
    void whomAJobIsForIsSaidByChildrenOrByAFilterThatTheListKnows() {
        Refusal.of(Kind.INVALID, "proposal.whom", () -> many.start(keeper, RUNNING, List.of(), Map.of()));
        Refusal.of(Kind.INVALID, "proposal.whom", () -> many.start(keeper, RUNNING, List.of(1L), Map.of("grade", "6")));
        Refusal.of(
                Kind.INVALID,
                "child.filter-unknown",
                () -> many.start(keeper, RUNNING, List.of(), Map.of("q", "Сынақов")));
        Refusal.of(
                Kind.FORBIDDEN,
                "problem.outside-territory",
                () -> many.start(keeper, RUNNING, List.of(), Map.of("territory", RecordWorld.ELSEWHERE)));
    }

    @Test
    void aThousandMapsAreDraftedByOneJob() {
        Measures nineteen = new Nineteen();
        with(new RecordWorld(database, nineteen));
        database.run(tx -> {
            for (int i = 0; i < 1000; i++) {
                Map<String, Object> row = new HashMap<>();
                row.put("id", world.database.nextId());
                row.put("sort", "k" + i);
                row.put("born", LocalDate.of(2014, 5, 1));
                row.put("territory", RecordWorld.VILLAGE);
                row.put("at", world.clock.now());
                tx.update(
                        "insert into child (id, surname, given_name, key_surname, key_given, sort_key, birth_date, sex, territory,"
                                + " grade, registered_on, updated_at) values (:id, 'Сынақов', 'Әлихан', 'sinakov alihan',"
                                + " 'alihan sinakov', :sort, :born, 'MALE', :territory, 6, :born, :at)",
                        row);
            }
        });
        long job = many.start(keeper, RUNNING, List.of(), Map.of("territory", RecordWorld.DISTRICT));
        jobs.run(many, keeper, job, WHOLE);
        assertEquals(1000, world.number("select count(*) from road_map", Map.of()));
        assertEquals(8000, world.number("select count(*) from road_map_step", Map.of()));
    }

    @Test
    void proposalsAndDraftsOverHttp() {
        ResourceHost api = new ResourceHost(
                        new ProposalResource(proposals, texts),
                        new DraftResource(drafts, texts),
                        new MapProposalResource(drafts, texts),
                        new ManyDraftsResource(many))
                .as(new Caller(keeper, Language.EN));
        long child = world.child(RecordWorld.VILLAGE);
        String path = "children/" + child;
        Answer offered = api.get(path + "/proposals");
        assertEquals(200, offered.status(), offered.text());
        JsonNode first = offered.json().get("items").get(0);
        assertTrue(first.get("why").size() > 2, offered.text());
        assertFalse(offered.json().has("withheld"));
        assertTrue(api.get(path + "/proposals?all=true").json().get("withheld").isArray());
        assertEquals(400, api.get(path + "/proposals?year=2019").status());
        Answer made = api.post(path + "/road-maps/draft", "{\"steps\": [\"health-camps/camp\"]}");
        assertEquals(201, made.status(), made.text());
        String map = "road-maps/" + made.json().get("id");
        assertEquals("http://localhost/api/" + map, made.headers().get("Location"));
        assertTrue(made.json().get("steps").get(0).get("why").size() > 2, made.text());
        Answer again = api.post(path + "/road-maps/draft", "{}");
        assertEquals(409, again.status());
        assertEquals(made.json().get("id"), again.json().get("id"));
        Answer added = api.post(map + "/proposals", "{\"proposal\": \"health-camps/sanatorium\"}");
        assertEquals(201, added.status(), added.text());
        assertEquals(2, added.json().get("steps").size());
        assertEquals(400, api.post(map + "/proposals", "{}").status());
        Answer started = api.post("road-map-drafts", "{\"children\": [" + child + "]}");
        assertEquals(202, started.status(), started.text());
        assertTrue(started.json().get("job").asLong() > 0);
    }
}
