package kz.jolkarta.registry.awards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.AwardType.Limit;
import kz.jolkarta.core.measure.Field;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Reach;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.core.roadmap.Resolution997;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import kz.jolkarta.registry.records.Spoken;
import kz.jolkarta.registry.records.StateChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@BothEngines(RecordTables.class)
class AwardRulesTest {
    static final Measures.Installed STIPENDS = measure(
            14,
            AwardType.of("named", Criterion.everyone(), AwardType.Quota.NONE, Limit.ONE_AT_A_TIME, ground())
                    .when(
                            Rule.monthly(),
                            Rule.proved(
                                    "ground",
                                    Map.of(
                                            "a", Criterion.achievement(AchievementLevel.REGION, 12),
                                            "b", Criterion.achievement(AchievementLevel.INTERNATIONAL, 12)))));
    static final Measures.Installed TEACHERS = measure(
            15,
            AwardType.toStaff("best-teacher", AwardType.Quota.COUNTRY_YEAR, Limit.ONE_A_YEAR)
                    .when(Rule.protocolled(), Rule.coached(AchievementLevel.REPUBLIC, 24)));

    private static final LocalDate TODAY = RecordWorld.TODAY;
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final FundingSource LOCAL = FundingSource.LOCAL_BUDGET;

    private final RecordWorld world;
    private final Awards awards;
    private final User region = RecordWorld.coordinator(RecordWorld.REGION);
    private final User ministry = RecordWorld.coordinator("");

    AwardRulesTest(TestDatabase database) {
        world = new RecordWorld(database, STIPENDS, TEACHERS);
        awards = new Awards(world.ledger, new Quotas(world.ledger));
    }

    private static Field ground() {
        return Field.choice("ground", "a", "b").mandatory();
    }

    private static Measures.Installed measure(int clause, AwardType type) {
        return new Measures.Installed(
                Resolution997.clause(clause),
                "test",
                "1",
                Reach.EVERY_REGION,
                List.of(),
                List.of(type),
                List.of(),
                List.of());
    }

    private Award propose(Proposal proposal) {
        return awards.create(region, measureOf(proposal.type()), proposal.input());
    }

    private static String measureOf(String type) {
        return type.equals("named") ? "stipends" : "teacher-awards";
    }

    private Award move(User user, Award award, String state) {
        return awards.move(user, award.measure(), award.id(), OptionalInt.empty(), new StateChange(state, "себебі"));
    }

    private Award update(Award award, Proposal proposal) {
        return awards.update(region, award.measure(), award.id(), award.version(), proposal.input());
    }

    private static Proposal stipend(long child) {
        return Proposal.toChild("named", child)
                .worth("25000", LOCAL)
                .during(APRIL, null)
                .field("ground", "a");
    }

    private long winner(AchievementLevel level, LocalDate on) {
        long child = world.child(RecordWorld.VILLAGE);
        world.achievement(child, teacher(), level, 1, false, on);
        return child;
    }

    private long teacher() {
        return world.staff(RecordWorld.CITY, "TEACHER");
    }

    private long coach(AchievementLevel level, String territory, LocalDate on) {
        long coach = teacher();
        world.achievement(world.child(territory), coach, level, 2, false, on);
        return coach;
    }

    private Proposal nomination() {
        return Proposal.toStaff("best-teacher", coach(AchievementLevel.REPUBLIC, RecordWorld.VILLAGE, TODAY));
    }

    private static void refused(String key, String field, Executable work) {
        Problem problem = Refusal.of(Kind.INVALID, key, work);
        assertEquals(field, problem.fields().get(0).field());
        Spoken.of(problem);
    }

    /** What the person lacks, as it is told. */
    private static String unentitled(Executable work) {
        Unentitled refused = assertThrows(Unentitled.class, work);
        Spoken.of(kz.jolkarta.core.i18n.Message.of(
                refused.key(), refused.objections().get(0)));
        return refused.objections().get(0).key();
    }

    @Test
    void anAwardForChildrenGoesToNoStaffAndTheOtherWayRound() {
        long child = winner(AchievementLevel.REGION, TODAY);
        propose(stipend(child));
        Proposal stipendForTeacher = new Proposal(
                "named", null, teacher(), BigDecimal.TEN, null, LOCAL, APRIL, null, null, null, Map.of("ground", "a"));
        refused("award.for-children", "staffId", () -> propose(stipendForTeacher));
        refused("award.for-staff", "childId", () -> propose(Proposal.toChild("best-teacher", child)));
    }

    @Test
    void theNamedGroundIsTrueOnTheFirstDay() {
        propose(stipend(winner(AchievementLevel.REGION, APRIL.minusMonths(11))));
        long old = winner(AchievementLevel.REGION, APRIL.minusMonths(12));
        assertEquals("objection.achievement-old", unentitled(() -> propose(stipend(old))));
        propose(stipend(old).during(TODAY, null));
    }

