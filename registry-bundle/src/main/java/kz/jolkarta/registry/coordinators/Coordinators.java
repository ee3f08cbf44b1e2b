package kz.jolkarta.registry.coordinators;

import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.coordinators.CoordinatorStore.Change;
import kz.jolkarta.registry.coordinators.CoordinatorStore.Named;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.records.Reach;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Who answers for a child by name: a coordinator appointed to a cabinet that covers it. Nobody is taken away when an appointment ends; the child is without a
 * coordinator from then on and is listed as such.
 */
@Component(service = Coordinators.class)
public final class Coordinators {
    private final Ledger ledger;

    @Activate
    public Coordinators(@Reference Ledger ledger) {
        this.ledger = ledger;
    }

    /** An answer with the child's version after it. */
    record Versioned(ChildCoordinator coordinator, int version) {}

    /** One who can be named for children today. @param cabinet name of the cabinet */
    public record Acting(long staffId, String name, String cabinet) {}

    /** Those whose cabinets cover some of the user's territory. */
    public List<Acting> acting(User user) {
        Scope scope = user.require(Right.ORGANISATIONS_READ);
        return ledger.database().read(tx -> {
            List<Long> near = SeatStore.on(tx, ledger.clock().today()).acting().values().stream()
                    .filter(seat -> !scope.within(Scope.of(seat.territory())).isEmpty())
                    .map(Seat::staff)
                    .toList();
            return SeatStore.acting(tx, near, ledger.clock().today());
        });
    }

    /** @throws Problem NOT_FOUND */
    Versioned of(User user, long child) {
        return ledger.database().call(tx -> {
            Named found = visible(tx, user, child);
            ledger.record(
                    tx, user, Action.READ, Reach.CHILD, child, found.where().territory(), "coordinator");
            return shown(tx, child, found.version());
        });
    }

    /** Who can be named for the child today: appointed to a cabinet that covers it. @throws Problem NOT_FOUND */
    List<Person> answering(User user, long child) {
        return ledger.database().read(tx -> {
            String territory = visible(tx, user, child).where().territory();
            List<Long> staff = SeatStore.on(tx, ledger.clock().today()).acting().values().stream()
                    .filter(seat -> seat.covers(territory))
                    .map(Seat::staff)
                    .toList();
            return staff.isEmpty()
                    ? List.of()
                    : List.copyOf(
                            ledger.staff(tx, "staffId", staff, Scope.COUNTRY).values());
        });
    }

    /**
     * Names the coordinator of one child, or nobody.
     *
     * @param version of the child, as the caller saw it
     * @throws Problem NOT_FOUND; INVALID for who is not appointed to a cabinet that covers the child; STALE when it was changed meanwhile
     */
    Versioned name(User user, long child, int version, ChildCoordinator.Input input) {
        return ledger.database().call(tx -> {
            Named found = visible(tx, user, child);
            Reach.require(user, Right.CHILDREN_WRITE, Reach.CHILD, child, found.where());
            if (version != found.version()) {
                throw Difference.version(version, found.version());
            }
            if (found.same(input.staffId())) {
                return shown(tx, child, version);
            }
            requireAnswering(SeatStore.on(tx, ledger.clock().today()), input.staffId(), found);
            Change change = change(found, input.staffId());
            if (CoordinatorStore.change(tx, List.of(change), ledger.clock().now()) != 1) {
                throw Problem.conflict("record.moved");
            }
            ledger.record(
                    tx, user, Action.UPDATE, Reach.CHILD, child, found.where().territory(), "coordinator");
            return shown(tx, child, version + 1);
        });
    }

    /** @throws Problem INVALID for who is not appointed today to a cabinet that covers the child */
    static void requireAnswering(Seats seats, Long staff, Named child) {
        if (staff != null && seats.named(staff, child.where().territory()).isEmpty()) {
            throw Problem.field("staffId", "coordinator.not-answering");
        }
    }

    Change change(Named child, Long staff) {
        return new Change(
                child.id(),
                child.version(),
                staff,
                staff == null ? null : ledger.clock().today());
    }

    private Versioned shown(Tx tx, long child, int version) {
        return new Versioned(
                CoordinatorStore.shown(tx, child, ledger.clock().today()).orElse(ChildCoordinator.NOBODY), version);
    }

    private static Named visible(Tx tx, User user, long child) {
        Scope scope = Reach.require(user, Right.CHILDREN_READ, child);
        return CoordinatorStore.find(tx, child, scope)
                .orElseThrow(() -> Reach.child(tx, user, Right.CHILDREN_READ, child));
    }
}
