package kz.jolkarta.registry.awards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.registry.allocation.Allocation;
import kz.jolkarta.registry.allocation.Pool;
import kz.jolkarta.registry.allocation.Standing;
import kz.jolkarta.registry.allocation.Ticket;
import kz.jolkarta.registry.allocation.Turn;
import kz.jolkarta.registry.records.Ledger;

/** A child that leaves gives back its places of quotas that lie ahead and its turns for them; what is paid monthly ends with its last day. */
public final class AwardLeaving {
    private static final String KIND = "award";

    private final Ledger ledger;
    private final QuotaPlaces places;
    private final Allocation allocation;

    public AwardLeaving(Ledger ledger) {
        this.ledger = ledger;
        this.places = new QuotaPlaces(ledger);
        this.allocation = new Allocation(ledger);
    }

    /** What would be given back. */
    public List<AwardShift> ahead(Tx tx, long child, LocalDate day) {
        return AwardLeaveStore.ahead(tx, child, day);
    }

    /** What is paid monthly and would end with the day. */
    public List<AwardShift> monthly(Tx tx, long child, LocalDate day) {
        return AwardLeaveStore.lasting(tx, child, day).stream()
                .filter(this::monthly)
                .toList();
    }

    private boolean monthly(AwardShift award) {
        return ledger.measures()
                .find(award.measure())
                .flatMap(measure -> measure.award(award.type()))
                .flatMap(type -> type.rule(Rule.Monthly.class))
                .isPresent();
    }

    /** @param reason that is noted with each, in the words of a person */
    public List<AwardShift> leave(Tx tx, User user, long child, LocalDate day, String reason) {
        Map<Long, Standing> pools = lock(tx, ahead(tx, child, day));
        List<AwardShift> given = new ArrayList<>();
        // Read again: before the locks somebody else may have given a place.
        for (AwardShift award : ahead(tx, child, day)) {
            if (award.quota() != null && !pools.containsKey(award.quota())
                    || !AwardLeaveStore.refuse(tx, award, reason)) {
                throw Problem.conflict("record.moved");
            }
            given.add(award.changed(award.quota() == null ? null : steps(tx, user, award, pools.get(award.quota()))));
            record(tx, user, Action.UPDATE, award, award.state() + " > REFUSED: left");
        }
        return given;
    }

    private QueueShift.Steps steps(Tx tx, User user, AwardShift award, Standing read) {
        // Another award of the child may have had a place of the same quota.
        Standing before = allocation.lock(tx, read.pool());
        boolean called =
                places.leave(tx, user, before, award.award(), award.state().placed());
        int after = allocation.lock(tx, read.pool()).events();
        return new QueueShift.Steps(before.events(), before.taken(), after, !called);
    }

    public List<AwardShift> end(Tx tx, User user, long child, LocalDate day) {
        List<AwardShift> ended = new ArrayList<>();
        for (AwardShift award : monthly(tx, child, day)) {
            if (!AwardLeaveStore.end(tx, award.award(), award.version(), day)) {
                throw Problem.conflict("record.moved");
            }
            ended.add(award.changed(null));
            record(tx, user, Action.UPDATE, award, "ends: left");
        }
        return ended;
    }

    /**
     * Gives again what was given back. Where somebody else has got the place by now, the child takes a free one, or waits at its old turn.
     *
     * @return those that stay given back: changed since, or held by another award of the child by now
     */
    public List<AwardShift> back(Tx tx, User user, List<AwardShift> given) {
        Map<Long, Standing> pools = lock(tx, given);
        List<AwardShift> kept = new ArrayList<>();
        // The last steps of a quota are taken back first.
        for (int i = given.size() - 1; i >= 0; i--) {
            AwardShift award = given.get(i);
            boolean held = award.holderKey() != null
                    && AwardStore.holder(tx, award.holderKey()).isPresent();
            if (held || !AwardLeaveStore.untouched(tx, award)) {
                kept.add(award);
                continue;
            }
            boolean waits = award.steps() == null
                    ? award.since() != null
                    : again(tx, user, award, pools.get(award.quota()).pool());
            if (!AwardLeaveStore.restore(tx, award, waits)) {
                throw Problem.conflict("record.moved");
            }
            record(tx, user, Action.UNDO, award, waits ? "REFUSED > COMMISSION: waits" : "REFUSED > APPROVED");
        }
        return kept;
    }

    /** @return whether it waits */
    private boolean again(Tx tx, User user, AwardShift award, Pool pool) {
        Standing now = allocation.lock(tx, pool);
        if (award.steps().untouched(now.events())) {
            allocation.rewind(tx, pool, award.steps().before(), award.steps().taken());
            return award.since() != null;
        }
        Ticket ticket = new Ticket(award.award(), award.createdAt());
        Allocation.Outcome outcome = allocation.admit(tx, now, List.of(ticket), Turn.ALL);
        places.call(tx, user, outcome.called());
        return !outcome.placed().contains(award.award());
    }

    /** @return those that stay as they are, because they were changed since */
    public List<AwardShift> goOn(Tx tx, User user, List<AwardShift> ended) {
        List<AwardShift> kept = new ArrayList<>();
        for (AwardShift award : ended) {
            if (AwardLeaveStore.end(tx, award.award(), award.version(), award.until())) {
                record(tx, user, Action.UNDO, award, "goes on");
            } else {
                kept.add(award);
            }
        }
        return kept;
    }

    private void record(Tx tx, User user, Action action, AwardShift award, String detail) {
        ledger.record(tx, user, action, KIND, award.award(), award.territory(), detail);
    }

    /** All pools, the smaller number first, so that two who leave never wait for each other. */
    private Map<Long, Standing> lock(Tx tx, List<AwardShift> shifts) {
        Map<Long, Standing> pools = new TreeMap<>();
        shifts.stream()
                .map(AwardShift::quota)
                .filter(Objects::nonNull)
                .sorted()
                .distinct()
                .forEach(quota -> pools.put(quota, allocation.lock(tx, Pool.quota(quota))));
        return pools;
    }
}
