package kz.jolkarta.registry.awards;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.allocation.Allocation;
import kz.jolkarta.registry.allocation.Pool;
import kz.jolkarta.registry.allocation.Standing;
import kz.jolkarta.registry.allocation.Ticket;
import kz.jolkarta.registry.allocation.Turn;
import kz.jolkarta.registry.awards.QueueMoveStore.Waiting;
import kz.jolkarta.registry.records.Ledger;

/** Awards that wait follow their holder into the queue of another region, where their turn is that of their application, and back. */
final class QueueMoves {
    private static final String KIND = "award";

    private final Ledger ledger;
    private final QuotaPlaces places;
    private final Allocation allocation;

    QueueMoves(Ledger ledger, QuotaPlaces places) {
        this.ledger = ledger;
        this.places = places;
        this.allocation = new Allocation(ledger);
    }

    /** Queue by queue, for each has its own order; few wait at a time. */
    List<QueueShift> follow(Tx tx, User user, Collection<Long> children) {
        List<QueueShift> shifts = new ArrayList<>();
        QueueMoveStore.elsewhere(tx, children).forEach((award, residence) -> {
            Waiting waiting = QueueMoveStore.find(tx, award).orElseThrow();
            shifts.add(follow(tx, user, waiting, residence));
        });
        return shifts;
    }

    private QueueShift follow(Tx tx, User user, Waiting award, String territory) {
        Optional<Long> into = QuotaStore.find(
                        tx, award.measure(), award.type(), region(territory) + "0000000", award.year())
                .map(Quota::id);
        Map<Long, Standing> pools = lock(tx, award.quota().orElse(null), into.orElse(null));
        if (!QueueMoveStore.leave(tx, award, territory)) {
            throw Problem.conflict("record.moved");
        }
        QueueShift.Steps from = award.quota()
                .map(quota -> left(tx, pools.get(quota), award.id()))
                .orElse(null);
        QueueShift.Steps to = null;
        boolean placed = false;
        if (into.isPresent()) {
            Standing standing = pools.get(into.get());
            Ticket ticket = new Ticket(award.id(), award.createdAt());
            Allocation.Outcome outcome = allocation.admit(tx, standing, List.of(ticket), Turn.ALL);
            places.call(tx, user, outcome.called());
            QueueMoveStore.enter(tx, award.id(), into.get());
            placed = outcome.placed().contains(award.id());
            if (placed) {
                places.call(tx, user, List.of(award.id()));
            }
            to = steps(tx, standing, outcome.called().isEmpty());
        }
        ledger.record(tx, user, Action.UPDATE, KIND, award.id(), territory, "queue: the holder moved");
        return new QueueShift(
                award.id(),
                award.territory(),
                territory,
                award.quota().orElse(null),
                into.orElse(null),
                award.since().orElseThrow(),
                placed,
                from,
                to,
                QueueMoveStore.find(tx, award.id()).orElseThrow().version());
    }

    private QueueShift.Steps left(Tx tx, Standing standing, long award) {
        allocation.leave(tx, standing, award, false, Turn.ALL);
        return steps(tx, standing, true);
    }

    private QueueShift.Steps steps(Tx tx, Standing before, boolean alone) {
        return new QueueShift.Steps(
                before.events(),
                before.taken(),
                allocation.lock(tx, before.pool()).events(),
                alone);
    }

    void back(Tx tx, User user, List<QueueShift> shifts) {
        shifts.forEach(shift -> back(tx, user, shift));
    }

    private void back(Tx tx, User user, QueueShift shift) {
        Map<Long, Standing> pools = lock(tx, shift.fromQuota(), shift.toQuota());
        if (!QueueMoveStore.back(tx, shift)) {
            throw Problem.conflict("move.award-changed", shift.award());
        }
        if (shift.toQuota() != null) {
            Standing now = pools.get(shift.toQuota());
            if (untouched(shift.toPool(), now)) {
                rewind(tx, now.pool(), shift.toPool());
            } else {
                places.leave(tx, user, now, shift.award(), shift.placed());
            }
        }
        if (shift.fromQuota() != null) {
            Standing now = pools.get(shift.fromQuota());
            if (untouched(shift.fromPool(), now)) {
                rewind(tx, now.pool(), shift.fromPool());
                QueueMoveStore.enter(tx, shift.award(), shift.fromQuota());
            } else {
                admit(
                        tx,
                        user,
                        now,
                        List.of(QueueMoveStore.find(tx, shift.award()).orElseThrow()));
            }
        }
        ledger.record(tx, user, Action.UNDO, KIND, shift.award(), shift.from(), "queue: the holder moved back");
    }

    private static boolean untouched(QueueShift.Steps steps, Standing now) {
        return steps.alone() && steps.after() == now.events();
    }

    private void rewind(Tx tx, Pool pool, QueueShift.Steps steps) {
        allocation.rewind(tx, pool, steps.before(), steps.taken());
    }

    /** Takes in those who came to the region before it had a quota; others may have applied before them. */
    void adopt(Tx tx, User user, long quota, String measure, QuotaInput input) {
        if (!input.territory().isEmpty()) {
            List<Waiting> homeless =
                    QueueMoveStore.homeless(tx, measure, input.type(), input.territory(), input.year());
            if (!homeless.isEmpty()) {
                admit(tx, user, allocation.lock(tx, Pool.quota(quota)), homeless);
            }
        }
    }

    private void admit(Tx tx, User user, Standing standing, List<Waiting> awards) {
        List<Ticket> tickets =
                awards.stream().map(a -> new Ticket(a.id(), a.createdAt())).toList();
        Allocation.Outcome outcome = allocation.admit(tx, standing, tickets, Turn.ALL);
        places.call(tx, user, outcome.called());
        awards.forEach(a -> QueueMoveStore.enter(tx, a.id(), standing.pool().id()));
        places.call(
                tx,
                user,
                awards.stream()
                        .map(Waiting::id)
                        .filter(outcome.placed()::contains)
                        .toList());
    }

    /** Both pools, the smaller number first, so that two moves never wait for each other. */
    private Map<Long, Standing> lock(Tx tx, Long one, Long other) {
        Map<Long, Standing> pools = new TreeMap<>();
        Stream.of(one, other)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .forEach(id -> pools.put(id, allocation.lock(tx, Pool.quota(id))));
        return pools;
    }

    private static String region(String territory) {
        return territory.substring(0, 2);
    }
}
