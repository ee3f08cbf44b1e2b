package kz.jolkarta.registry.roadmaps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.internal.files.SheetFiles;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import kz.jolkarta.registry.records.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class RoadMapsTest {
    private static final LocalDate TODAY = RecordWorld.TODAY;
    private static final Paging FIRST = Paging.of(200, "");

    private final User keeper = RecordWorld.coordinator(RecordWorld.REGION);
    private final User head = RecordWorld.user(9, RecordWorld.REGION, Role.COORDINATOR, Role.APPROVER);
    private RecordWorld world;
    private Forms forms;
    private RoadMaps maps;
    private RoadMapSteps steps;
    private RoadMapGoals goals;

    @BeforeEach
    void open(TestDatabase database) {
        database.clear(
                "road_map_change",
                "road_map_step",
                "road_map_goal",
                "road_map",
                "road_map_form",
                "representative",
                "child");
        world = new RecordWorld(database);
        forms = new Forms(world.ledger);
        maps = new RoadMaps(world.ledger, forms);
        steps = new RoadMapSteps(world.ledger, maps);
        goals = new RoadMapGoals(world.ledger, maps);
    }

    private static Map<String, Object> whole() {
        Map<String, Object> content = new HashMap<>();
        content.put("strengths", "Математикаға бейім");
        content.put("talent", "academic");
        content.put("goals", "Республикалық олимпиада");
        content.put("directions", "Математика");
        content.put("support-needed", "Тәлімгер");
        content.put("coordinator", "Ұстаз Айгүл");
        return content;
    }

    private RoadMap draft(long child, int year, Map<String, Object> content) {
        return maps.create(keeper, child, new RoadMapInput(year, null, content));
    }

    private RoadMap withStep(RoadMap map, LocalDate due) {
        return steps.add(keeper, map.id(), OptionalInt.empty(), step("information-support", due));
    }

    private static StepInput step(String measure, LocalDate due) {
        return new StepInput("Үйірме", measure, null, null, null, "Ұстаз", due);
    }

    private RoadMap agree(RoadMap map) {
        return maps.agree(keeper, map.id(), OptionalInt.empty(), new Agreement(null, "Сынақова Гүлнәр", null));
    }

    private RoadMap approve(RoadMap map) {
        return maps.move(head, agree(map).id(), OptionalInt.empty(), new MapChange("approved", "", ""));
    }

    private RoadMap close(RoadMap map) {
        return maps.move(head, map.id(), OptionalInt.empty(), new MapChange("closed", "", "Оқу жылы жақсы өтті"));
    }

    private RoadMap approved(long child, int year) {
        return approve(withStep(draft(child, year, whole()), LocalDate.of(year + 1, 5, 20)));
    }

    private static RoadMapFilter all() {
        return filter(Optional.empty(), Optional.empty(), RoadMapFilter.Order.DUE);
    }

    private static RoadMapFilter filter(Optional<Boolean> overdue, Optional<String> q, RoadMapFilter.Order order) {
        return new RoadMapFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                overdue,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                q,
                order);
    }

    private List<Long> found(RoadMapFilter filter) {
        return maps.list(keeper, filter, FIRST).items().stream()
                .map(RoadMapRow::id)
                .toList();
    }

    @Test
    void aMapIsDrawnUpAgreedApprovedAndClosedWithTheYearsConclusion() {
        long child = world.child(RecordWorld.VILLAGE);
        RoadMap map = draft(child, 2025, whole());
        assertEquals(RoadMapState.DRAFT, map.state());
        assertEquals(TODAY.plusWeeks(4), map.dueOn());
        RoadMap agreed = agree(withStep(map, LocalDate.of(2026, 5, 20)));
        assertEquals(RoadMapState.AGREED, agreed.state());
        assertEquals(TODAY, agreed.agreedOn());
        assertEquals("Сынақова Гүлнәр", agreed.agreedWith());
        RoadMap approved = maps.move(head, map.id(), OptionalInt.empty(), new MapChange("approved", "", ""));
        assertEquals(TODAY, approved.approvedOn());
        assertEquals(head.id(), approved.approvedBy());
        Refusal.of(
                Kind.INVALID,
                "roadmap.conclusion-needed",
                () -> maps.move(head, map.id(), OptionalInt.empty(), new MapChange("closed", "Көшті", "")));
        RoadMap closed = close(approved);
        assertEquals(TODAY, closed.closedOn());
        assertEquals("Оқу жылы жақсы өтті", closed.conclusion());
        Refusal.of(
                Kind.CONFLICT,
                "record.move-final",
                () -> maps.move(head, map.id(), OptionalInt.empty(), new MapChange("approved", "", "")));
        assertEquals(
                List.of(Action.CREATE, Action.UPDATE, Action.UPDATE, Action.APPROVE, Action.UPDATE),
                world.audited.stream()
                        .filter(e -> e.kind().equals("road-map") && e.id() == map.id())
                        .map(e -> e.action())
                        .toList());
    }

    @Test
    void aDraftThatNobodyAgreedToIsNotApprovedButDiscardedWithAReason() {
        RoadMap map = withStep(draft(world.child(RecordWorld.VILLAGE), 2025, whole()), LocalDate.of(2026, 5, 20));
        Refusal.of(
                Kind.CONFLICT,
                "record.move-illegal",
                () -> maps.move(head, map.id(), OptionalInt.empty(), new MapChange("approved", "", "")));
        Refusal.of(
                Kind.INVALID,
                "record.reason-needed",
                () -> maps.move(head, map.id(), OptionalInt.empty(), new MapChange("closed", "", "Қорытынды")));
        RoadMap discarded =
                maps.move(head, map.id(), OptionalInt.empty(), new MapChange("closed", "Басқа өңірге көшті", ""));
        assertEquals(RoadMapState.CLOSED, discarded.state());
        assertEquals("Басқа өңірге көшті", discarded.reason());
    }

    @Test
    void whatIsChangedAfterTheAgreementMakesTheMapADraftAgain() {
        RoadMap map = withStep(draft(world.child(RecordWorld.VILLAGE), 2025, whole()), LocalDate.of(2026, 5, 20));
        List<Supplier<RoadMap>> changes = List.of(
                () -> maps.update(keeper, map.id(), now(map).version(), new RoadMapInput(null, null, whole())),
                () -> withStep(map, LocalDate.of(2026, 5, 21)),
                () -> goals.add(keeper, map.id(), OptionalInt.empty(), new GoalInput("Олимпиада", null)));
        for (Supplier<RoadMap> change : changes) {
            assertEquals(RoadMapState.AGREED, agree(map).state());
            RoadMap changed = change.get();
            assertEquals(RoadMapState.DRAFT, changed.state());
            assertNull(changed.agreedOn());
            assertNull(changed.agreedWith());
            assertEquals(
                    History.Kind.REDRAFTED,
                    maps.history(keeper, map.id(), FIRST).items().get(0).kind());
        }
        agree(map);
        RoadMap sentBack =
                maps.move(head, map.id(), OptionalInt.empty(), new MapChange("draft", "Мақсат анық емес", ""));
        assertEquals(RoadMapState.DRAFT, sentBack.state());
        assertEquals("Мақсат анық емес", sentBack.reason());
    }

    private RoadMap now(RoadMap map) {
        return maps.get(keeper, map.id());
    }

    @Test
    void whoDrewUpTheMapOrChangedItLastDoesNotApproveIt() {
        RoadMap map = withStep(draft(world.child(RecordWorld.VILLAGE), 2025, whole()), LocalDate.of(2026, 5, 20));
        agree(map);
        MapChange approval = new MapChange("approved", "", "");
        Refusal.of(
                Kind.FORBIDDEN,
                "roadmap.own-approval",
                () -> maps.move(keeper, map.id(), OptionalInt.empty(), approval));
        steps.add(head, map.id(), OptionalInt.empty(), step(null, LocalDate.of(2026, 5, 21)));
        agree(map);
        Refusal.of(
                Kind.FORBIDDEN, "roadmap.own-approval", () -> maps.move(head, map.id(), OptionalInt.empty(), approval));
        User third = RecordWorld.user(10, RecordWorld.REGION, Role.COORDINATOR, Role.APPROVER);
        assertEquals(
                RoadMapState.APPROVED,
                maps.move(third, map.id(), OptionalInt.empty(), approval).state());
    }

    @Test
    void anAgreementNamesARepresentativeOfTheChildAndADayThatFits() {
        long child = world.child(RecordWorld.VILLAGE);
        RoadMap map = withStep(draft(child, 2025, whole()), LocalDate.of(2026, 5, 20));
        long mother = world.database.nextId();
        world.database.run(tx -> tx.update(
                "insert into representative (id, child_id, name) values (:id, :child, 'Сынақова Гүлнәр')",
                Map.of("id", mother, "child", child)));
        Refusal.of(
                Kind.INVALID,
                "roadmap.representative-unknown",
                () -> maps.agree(keeper, map.id(), OptionalInt.empty(), new Agreement(mother + 1, null, null)));
        Refusal.of(
                Kind.INVALID,
                "roadmap.agreed-with",
                () -> maps.agree(keeper, map.id(), OptionalInt.empty(), new Agreement(null, " ", null)));
        Refusal.of(
                Kind.INVALID,
                "child.date.future",
                () -> maps.agree(
                        keeper, map.id(), OptionalInt.empty(), new Agreement(mother, null, TODAY.plusDays(1))));
        Refusal.of(
                Kind.INVALID,
                "roadmap.agreed-before",
                () -> maps.agree(
                        keeper, map.id(), OptionalInt.empty(), new Agreement(mother, null, TODAY.minusDays(1))));
        assertEquals(
                "Сынақова Гүлнәр",
                maps.agree(keeper, map.id(), OptionalInt.empty(), new Agreement(mother, null, null))
                        .agreedWith());
    }

    @Test
    void goalsAreServedByStepsAndFixedByApproval() {
        RoadMap map = draft(world.child(RecordWorld.VILLAGE), 2025, whole());
        RoadMap aimed = goals.add(
                keeper, map.id(), OptionalInt.empty(), new GoalInput("Республикалық олимпиада", "Жүлделі орын"));
        long goal = aimed.goals().get(0).id();
        RoadMap served = steps.add(
                keeper,
                map.id(),
                OptionalInt.empty(),
                new StepInput("Үйірме", null, null, goal, "Деңгейі өседі", null, LocalDate.of(2026, 5, 20)));
        assertEquals(goal, served.steps().get(0).goalId());
        assertEquals("Деңгейі өседі", served.steps().get(0).expected());
        assertEquals(1, served.goals().get(0).steps());
        Refusal.of(
                Kind.INVALID,
                "roadmap.goal-unknown",
                () -> steps.add(
                        keeper,
                        map.id(),
                        OptionalInt.empty(),
                        new StepInput("Үйірме", null, null, goal + 1, null, null, LocalDate.of(2026, 5, 20))));
        RoadMap renamed = goals.update(keeper, map.id(), goal, served.version(), new GoalInput("Олимпиада", null));
        assertEquals("Олимпиада", renamed.goals().get(0).title());
        RoadMap without = goals.delete(keeper, map.id(), goal, OptionalInt.empty());
        assertEquals(List.of(), without.goals());
        assertNull(without.steps().get(0).goalId(), "its steps stay");
        approve(without);
        Refusal.of(
                Kind.CONFLICT,
                "roadmap.fixed",
                () -> goals.add(keeper, map.id(), OptionalInt.empty(), new GoalInput("Басқа", null)));
    }

    @Test
    void aStepNamesAKindForChildrenOfItsMeasure() {
        RoadMap map = draft(world.child(RecordWorld.VILLAGE), 2025, whole());
        LocalDate due = LocalDate.of(2026, 5, 20);
        for (String type : List.of("camp", "no-such", "seminar")) {
            String measure = type.equals("seminar") ? "technoparks" : "health-camps";
            StepInput input = new StepInput("Демалыс", measure, type, null, null, null, due);
            if (type.equals("camp")) {
                RoadMap added = steps.add(keeper, map.id(), OptionalInt.empty(), input);
                assertEquals("camp", added.steps().get(0).type());
            } else {
                Refusal.of(
                        Kind.INVALID,
                        "roadmap.type-unknown",
                        () -> steps.add(keeper, map.id(), OptionalInt.empty(), input));
            }
        }
    }

    @Test
    void whyAStepWasProposedIsReadInEveryLanguage() {
        long child = world.child(RecordWorld.VILLAGE);
        Message why =
                Message.of("roadmap.step-outside", LocalDate.of(2025, 9, 1), Message.of("state.road-map-step.planned"));
        Draft draft = new Draft(
                whole(),
                List.of(new GoalInput("Мақсат", null)),
                List.of(new ProposedStep(
                        new StepInput("Лагерь", "health-camps", "camp", 1L, null, null, LocalDate.of(2026, 6, 10)),
                        List.of(why))));
        Drafts.Outcome outcome =
                world.database.call(tx -> maps.draft(tx, keeper, 2025, Map.of(child, draft, 1L, draft)));
        assertEquals(Set.of(child), outcome.made().keySet());
        assertEquals("problem.not-found", outcome.refused().get(1L).message().key());
        RoadMap map = maps.get(keeper, outcome.made().get(child));
        RoadMapStep step = map.steps().get(0);
        assertEquals(map.goals().get(0).id(), step.goalId());
        assertEquals(List.of(why), step.why());
        Tables texts = new Tables(new SheetFiles(world.clock), TestTexts.ofClassPath());
        assertEquals(
                List.of("Срок шага должен быть внутри учебного года: 01.09.2025 – запланирован."),
                map.in(Language.RU, texts).steps().get(0).reasons());
        Drafts.Outcome again = world.database.call(tx -> maps.draft(tx, keeper, 2025, Map.of(child, draft)));
        assertEquals(map.id(), again.refused().get(child).details().get("id"));
    }

    @Test
    void everyChangeIsKeptWithWhatWasThereBefore() {
        RoadMap map = draft(world.child(RecordWorld.VILLAGE), 2025, whole());
        Map<String, Object> other = whole();
        other.put("goals", "Халықаралық олимпиада");
        RoadMap changed = maps.update(keeper, map.id(), map.version(), new RoadMapInput(null, null, other));
        RoadMap stepped = withStep(changed, LocalDate.of(2026, 5, 20));
        approve(stepped);
        List<MapEvent> events = maps.history(keeper, map.id(), FIRST).items();
        assertEquals(
                List.of(
                        History.Kind.APPROVED,
                        History.Kind.AGREED,
                        History.Kind.STEP,
                        History.Kind.CONTENT,
                        History.Kind.CREATED),
                events.stream().map(MapEvent::kind).toList());
        MapEvent content = events.get(3);
        assertEquals(Map.of("goals", "Республикалық олимпиада"), content.before());
        assertEquals(Map.of("goals", "Халықаралық олимпиада"), content.after());
        assertEquals(changed.version(), content.mapVersion());
        assertEquals(keeper.id(), content.changedBy());
        assertEquals(keeper.login(), content.login());
        assertEquals(head.login(), events.get(0).login());
        Page<MapEvent> newest = maps.history(keeper, map.id(), Paging.of(2, ""));
        assertEquals(
                events.get(2),
                maps.history(keeper, map.id(), Paging.of(2, newest.next()))
                        .items()
                        .get(0));
        User stranger = RecordWorld.coordinator("610000000");
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> maps.history(stranger, map.id(), FIRST));
    }

    @Test
    void agreementNeedsEveryRequiredFieldAndAStep() {
        long child = world.child(RecordWorld.VILLAGE);
        Map<String, Object> partly = whole();
        partly.remove("goals");
        RoadMap map = draft(child, 2025, partly);
        Problem refused = Refusal.of(Kind.INVALID, "roadmap.field-required", () -> agree(map));
        assertEquals(
                List.of("content.goals"),
                refused.fields().stream().map(Problem.FieldError::field).toList());
        assertEquals(
                "Бекітуден бұрын «Жылдың мақсаттары» өрісін толтырыңыз.",
                TestTexts.ofClassPath()
                        .text(Language.KK, refused.fields().get(0).message()));
        assertEquals(
                "До утверждения заполните поле «Цели года».",
                TestTexts.ofClassPath()
                        .text(Language.RU, refused.fields().get(0).message()));
        assertEquals(
                "Fill in the field “Goals of the year” before approval.",
                TestTexts.ofClassPath()
                        .text(Language.EN, refused.fields().get(0).message()));

        RoadMap filled = maps.update(keeper, map.id(), map.version(), new RoadMapInput(null, null, whole()));
        Refusal.of(Kind.CONFLICT, "roadmap.no-step", () -> agree(filled));
        assertEquals(
                RoadMapState.APPROVED,
                approve(withStep(filled, LocalDate.of(2026, 5, 20))).state());
    }

    @Test
    void whoDrawsUpDoesNotApproveWithoutThatRight() {
        User coordinator = RecordWorld.user(2, RecordWorld.REGION, Role.COORDINATOR);
        RoadMap map = maps.create(coordinator, world.child(RecordWorld.VILLAGE), new RoadMapInput(2025, null, whole()));
        Refusal.of(
                Kind.FORBIDDEN,
                "problem.forbidden",
                () -> maps.move(coordinator, map.id(), OptionalInt.empty(), new MapChange("approved", "", "")));
        User approver = RecordWorld.user(3, RecordWorld.REGION, Role.APPROVER);
        Refusal.of(
                Kind.FORBIDDEN,
                "problem.forbidden",
                () -> maps.update(approver, map.id(), map.version(), new RoadMapInput(null, null, whole())));
    }

    @Test
    void aChildHasOneMapASchoolYear() {
        long child = world.child(RecordWorld.VILLAGE);
        RoadMap first = draft(child, 2025, Map.of());
        Problem refused = Refusal.of(Kind.CONFLICT, "roadmap.known", () -> draft(child, 2025, Map.of()));
        assertEquals(first.id(), refused.details().get("id"));
        assertEquals(
                "У ребёнка уже есть индивидуальная дорожная карта на 2025/2026 учебный год: откройте её.",
                TestTexts.ofClassPath().text(Language.RU, refused.message()));
        draft(child, 2024, Map.of());
        assertEquals(
                List.of(2025, 2024),
                maps.ofChild(keeper, child).stream().map(RoadMapRow::schoolYear).toList());
    }

    @Test
    void whatIsWrittenFitsTheForm() {
        long child = world.child(RecordWorld.VILLAGE);
        Map<String, Object> wrong = new HashMap<>();
        wrong.put("strengths", 5);
        wrong.put("talent", "cooking");
        wrong.put("average-mark", "бес");
        wrong.put("diagnostics-on", "2026-02-30");
        wrong.put("iin", "061211600012");
        User both = RecordWorld.user(2, RecordWorld.REGION, Role.COORDINATOR, Role.PSYCHOLOGIST);
        Problem refused = Refusal.of(
                Kind.INVALID, "record.text", () -> maps.create(both, child, new RoadMapInput(2025, null, wrong)));
        assertEquals(
                List.of(
                        "content.strengths",
                        "content.talent",
                        "content.diagnostics-on",
                        "content.average-mark",
                        "content.iin"),
                refused.fields().stream().map(Problem.FieldError::field).toList());
    }

    @Test
    void aMapKeepsTheFormItWasDrawnUpWith() {
        RoadMap old = draft(world.child(RecordWorld.VILLAGE), 2025, whole());
        RoadMapForm second = forms.create(FormsTest.ADMINISTRATOR, FormsTest.oneField("aims"));
        RoadMap meanwhile = draft(world.child(RecordWorld.VILLAGE), 2025, whole());
        forms.publish(FormsTest.ADMINISTRATOR, second.id(), OptionalInt.empty(), Optional.empty());

        RoadMap changed = maps.update(keeper, old.id(), old.version(), new RoadMapInput(null, null, whole()));
        assertEquals(1, changed.formNumber());
        assertEquals(Forms.shipped().sections(), changed.sections());
        assertEquals(1, meanwhile.formNumber(), "a draft of the form is not used");
        RoadMap after = draft(world.child(RecordWorld.VILLAGE), 2025, Map.of("aims", "Мақсат"));
        assertEquals(2, after.formNumber());
        assertEquals(2, forms.get(keeper, old.formId()).maps());
    }

    @Test
    void theContentOfAnApprovedMapIsFixedButItsStepsGoOn() {
        RoadMap map = approved(world.child(RecordWorld.VILLAGE), 2025);
        Refusal.of(
                Kind.CONFLICT,
                "roadmap.fixed",
                () -> maps.update(keeper, map.id(), map.version(), new RoadMapInput(null, null, whole())));
        RoadMap more = withStep(map, LocalDate.of(2026, 6, 1));
        assertEquals(2, more.steps().size());
        RoadMap closed = close(more);
        Refusal.of(Kind.CONFLICT, "record.final", () -> withStep(closed, LocalDate.of(2026, 6, 1)));
    }

    @Test
    void aStepIsDoneOnceTheMapIsApprovedAndDroppedWithAReason() {
        RoadMap map = withStep(draft(world.child(RecordWorld.VILLAGE), 2025, whole()), LocalDate.of(2026, 5, 20));
        long step = map.steps().get(0).id();
        StepChange done = new StepChange("done", LocalDate.of(2026, 3, 1), "Жүлдегер");
        Refusal.of(
                Kind.CONFLICT,
                "roadmap.not-approved",
                () -> steps.move(keeper, map.id(), step, OptionalInt.empty(), done));
        approve(map);
        RoadMap after = steps.move(keeper, map.id(), step, OptionalInt.empty(), done);
        assertEquals(StepState.DONE, after.steps().get(0).state());
        assertEquals(LocalDate.of(2026, 3, 1), after.steps().get(0).doneOn());
        assertEquals("Жүлдегер", after.steps().get(0).note());
        Refusal.of(
                Kind.CONFLICT,
                "roadmap.step-fixed",
                () -> steps.update(keeper, map.id(), step, after.version(), step(null, TODAY)));
        RoadMap again = steps.move(keeper, map.id(), step, OptionalInt.empty(), new StepChange("planned", null, ""));
        assertNull(again.steps().get(0).doneOn());
        Refusal.of(
                Kind.INVALID,
                "record.reason-needed",
                () -> steps.move(keeper, map.id(), step, OptionalInt.empty(), new StepChange("dropped", null, "")));
        steps.move(keeper, map.id(), step, OptionalInt.empty(), new StepChange("dropped", null, "Ауырды"));
        Refusal.of(
                Kind.INVALID,
                "child.date.future",
                () -> steps.move(
                        keeper, map.id(), step, OptionalInt.empty(), new StepChange("done", TODAY.plusDays(1), "")));
    }

    @Test
    void aStepLiesInItsSchoolYearAndNamesAMeasureThatIsThere() {
        RoadMap map = draft(world.child(RecordWorld.VILLAGE), 2025, whole());
        Refusal.of(Kind.INVALID, "roadmap.step-outside", () -> withStep(map, LocalDate.of(2026, 9, 1)));
        Refusal.of(
                Kind.INVALID,
                "roadmap.measure-unknown",
                () -> steps.add(keeper, map.id(), OptionalInt.empty(), step("no-such", TODAY)));
        assertEquals(
                "information-support",
                withStep(map, LocalDate.of(2026, 8, 31)).steps().get(0).measure());
    }

    @Test
    void anEditOfAnOlderStateLosesNothing() {
        RoadMap map = draft(world.child(RecordWorld.VILLAGE), 2025, whole());
        withStep(map, LocalDate.of(2026, 5, 20));
        Refusal.of(
                Kind.STALE,
                "problem.stale",
                () -> maps.update(keeper, map.id(), map.version(), new RoadMapInput(null, null, Map.of())));
        Refusal.of(
                Kind.STALE,
                "problem.stale",
                () -> steps.add(
                        keeper, map.id(), OptionalInt.of(map.version()), step(null, LocalDate.of(2026, 5, 20))));
    }

    @Test
    void approvalOfALaterYearClosesTheEarlierMapTheDayBefore() {
        long child = world.child(RecordWorld.VILLAGE);
        RoadMap earlier = approved(child, 2024);
        world.clock.set(TODAY.plusDays(10));
        RoadMap later = approved(child, 2025);
        assertEquals(RoadMapState.APPROVED, later.state());
        RoadMap closed = maps.get(keeper, earlier.id());
        assertEquals(RoadMapState.CLOSED, closed.state());
        assertEquals(TODAY.plusDays(9), closed.closedOn());
    }

    @Test
    void overdueIsADraftPastItsTermOrAnApprovedMapWithAStepPastIts() {
        RoadMap lateDraft = maps.create(
                keeper, world.child(RecordWorld.VILLAGE), new RoadMapInput(2025, LocalDate.of(2026, 3, 1), Map.of()));
        RoadMap draft = maps.create(keeper, world.child(RecordWorld.VILLAGE), new RoadMapInput(2025, TODAY, Map.of()));
        RoadMap lateStep =
                approve(withStep(draft(world.child(RecordWorld.VILLAGE), 2025, whole()), LocalDate.of(2026, 3, 1)));
        RoadMap good = approved(world.child(RecordWorld.VILLAGE), 2025);
        assertTrue(lateDraft.overdue());
        assertFalse(draft.overdue());
        assertTrue(lateStep.overdue());
        assertEquals(
                List.of(lateDraft.id(), lateStep.id()),
                found(filter(Optional.of(true), Optional.empty(), RoadMapFilter.Order.DUE)));
        assertEquals(
                List.of(good.id(), draft.id()),
                found(filter(Optional.of(false), Optional.empty(), RoadMapFilter.Order.NEWEST)));
        steps.move(
                keeper,
                lateStep.id(),
                lateStep.steps().get(0).id(),
                OptionalInt.empty(),
                new StepChange("done", null, ""));
        assertFalse(maps.get(keeper, lateStep.id()).overdue());
    }

    @Test
    void theListGoesPageByPageInTheOrderOfTheTermAndFindsByName() {
        List<Long> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            LocalDate due = LocalDate.of(2026, 4, 20 - i / 2);
            made.add(maps.create(keeper, world.child(RecordWorld.VILLAGE), new RoadMapInput(2025, due, Map.of()))
                    .id());
        }
        List<Long> inOrder = List.of(made.get(4), made.get(2), made.get(3), made.get(0), made.get(1));
        assertEquals(inOrder, found(all()));
        List<Long> paged = new ArrayList<>();
        String after = "";
        do {
            var page = maps.list(keeper, all(), Paging.of(2, after));
            page.items().forEach(row -> paged.add(row.id()));
            after = page.next();
        } while (!after.isEmpty());
        assertEquals(inOrder, paged);
        assertEquals(
                5,
                found(filter(Optional.empty(), Optional.of("сынак алих"), RoadMapFilter.Order.DUE))
                        .size());
        assertEquals(List.of(), found(filter(Optional.empty(), Optional.of("басқа"), RoadMapFilter.Order.DUE)));
        assertEquals(List.of(), found(filter(Optional.empty(), Optional.of("%"), RoadMapFilter.Order.DUE)));
    }

    @Test
    void anotherRegionsMapIsUnknown() {
        long child = world.child(RecordWorld.VILLAGE);
        RoadMap map = draft(child, 2025, whole());
        User stranger = RecordWorld.coordinator("610000000");
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> maps.get(stranger, map.id()));
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> maps.ofChild(stranger, child));
        Refusal.of(
                Kind.NOT_FOUND,
                "problem.not-found",
                () -> maps.create(stranger, child, new RoadMapInput(2024, null, Map.of())));
        assertEquals(List.of(), maps.list(stranger, all(), FIRST).items());
        assertEquals(List.of(map.id()), found(all()));
        List<Long> exported = new ArrayList<>();
        maps.export(stranger, all()).each(row -> exported.add(row.id()));
        assertEquals(List.of(), exported);
        maps.export(keeper, all()).each(row -> exported.add(row.id()));
        assertEquals(List.of(map.id()), exported);
    }
}
