package kz.jolkarta.registry.duplicates;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.jobs.Jobs;
import kz.jolkarta.registry.duplicates.Comparison.Two;
import kz.jolkarta.registry.records.Checks;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.Duplicates;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Rows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The queue of children who may be registered twice. A pair is seen by who may see one of the two, the other one then without its data; it is
 * decided by who may change both.
 */
@Component(service = Pairs.class)
public final class Pairs {
    static final String KIND = "duplicate-pair";

    private final Ledger ledger;
    private final Jobs jobs;

    @Activate
    public Pairs(@Reference Ledger ledger, @Reference Jobs jobs) {
        this.ledger = ledger;
        this.jobs = jobs;
    }

    /**
     * Queues a search.
     *
     * @param territory KATO code, "" for wherever the user may change children
     * @return the job's id
     */
    public long search(User user, String territory) {
        Scope scope = user.require(Right.CHILDREN_WRITE);
        if (!territory.isEmpty()) {
            ledger.requireTerritory(territory);
            if (Scope.of(territory).within(scope).isEmpty()) {
                throw Problem.of(Problem.Kind.FORBIDDEN, "problem.outside-territory", territory);
            }
        }
        return ledger.database().call(tx -> {
            long job = jobs.submit(tx, user, DuplicateSearch.KIND, territory, Map.of());
            ledger.record(tx, user, Action.CREATE, DuplicateSearch.KIND, job, territory, "");
            return job;
        });
    }

    Page<Pair> list(User user, PairFilter filter, Paging page) {
        Scope scope = user.require(Right.CHILDREN_READ);
        Page<Pair> found =
                ledger.database().read(tx -> filter.order().page(page, PairStore.list(tx, filter, scope, page)));
        return new Page<>(found.items().stream().map(p -> p.within(scope)).toList(), found.next());
    }

    /** How many open pairs the user reaches. */
    public long waiting(User user) {
        Scope scope = user.require(Right.CHILDREN_READ);
        return ledger.database().read(tx -> PairStore.waiting(tx, scope));
    }

    /** The open pairs that the child is one of, on its page, whose opening is noted by then. */
    public List<Pair> ofChild(User user, long child) {
        Scope scope = user.require(Right.CHILDREN_READ);
        return ledger.database().read(tx -> PairStore.ofChild(tx, child, scope)).stream()
                .map(pair -> pair.within(scope))
                .toList();
    }

    /** Notes the export and gives every pair of the filter. */
    Rows<Pair> export(User user, PairFilter filter) {
        Scope scope = user.require(Right.CHILDREN_EXPORT);
        ledger.database()
                .run(tx -> ledger.record(
                        tx, user, Action.EXPORT, KIND, 0, filter.territory().orElse(""), filter.names()));
        return visitor -> ledger.database().read(tx -> {
            PairStore.each(tx, filter, scope, pair -> visitor.accept(pair.within(scope)));
            return null;
        });
    }

    /**
     * Opens a pair, which opens those of its children whom the user may see.
     *
     * @throws Problem NOT_FOUND
     */
    PairDetail open(User user, long id) {
        Scope scope = user.require(Right.CHILDREN_READ);
        return ledger.database().call(tx -> {
            Pair pair = PairStore.find(tx, id, scope).orElseThrow(Problem::notFound);
            Pair shown = pair.within(scope);
            PairDetail.Side one = side(tx, user, shown.one(), id);
            PairDetail.Side other = side(tx, user, shown.other(), id);
            return PairDetail.of(shown, one, other);
        });
    }

    private PairDetail.Side side(Tx tx, User user, Pair.Side side, long pair) {
        if (side.id() == null) {
            return new PairDetail.Side(side, null, null, null, null, null);
        }
        ledger.record(tx, user, Action.READ, "child", side.id(), side.territory(), "pair " + pair);
        return SideStore.side(tx, side);
    }

