package kz.jolkarta.registry.entitlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.pages.LocaleWording;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.AwardType.Limit;
import kz.jolkarta.core.measure.AwardType.Quota;
import kz.jolkarta.core.measure.Field;
import kz.jolkarta.core.measure.Reach;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.awards.QuotaInput;
import kz.jolkarta.registry.awards.Quotas;
import kz.jolkarta.registry.figures.FigureStore;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.residence.EveryRow;
import org.junit.jupiter.api.Test;

@BothEngines(Village.Tables.class)
class WhatIfTest {
    private static final LocalDate TODAY = RegistryWorld.TODAY;
    private static final Instant NOW = Instant.parse("2026-11-25T06:00:00Z");
    private static final String REGION = RegistryWorld.ATYRAU;
    private static final Caller KEEPER = RegistryWorld.caller(Language.EN, REGION, Role.COORDINATOR, Role.APPROVER);
    private static final String GRANTS = "education-grants";
    private static final String STIPENDS = "stipends";
    private static final String CAMPS = "health-camps";

    private final TestDatabase database;
    private final RegistryWorld world;
    private final Village village;
    private final Offering offering;
    private final Quotas quotas;
    private final WhatIfs whatIfs;
    private final WhatIfChildren children;

    WhatIfTest(TestDatabase database) {
        this.database = database;
        world = new RegistryWorld(database);
        village = new Village(database);
        database.clear("quota", "budget");
        offering = new Offering(world, TODAY);
        quotas = new Quotas(offering.sweeps.ledger());
        whatIfs = new WhatIfs(offering.sweeps, quotas, new FigureStore(database));
        children = new WhatIfChildren(whatIfs);
        measures();
    }

    /** As the three measures declare them: grants without grounds, stipends with grounds and monthly, vouchers with a quota. */
    private void measures() {
        Criterion won = Criterion.achievement(AchievementLevel.REGION, AchievementLevel.REPUBLIC, 12);
        offering.installed.add(Offering.measure(
                14,
                Reach.EVERY_REGION,
                List.of(),
                List.of(AwardType.of(
                                "named",
                                Criterion.targetGroup(),
                                Quota.NONE,
                                Limit.ONE_AT_A_TIME,
                                Field.choice("category", "a", "c").mandatory())
                        .when(
                                Rule.proved("category", Map.of("a", won, "c", Criterion.excellentMarks())),
                                Rule.monthly()))));
        offering.installed.add(Offering.measure(
                16,
                Reach.EVERY_REGION,
                List.of(),
                List.of(AwardType.of(
                        "grant",
                        Criterion.and(Criterion.targetGroup(), Criterion.gifted(), Criterion.grades(6, 11)),
                        Quota.NONE,
                        Limit.ONE_EVER))));
        offering.installed.add(Offering.measure(
                13,
                Reach.EVERY_REGION,
                List.of(),
                List.of(AwardType.of("camp", Criterion.ages(6, 17), Quota.REGION_YEAR, Limit.ONE_A_YEAR)
                        .when(Rule.queued()))));
    }

    private static WhatIfs.Question ask(String measure, String... typed) {
        Map<String, List<String>> all = new HashMap<>();
        for (int i = 0; i < typed.length; i += 2) {
            all.computeIfAbsent(typed[i], n -> new ArrayList<>()).add(typed[i + 1]);
        }
        return new WhatIfs.Question(measure, Optional.empty(), Optional.empty(), all);
    }

    private Outlook look(String measure, String... typed) {
        return whatIfs.look(KEEPER, ask(measure, typed), false);
    }

    private List<String> reasons(WhatIfChildren.Side side, String measure, String... typed) {
        return children.list(KEEPER, ask(measure, typed), side, Optional.empty(), Paging.of(null, "")).items().stream()
                .flatMap(row -> row.reasons().stream())
                .toList();
    }

    private long winner(LocalDate on) {
        long child = village.child(Village.VILLAGE, null);
        village.insert(
                "achievement",
                "child_id",
                child,
                "event",
                "Олимпиада",
                "level",
                "REGION",
                "place",
                1,
                "prize",
                true,
                "won_on",
                on);
        return child;
    }

