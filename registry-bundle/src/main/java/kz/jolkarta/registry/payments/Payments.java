package kz.jolkarta.registry.payments;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.registry.budgets.Plan;
import kz.jolkarta.registry.budgets.Spending;
import kz.jolkarta.registry.records.Duplicates;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Money;
import kz.jolkarta.registry.records.Orders.Order;
import kz.jolkarta.registry.records.Paging;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Money paid for the records of a measure. Nothing is ever changed or removed: a mistake is corrected by an entry of the opposite amount. */
@Component(service = Payments.class)
public final class Payments {
    static final String KIND = "payment";
    /** States in which a record may be paid for. */
    private static final Set<String> PAYABLE =
            Set.of("APPROVED", "ISSUED", "ENDED", "PLANNED", "OPEN", "HELD", "DRAFT", "REVIEW", "ADOPTED");

    private final Ledger ledger;

    @Activate
    public Payments(@Reference Ledger ledger) {
        this.ledger = ledger;
    }

    /** Newest first. */
    public Page<Payment> list(User user, String measure, Optional<Integer> year, Optional<Long> award, Paging page) {
        return list(user, measure, year, award, PaymentStore.ORDERS.of(""), page);
    }

    /** @param order one of {@link PaymentStore#ORDERS} */
    Page<Payment> list(
            User user,
            String measure,
            Optional<Integer> year,
            Optional<Long> award,
            Order<Payment> order,
            Paging page) {
        Installed installed = ledger.measures().require(measure);
        Scope scope = Ledger.reading(user);
        return order.page(
                page,
                ledger.database().call(tx -> PaymentStore.list(tx, installed.code(), year, award, scope, order, page)));
    }

    /**
     * Pays for one record.
     *
     * @return the payment, with a warning for each plan that it exceeds
     * @throws Problem INVALID for an unknown record or an unlawful source; CONFLICT for a record that is not to be paid in its state, or by a run only
     */
    public Payment pay(User user, String measure, PaymentInput input) {
        Installed installed = ledger.measures().require(measure);
        input.check(ledger.clock().today());
        Money.source(installed, input.source());
        long tiyn = Money.tiyn("amount", input.amount());
        long id = ledger.database().nextId();
        return ledger.database().call(tx -> {
            PaymentStore.Paid paid = paid(tx, user, measure, input);
            user.require(Right.AWARDS_APPROVE, paid.territory());
            if (!PAYABLE.contains(paid.state())) {
                throw Problem.conflict("payment.not-payable");
            }
            requireSingle(installed, paid, input);
            Spending more = new Spending();
            more.add(paid.territory(), tiyn);
            int year = input.paidOn().getYear();
            List<Message> warnings = Plan.exceeded(tx, measure, input.source(), year, more);
            insert(tx, user, measure, id, paid, input, tiyn, Optional.empty());
            return visible(tx, user, measure, id).warning(warnings);
        });
    }

    /** What is paid month by month is paid by runs alone, or a month could be paid beside them. */
    private static void requireSingle(Installed measure, PaymentStore.Paid paid, PaymentInput input) {
        boolean monthly = input.awardId() != null
                && measure.award(paid.type())
                        .flatMap(type -> type.rule(Rule.Monthly.class))
                        .isPresent();
        if (monthly) {
            throw Problem.conflict("payment.by-run");
        }
    }

    private static PaymentStore.Paid paid(Tx tx, User user, String measure, PaymentInput input) {
        String table = input.awardId() != null ? "award" : input.activityId() != null ? "activity" : "deliverable";
        long record = input.awardId() != null
                ? input.awardId()
                : input.activityId() != null ? input.activityId() : input.deliverableId();
        return PaymentStore.paid(tx, table, measure, record, Ledger.reading(user))
                .orElseThrow(() -> Problem.field(table + "Id", "payment.record-unknown"));
    }

    /** Corrects a payment by one of the opposite amount, once; a month that it paid may be paid again. @throws Problem CONFLICT for one that is a correction or corrected already */
    public Payment reverse(User user, String measure, long payment) {
        ledger.measures().require(measure);
        LocalDate today = ledger.clock().today();
        long id = ledger.database().nextId();
        Supplier<Payment> work = () -> ledger.database().call(tx -> {
            Payment found = visible(tx, user, measure, payment);
            user.require(Right.AWARDS_APPROVE, found.territory());
            if (found.reverses() != null) {
                throw Problem.conflict("payment.is-correction");
            }
            PaymentInput opposite = new PaymentInput(
                    found.awardId(),
                    found.activityId(),
                    found.deliverableId(),
                    found.amount().negate(),
                    found.source(),
                    today,
                    found.documentNumber());
            PaymentStore.Paid paid = new PaymentStore.Paid(found.type(), found.territory(), "");
            long tiyn = -Money.tiyn("amount", found.amount());
            insert(tx, user, measure, id, paid, opposite, tiyn, Optional.of(payment));
            PaymentStore.freeMonth(tx, payment);
            return visible(tx, user, measure, id);
        });
        return Duplicates.as(work, () -> Problem.conflict("payment.corrected"));
    }

    private void insert(
            Tx tx,
            User user,
            String measure,
            long id,
            PaymentStore.Paid paid,
            PaymentInput input,
            long tiyn,
            Optional<Long> reverses) {
        PaymentStore.insert(
                tx,
                new PaymentStore.New(
                        id,
                        measure,
                        paid.type(),
                        paid.territory(),
                        user.id(),
                        ledger.clock().now(),
                        reverses),
                input,
                tiyn);
        String detail = reverses.map(r -> "reverses=" + r).orElse(measure + "/" + paid.type());
        ledger.record(tx, user, Action.CREATE, KIND, id, paid.territory(), detail);
    }

    private static Payment visible(Tx tx, User user, String measure, long id) {
        return PaymentStore.find(tx, measure, id, Ledger.reading(user)).orElseThrow(Problem::notFound);
    }
}
