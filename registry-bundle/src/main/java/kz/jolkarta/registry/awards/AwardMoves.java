package kz.jolkarta.registry.awards;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.registry.allocation.Standing;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.roadmaps.Fulfilment;

/** Brings awards from one state into another, and the places of their quotas with them. */
final class AwardMoves {
    private static final String KIND = "award";

    private final Ledger ledger;
    private final QuotaPlaces places;
    private final AwardRules rules;
    private final Scores scores;

    AwardMoves(Ledger ledger, QuotaPlaces places, AwardRules rules, Scores scores) {
        this.ledger = ledger;
        this.places = places;
        this.rules = rules;
        this.scores = scores;
    }

    /** @param seen as it was before anybody else was kept from the quota */
    void move(Tx tx, User user, Installed measure, Award seen, OptionalInt version, AwardState to, String reason) {
        AwardType type = measure.award(seen.type())
                .orElseThrow(() -> Problem.field("type", "record.type-unknown", measure.code()));
        rules.requireRight(user, type, seen, to.approving() || seen.state().placed());
        Optional<Standing> quota = places.lock(tx, user, type, seen, to == AwardState.APPROVED);
        Award found = AwardStore.find(tx, measure.code(), seen.id(), Ledger.reading(user))
                .orElseThrow(Problem::notFound);
        boolean approving = to.approving() || found.state().placed();
        rules.requireRight(user, type, found, approving);
        AwardState.MOVES.check(found.state(), to, reason);
        if (version.isPresent() && version.getAsInt() != found.version()) {
            throw Difference.version(version.getAsInt(), found.version());
        }
        if (to == AwardState.APPROVED) {
            approve(tx, user, type, found, quota);
            return;
        }
        Optional<Long> held = to.placed() ? found.quotaId() : Optional.empty();
        done(AwardStore.move(tx, found, to, reason, held, Holding.keeps(type, to), user.id()));
        if (!to.placed() && found.quotaId().isPresent()) {
            places.leave(
                    tx, user, quota.orElseThrow(), found.id(), found.state().placed());
        }
        if (to == AwardState.COMMISSION) {
            scores.keep(tx, type, found.id(), found.staffId());
        }
        Action action = approving ? Action.APPROVE : Action.UPDATE;
        ledger.record(tx, user, action, KIND, found.id(), found.territory(), found.state() + " > " + to);
        if (found.childId() != null) {
            Fulfilment.settle(tx, ledger, user, List.of(found.childId()));
        }
    }

    private void approve(Tx tx, User user, AwardType type, Award award, Optional<Standing> quota) {
        rules.requireProtocol(type, award.protocolNumber());
        rules.requireProof(tx, type, award.input(), award.from() == null ? rules.proposed(award) : award.from());
        if (award.waits()) {
            return;
        }
        if (quota.isEmpty() && type.quota() != AwardType.Quota.NONE) {
            throw Problem.conflict("quota.missing", String.valueOf(award.year()));
        }
        Optional<Long> held = quota.map(standing -> standing.pool().id());
        boolean placed = quota.isEmpty() || places.admit(tx, user, type, award, quota.get());
        done(
                placed
                        ? AwardStore.move(tx, award, AwardState.APPROVED, "", held, true, user.id())
                        : QueueStore.queue(
                                tx, award, held.orElseThrow(), ledger.clock().now(), user.id()));
        String outcome = placed ? " > " + AwardState.APPROVED : ": waits for a place";
        ledger.record(tx, user, Action.APPROVE, KIND, award.id(), award.territory(), award.state() + outcome);
    }

    private static void done(boolean moved) {
        if (!moved) {
            throw Problem.conflict("record.moved");
        }
    }
}
