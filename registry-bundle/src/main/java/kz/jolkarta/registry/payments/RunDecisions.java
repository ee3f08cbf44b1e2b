package kz.jolkarta.registry.payments;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.registry.budgets.Plan;
import kz.jolkarta.registry.budgets.Spending;
import kz.jolkarta.registry.payments.DueStore.Month;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The second person's decision on a payment run. An approval pays, and pays nothing that was not proposed. */
@Component(service = RunDecisions.class)
public final class RunDecisions {
    private final Ledger ledger;

    @Activate
    public RunDecisions(@Reference Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * A decided run.
     *
     * @param dropped lines that were proposed and not paid, each with its verdict
     * @param warnings plans that are exceeded now
     */
    record Decided(PaymentRun run, List<RunLine> dropped, List<Message> warnings) {}

    /**
     * @param version the version the caller saw, when told
     * @throws Problem FORBIDDEN for who proposed the run; CONFLICT when it is decided already or nobody is left in it
     */
    Decided decide(User user, String measure, long id, OptionalInt version, RunDecision decision) {
        Installed installed = ledger.measures().require(measure);
        RunState to = decision.answer() == RunDecision.Answer.APPROVE ? RunState.APPROVED : RunState.REJECTED;
        return ledger.database().call(tx -> decide(tx, user, installed, id, version, to, decision.reason()));
    }

    private Decided decide(
            Tx tx, User user, Installed measure, long id, OptionalInt version, RunState to, String reason) {
        PaymentRun run = PaymentRuns.visible(tx, user, measure.code(), id);
        user.require(Right.AWARDS_APPROVE, run.territory());
        RunStore.lockMonth(tx, measure.code(), run);
        run = PaymentRuns.visible(tx, user, measure.code(), id);
        if (version.isPresent() && version.getAsInt() != run.version()) {
            throw Difference.version(version.getAsInt(), run.version());
        }
        if (run.state() != RunState.PROPOSED) {
            throw Problem.conflict("payment-run.decided", run.state().message());
        }
        if (run.proposedBy() == user.id()) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "payment-run.own");
        }
        if (!RunStore.decide(tx, run, to, reason, user.id(), ledger.clock().now())) {
            throw Problem.conflict("record.moved");
        }
        if (to == RunState.REJECTED) {
            ledger.record(tx, user, Action.UPDATE, PaymentRuns.KIND, id, run.territory(), "PROPOSED > REJECTED");
            return new Decided(PaymentRuns.visible(tx, user, measure.code(), id), List.of(), List.of());
        }
        return pay(tx, user, measure, run);
    }

    private Decided pay(Tx tx, User user, Installed measure, PaymentRun run) {
        Money.source(measure, run.source());
        Month month = new Month(
                measure.code(),
                run.type(),
                YearMonth.parse(run.month()).atDay(1),
                run.source(),
                Scope.of(run.territory()));
        List<RunLine> dropped = new ArrayList<>();
        Spending paying = new Spending();
        List<RunLine> lines = new ArrayList<>();
        DueStore.ofRun(tx, run.id(), month, lines::add);
        Unmet unmet = measure.award(run.type())
                .map(type -> Unmet.among(tx, ledger, type, month, lines))
                .orElseThrow(() -> Problem.field("type", "record.type-unknown", measure.code()));
        lines.stream().map(unmet::told).forEach(line -> {
            if (line.verdict() == Verdict.DUE) {
                paying.add(line.territory(), line.tiyn());
            } else {
                dropped.add(line);
            }
        });
        if (dropped.size() == run.lines()) {
            throw Problem.conflict("payment-run.nobody-left");
        }
        int year = ledger.clock().today().getYear();
        List<Message> warnings = Plan.exceeded(tx, measure.code(), run.source(), year, paying);
        RunStore.drop(tx, run.id(), dropped);
        int paid = RunStore.pay(tx, run.id(), ledger.clock().today());
        RunStore.total(tx, run.id());
        audit(tx, user, measure, run, "PROPOSED > APPROVED payments=" + paid + " dropped=" + dropped.size());
        return new Decided(
                PaymentRuns.visible(tx, user, measure.code(), run.id()),
                dropped.stream().map(line -> line.shownTo(user)).toList(),
                warnings);
    }

    private void audit(Tx tx, User user, Installed measure, PaymentRun run, String detail) {
        List<Audit.Entry> entries = new ArrayList<>();
        entries.add(new Audit.Entry(Action.APPROVE, PaymentRuns.KIND, run.id(), run.territory(), detail));
        String kind = measure.code() + "/" + run.type() + " " + run.month();
        RunStore.eachPayment(
                tx,
                run.id(),
                (payment, territory) ->
                        entries.add(new Audit.Entry(Action.CREATE, Payments.KIND, payment, territory, kind)));
        ledger.record(tx, user, entries);
    }
}
