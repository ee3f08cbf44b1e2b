package kz.jolkarta.registry.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.awards.Award;
import kz.jolkarta.registry.awards.AwardInput;
import kz.jolkarta.registry.awards.Awards;
import kz.jolkarta.registry.awards.Quotas;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import kz.jolkarta.registry.records.StateChange;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class PaymentsTest {
    private static final String CAMPS = "health-camps";

    private final RecordWorld world;
    private final Awards awards;
    private final Payments payments;
    private final User coordinator = RecordWorld.coordinator(RecordWorld.REGION);

    PaymentsTest(TestDatabase database) {
        world = new RecordWorld(database);
        awards = new Awards(world.ledger, new Quotas(world.ledger));
        payments = new Payments(world.ledger);
    }

    private Award approved() {
        long child = world.child(RecordWorld.VILLAGE);
        AwardInput input = new AwardInput(
                "help", child, null, null, null, null, null, null, null, null, null, null, null, Map.of());
        Award award = awards.create(coordinator, CAMPS, input);
        move(award, "commission");
        return move(award, "approved");
    }

    private Award move(Award award, String state) {
        return awards.move(coordinator, CAMPS, award.id(), OptionalInt.empty(), new StateChange(state, ""));
    }

    private static PaymentInput of(Award award, String amount, FundingSource source) {
        return new PaymentInput(award.id(), null, null, new BigDecimal(amount), source, RecordWorld.TODAY, "П-1");
    }

    @Test
    void aMistakeIsCorrectedByTheOppositeAmountOnce() {
        Award award = approved();
        Payment paid = payments.pay(coordinator, CAMPS, of(award, "90000", FundingSource.LOCAL_BUDGET));
        assertEquals(new BigDecimal("90000.00"), paid.amount());
        assertEquals(
                new BigDecimal("90000.00"),
                awards.get(coordinator, CAMPS, award.id()).paid());

        Payment correction = payments.reverse(coordinator, CAMPS, paid.id());
        assertEquals(new BigDecimal("-90000.00"), correction.amount());
        assertEquals(paid.id(), correction.reverses());
        assertEquals(
                new BigDecimal("0.00"),
                awards.get(coordinator, CAMPS, award.id()).paid());
        Refusal.of(Kind.CONFLICT, "payment.corrected", () -> payments.reverse(coordinator, CAMPS, paid.id()));
        Refusal.of(Kind.CONFLICT, "payment.is-correction", () -> payments.reverse(coordinator, CAMPS, correction.id()));
    }

    @Test
    void theyAreListedByTheDayOfPaymentFromEitherEndPageByPage() {
        Award award = approved();
        long late = paid(award, RecordWorld.TODAY);
        long early = paid(award, RecordWorld.TODAY.minusDays(9));
        long same = paid(award, RecordWorld.TODAY.minusDays(9));
        assertEquals(List.of(early, same, late), pages("paid"));
        assertEquals(List.of(late, same, early), pages("-paid"));
        assertEquals(List.of(same, early, late), pages(""), "the newest entry first unless asked otherwise");
        Problem wrong = assertThrows(Problem.class, () -> pages("territory"));
        assertEquals("sort", wrong.fields().get(0).field());
    }

    @Test
    void theyAreListedByTheirAmountsCorrectionsBeingTheSmallest() {
        Award award = approved();
        long much = paid(award, RecordWorld.TODAY, "20.50");
        long little = paid(award, RecordWorld.TODAY, "3");
        long back = payments.reverse(coordinator, CAMPS, much).id();
        List<Long> three = List.of(back, little, much);
        assertEquals(three, pages("amount").stream().filter(three::contains).toList());
        assertEquals(
                List.of(much, little, back),
                pages("-amount").stream().filter(three::contains).toList());
    }

    private long paid(Award award, java.time.LocalDate day) {
        return paid(award, day, "10");
    }

    private long paid(Award award, java.time.LocalDate day, String tenge) {
        PaymentInput input =
                new PaymentInput(award.id(), null, null, new BigDecimal(tenge), FundingSource.LOCAL_BUDGET, day, "П-1");
        return payments.pay(coordinator, CAMPS, input).id();
    }

    /** All pages of one payment each. */
    private List<Long> pages(String sort) {
        List<Long> ids = new java.util.ArrayList<>();
        kz.jolkarta.core.http.Page.each(
                after -> payments.list(
                        coordinator,
                        CAMPS,
                        Optional.empty(),
                        Optional.empty(),
                        PaymentStore.ORDERS.of(sort),
                        Paging.of(1, after)),
                payment -> ids.add(payment.id()));
        return ids;
    }

    @Test
    void onlyWhatIsApprovedIsPaid() {
        long child = world.child(RecordWorld.VILLAGE);
        Award proposed = awards.create(
                coordinator,
                CAMPS,
                new AwardInput(
                        "help", child, null, null, null, null, null, null, null, null, null, null, null, Map.of()));
        Refusal.of(
                Kind.CONFLICT,
                "payment.not-payable",
                () -> payments.pay(coordinator, CAMPS, of(proposed, "1", FundingSource.LOCAL_BUDGET)));
    }

    @Test
    void amountsAreAboveZeroToTheTiynAndFromALawfulSource() {
        Award award = approved();
        Refusal.of(
                Kind.INVALID,
                "payment.above-zero",
                () -> payments.pay(coordinator, CAMPS, of(award, "0", FundingSource.LOCAL_BUDGET)));
        Refusal.of(
                Kind.INVALID,
                "record.amount-fine",
                () -> payments.pay(coordinator, CAMPS, of(award, "0.001", FundingSource.LOCAL_BUDGET)));
        Refusal.of(
                Kind.INVALID,
                "record.source-unlawful",
                () -> payments.pay(coordinator, CAMPS, of(award, "5", FundingSource.REPUBLICAN_BUDGET)));
    }

    @Test
    void payingIsAnApproversRight() {
        Award award = approved();
        User keeper = RecordWorld.user(9, RecordWorld.REGION, Role.COORDINATOR);
        Refusal.of(
                Kind.FORBIDDEN,
                "problem.forbidden",
                () -> payments.pay(keeper, CAMPS, of(award, "5", FundingSource.LOCAL_BUDGET)));
        User stranger = RecordWorld.coordinator("610000000");
        Refusal.of(
                Kind.INVALID,
                "payment.record-unknown",
                () -> payments.pay(stranger, CAMPS, of(award, "5", FundingSource.LOCAL_BUDGET)));
    }
}
