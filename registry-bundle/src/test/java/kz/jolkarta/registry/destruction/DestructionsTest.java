package kz.jolkarta.registry.destruction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.db.Engine;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.core.registry.Figures.Value;
import kz.jolkarta.core.registry.Figures.Wanted;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.children.ChildChoice;
import kz.jolkarta.registry.figures.FigureStore;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Data whose purpose is reached are destroyed by two persons with an act, and only the sums stay. */
@BothEngines(RecordTables.class)
class DestructionsTest {
    private static final String[] TABLES = {
        "destruction_act",
        "bulk_change",
        "task",
        "attachment",
        "payment",
        "award",
        "participation",
        "activity",
        "road_map",
        "road_map_form",
        "import_batch",
        "child"
    };
    private static final DueFilter DUE = new DueFilter(Optional.empty(), Optional.empty(), DueFilter.Order.LEFT);

    private final User proposer = RecordWorld.user(1, RecordWorld.REGION, Role.COORDINATOR);
    private final User approver = RecordWorld.user(2, RecordWorld.REGION, Role.APPROVER, Role.COORDINATOR);
    private TestDatabase database;
    private RecordWorld world;
    private Destructions destructions;
    private Traces traces;

    @BeforeEach
    void open(TestDatabase given) {
        database = given;
        database.run(tx -> tx.update("update child set merged_into = null", Map.of()));
        database.clear(TABLES);
        world = new RecordWorld(database);
        destructions = new Destructions(world.ledger, new Retention(5));
        traces = new Traces(database, world);
    }

    private Act propose(Ground ground) {
        return destructions.propose(
                proposer,
                new ActInput(
                        "12-Ж",
                        RecordWorld.TODAY,
                        ground,
                        "Сақтау мерзімі өтті",
                        RecordWorld.REGION,
                        List.of(traces.child)));
    }

    private Act confirm(Act act) {
        return destructions.decide(
                approver, act.id(), act.version(), new ActDecision(ActDecision.Answer.CONFIRM, "12-Ж", null));
    }

    private List<Long> due(DueFilter filter) {
        return destructions.due(proposer, filter, Paging.of(200, "")).items().stream()
                .map(DueChild::id)
                .toList();
    }

    @Test
    void nothingOfTheChildIsLeftInAnyTable() {
        assertTrue(traces.found().size() > 20, "the traces are there before");
        Act done = confirm(propose(Ground.TERM));
        assertEquals(List.of(), traces.found());
        assertEquals(Act.State.DONE, done.state());
        assertEquals(2, done.contents().get("child"), "the merged record goes with the child");
        assertEquals(2, done.contents().get("attachment"));
        assertEquals(1, done.contents().get("diagnostic_result"));
    }

    @Test
    void filesOfListsAsOldAsTheTermGoEvenWhenTheirRowsChangedNothing() {
        traces.untracedList(LocalDate.of(2019, 9, 10));
        confirm(propose(Ground.TERM));
        assertEquals(List.of(), traces.found());
    }

    @Test
    void filesOfLaterListsStay() {
        traces.untracedList(RecordWorld.TODAY.minusDays(3));
        confirm(propose(Ground.TERM));
        assertEquals(2, traces.found().size(), traces.found().toString());
    }

    @Test
    void theTrailSaysWhichChildAndNothingAboutIt() {
        confirm(propose(Ground.TERM));
        List<Audit.Entry> entries = world.audited;
        assertTrue(entries.stream()
                .anyMatch(e -> e.action() == Action.DELETE && e.toString().contains(String.valueOf(traces.child))));
        assertFalse(entries.toString().contains(Traces.NAME));
        assertFalse(entries.toString().contains(Traces.IIN));
    }

    @Test
    void figuresOfPastYearsStayAsTheyWere() {
        Map<String, Long> before = figures();
        assertEquals(1, before.get("2019 children"));
        assertEquals(1, before.get("2019 of an age"));
        assertEquals(1, before.get("2019 participants"));
        assertEquals(1, before.get("2019 awards"));
        long paid = paid();
        confirm(propose(Ground.TERM));
        assertEquals(before, figures());
        assertEquals(paid, paid());
        assertEquals(100, paid);
    }