    @Test
    void eachGroundDemandsItsOwn() {
        long child = winner(AchievementLevel.REGION, TODAY);
        assertEquals(
                "objection.achievement", unentitled(() -> propose(stipend(child).field("ground", "b"))));
        refused(
                "record.required",
                "fields.ground",
                () -> propose(Proposal.toChild("named", child).worth("1", LOCAL).during(APRIL, null)));
    }

    @Test
    void theGroundIsProvedAgainWhenTheAwardIsApproved() {
        Award kept = move(region, propose(stipend(winner(AchievementLevel.REGION, TODAY))), "commission");
        assertEquals(AwardState.APPROVED, move(region, kept, "approved").state());

        Award lost = move(region, propose(stipend(winner(AchievementLevel.REGION, TODAY))), "commission");
        world.database.run(tx -> tx.update("delete from achievement where child_id = :c", Map.of("c", lost.childId())));
        assertEquals("objection.achievement", unentitled(() -> move(region, lost, "approved")));
        assertEquals(
                AwardState.COMMISSION, awards.get(region, "stipends", lost.id()).state());
    }

    @Test
    void anotherGroundOrFirstDayIsProvedWhenItIsEntered() {
        long child = winner(AchievementLevel.REGION, TODAY.minusMonths(6));
        Award award = propose(stipend(child));
        assertEquals(
                "objection.achievement",
                unentitled(() -> update(award, stipend(child).field("ground", "b"))));
        assertEquals(
                "objection.achievement-old",
                unentitled(() -> update(award, stipend(child).during(APRIL.plusMonths(6), null))));
        assertEquals(
                new BigDecimal("30000.00"),
                update(award, stipend(child).worth("30000", LOCAL)).amount());
    }

    @Test
    void whatIsPaidMonthlyStatesItsFirstDayOneAmountAndItsSource() {
        long child = winner(AchievementLevel.REGION, TODAY);
        refused("record.required", "from", () -> propose(stipend(child).during(null, null)));
        refused("award.monthly-amount", "amount", () -> propose(stipend(child).paid(null, null, LOCAL)));
        refused("award.monthly-amount", "amount", () -> propose(stipend(child).worth("0", LOCAL)));
        refused("award.monthly-amount", "amount", () -> propose(stipend(child).paid(BigDecimal.TEN, 600, LOCAL)));
        refused("record.required", "source", () -> propose(stipend(child).indexed(600, null)));
        refused("record.range", "indexHundredths", () -> propose(stipend(child).indexed(0, LOCAL)));
        Award indexed = propose(stipend(child).indexed(650, LOCAL).during(APRIL, APRIL.plusMonths(8)));
        assertEquals(650, indexed.indexHundredths());
        assertEquals(
                1,
                world.number(
                        "select count(*) from award where id = :id and index_hundredths = 650 and amount is null",
                        Map.of("id", indexed.id())));
    }

    @Test
    void anAmountInIndicesIsOnlyOfWhatIsPaidMonthly() {
        refused(
                "award.index-monthly",
                "indexHundredths",
                () -> propose(nomination().indexed(100, null)));
    }

    @Test
    void nothingIsApprovedWithoutTheNumberAndDateOfTheProtocol() {
        cap();
        Proposal nomination = nomination();
        Award award = move(region, propose(nomination), "commission");
        Problem missing = Refusal.of(Kind.CONFLICT, "award.protocol-missing", () -> move(ministry, award, "approved"));
        Spoken.of(missing);
        update(award, nomination.protocol("12-к", TODAY));
        Award approved = move(ministry, award, "approved");
        assertEquals("12-к", approved.protocolNumber());
        assertEquals(TODAY, approved.protocolDate());
        Refusal.of(
                Kind.CONFLICT,
                "award.protocol-missing",
                () -> awards.update(ministry, award.measure(), award.id(), approved.version(), nomination.input()));
    }

    @Test
    void aProtocolHasNumberAndDateAndIsOfTheYearOfTheProposalOrLater() {
        Proposal nomination = nomination();
        refused("record.required", "protocolDate", () -> propose(nomination.protocol("1", null)));
        refused("record.required", "protocolNumber", () -> propose(nomination.protocol(" ", TODAY)));
        refused("award.protocol-future", "protocolDate", () -> propose(nomination.protocol("1", TODAY.plusDays(1))));
        refused(
                "award.protocol-early",
                "protocolDate",
                () -> propose(nomination.protocol("1", LocalDate.of(2025, 12, 31))));
        assertEquals(
                LocalDate.of(2026, 1, 1),
                propose(nomination.protocol("1", LocalDate.of(2026, 1, 1))).protocolDate());
    }

