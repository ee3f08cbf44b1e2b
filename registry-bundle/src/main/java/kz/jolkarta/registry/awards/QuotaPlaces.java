package kz.jolkarta.registry.awards;

import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Audit.Entry;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.registry.allocation.Allocation;
import kz.jolkarta.registry.allocation.Pool;
import kz.jolkarta.registry.allocation.Standing;
import kz.jolkarta.registry.allocation.Ticket;
import kz.jolkarta.registry.allocation.Turn;
import kz.jolkarta.registry.records.Ledger;

/** Places of quotas: taken by approval, given back by refusal and return, and for a kind with a queue handed on to the first who waits. */
final class QuotaPlaces {
    private static final int MANY = 500;

    private final Ledger ledger;
    private final Allocation allocation;

    QuotaPlaces(Ledger ledger) {
        this.ledger = ledger;
        this.allocation = new Allocation(ledger);
    }

    /**
     * Until the transaction ends nobody else gives out places of the award's quota; to be called before an award is touched.
     *
     * @param taking whether a place is wanted; only then a cap that the kind itself sets is put down as the year's quota
     * @return empty for a kind without a quota, or when none is set
     */
    Optional<Standing> lock(Tx tx, User user, AwardType type, Award award, boolean taking) {
        if (type.quota() == AwardType.Quota.NONE) {
            return Optional.empty();
        }
        boolean country = type.quota() == AwardType.Quota.COUNTRY_YEAR;
        String territory = country ? "" : award.territory().substring(0, 2) + "0000000";
        Optional<Long> quota = QuotaStore.find(tx, award.measure(), award.type(), territory, award.year())
                .map(Quota::id);
        if (quota.isEmpty() && taking && country) {
            quota = type.rule(Rule.Most.class).map(most -> capped(tx, user, award, most.places()));
        }
        return quota.map(id -> allocation.lock(tx, Pool.quota(id)));
    }

    private long capped(Tx tx, User user, Award award, int places) {
        long id = ledger.database().nextId();
        QuotaStore.insert(tx, id, award.measure(), new QuotaInput(award.type(), "", award.year(), places));
        ledger.record(tx, user, Action.CREATE, "quota", id, "", "cap=" + places + " by rule");
        return id;
    }

    /**
     * @return whether it has a place; otherwise it waits
     * @throws Problem CONFLICT when none is left of a kind that has no queue
     */
    boolean admit(Tx tx, User user, AwardType type, Award award, Standing standing) {
        if (standing.free() <= 0 && type.rule(Rule.Queued.class).isEmpty()) {
            throw Problem.conflict("quota.exhausted", standing.taken());
        }
        Ticket ticket = new Ticket(award.id(), award.createdAt());
        Allocation.Outcome outcome = allocation.admit(tx, standing, List.of(ticket), Turn.ALL);
        call(tx, user, outcome.called());
        return outcome.placed().contains(award.id());
    }

    /**
     * @param placed whether the award had a place; the first who waits gets it
     * @return whether somebody else got it
     */
    boolean leave(Tx tx, User user, Standing standing, long award, boolean placed) {
        List<Long> called =
                allocation.leave(tx, standing, award, placed, Turn.ALL).called();
        call(tx, user, called);
        return !called.isEmpty();
    }

    /** After the cap was set in this transaction. */
    void changed(Tx tx, User user, long quota) {
        Standing standing = allocation.lock(tx, Pool.quota(quota));
        call(tx, user, allocation.changed(tx, standing, Turn.ALL).called());
    }

    /** Approves who was called to a place. */
    void call(Tx tx, User user, List<Long> called) {
        for (int from = 0; from < called.size(); from += MANY) {
            List<Entry> entries =
                    QueueStore.approve(tx, called.subList(from, Math.min(from + MANY, called.size())))
                            .entrySet()
                            .stream()
                            .map(e -> new Entry(
                                    Action.APPROVE, "award", e.getKey(), e.getValue(), "COMMISSION > APPROVED: queue"))
                            .toList();
            ledger.record(tx, user, entries);
        }
    }
}