    private long paid() {
        return world.number(
                "select sum(p.amount) from payment p join award a on a.id = p.award_id join child c on c.id = a.child_id",
                Map.of());
    }

    private Map<String, Long> figures() {
        Map<String, Selection> asked = new LinkedHashMap<>();
        asked.put("children", new Selection.Children(Criterion.everyone()));
        asked.put("of an age", new Selection.Children(Criterion.ages(11, 11)));
        asked.put("participants", new Selection.Participants(Set.of(), 1, Criterion.everyone()));
        asked.put("awards", new Selection.Awards(Set.of(), Set.of()));
        asked.put("maps", new Selection.RoadMaps(Set.of("APPROVED")));
        Map<String, Long> sums = new LinkedHashMap<>();
        for (int year : List.of(2018, 2019, 2020)) {
            asked.forEach((name, selection) -> {
                String measure = name.equals("awards")
                        ? "health-camps"
                        : name.equals("maps") ? "individual-road-map" : "information-support";
                Wanted wanted = new Wanted(measure, selection, Optional.empty(), Optional.empty());
                new FigureStore(database)
                        .values(
                                List.of(wanted),
                                Period.of(year, LocalDate.of(year, 12, 31)),
                                Scope.of(RecordWorld.REGION))
                        .values()
                        .forEach(values -> sums.put(
                                year + " " + name,
                                values.stream().mapToLong(Value::value).sum()));
            });
        }
        return sums;
    }

    @Test
    void theChildIsUnknownAfterwards() {
        assertEquals(List.of(traces.child), due(DUE));
        confirm(propose(Ground.TERM));
        assertEquals(List.of(), due(DUE));
        Scope region = Scope.of(RecordWorld.REGION);
        Refusal.of(
                Kind.INVALID,
                "record.child-unknown",
                () -> database.read(tx -> world.ledger.child(tx, "child", traces.child, region)));
        Problem again = Refusal.of(Kind.INVALID, "record.child-unknown", () -> propose(Ground.TERM));
        assertEquals(List.of(traces.child), again.details().get("children"));
    }

    @Test
    void whoIsDueIsFoundByTerritoryAndNameAndReadPageByPage() {
        traces.set("child", traces.child, "iin", null);
        Traces second = new Traces(database, world);
        assertEquals(List.of(traces.child, second.child), due(DUE));
        assertEquals(
                List.of(), due(new DueFilter(Optional.of(RecordWorld.CITY), Optional.empty(), DueFilter.Order.LEFT)));
        assertEquals(
                List.of(traces.child, second.child),
                due(new DueFilter(Optional.of(RecordWorld.VILLAGE), Optional.of("Ықпал"), DueFilter.Order.LEFT_DOWN)));
        var first = destructions.due(proposer, DUE, Paging.of(1, ""));
        var next = destructions.due(proposer, DUE, Paging.of(1, first.next()));
        assertEquals(second.child, next.items().get(0).id());
        assertEquals("", next.next());
        assertEquals(LocalDate.of(2025, 5, 25), first.items().get(0).dueOn());
    }

    @Test
    void anotherPersonConfirmsByTheNumberOfTheAct() {
        User both = RecordWorld.user(1, RecordWorld.REGION, Role.APPROVER, Role.COORDINATOR);
        Act act = propose(Ground.TERM);
        ActDecision yes = new ActDecision(ActDecision.Answer.CONFIRM, "12-Ж", null);
        Refusal.of(
                Kind.FORBIDDEN,
                "destruction.another-person",
                () -> destructions.decide(both, act.id(), act.version(), yes));
        ActDecision mistyped = new ActDecision(ActDecision.Answer.CONFIRM, "12", null);
        Refusal.of(
                Kind.INVALID,
                "destruction.number-again",
                () -> destructions.decide(approver, act.id(), act.version(), mistyped));
        User elsewhere = RecordWorld.user(3, RecordWorld.ELSEWHERE, Role.APPROVER);
        Refusal.of(
                Kind.NOT_FOUND,
                "problem.not-found",
                () -> destructions.decide(elsewhere, act.id(), act.version(), yes));
        Act refused = destructions.decide(
                approver, act.id(), act.version(), new ActDecision(ActDecision.Answer.REFUSE, null, "Ерте"));
        assertEquals(Act.State.REFUSED, refused.state());
        assertEquals("Ерте", refused.answer());
        assertTrue(traces.found().size() > 20, "a refused act destroys nothing");
        Refusal.of(
                Kind.CONFLICT,
                "destruction.decided",
                () -> destructions.decide(approver, act.id(), refused.version(), yes));
    }

