package kz.jolkarta.registry.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.records.Crowd;
import kz.jolkarta.registry.records.RecordTables;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class PaymentRunRaceTest {
    private static final int HOLDERS = 40;
    private static final int RUNS = 4;

    @Test
    void ofRunsApprovedAtOnceEachMonthOfEachAwardIsPaidByExactlyOne(TestDatabase database) {
        Stipends stipends = Stipends.in(database);
        for (int round = 0; round < RUNS; round++) {
            database.run(tx -> tx.update("update award set state = 'REFUSED'", Map.of()));
            List<PaymentRun> runs = new ArrayList<>();
            int holders = 0;
            for (int i = 0; i < Crowd.SIZE; i++) {
                // Every later run holds the awards of the earlier ones and some of its own.
                for (int more = 0; more < HOLDERS / Crowd.SIZE; more++) {
                    stipends.issued();
                    holders++;
                }
                runs.add(stipends.propose(Stipends.march()));
            }
            AtomicInteger refused = new AtomicInteger();
            try (Crowd crowd = new Crowd()) {
                crowd.all(i -> {
                    if (!approved(stipends, runs.get(i))) {
                        refused.incrementAndGet();
                    }
                });
            }
            assertEquals(holders, paid(stipends, "count(*)"));
            assertEquals(holders, paid(stipends, "count(distinct award_id)"));
            assertTrue(refused.get() < Crowd.SIZE);
            for (PaymentRun run : runs) {
                PaymentRun now = stipends.runs.get(stipends.approver, Stipends.CODE, run.id());
                if (now.state() == RunState.APPROVED) {
                    assertEquals(now.lines(), stipends.paid("count(*)", run.id()));
                    assertEquals(
                            now.total().movePointRight(2).longValueExact(), stipends.paid("sum(amount)", run.id()));
                    assertEquals(stipends.lines("sum(amount)", run.id()), stipends.paid("sum(amount)", run.id()));
                }
            }
        }
    }

    /** Asks again when the machine is too busy to answer in time, as a person would. */
    private static boolean approved(Stipends stipends, PaymentRun run) {
        for (int attempt = 0; attempt < 20; attempt++) {
            try {
                stipends.approve(run);
                return true;
            } catch (Problem problem) {
                if (problem.kind() != Problem.Kind.UNAVAILABLE) {
                    assertEquals("payment-run.nobody-left", problem.message().key());
                    return false;
                }
            }
        }
        throw new AssertionError("never answered");
    }

    private static long paid(Stipends stipends, String what) {
        return stipends.world.number(
                "select " + what
                        + " from payment where award_id in (select id from award where state = 'ISSUED') and paid_month is not null",
                Map.of());
    }
}
