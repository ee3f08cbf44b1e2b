package kz.jolkarta.registry.records;

import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;

/** How a record of a child that somebody does not reach is answered: to the caller as an unknown one, to the audit trail as refused. */
public final class Reach {
    public static final String CHILD = "child";
    public static final String ROAD_MAP = "road-map";

    /**
     * Where a child is.
     *
     * @param territory KATO code of the residence
     * @param school the present one; 0 for none
     */
    public record Whereabouts(String territory, long school) {}

    private Reach() {}

    /**
     * NOT_FOUND for a child, but FORBIDDEN for one that lived there before, whose past can still be read; what was refused goes along when there is
     * one and the right does not reach it.
     */
    public static Problem child(Tx tx, User user, Right right, long id) {
        Scope scope = user.scope(right);
        Optional<Whereabouts> where = ReachStore.child(tx, id).filter(w -> !scope.covers(w.territory(), w.school()));
        if (where.isPresent() && ReachStore.movedAway(tx, id, scope)) {
            return Problem.of(Problem.Kind.FORBIDDEN, "child.moved-away")
                    .refusing(CHILD, id, where.get().territory(), right.name());
        }
        return unknown(user, right, CHILD, id, ReachStore.child(tx, id));
    }

    /** NOT_FOUND for a road map, likewise. */
    public static Problem roadMap(Tx tx, User user, Right right, long id) {
        return unknown(user, right, ROAD_MAP, id, ReachStore.ofRoadMap(tx, id));
    }

    private static Problem unknown(User user, Right right, String kind, long id, Optional<Whereabouts> where) {
        Scope scope = user.scope(right);
        return where.filter(w -> !scope.covers(w.territory(), w.school()))
                .map(w -> Problem.notFound().refusing(kind, id, w.territory(), right.name()))
                .orElseGet(Problem::notFound);
    }

    /**
     * Asks for a right over the child that the caller has found already.
     *
     * @param kind of the record, e.g. {@code child}
     * @throws Problem FORBIDDEN, which the audit trail keeps as a refusal of this record
     */
    public static void require(User user, Right right, String kind, long id, Whereabouts where) {
        try {
            user.require(right, where.territory(), where.school());
        } catch (Problem refused) {
            throw refused.refusing(kind, id, where.territory(), right.name());
        }
    }

    /** Asks for a right that the caller needs beside the territory, before the child is looked for. */
    public static Scope require(User user, Right right, long child) {
        try {
            return user.require(right);
        } catch (Problem refused) {
            throw refused.refusing(CHILD, child, "", right.name());
        }
    }
}