    @Test
    void whatChangedSinceIsNotDestroyedAndIsNamed() {
        Act act = propose(Ground.TERM);
        traces.changed();
        Problem told = Refusal.of(Kind.CONFLICT, "destruction.changed", () -> confirm(act));
        assertEquals(List.of(traces.child), told.details().get("children"));
        assertTrue(traces.found().size() > 20);
        assertEquals(Act.State.PROPOSED, destructions.get(approver, act.id()).state());
    }

    @Test
    void aChildAtSchoolAgainIsNotDestroyedEvenBehindTheVersion() {
        Act act = propose(Ground.TERM);
        traces.set("child", traces.child, "state", "ACTIVE");
        Refusal.of(Kind.CONFLICT, "destruction.changed", () -> confirm(act));
    }

    @Test
    void whoLeftLaterIsKept() {
        traces.set(
                "child",
                traces.child,
                "left_on",
                RecordWorld.TODAY.minusYears(5).plusDays(1));
        Refusal.of(Kind.INVALID, "destruction.not-due", () -> propose(Ground.TERM));
        traces.set("child", traces.child, "left_on", RecordWorld.TODAY.minusYears(5));
        assertEquals(1, propose(Ground.TERM).children());
        Refusal.of(Kind.CONFLICT, "destruction.in-other-act", () -> propose(Ground.TERM));
    }

    @Test
    void aWithdrawnConsentIsAGroundOnlyWhenItIsOnRecordAndNoneIsInForce() {
        traces.set("child", traces.child, "left_on", RecordWorld.TODAY.minusDays(1));
        Refusal.of(Kind.INVALID, "destruction.not-withdrawn", () -> propose(Ground.WITHDRAWN));
        database.run(tx -> tx.update(
                "update consent set withdrawn_on = :day where child_id = :child and purpose = 'PROCESSING'",
                Map.of("day", RecordWorld.TODAY, "child", traces.child)));
        confirm(propose(Ground.WITHDRAWN));
        assertEquals(List.of(), traces.found());
    }

    @Test
    void thePaperTellsNumbersAndNobody() {
        Act act = confirm(propose(Ground.TERM));
        for (Language language : List.of(Language.KK, Language.RU)) {
            String paper = new ActPaper(TestTexts.ofClassPath(), world.clock.zone())
                    .of(act, "Атырау", language)
                    .toString();
            assertTrue(
                    paper.contains("12-Ж") && paper.contains("94-V") && paper.contains("u1") && paper.contains("u2"));
            assertFalse(paper.contains("destruction."), paper);
            assertFalse(paper.contains(Traces.NAME), paper);
        }
    }

    @Test
    void everyTableThatNamesAChildIsKnown() {
        String naming = "'child_id', 'child_a', 'child_b', 'kept_id', 'gone_id'";
        String sql = database.engine() == Engine.DERBY
                ? "select t.tablename name from sys.syscolumns c join sys.systables t on t.tableid = c.referenceid"
                        + " where lower(c.columnname) in (" + naming + ")"
                : "select table_name name from information_schema.columns where table_schema = current_schema()"
                        + " and column_name in (" + naming + ")";
        List<String> unknown = new ArrayList<>(new TreeSet<>(database.<List<String>>read(
                tx -> tx.list(sql, Map.of(), row -> row.text("name").toLowerCase(Locale.ROOT)))));
        assertTrue(unknown.size() > 15, unknown.toString());
        unknown.removeAll(Erasure.tables());
        assertEquals(List.of(), unknown, "tables that destruction does not know");
    }

    private DestructionPages page() {
        Gazetteer gazetteer = new Gazetteer(database);
        return new DestructionPages(
                destructions,
                new TerritoryChoice(gazetteer, world.clock),
                new ChildChoice(database, gazetteer, world.clock));
    }

