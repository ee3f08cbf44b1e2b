package kz.jolkarta.registry.payments;

import java.util.List;
import java.util.OptionalInt;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.registry.payments.DueStore.Which;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.RecordWorld;

/** Runs of the monthly stipends of any region, for the tests of other parts. */
public final class MonthlyRuns {
    private static final String CODE = "stipends";

    private final PaymentRuns runs;
    private final RunDecisions decisions;
    private final User proposer = RecordWorld.user(1, "", Role.COORDINATOR);
    private final User approver = RecordWorld.user(2, "", Role.APPROVER);

    public MonthlyRuns(Ledger ledger) {
        runs = new PaymentRuns(ledger);
        decisions = new RunDecisions(ledger);
    }

    /** Awards that the region would pay for the month. */
    public List<Long> due(String region, String month, FundingSource source) {
        return runs
                .preview(
                        proposer,
                        CODE,
                        new RunInput("monthly", month, region, source),
                        Which.DUE,
                        Paging.of(Page.MAX_LIMIT, ""))
                .lines()
                .items()
                .stream()
                .map(RunLine::awardId)
                .toList();
    }

    public void pay(String region, String month, FundingSource source) {
        PaymentRun run = runs.propose(proposer, CODE, new RunInput("monthly", month, region, source))
                .run();
        decisions.decide(approver, CODE, run.id(), OptionalInt.empty(), new RunDecision("approve", ""));
    }
}
