package kz.jolkarta.registry.categories;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.criteria.Objections;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.registry.ChildFacts;
import kz.jolkarta.registry.categories.Ending.Depending;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Orders.Order;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Rows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Categories that end soon, with the awards that end to be due with them: to be prolonged by a new document in time. */
@Component(service = Endings.class)
public final class Endings {
    private static final int MANY = 500;

    private final Ledger ledger;

    @Activate
    public Endings(@Reference Ledger ledger) {
        this.ledger = ledger;
    }

    Page<Ending> list(User user, EndingFilter filter, Order<EndingStore.Ranked> order, Paging page) {
        Scope scope = user.require(Right.CHILDREN_READ);
        LocalDate today = ledger.clock().today();
        return ledger.database().read(tx -> {
            Page<EndingStore.Ranked> found = order.page(page, EndingStore.list(tx, filter, scope, today, order, page));
            List<Ending> shown =
                    found.items().stream().map(EndingStore.Ranked::ending).toList();
            return new Page<>(depending(tx, user, shown), found.next());
        });
    }

    /** How many end within so many days. */
    public long count(User user, int days) {
        Scope scope = user.require(Right.CHILDREN_READ);
        EndingFilter filter = new EndingFilter(days, Optional.empty(), Optional.empty());
        return ledger.database()
                .read(tx -> EndingStore.count(tx, filter, scope, ledger.clock().today()));
    }

    /** Notes the export and gives every row of the filter. */
    Rows<Ending> export(User user, EndingFilter filter, Order<EndingStore.Ranked> order) {
        Scope scope = user.require(Right.CHILDREN_EXPORT);
        LocalDate today = ledger.clock().today();
        ledger.database().run(tx -> {
            String detail = "categories that end, rows=" + EndingStore.count(tx, filter, scope, today);
            ledger.record(
                    tx, user, Action.EXPORT, "child", 0, filter.territory().orElse(""), detail);
        });
        return visitor -> ledger.database().read(tx -> {
            List<Ending> some = new ArrayList<>();
            EndingStore.each(tx, filter, scope, today, order, some::add);
            for (int from = 0; from < some.size(); from += MANY) {
                for (Ending ending : depending(tx, user, some.subList(from, Math.min(from + MANY, some.size())))) {
                    visitor.accept(ending);
                }
            }
            return null;
        });
    }

    /** Whoever may not read records is told the categories alone. */
    private List<Ending> depending(Tx tx, User user, List<Ending> endings) {
        List<Ending> open = endings.stream()
                .filter(e -> user.scope(Right.RECORDS_READ).covers(e.territory()))
                .toList();
        if (open.isEmpty()) {
            return endings;
        }
        List<Long> children = open.stream().map(Ending::childId).distinct().toList();
        Map<Long, List<Depending>> held = EndingStore.held(tx, children);
        if (held.isEmpty()) {
            return endings;
        }
        LocalDate today = ledger.clock().today();
        Map<Long, ChildFacts> facts = ledger.facts().of(tx, held.keySet(), today).stream()
                .collect(Collectors.toMap(ChildFacts::id, Function.identity()));
        return endings.stream()
                .map(e -> open.contains(e) && facts.containsKey(e.childId())
                        ? e.with(depending(e, held.get(e.childId()), facts.get(e.childId())))
                        : e)
                .toList();
    }

    private List<Depending> depending(Ending ending, List<Depending> held, ChildFacts child) {
        return held.stream()
                .filter(award -> type(award)
                        .filter(type -> Objections.of(type.who(), child, ending.lastDay())
                                .isEmpty())
                        .filter(type -> !Objections.of(
                                        type.who(), child, ending.lastDay().plusDays(1))
                                .isEmpty())
                        .isPresent())
                .sorted(Comparator.comparingLong(Depending::awardId))
                .toList();
    }

    private Optional<AwardType> type(Depending award) {
        return ledger.measures().find(award.measure()).flatMap(measure -> measure.award(award.type()));
    }
}
