package kz.jolkarta.registry.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class PaymentRunPagesTest {
    private final TestDatabase database;
    private Stipends stipends;
    private PageWorld pages;
    private PaymentRunPages runs;
    private PaymentPages payments;

    PaymentRunPagesTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void stipends() {
        stipends = Stipends.in(database);
        pages = new PageWorld(stipends.world);
        TerritoryChoice territories = new TerritoryChoice(new Gazetteer(database), stipends.world.clock);
        runs = new PaymentRunPages(stipends.runs, stipends.decisions, territories, stipends.world.ledger);
        payments = new PaymentPages(stipends.payments, territories, stipends.world.ledger);
    }

    private static final String[] MARCH = {
        "type", "monthly", "month", "2026-03", "territory", RecordWorld.REGION, "source", "local-budget"
    };

    private Response preview(String... parameters) {
        return runs.preview(
                PageWorld.reader(stipends.proposer),
                pages.words,
                PageWorld.address("measures/stipends/payment-runs/new", parameters),
                Stipends.CODE);
    }

    private String open(User user, PaymentRun run) {
        return runs.open(
                        PageWorld.reader(user),
                        pages.words,
                        PageWorld.address("measures/stipends/payment-runs/" + run.id()),
                        Stipends.CODE,
                        run.id())
                .toString();
    }

    private Response decide(User user, PaymentRun run, String... fields) {
        return runs.decide(PageWorld.reader(user), pages.words, Stipends.CODE, run.id(), PageWorld.form(fields));
    }

    @Test
    void thePreviewTellsWhoIsPaidAndWhoNotAndWhy() {
        stipends.issued();
        stipends.with(stipends.world.child(RecordWorld.VILLAGE), Map.of("state", "APPROVED"));
        String shown = preview(MARCH).getEntity().toString();
        assertTrue(shown.contains("Tile[label=To be paid, value=1"), shown);
        assertTrue(shown.contains("The support is not issued yet."), shown);
        assertTrue(shown.contains("submit=Propose the payment"), shown);
        assertTrue(preview().getEntity().toString().contains("Choose kind, month, territory and source"));
    }

    @Test
    void aMonthToComeIsRefusedOnThePage() {
        Response refused = preview(
                "type", "monthly", "month", "2026-09", "territory", RecordWorld.REGION, "source", "local-budget");
        assertEquals(400, refused.getStatus());
        assertTrue(refused.getEntity().toString().contains("The month must be from"));
    }

    @Test
    void oneProposesAndAnotherApproves() {
        long award = stipends.issued();
        Response made =
                runs.propose(PageWorld.reader(stipends.proposer), pages.words, Stipends.CODE, PageWorld.form(MARCH));
        assertEquals(303, made.getStatus());
        PaymentRun run = stipends.runs
                .list(
                        stipends.approver,
                        Stipends.CODE,
                        new RunFilter(
                                java.util.Optional.empty(),
                                java.util.Optional.of(RunState.PROPOSED),
                                java.util.Optional.empty(),
                                java.util.Optional.empty()),
                        RunStore.ORDERS.of("-month"),
                        Stipends.ALL)
                .items()
                .get(0);
        assertFalse(open(stipends.proposer, run).contains("value=approve"));
        String shown = open(stipends.approver, run);
        assertTrue(shown.contains("submit=Approve and pay"), shown);
        assertTrue(shown.contains("href=/api/measures/stipends/payment-runs/" + run.id() + "/lines.xlsx"), shown);
        Response noReason = decide(stipends.approver, run, "decision", "reject", "version", "1");
        assertEquals(400, noReason.getStatus());
        assertTrue(noReason.getEntity().toString().contains("error=This field is required."));
        Response done = decide(stipends.approver, run, "decision", "approve", "version", "1");
        assertEquals(303, done.getStatus());
        assertEquals(1, stipends.paid("count(*)", run.id()));
        String paid = payments.list(
                        PageWorld.reader(stipends.approver),
                        pages.words,
                        PageWorld.address("measures/stipends/payments", "award", String.valueOf(award)),
                        Stipends.CODE)
                .toString();
        assertTrue(paid.contains("/reversal"), paid);
    }

    @Test
    void aPaymentIsCorrectedByItsOpposite() {
        long award = stipends.issued();
        stipends.approve(stipends.propose(Stipends.march()));
        long payment = stipends.world.number(
                "select id from payment where award_id = :award and reverses is null", Map.of("award", award));
        Response reversed = payments.reverse(PageWorld.reader(stipends.approver), pages.words, Stipends.CODE, payment);
        assertEquals(303, reversed.getStatus());
        assertEquals(
                0,
                stipends.world.number(
                        "select sum(amount) from payment where award_id = :award", Map.of("award", award)));
    }

    @Test
    void whatIsPaidByRunsIsNotPaidByHandAndKeepsWhatWasTyped() {
        long award = stipends.issued();
        Response refused = payments.pay(
                PageWorld.reader(stipends.approver),
                pages.words,
                Stipends.CODE,
                PageWorld.form(
                        "awardId",
                        String.valueOf(award),
                        "amount",
                        "500",
                        "source",
                        kz.jolkarta.core.http.Json.name(FundingSource.LOCAL_BUDGET),
                        "paidOn",
                        "2026-03-01"));
        assertEquals(409, refused.getStatus());
        assertTrue(refused.getEntity().toString().contains("values=[500]"));
        assertTrue(refused.getEntity().toString().contains("This kind is paid month by month"));
    }
}