    @Test
    void aNomineeCoachedAPrizeWinnerOfTheTargetGroup() {
        propose(nomination());
        Map<String, Long> lacking = Map.of(
                "lineage.coached-none",
                teacher(),
                "lineage.coached-low",
                coach(AchievementLevel.REGION, RecordWorld.VILLAGE, TODAY),
                "lineage.coached-old",
                coach(AchievementLevel.REPUBLIC, RecordWorld.VILLAGE, TODAY.minusMonths(24)),
                "lineage.coached-others",
                coach(AchievementLevel.INTERNATIONAL, RecordWorld.CITY, TODAY));
        lacking.forEach((told, teacher) ->
                assertEquals(told, unentitled(() -> propose(Proposal.toStaff("best-teacher", teacher)))));
    }

    @Test
    void whoWasNominatedInTimeIsNotTooLateForTheCommission() {
        cap();
        long coach = coach(AchievementLevel.REPUBLIC, RecordWorld.VILLAGE, TODAY.minusMonths(23));
        Award award =
                move(region, propose(Proposal.toStaff("best-teacher", coach).protocol("1", TODAY)), "commission");
        world.clock.set(TODAY.plusMonths(3));
        assertEquals(AwardState.APPROVED, move(ministry, award, "approved").state());
    }

    @Test
    void aRegionNominatesForTheNationalListAndTheCountryDecides() {
        cap();
        Award award = move(region, propose(nomination().protocol("1", TODAY)), "commission");
        Problem refused = Refusal.of(Kind.FORBIDDEN, "award.country-decides", () -> move(region, award, "approved"));
        Spoken.of(refused);
        User keeper = RecordWorld.user(7, "", Role.COORDINATOR);
        Refusal.of(Kind.FORBIDDEN, "problem.forbidden", () -> move(keeper, award, "approved"));
        move(ministry, award, "approved");
        Refusal.of(Kind.FORBIDDEN, "award.country-decides", () -> move(region, award, "refused"));
        assertEquals(AwardState.ISSUED, move(ministry, award, "issued").state());
    }

    private void cap() {
        world.database.run(tx -> {
            tx.update("update award set quota_id = null", Map.of());
            tx.update("delete from quota", Map.of());
            QuotaStore.insert(
                    tx, world.database.nextId(), "teacher-awards", new QuotaInput("best-teacher", "", 2026, 100));
        });
    }

    @Test
    void theScoreSumsUpWhatWasCoachedAndChangesNothing() {
        long coach = coach(AchievementLevel.REPUBLIC, RecordWorld.VILLAGE, TODAY);
        long child = world.child(RecordWorld.VILLAGE);
        world.achievement(child, coach, AchievementLevel.INTERNATIONAL, 1, false, TODAY.minusMonths(2));
        world.achievement(child, coach, AchievementLevel.REGION, null, true, TODAY.minusMonths(3));
        world.achievement(child, coach, AchievementLevel.DISTRICT, 1, false, TODAY.minusMonths(3));
        world.achievement(child, coach, AchievementLevel.INTERNATIONAL, 1, false, TODAY.minusMonths(24));
        Award award = propose(Proposal.toStaff("best-teacher", coach));
        assertEquals(5 + 10 + 1, award.score());
        assertEquals(TODAY, award.scoredOn());

        Scores.Explained told = awards.score(region, "teacher-awards", award.id());
        assertEquals(award.score(), told.sum());
        assertEquals(
                List.of(5, 10, 1),
                told.results().stream().map(Scores.Scored::points).toList());
        assertEquals("Сынақов Әлихан", told.results().get(0).result().childName());

        world.achievement(child, coach, AchievementLevel.REPUBLIC, 1, false, TODAY.minusMonths(1));
        assertEquals(16, awards.score(region, "teacher-awards", award.id()).score(), "as it was nominated");
        assertEquals(22, awards.score(region, "teacher-awards", award.id()).sum(), "as it would be now");
        assertEquals(22, move(region, award, "commission").score());
    }

    @Test
    void theChildrenBehindAScoreAreNamedOnlyToWhoMaySeeThem() {
        long coach = coach(AchievementLevel.REPUBLIC, RecordWorld.ELSEWHERE, TODAY);
        Award award = propose(Proposal.toStaff("best-teacher", coach));
        Scores.Scored result =
                awards.score(region, "teacher-awards", award.id()).results().get(0);
        assertEquals(5, result.points());
        assertEquals(null, result.result().childName());
        assertEquals(null, result.result().childId());
    }

    @Test
    void anAwardWithoutCoachingHasNoScore() {
        Award stipend = propose(stipend(winner(AchievementLevel.REGION, TODAY)));
        Problem none =
                Refusal.of(Kind.NOT_FOUND, "award.no-score", () -> awards.score(region, "stipends", stipend.id()));
        assertTrue(Spoken.of(none).get(1).contains("баллы"));
    }
}