    private long award(String measure, String type, String state, long child, Object... more) {
        List<Object> all = new ArrayList<>(List.of(
                "measure",
                measure,
                "type",
                type,
                "state",
                state,
                "child_id",
                child,
                "award_year",
                2026,
                "territory",
                Village.VILLAGE,
                "proposed_by",
                1L,
                "created_at",
                NOW));
        all.addAll(List.of(more));
        return village.insert("award", all.toArray());
    }

    private static BigDecimal tenge(long amount) {
        return new BigDecimal(amount + ".00");
    }

    @Test
    void a_longer_term_brings_in_who_won_earlier_and_a_shorter_one_leaves_out_who_won_long_ago() {
        winner(TODAY.minusMonths(3));
        winner(TODAY.minusMonths(10));
        winner(TODAY.minusMonths(20));
        Outlook longer = look(STIPENDS, "achieved.months", "24");
        assertEquals(2, longer.total().now());
        assertEquals(3, longer.total().then());
        assertEquals(1, longer.total().comers());
        Outlook shorter = look(STIPENDS, "achieved.months", "6");
        assertEquals(
                List.of(1L, 0L, 1L),
                List.of(
                        shorter.total().then(),
                        shorter.total().comers(),
                        shorter.total().goers()));
        assertEquals(
                1,
                reasons(WhatIfChildren.Side.IN, STIPENDS, "achieved.months", "24")
                        .size());
        assertFalse(
                reasons(WhatIfChildren.Side.OUT, STIPENDS, "achieved.months", "6")
                        .isEmpty(),
                "and is told why");
    }

    @Test
    void without_the_rural_group_a_village_child_is_left_out_and_a_lifted_demand_brings_others_in() {
        long gifted = village.child(Village.VILLAGE, null);
        village.talent(gifted, LocalDate.of(2026, 1, 10));
        village.child(Village.VILLAGE, null);
        assertEquals(1, look(GRANTS).total().now());
        assertEquals(0, look(GRANTS, "without", "rural").total().then());
        assertEquals(2, look(GRANTS, "lift", "talented").total().then());
        assertEquals(0, look(GRANTS, "grades.from", "7").total().then());
    }

    @Test
    void an_amount_in_the_index_is_that_of_each_month_of_the_year() {
        long child = winner(TODAY.minusMonths(3));
        award(
                STIPENDS,
                "named",
                "ISSUED",
                child,
                "index_hundredths",
                300,
                "source",
                "LOCAL_BUDGET",
                "date_from",
                LocalDate.of(2026, 9, 1));
        Outlook now = look(STIPENDS);
        assertEquals(tenge(12 * 3 * 4325), now.priceNow(), "twelve months of three times 4 325 tenge");
        assertEquals(tenge(4 * 3 * 4325), now.total().needNow(), "held from September: four months");
        Outlook then = look(STIPENDS, "index", "5");
        assertEquals(tenge(12 * 5 * 4325), then.total().coverThen());
        assertEquals(tenge(4 * 5 * 4325), then.total().needThen());
        assertEquals(tenge(4 * 2 * 4325), then.total().needChange());
    }

    @Test
    void a_changed_amount_gives_exactly_what_was_told_before_once_it_is_ordered() {
        for (int i = 0; i < 5; i++) {
            long child = winner(TODAY.minusMonths(i + 1));
            award(
                    STIPENDS,
                    "named",
                    i == 4 ? "APPROVED" : "ISSUED",
                    child,
                    "amount",
                    2_000_000L,
                    "source",
                    "LOCAL_BUDGET",
                    "date_from",
                    LocalDate.of(2026, 2 * i + 1, 1));
        }
        long done = winner(TODAY.minusMonths(2));
        award(
                STIPENDS,
                "named",
                "ENDED",
                done,
                "amount",
                1_000_000L,
                "source",
                "LOCAL_BUDGET",
                "date_from",
                LocalDate.of(2026, 1, 1),
                "date_to",
                LocalDate.of(2026, 3, 31));
        Outlook told = look(STIPENDS, "amount", "25 000,50");
        database.run(tx -> tx.update("update award set amount = 2500050 where state <> 'ENDED'", Map.of()));
        Outlook real = look(STIPENDS);
        assertEquals(told.total().needThen(), real.total().needNow());
        assertEquals(told.total().holdersThen(), real.total().holdersNow());
        assertEquals(told.total().coverThen(), real.total().coverNow());
        assertEquals(
                told.rows().stream().map(Outlook.Row::needThen).toList(),
                real.rows().stream().map(Outlook.Row::needNow).toList());
    }