    private static FormInput act(String... more) {
        List<String> fields = new ArrayList<>(List.of("actNumber", "12-Ж", "actDate", RecordWorld.TODAY.toString()));
        fields.addAll(List.of("reason", "Сақтау мерзімі өтті", "territory", RecordWorld.REGION));
        fields.addAll(List.of(more));
        return PageWorld.form(fields.toArray(String[]::new));
    }

    @Test
    void theChildrenOfAnActAreTickedAmongThoseWhoAreFoundByName() {
        PageWorld pages = new PageWorld(world);
        Caller proposing = PageWorld.reader(proposer);
        String offered = page().propose(proposing, pages.words, act("children-search", Traces.IIN))
                .getEntity()
                .toString();
        assertTrue(offered.contains("Tick those who are meant"), offered);
        assertTrue(offered.contains("Option[value=" + traces.child + ", label=" + Traces.NAME), offered);
        assertEquals(0, count(), "what is found is not destroyed before it is ticked");
        Response ticked = page().propose(
                        proposing,
                        pages.words,
                        act("children-search", Traces.IIN, "children", String.valueOf(traces.child)));
        assertEquals(303, ticked.getStatus(), String.valueOf(ticked.getEntity()));
    }

    private int count() {
        return destructions
                .list(
                        proposer,
                        new ActFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                        Paging.of(200, ""))
                .items()
                .size();
    }

    @Test
    void aRefusalCallsTheChildrenByName() {
        propose(Ground.TERM);
        Response again = page().propose(
                        PageWorld.reader(proposer),
                        new PageWorld(world).words,
                        act("children", String.valueOf(traces.child)));
        assertEquals(409, again.getStatus());
        assertTrue(
                again.getEntity().toString().contains("in another act that is not decided yet: " + Traces.NAME),
                again.getEntity().toString());
    }

    @Test
    void onPagesOnePersonProposesWhoIsDueAndAnotherOneConfirms() {
        PageWorld pages = new PageWorld(world);
        TerritoryChoice territories = new TerritoryChoice(new Gazetteer(database), world.clock);
        DestructionPages page = page();
        Caller proposing = PageWorld.reader(proposer);
        Caller approving = PageWorld.reader(approver);
        String due = new DuePages(destructions, territories)
                .list(proposing, pages.words, PageWorld.address("destructions/due"))
                .toString();
        assertTrue(due.contains("href=/children/" + traces.child) && due.contains("/destructions/new"), due);
        String child = String.valueOf(traces.child);
        String asked = page.propose(proposing, pages.words, PageWorld.form("id", child))
                .getEntity()
                .toString();
        assertTrue(asked.contains("values=[" + child + "]"), asked);
        Response proposed = page.propose(
                proposing,
                pages.words,
                PageWorld.form(
                        "actNumber",
                        "12-Ж",
                        "actDate",
                        RecordWorld.TODAY.toString(),
                        "ground",
                        "term",
                        "reason",
                        "Сақтау мерзімі өтті",
                        "territory",
                        RecordWorld.REGION,
                        "children",
                        child));
        String location = proposed.getLocation().toString();
        long act = Long.parseLong(location.replaceAll("^/destructions/|\\?.*$", ""));
        assertFalse(page.open(proposing, pages.words, act).toString().contains("/decision"));
        assertTrue(page.open(approving, pages.words, act).toString().contains("/decision"));
        FormInput mistyped = PageWorld.form("answer", "confirm", "actNumber", "12", "version", "1");
        assertEquals(400, page.decide(approving, pages.words, act, mistyped).getStatus());
        FormInput typed = PageWorld.form("answer", "confirm", "actNumber", "12-Ж", "version", "1");
        assertEquals(303, page.decide(approving, pages.words, act, typed).getStatus());
        assertEquals(List.of(), traces.found());
        String list = page.list(approving, pages.words, PageWorld.address("destructions"))
                .toString();
        assertTrue(list.contains("href=/destructions/" + act) && list.contains("text=Destroyed"), list);
        Caller elsewhere = PageWorld.reader(RecordWorld.user(3, RecordWorld.ELSEWHERE, Role.APPROVER));
        assertTrue(page.list(elsewhere, pages.words, PageWorld.address("destructions"))
                .toString()
                .contains("There is no act yet."));
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> page.open(elsewhere, pages.words, act));
    }
}