    /**
     * Puts two records into the queue that somebody has come upon.
     *
     * @throws Problem INVALID for unknown children; CONFLICT when the two were decided on
     */
    long put(User user, long one, long other) {
        Scope scope = user.require(Right.CHILDREN_WRITE);
        if (one == other) {
            throw Problem.field("other", "duplicate.same-record");
        }
        Two two = Two.of(one, other);
        return Duplicates.again(() -> ledger.database().call(tx -> {
            Map<Long, String> territories = Map.of(
                    one, ledger.child(tx, "one", one, scope).territory(),
                    other, ledger.child(tx, "other", other, scope).territory());
            long id = PairStore.id(tx, two.a(), two.b()).orElseGet(() -> {
                Map<Long, Candidate> children = FindingStore.candidates(tx, List.of(one, other));
                Likeness likeness = Likeness.of(children.get(two.a()), children.get(two.b()))
                        .orElse(new Likeness(1, EnumSet.of(Evidence.OTHER_GIVEN_NAME)));
                FindingStore.write(
                        tx,
                        Map.of(two, likeness),
                        ledger.database()::nextId,
                        ledger.clock().now());
                long made = PairStore.id(tx, two.a(), two.b()).orElseThrow();
                ledger.record(tx, user, Action.CREATE, KIND, made, territories.get(one), "");
                return made;
            });
            PairStore.find(tx, id, scope)
                    .filter(pair -> pair.state() != PairState.OPEN)
                    .ifPresent(pair -> {
                        throw Problem.conflict("duplicate.decided").with("id", id);
                    });
            return id;
        }));
    }

    /**
     * Says that they are two children, for ever.
     *
     * @throws Problem NOT_FOUND, STALE; CONFLICT when it is decided already; FORBIDDEN when one of the two is out of reach
     */
    Pair different(User user, long id, int version, String reason) {
        Checks checks = new Checks();
        checks.required("reason", reason);
        checks.text("reason", reason, 500);
        checks.done();
        return decide(user, id, version, PairState.OPEN, PairState.DIFFERENT, reason.strip());
    }

    /** Takes back that they are two children: the pair is open again. */
    Pair withdraw(User user, long id, int version) {
        return decide(user, id, version, PairState.DIFFERENT, PairState.OPEN, null);
    }

    private Pair decide(User user, long id, int version, PairState from, PairState to, String reason) {
        return ledger.database().call(tx -> {
            Pair pair = decidable(tx, user, id, version, from);
            Long by = to == PairState.OPEN ? null : user.id();
            if (!PairStore.decide(tx, pair, to, by, reason, ledger.clock().now())) {
                throw Problem.conflict("record.moved");
            }
            for (Pair.Side side : List.of(pair.one(), pair.other())) {
                ledger.record(tx, user, Action.UPDATE, "child", side.id(), side.territory(), to + " pair " + id);
            }
            return PairStore.find(tx, id, Scope.COUNTRY).orElseThrow();
        });
    }

    /** The pair, when the user may decide it now. */
    static Pair decidable(Tx tx, User user, long id, int version, PairState state) {
        Scope read = user.require(Right.CHILDREN_READ);
        Scope write = user.require(Right.CHILDREN_WRITE);
        Pair pair = PairStore.find(tx, id, read).orElseThrow(Problem::notFound);
        requireBoth(write, pair);
        if (pair.version() != version) {
            throw Difference.version(version, pair.version());
        }
        if (pair.state() != state) {
            throw Problem.conflict(state == PairState.OPEN ? "duplicate.decided" : "duplicate.not-decided");
        }
        return pair;
    }

    /** A pair of two places is decided where both are in one hand. */
    static void requireBoth(Scope scope, Pair pair) {
        above(scope, pair).ifPresent(key -> {
            throw Problem.of(Problem.Kind.FORBIDDEN, key);
        });
    }

    /** Who decides instead, as the key of a sentence; empty when both are in the scope. */
    static Optional<String> above(Scope scope, Pair pair) {
        String one = pair.one().territory();
        String other = pair.other().territory();
        if (scope.covers(one) && scope.covers(other)) {
            return Optional.empty();
        }
        boolean region = one.startsWith(other.substring(0, 2));
        return Optional.of(region ? "duplicate.above-region" : "duplicate.above-country");
    }
}
