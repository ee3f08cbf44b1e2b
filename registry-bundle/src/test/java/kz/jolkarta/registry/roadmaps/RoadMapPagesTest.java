package kz.jolkarta.registry.roadmaps;

import static kz.jolkarta.registry.roadmaps.LivingMaps.TECHNOPARKS;
import static kz.jolkarta.registry.roadmaps.LivingMaps.due;
import static kz.jolkarta.registry.roadmaps.LivingMaps.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class RoadMapPagesTest {
    private static final StepInput STEP = step(TECHNOPARKS, null, due(5, 20));
    private static final User ELSEWHERE = RecordWorld.user(13, "610000000", Role.COORDINATOR);

    private MapDesk desk;
    private LivingMaps life;

    @BeforeEach
    void open(TestDatabase database) {
        desk = new MapDesk(database);
        life = desk.life;
    }

    private RoadMap draft() {
        return life.draft(life.world.child(RecordWorld.VILLAGE), 2025, STEP);
    }

    private Response move(User user, RoadMap map, String... fields) {
        return desk.sheets.move(PageWorld.reader(user), desk.pages.words, map.id(), PageWorld.form(fields));
    }

    @Test
    void theListShowsTheMapsOfTheOwnTerritoryAndWhoMayApproveThemAll() {
        RoadMap map = draft();
        String shown = desk.list(life.head, new RoadMapQuery());
        assertTrue(shown.contains("href=/road-maps/" + map.id()), shown);
        assertTrue(shown.contains("Approve the agreed ones of the list"), shown);
        String other = desk.list(ELSEWHERE, new RoadMapQuery());
        assertFalse(other.contains("href=/road-maps/" + map.id()), other);
        assertFalse(other.contains("Approve"), other);
    }

    @Test
    void aFilterStandsAsAChipAndAnEmptyListOffersToDropIt() {
        draft();
        RoadMapQuery query = new RoadMapQuery();
        query.schoolYear = "2024";
        String shown = desk.list(life.keeper, query, "schoolYear", "2024");
        assertTrue(shown.contains("Chip[label=School year: 2024/2025, href=/road-maps,"), shown);
        assertTrue(shown.contains("No road map fits this filter"), shown);
    }

    @Test
    void theMapShowsItsPlanAndWhatIsWithheldAndIsNotFoundElsewhere() {
        RoadMap map = draft();
        User tester = RecordWorld.user(12, RecordWorld.REGION, Role.APPROVER);
        String shown = desk.open(life.keeper, map).toString();
        assertTrue(shown.contains("title=Қадам"), shown);
        assertTrue(shown.contains("/api/road-maps/" + map.id() + "/print?format=docx&language=ru"), shown);
        assertTrue(shown.contains("/road-maps/" + map.id() + "/goals/new"), shown);
        assertTrue(desk.open(tester, map).toString().contains("A part of this section is not shown"));
        Problem refusal = assertThrows(Problem.class, () -> desk.open(ELSEWHERE, map));
        assertEquals(Problem.Kind.NOT_FOUND, refusal.kind());
    }

    @Test
    void theMapIsAgreedApprovedAndClosedOnItsPage() {
        RoadMap map = draft();
        Response agreed = desk.sheets.agree(
                PageWorld.reader(life.keeper),
                desk.pages.words,
                map.id(),
                PageWorld.form("name", "Сынақова Гүлнәр", "version", String.valueOf(map.version())));
        assertEquals(303, agreed.getStatus());
        assertTrue(desk.open(life.head, map).toString().contains("label=Approve the road map"));
        assertEquals(303, move(life.head, map, "state", "approved").getStatus());
        Response again = move(life.head, map, "state", "closed");
        assertEquals(400, again.getStatus());
        assertTrue(
                again.getEntity().toString().contains("error=Write the year’s conclusion"),
                again.getEntity().toString());
        assertEquals(
                303,
                move(life.head, map, "state", "closed", "conclusion", "Оқу жылы жақсы өтті")
                        .getStatus());
        assertEquals(RoadMapState.CLOSED, life.now(map).state());
        assertTrue(desk.open(life.keeper, map).toString().contains("Оқу жылы жақсы өтті"));
        String history = desk.sheets
                .history(PageWorld.reader(life.keeper), desk.pages.words, PageWorld.address("road-maps"), map.id())
                .toString();
        assertTrue(history.contains("what=Agreed by the parent"), history);
        assertTrue(history.contains("small=school year begins: 2025 · version of the form: 1]"), history);
        assertTrue(history.contains("conclusion of the year: Оқу жылы жақсы өтті"), history);
    }

    @Test
    void withoutANameTheAgreementComesAgainWithTheDayThatWasTyped() {
        RoadMap map = draft();
        Response again = desk.sheets.agree(
                PageWorld.reader(life.keeper),
                desk.pages.words,
                map.id(),
                PageWorld.form("agreedOn", RecordWorld.TODAY.toString()));
        assertEquals(400, again.getStatus());
        String shown = again.getEntity().toString();
        assertTrue(shown.contains("error=Choose the representative"), shown);
        assertTrue(shown.contains("values=[" + RecordWorld.TODAY + "]"), shown);
    }

    @Test
    void aGoalAndAStepAreAddedChangedAndTakenBack() {
        RoadMap map = draft();
        desk.goals.add(PageWorld.reader(life.keeper), desk.pages.words, map.id(), PageWorld.form("title", "Олимпиада"));
        Goal goal = life.now(map).goals().get(0);
        Response wrong = desk.steps.add(
                PageWorld.reader(life.keeper),
                desk.pages.words,
                map.id(),
                PageWorld.form("title", "Лагерь", "offer", "health-camps/camp"));
        assertEquals(400, wrong.getStatus());
        assertTrue(wrong.getEntity().toString().contains("values=[health-camps/camp]"));
        Response added = desk.steps.add(
                PageWorld.reader(life.keeper),
                desk.pages.words,
                map.id(),
                PageWorld.form(
                        "title",
                        "Лагерь",
                        "offer",
                        "health-camps/camp",
                        "dueOn",
                        due(6, 10).toString(),
                        "goalId",
                        String.valueOf(goal.id())));
        assertEquals(303, added.getStatus());
        RoadMapStep camp = life.now(map).steps().stream()
                .filter(s -> s.title().equals("Лагерь"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("health-camps", "camp"), List.of(camp.measure(), camp.type()));
        assertEquals(goal.id(), camp.goalId());
        Response dropped = desk.steps.move(
                PageWorld.reader(life.keeper),
                desk.pages.words,
                map.id(),
                camp.id(),
                PageWorld.form("state", "dropped"));
        assertEquals(400, dropped.getStatus());
        assertTrue(desk.open(life.keeper, map).toString().contains("Goal 1. Олимпиада"));
    }

    @Test
    void theChosenMapsAreApprovedOnlyAfterThePageThatSaysWhatThatDoes() {
        RoadMap map = life.agree(draft());
        Response asked = desk.approvals.approve(
                PageWorld.reader(life.head),
                desk.pages.words,
                PageWorld.address("road-maps/approval"),
                new RoadMapQuery(),
                PageWorld.chosen("x", "x", map.id()));
        assertEquals(200, asked.getStatus());
        assertTrue(asked.getEntity().toString().contains("submit=Approve 1 road map"));
        assertEquals(RoadMapState.AGREED, life.now(map).state());
        Response begun = desk.approvals.approve(
                PageWorld.reader(life.head),
                desk.pages.words,
                PageWorld.address("road-maps/approval"),
                new RoadMapQuery(),
                PageWorld.chosen("confirmed", "true", map.id()));
        assertTrue(begun.getLocation().toString().startsWith("/jobs/"));
        String whole = desk.approvals
                .ask(
                        PageWorld.reader(life.head),
                        desk.pages.words,
                        PageWorld.address("road-maps/approval"),
                        new RoadMapQuery())
                .toString();
        assertTrue(whole.contains("1 road map"), whole);
    }
}
