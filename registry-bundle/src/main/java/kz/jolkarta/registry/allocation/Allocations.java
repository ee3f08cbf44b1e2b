package kz.jolkarta.registry.allocation;

import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Paging;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who has a place, who waits, and how it came about. Pools outside the caller's territories answer exactly as unknown ones. */
@Component(service = Allocations.class)
public final class Allocations {
    /** Members shown of each list; a replay tells all. */
    static final int MOST = 1000;

    private final Ledger ledger;

    @Activate
    public Allocations(@Reference Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * How a pool stands.
     *
     * @param placed the first {@value #MOST} who have a place
     * @param waiting the first {@value #MOST} who wait
     */
    public record View(Standing standing, long waits, List<Member> placed, List<Member> waiting, Page<Event> events) {
        public View {
            placed = List.copyOf(placed);
            waiting = List.copyOf(waiting);
        }
    }

    /** @throws Problem NOT_FOUND */
    public View view(User user, String measure, Pool pool, Paging page) {
        Scope scope = Ledger.reading(user);
        return ledger.database().call(tx -> {
            Standing standing = visible(tx, measure, pool, scope);
            List<Event> events = standing.events() == 0
                    ? List.of()
                    : AllocationStore.events(tx, pool, page.first() ? 0 : page.id(), page.limit() + 1);
            return new View(
                    standing,
                    AllocationStore.waits(tx, pool),
                    shown(user, scope, AllocationStore.members(tx, pool, true, MOST)),
                    shown(user, scope, AllocationStore.members(tx, pool, false, MOST)),
                    page.page(events, e -> Paging.key("", e.sequence())));
        });
    }

    /** The first who wait. @param waits how many there are */
    public record Front(long waits, List<Member> first) {}

    /** @throws Problem NOT_FOUND */
    public Front front(User user, String measure, Pool pool, int most) {
        Scope scope = Ledger.reading(user);
        return ledger.database().call(tx -> {
            visible(tx, measure, pool, scope);
            return new Front(
                    AllocationStore.waits(tx, pool),
                    shown(user, scope, AllocationStore.members(tx, pool, false, most)));
        });
    }

    /**
     * Computes the lists anew from the events and compares them with what is recorded.
     *
     * @throws Problem NOT_FOUND
     */
    public Replay replay(User user, String measure, Pool pool) {
        Scope scope = Ledger.reading(user);
        return ledger.database().call(tx -> {
            visible(tx, measure, pool, scope);
            // Nothing may change between the reading of the lists and the reading of the events.
            AllocationStore.lock(tx, pool);
            return replay(tx, pool);
        });
    }

    private Replay replay(Tx tx, Pool pool) {
        Standing standing = AllocationStore.standing(tx, pool);
        List<Ticket> placed = AllocationStore.placed(tx, pool);
        List<Ticket> waiting = AllocationStore.waiting(tx, pool);
        Replay.Run run = new Replay.Run();
        if (standing.events() == 0) {
            Steps.opening(standing, placed, waiting, ledger.clock().now()).forEach(run::take);
        } else {
            AllocationStore.each(tx, pool, run::take);
        }
        return run.beside(new Replay.Lists(members(placed), members(waiting)));
    }

    private static List<Long> members(List<Ticket> tickets) {
        return tickets.stream().map(Ticket::member).toList();
    }

    private Standing visible(Tx tx, String measure, Pool pool, Scope scope) {
        String code = ledger.measures().require(measure).code();
        if (!AllocationStore.visible(tx, code, pool, scope)) {
            throw Problem.notFound();
        }
        return AllocationStore.standing(tx, pool);
    }

    private static List<Member> shown(User user, Scope scope, List<Member> members) {
        return members.stream().map(m -> shown(user, scope, m)).toList();
    }

    private static Member shown(User user, Scope scope, Member member) {
        if (!scope.covers(member.territory())) {
            return member.withoutPerson();
        }
        boolean named = member.childId() != null
                ? Ledger.names(user, member.territory())
                : user.scope(Right.ORGANISATIONS_READ).covers(member.territory());
        return named ? member : member.withoutName();
    }
}
