package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.pages.LocaleWording;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.Figure;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Reach;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.RegionSets;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The country's figures from what the regions handed in. */
@BothEngines(Node.Registry.class)
class RollUpTest {
    private static final User MINISTRY = Node.user(Role.ADMINISTRATOR, "");
    private static final User SEES_CHILDREN = Node.user(Role.COORDINATOR, "");
    private static final String ABAI = "100000000";

    private Node node;

    @BeforeEach
    void node(TestDatabase database) {
        node = new Node(database);
        node.clock.set(LocalDate.of(2026, 1, 9));
    }

    @AfterEach
    void empty() {
        node.empty();
    }

    private RollUp rollUp(User user) {
        return node.rollUps.of(user, Language.EN, "2025");
    }

    private IndicatorFigures figures(User user, String measure, String indicator) {
        return rollUp(user).measures().stream()
                .filter(m -> m.code().equals(measure))
                .flatMap(m -> m.indicators().stream())
                .filter(i -> i.code().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal of(long value) {
        return BigDecimal.valueOf(value);
    }

    private void handIn(String region) {
        List.of("technoparks", "health-camps", "information-support")
                .forEach(m -> node.written.write(
                        Node.user(Role.COORDINATOR, region),
                        "2025",
                        region,
                        new ReportTexts.TextInput(m, "Ұйымдастырылмады", "Не проводилось"),
                        OptionalInt.empty()));
        node.handIn(Node.user("kamila", Role.COORDINATOR, region), Node.user(Role.APPROVER, region), "2025", region);
    }

    /** Of Atyrau 7 gifted children, of Abai 5; the day of the regions is over. */
    private void twoRegions() {
        node.children(7, 1, Node.VILLAGE, "SPORT");
        node.children(5, 20, Node.SEMEI, "ARTS");
        handIn("23");
        handIn("10");
        node.clock.set(LocalDate.of(2026, 1, 11));
    }

    @Test
    void it_opens_by_itself_with_the_first_instant_of_the_eleventh_in_the_office() {
        node.clock.advance(Duration.ofHours(36).minusSeconds(1));
        assertFalse(rollUp(MINISTRY).open());
        assertEquals(List.of(), rollUp(MINISTRY).measures());
        assertEquals(RollUp.State.OPEN, rollUp(MINISTRY).regions().get(0).state());
        assertEquals("2026-01-10T19:00:00Z", rollUp(MINISTRY).opens().toString());
        node.clock.advance(Duration.ofSeconds(1));
        assertTrue(rollUp(MINISTRY).open());
        assertEquals(19, rollUp(MINISTRY).measures().size());
        assertEquals(RollUp.State.MISSING, rollUp(MINISTRY).regions().get(0).state());
    }

    @Test
    void it_adds_what_was_handed_in_and_not_what_the_records_say_since() {
        node.payment(1, 12_345_67);
        twoRegions();
        node.change("delete from child_talent where child_id < 10", Map.of());
        node.payment(2, 99_00);
        assertEquals(
                Optional.of(of(12)), figures(MINISTRY, "statistics", "gifted").value());
        assertEquals(
                Optional.of(new BigDecimal("12345.67")),
                figures(MINISTRY, "health-camps", "money").value());
    }

    @Test
    void a_share_is_computed_anew_from_what_it_is_made_of() {
        for (int id = 40; id < 50; id++) {
            node.child(id, Node.VILLAGE);
        }
        twoRegions();
        IndicatorFigures share = figures(MINISTRY, "statistics", "gifted-share");
        assertEquals(Optional.of(new IndicatorFigures.Parts(12, 22)), share.parts());
        assertEquals(Optional.of(new BigDecimal("54.5")), share.value(), "and not the mean of 41.2 and 100");
    }

    @Test
    void shares_of_which_one_does_not_tell_its_parts_are_not_added() {
        twoRegions();
        String frozen = node.database.read(
                tx -> SubmissionStore.content(tx, 2025, ABAI, 1, false).orElseThrow());
        String older = frozen.replaceAll("\"parts\":\\{[^}]*\\},", "");
        assertFalse(older.equals(frozen));
        node.change(
                "update report_submission set content = :content where region = :region",
                Map.of("content", older, "region", ABAI));
        IndicatorFigures share = figures(MINISTRY, "statistics", "gifted-share");
        assertEquals(IndicatorFigures.Adds.NOT, share.adds());
        assertEquals(Cell.State.NOT_APPLICABLE, share.state());
        assertEquals(Optional.empty(), share.value());
    }

    @Test
    void regions_that_are_late_missing_or_were_given_a_report_back_are_named_and_no_zero_stands_for_them() {
        node.children(7, 1, Node.VILLAGE, "SPORT");
        node.children(6, 20, Node.SEMEI, "ARTS");
        handIn("23");
        node.clock.set(LocalDate.of(2026, 1, 12));
        handIn("10");
        assertEquals(
                Optional.of(of(13)), figures(MINISTRY, "statistics", "gifted").value());
        node.verdicts.giveBack(MINISTRY, "2025", "23", 1, Remarks.of("Уточните", Map.of()));
        Map<String, RollUp.State> states = rollUp(MINISTRY).regions().stream()
                .collect(Collectors.toMap(RollUp.Region::code, RollUp.Region::state));
        assertEquals(20, states.size());
        assertEquals(RollUp.State.RETURNED, states.get(Node.ATYRAU));
        assertEquals(RollUp.State.LATE, states.get(ABAI));
        assertEquals(RollUp.State.MISSING, states.get("610000000"));
        assertEquals(19, rollUp(MINISTRY).without().size());
        IndicatorFigures gifted = figures(MINISTRY, "statistics", "gifted");
        assertEquals(Optional.of(of(6)), gifted.value());
        IndicatorFigures.Place missing = gifted.districts().stream()
                .filter(p -> p.territory().equals("610000000"))
                .findFirst()
                .orElseThrow();
        assertEquals(Cell.State.NOT_REPORTED, missing.state());
        assertEquals(Optional.empty(), missing.value());
    }

    @Test
    void a_total_that_would_give_away_a_few_children_of_one_region_is_kept_from_who_may_not_see_them() {
        node.children(7, 1, Node.VILLAGE, "SPORT");
        node.children(3, 20, Node.SEMEI, "ARTS");
        handIn("10");
        node.clock.set(LocalDate.of(2026, 1, 11));
        assertEquals(
                Optional.of(of(3)),
                figures(SEES_CHILDREN, "statistics", "gifted").value());
        assertEquals(
                Cell.State.SUPPRESSED, figures(MINISTRY, "statistics", "gifted").state());
        assertEquals(
                Optional.empty(),
                figures(MINISTRY, "statistics", "gifted-share").parts());
        handIn("23");
        IndicatorFigures together = figures(MINISTRY, "statistics", "gifted");
        assertEquals(Optional.of(of(10)), together.value(), "of two regions together");
        assertEquals(
                2,
                together.districts().stream()
                        .filter(p -> p.state() == Cell.State.SUPPRESSED)
                        .count(),
                "the other region goes with the one of few children");
    }

    @Test
    void the_ministrys_own_measure_is_counted_from_its_records() {
        theMinistryKeepsTechnoparks();
        twoRegions();
        node.activity(1, "project", "2025-05-05", "HELD", 8);
        assertEquals(
                Optional.of(of(8)), figures(MINISTRY, "technoparks", "hours").value());
        assertTrue(rollUp(MINISTRY).byMinistry("technoparks", "hours"));
        assertFalse(rollUp(MINISTRY).byMinistry("statistics", "gifted"));
    }

    @Test
    void a_plan_of_no_region_is_told_beside_theirs_and_only_as_far_as_they_do_not_hold_it() {
        node.budget(1, "health-camps", "REPUBLICAN_BUDGET", "", 2025, 500_00);
        node.budget(2, "health-camps", "REPUBLICAN_BUDGET", Node.ATYRAU, 2025, 200_05);
        twoRegions();
        MoneyFigures money = republican("health-camps");
        assertEquals(Optional.of(new BigDecimal("500.00")), money.planned());
        assertEquals(
                Map.of(Node.ATYRAU, new BigDecimal("200.05"), "", new BigDecimal("299.95")),
                money.districts().stream()
                        .filter(p -> p.planned().isPresent())
                        .collect(Collectors.toMap(
                                MoneyFigures.Place::territory, p -> p.planned().orElseThrow())));
    }

    @Test
    void money_of_a_measure_that_the_ministry_keeps_itself_is_told_whether_or_not_the_region_handed_in() {
        theMinistryKeepsTechnoparks();
        twoRegions();
        node.payment(1, "technoparks", "REPUBLICAN_BUDGET", "620000000", LocalDate.of(2025, 7, 1), 7_05);
        assertEquals(new BigDecimal("7.05"), republican("technoparks").spent());
    }

    private void theMinistryKeepsTechnoparks() {
        node.measures.present.remove(Node.TECHNOPARKS);
        node.measures.present.add(Node.measure(
                8,
                Reach.MINISTRY,
                List.of(ActivityType.forChildren("project", Criterion.everyone())),
                List.of(),
                List.of(),
                Indicator.sum("hours", new Selection.Activities(Set.of(), Set.of("HELD")), Figure.Amount.HOURS)));
    }

    private MoneyFigures republican(String measure) {
        return rollUp(MINISTRY).measures().stream()
                .filter(m -> m.code().equals(measure))
                .flatMap(m -> m.money().stream())
                .filter(m -> m.source() == FundingSource.REPUBLICAN_BUDGET)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void why_no_region_carries_a_measure_out_is_told_in_the_askers_language_unless_somebody_wrote_it() {
        node.sets.absences.put(
                Node.ATYRAU,
                Map.of(
                        "health-camps",
                        new RegionSets.Absence(LocalDate.of(2025, 1, 1), Optional.empty(), "Лагерь жөнделуде")));
        node.children(7, 1, Node.VILLAGE, "SPORT");
        handIn("23");
        node.clock.set(LocalDate.of(2026, 1, 11));
        assertEquals("Бұл шара осы торапта орнатылмаған", reason(Language.KK, "stipends"));
        assertEquals("Эта мера не установлена на данном узле", reason(Language.RU, "stipends"));
        assertEquals("This measure is not installed on this node", reason(Language.EN, "stipends"));
        assertEquals("Лагерь жөнделуде", reason(Language.RU, "health-camps"));
    }

    private String reason(Language language, String measure) {
        return node.rollUps.of(MINISTRY, language, "2025").measures().stream()
                .filter(m -> m.code().equals(measure))
                .findFirst()
                .orElseThrow()
                .reason();
    }

    @Test
    void it_says_which_reports_are_accepted_and_that_changes_no_figure() {
        twoRegions();
        RollUp before = rollUp(MINISTRY);
        assertEquals(Set.of(), before.accepted());
        node.verdicts.accept(MINISTRY, "2025", "10", 1);
        assertEquals(Set.of(ABAI), rollUp(MINISTRY).accepted());
        assertEquals(before.measures(), rollUp(MINISTRY).measures());
        assertEquals(before.regions(), rollUp(MINISTRY).regions());
        String page = new RollUpBlocks(new LocaleWording(node.texts, node.clock).in(Language.EN), rollUp(MINISTRY))
                .regions()
                .toString();
        assertTrue(page.contains("text=on time, accepted, tone=OK"), page);
        assertTrue(page.contains("text=on time, tone=OK"), page);
        node.verdicts.giveBack(MINISTRY, "2025", "10", 1, Remarks.of("Уточните", Map.of()));
        assertEquals(Set.of(), rollUp(MINISTRY).accepted());
    }

    @Test
    void who_does_not_see_the_country_gets_none() {
        Problem refused = assertThrows(Problem.class, () -> rollUp(Node.user(Role.ANALYST, "23")));
        assertEquals(Problem.Kind.NOT_FOUND, refused.kind());
    }
}
