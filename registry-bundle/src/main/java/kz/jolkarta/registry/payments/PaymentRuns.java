package kz.jolkarta.registry.payments;

import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.registry.budgets.Plan;
import kz.jolkarta.registry.payments.DueStore.Month;
import kz.jolkarta.registry.payments.DueStore.Which;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Money;
import kz.jolkarta.registry.records.Orders.Order;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Rows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Monthly payments: one person proposes who is paid for a month, another decides. Whoever holds the award on the first day of the month is
 * paid for it, so that of two awards that follow each other only one is. Runs outside the caller's territories answer exactly as unknown ones.
 */
@Component(service = PaymentRuns.class)
public final class PaymentRuns {
    static final String KIND = "payment-run";

    private final Ledger ledger;

    @Activate
    public PaymentRuns(@Reference Ledger ledger) {
        this.ledger = ledger;
    }

    /** Who would be paid and who not; nothing is written. */
    RunPreview preview(User user, String measure, RunInput input, Which which, Paging page) {
        Month month = month(user, measure, input, Right.RECORDS_READ);
        AwardType type = type(measure, input);
        return ledger.database().call(tx -> {
            Unmet unmet = Unmet.of(tx, ledger, type, month);
            long due = 0;
            long tiyn = 0;
            long stopped = 0;
            for (DueStore.Sum sum : DueStore.sums(tx, month)) {
                if (sum.verdict() == Verdict.DUE) {
                    due = sum.awards() - unmet.awards();
                    tiyn = sum.tiyn() - unmet.tiyn();
                    stopped += unmet.awards();
                } else {
                    stopped += sum.awards();
                }
            }
            List<RunLine> rows = unmet.page(tx, month, which, page).stream()
                    .map(line -> line.shownTo(user))
                    .toList();
            Page<RunLine> lines = page.page(rows, line -> Paging.key("", line.awardId()));
            return new RunPreview(due, Money.tenge(tiyn), stopped, lines, warnings(tx, month, unmet));
        });
    }

    /** A run, and the plans that it exceeds. */
    record Proposed(PaymentRun run, List<Message> warnings) {}

    /** @throws Problem INVALID for a kind that is not paid month by month or an unlawful source; CONFLICT when nobody is to be paid */
    Proposed propose(User user, String measure, RunInput input) {
        Month month = month(user, measure, input, Right.RECORDS_WRITE);
        List<RunLine> lines = new ArrayList<>();
        AwardType type = type(measure, input);
        Unmet unmet = ledger.database().read(tx -> {
            List<RunLine> due = new ArrayList<>();
            DueStore.due(tx, month, due::add);
            Unmet found = Unmet.among(tx, ledger, type, month, due);
            due.stream().filter(line -> found.told(line) == line).forEach(lines::add);
            return found;
        });
        if (lines.isEmpty()) {
            throw Problem.conflict("payment-run.nobody", input.month());
        }
        long id = ledger.database().nextId();
        List<Long> payments =
                lines.stream().map(line -> ledger.database().nextId()).toList();
        long tiyn = lines.stream().mapToLong(RunLine::tiyn).sum();
        return ledger.database().call(tx -> {
            RunStore.insert(
                    tx,
                    new RunStore.New(
                            id,
                            measure,
                            input,
                            lines.size(),
                            tiyn,
                            user.id(),
                            ledger.clock().now()));
            RunStore.insertLines(tx, id, lines, payments);
            String detail =
                    measure + "/" + input.type() + " " + input.month() + " lines=" + lines.size() + " tiyn=" + tiyn;
            ledger.record(tx, user, Action.CREATE, KIND, id, input.territory(), detail);
            return new Proposed(visible(tx, user, measure, id), warnings(tx, month, unmet));
        });
    }

    private List<Message> warnings(Tx tx, Month month, Unmet unmet) {
        int year = ledger.clock().today().getYear();
        return Plan.exceeded(
                tx, month.measure(), month.source(), year, unmet.without(DueStore.dueByTerritory(tx, month)));
    }

    private Month month(User user, String measure, RunInput input, Right right) {
        Installed installed = ledger.measures().require(measure);
        input.check(ledger.clock().today());
        AwardType type = type(measure, input);
        if (type.rule(Rule.Monthly.class).isEmpty()) {
            throw Problem.field("type", "payment-run.not-monthly", Message.of(measure + ".award." + type.code()));
        }
        Money.source(installed, input.source());
        ledger.requireTerritory(input.territory());
        user.require(right, input.territory());
        return new Month(measure, input.type(), input.firstDay(), input.source(), Scope.of(input.territory()));
    }

    private AwardType type(String measure, RunInput input) {
        return ledger.measures()
                .require(measure)
                .award(input.type())
                .orElseThrow(() -> Problem.field("type", "record.type-unknown", measure));
    }

    Page<PaymentRun> list(User user, String measure, RunFilter filter, Order<PaymentRun> order, Paging page) {
        Installed installed = ledger.measures().require(measure);
        Scope scope = Ledger.reading(user);
        return order.page(
                page, ledger.database().call(tx -> RunStore.list(tx, filter, installed.code(), scope, order, page)));
    }

    /** @throws Problem NOT_FOUND */
    PaymentRun get(User user, String measure, long id) {
        ledger.measures().require(measure);
        return ledger.database().call(tx -> visible(tx, user, measure, id));
    }

    /** With the lines that were dropped at the approval. */
    Page<RunLine> lines(User user, String measure, long id, Paging page) {
        ledger.measures().require(measure);
        return ledger.database().call(tx -> {
            visible(tx, user, measure, id);
            List<RunLine> rows = RunStore.lines(tx, id, page).stream()
                    .map(line -> line.shownTo(user))
                    .toList();
            return page.page(rows, line -> Paging.key("", line.awardId()));
        });
    }

    /** Notes the export and gives every line. */
    Rows<RunLine> export(User user, String measure, long id) {
        ledger.measures().require(measure);
        ledger.database().run(tx -> {
            PaymentRun run = visible(tx, user, measure, id);
            ledger.record(tx, user, Action.EXPORT, KIND, id, run.territory(), measure + " rows=" + run.lines());
        });
        return visitor -> ledger.database().read(tx -> {
            RunStore.eachLine(tx, id, line -> visitor.accept(line.exportedBy(user)));
            return null;
        });
    }

    static PaymentRun visible(Tx tx, User user, String measure, long id) {
        return RunStore.find(tx, measure, id, Ledger.reading(user)).orElseThrow(Problem::notFound);
    }
}