    @Test
    void a_stipend_is_paid_on_only_to_who_meets_the_new_condition_and_a_grant_stays() {
        long child = winner(TODAY.minusMonths(3));
        village.talent(child, LocalDate.of(2026, 1, 10));
        award(
                STIPENDS,
                "named",
                "ISSUED",
                child,
                "amount",
                1_000_000L,
                "source",
                "LOCAL_BUDGET",
                "date_from",
                LocalDate.of(2026, 1, 1));
        award(GRANTS, "grant", "APPROVED", child, "amount", 50_000_000L, "source", "LOCAL_BUDGET");
        Outlook stipend = look(STIPENDS, "without", "rural");
        assertEquals(tenge(120_000), stipend.total().needNow());
        assertEquals(tenge(0), stipend.total().needThen());
        assertEquals(0, stipend.total().holdersThen());
        Outlook grant = look(GRANTS, "without", "rural");
        assertEquals(1, grant.total().goers());
        assertEquals(tenge(500_000), grant.total().needThen(), "what was given is not taken back");
    }

    @Test
    void more_places_go_to_those_who_wait_exactly_as_when_the_quota_is_set() {
        quotas.set(KEEPER.user(), CAMPS, OptionalInt.empty(), new QuotaInput("camp", REGION, 2026, 1));
        long quota = database.read(tx -> tx.number("select min(id) from quota", Map.of()));
        award(
                CAMPS,
                "camp",
                "APPROVED",
                village.child(Village.VILLAGE, null),
                "amount",
                10_000_000L,
                "source",
                "LOCAL_BUDGET",
                "quota_id",
                quota);
        database.run(tx -> tx.update("update quota set used = 1", Map.of()));
        List<Long> waiting = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            waiting.add(village.child(Village.VILLAGE, null));
            award(
                    CAMPS,
                    "camp",
                    "COMMISSION",
                    waiting.get(i - 1),
                    "amount",
                    10_000_000L * i,
                    "source",
                    "LOCAL_BUDGET",
                    "quota_id",
                    quota,
                    "waiting_since",
                    NOW);
        }
        Outlook told = look(CAMPS, "cap", "3");
        assertEquals(new Outlook.Places(1, 3, 1, 3, 3, 1), told.places());
        assertEquals(tenge(100_000), told.total().needNow());
        assertEquals(tenge(400_000), told.total().needThen(), "the two who waited longest");
        assertEquals(
                Map.of(waiting.get(0), "No. 1 of those who wait", waiting.get(1), "No. 2 of those who wait"),
                placed("3"));
        assertEquals(Map.of(), placed("1"));
        Words words = new LocaleWording(TestTexts.ofClassPath(), offering.clock).in(Language.EN);
        WhatIfPages pages = new WhatIfPages(whatIfs, children, new TerritoryChoice(world.gazetteer, offering.clock));
        String page = pages.look(
                        KEEPER,
                        words,
                        PageWorld.address("measures/health-camps/what-if", "cap", "3"),
                        CAMPS,
                        new WhatIfQuery())
                .toString();
        assertTrue(page.contains("/measures/health-camps/what-if/children?cap=3&side=place"), page);
        int version = database.read(tx -> (int) tx.number("select min(version) from quota", Map.of()));
        quotas.set(KEEPER.user(), CAMPS, OptionalInt.of(version), new QuotaInput("camp", REGION, 2026, 3));
        Outlook real = look(CAMPS);
        assertEquals(told.places().usedThen(), real.places().usedNow());
        assertEquals(told.places().waitingThen(), real.places().waitingNow());
        assertEquals(told.total().needThen(), real.total().needNow());
        assertEquals(told.total().holdersThen(), real.total().holdersNow());
        Problem below = assertThrows(Problem.class, () -> look(CAMPS, "cap", "2"));
        assertEquals("quota.below-used", below.fields().get(0).message().key());
    }

    private Map<Long, String> placed(String cap) {
        Map<Long, String> placed = new HashMap<>();
        children.list(KEEPER, ask(CAMPS, "cap", cap), WhatIfChildren.Side.PLACE, Optional.empty(), Paging.of(null, ""))
                .items()
                .forEach(row -> placed.put(row.id(), String.join("; ", row.reasons())));
        return placed;
    }

    @Test
    void the_need_stands_against_the_plan_of_the_measure_and_its_year() {
        winner(TODAY.minusMonths(3));
        assertNull(look(STIPENDS, "amount", "10000").total().planned());
        plan(REGION, 500_000_000L);
        plan(Village.DISTRICT, 200_000_000L);
        Outlook outlook = look(STIPENDS, "amount", "10000");
        assertEquals(tenge(5_000_000), outlook.total().planned(), "the district's plan is part of the region's");
        assertEquals(tenge(2_000_000), outlook.rows().get(0).planned());
        assertEquals(tenge(3_000_000), outlook.rows().get(1).planned(), "what the region has not divided");
        assertEquals(0, outlook.rows().get(1).now(), "of no children");
        assertEquals(tenge(120_000), outlook.total().coverThen());
        assertNull(outlook.total().coverNow(), "nothing is known of the present amount");
    }

    @Test
    void a_parameter_that_the_kind_does_not_know_is_refused_by_its_name() {
        Problem refused = assertThrows(Problem.class, () -> look(STIPENDS, "achieved.month", "24", "cap", "3"));
        assertEquals(
                List.of("achieved.month", "cap"),
                refused.fields().stream().map(Problem.FieldError::field).toList());
        assertTrue(refused.fields().get(0).message().args().get(0).toString().contains("achieved.months"));
    }

    private void plan(String territory, long tiyn) {
        village.insert(
                "budget",
                "measure",
                STIPENDS,
                "territory",
                territory,
                "source",
                "LOCAL_BUDGET",
                "budget_year",
                2026,
                "planned",
                tiyn);
    }

    @Test
    void asking_writes_nothing_into_any_table() {
        winner(TODAY.minusMonths(20));
        quotas.set(KEEPER.user(), CAMPS, OptionalInt.empty(), new QuotaInput("camp", REGION, 2026, 5));
        Map<String, List<String>> before = EveryRow.of(database);
        int audited = world.audited.size();
        look(STIPENDS, "achieved.months", "36", "without", "rural", "amount", "1000");
        look(GRANTS, "lift", "talented", "amount", "500000");
        look(CAMPS, "ages.from", "7", "cap", "9");
        reasons(WhatIfChildren.Side.IN, STIPENDS, "achieved.months", "36");
        assertThrows(Problem.class, () -> look(CAMPS, "ages.from", "18"));
        assertEquals(before, EveryRow.of(database));
        assertEquals(audited, world.audited.size(), "and there is no change to be noted");
    }

    @Test
    void only_who_may_see_the_children_and_the_records_may_ask_and_only_for_the_own_territory() {
        winner(TODAY.minusMonths(3));
        for (Role role : List.of(Role.ANALYST, Role.ADMINISTRATOR, Role.PSYCHOLOGIST, Role.AUDITOR)) {
            Caller reader = RegistryWorld.caller("", role);
            Problem refused =
                    assertThrows(Problem.class, () -> whatIfs.look(reader, ask(STIPENDS), false), role.name());
            assertEquals(Problem.Kind.FORBIDDEN, refused.kind());
            assertThrows(
                    Problem.class,
                    () -> children.list(
                            reader, ask(STIPENDS), WhatIfChildren.Side.OUT, Optional.empty(), Paging.of(null, "")));
        }
        Caller elsewhere = RegistryWorld.caller(RegistryWorld.NORTH, Role.COORDINATOR);
        WhatIfs.Question ours = new WhatIfs.Question(
                STIPENDS, Optional.empty(), Optional.of(REGION), Map.of("achieved.months", List.of("1")));
        assertEquals(0, whatIfs.look(elsewhere, ours, false).total().now());
        assertEquals(
                List.of(),
                children.list(elsewhere, ours, WhatIfChildren.Side.OUT, Optional.empty(), Paging.of(null, ""))
                        .items());
        assertEquals(
                1,
                children.list(KEEPER, ours, WhatIfChildren.Side.OUT, Optional.empty(), Paging.of(null, ""))
                        .items()
                        .size());
    }

    @Test
    void a_file_of_the_children_needs_the_right_to_take_them_along_and_is_noted() {
        winner(TODAY.minusMonths(20));
        WhatIfs.Question question = ask(STIPENDS, "achieved.months", "24");
        Caller approver = RegistryWorld.caller(REGION, Role.APPROVER);
        assertThrows(
                Problem.class, () -> children.export(approver, question, WhatIfChildren.Side.IN, Optional.empty()));
        List<Long> ids = new ArrayList<>();
        children.export(KEEPER, question, WhatIfChildren.Side.IN, Optional.empty())
                .each(row -> ids.add(row.id()));
        assertEquals(1, ids.size());
        assertTrue(world.audited.stream()
                .anyMatch(e -> e.action() == Action.EXPORT && e.detail().startsWith("rows=1")));
    }

    @Test
    void what_does_not_fit_is_told_at_its_field() {
        Map<String, List<String>> typed = Map.of(
                "achieved.months", List.of("0"),
                "achieved.level", List.of("galaxy"),
                "without", List.of("martians"),
                "amount", List.of("ten"),
                "index", List.of("-1"));
        Problem wrong = assertThrows(
                Problem.class,
                () -> whatIfs.look(
                        KEEPER, new WhatIfs.Question(STIPENDS, Optional.empty(), Optional.empty(), typed), false));
        assertEquals(
                typed.keySet(),
                wrong.fields().stream().map(Problem.FieldError::field).collect(java.util.stream.Collectors.toSet()));
        assertEquals("index", field(STIPENDS, "amount", "5", "index", "5"));
        assertEquals("ages.from", field(CAMPS, "ages.from", "18"));
        assertEquals("cap", field(CAMPS, "cap", "5"), "no quota is set");
        assertEquals("noGround", field(STIPENDS, "noGround", "a", "noGround", "c"));
        assertEquals("amount", field(GRANTS, "amount", "0,001"));
    }

    private String field(String measure, String... typed) {
        return assertThrows(Problem.class, () -> look(measure, typed))
                .fields()
                .get(0)
                .field();
    }

    @Test
    void the_page_asks_by_its_address_and_puts_errors_beside_the_fields() {
        winner(TODAY.minusMonths(20));
        Words words = new LocaleWording(TestTexts.ofClassPath(), offering.clock).in(Language.EN);
        WhatIfPages pages = new WhatIfPages(whatIfs, children, new TerritoryChoice(world.gazetteer, offering.clock));
        View view = page(pages, words, "achieved.months", "24");
        assertEquals(200, view.status());
        assertTrue(view.toString().contains("/measures/stipends/what-if/children?achieved.months=24&side=in"));
        View wrong = page(pages, words, "achieved.months", "0");
        assertEquals(400, wrong.status());
        assertTrue(wrong.toString().contains("from 1 to 600"), wrong.toString());
        assertTrue(
                form(wrong).fields().stream()
                        .filter(f -> f.name().equals("by"))
                        .allMatch(f -> f.first().equals("district")),
                "what was not typed stands as it holds");
    }

    private static Form form(View view) {
        return (Form) ((Block.Card) view.blocks().get(0)).blocks().get(0);
    }

    private static View page(WhatIfPages pages, Words words, String... typed) {
        return pages.look(
                KEEPER, words, PageWorld.address("measures/stipends/what-if", typed), STIPENDS, new WhatIfQuery());
    }
}
