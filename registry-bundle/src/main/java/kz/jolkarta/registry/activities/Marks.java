package kz.jolkarta.registry.activities;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Audit.Entry;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.registry.records.Duplicates;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Paging;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Second marks of presence. A roll alone is one person's word; a second mark comes from somebody else, or from a code shown at the session. */
@Component(service = Marks.class)
public final class Marks {
    /** Wrong codes that a session bears, over all of its codes: of a million million possible ones. */
    static final int MOST_TRIES = 10;

    private final Ledger ledger;
    private final Activities activities;

    @Activate
    public Marks(@Reference Ledger ledger, @Reference Activities activities) {
        this.ledger = ledger;
        this.activities = activities;
    }

    public Page<Mark> list(User user, String measure, long activity, long session, Paging page) {
        Installed installed = ledger.measures().require(measure);
        return ledger.database().call(tx -> {
            activities.visible(tx, user, installed, activity);
            session(tx, activity, session);
            return page.page(
                    MarkStore.list(tx, session, Ledger.reading(user), page),
                    m -> Paging.key(m.kind(), m.participationId()));
        });
    }

    /** All marks of one session. */
    public List<Mark> all(User user, String measure, long activity, long session) {
        List<Mark> found = new ArrayList<>();
        String after = "";
        do {
            Page<Mark> page = list(user, measure, activity, session, Paging.of(Page.MAX_LIMIT, after));
            found.addAll(page.items());
            after = page.next();
        } while (!after.isEmpty());
        return found;
    }

    /** Presence that only the roll tells of. */
    public Page<Unconfirmed> unconfirmed(User user, String measure, long activity, Paging page) {
        Installed installed = ledger.measures().require(measure);
        return ledger.database().call(tx -> {
            activities.visible(tx, user, installed, activity);
            List<Unconfirmed> rows = MarkStore.unconfirmed(tx, activity, Ledger.reading(user), page).stream()
                    .map(u -> named(user, u) ? u : u.withoutName())
                    .toList();
            return page.page(rows, u -> Paging.key(u.sessionId(), u.participationId()));
        });
    }

    private static boolean named(User user, Unconfirmed row) {
        return row.childId() != null
                ? Ledger.names(user, row.territory())
                : user.scope(Right.ORGANISATIONS_READ).covers(row.territory());
    }

    /**
     * Records that these persons were there, from the organiser's list or from their representatives; a mark that is there stays as it is.
     *
     * @return how many new marks were made
     * @throws Problem CONFLICT for the organiser's list from who marked the roll; INVALID for who was not marked present
     */
    public int mark(User user, String measure, long activity, long session, MarkInput input) {
        Installed installed = ledger.measures().require(measure);
        MarkKind kind = input.checked();
        return Duplicates.as(
                () -> ledger.database().call(tx -> {
                    MarkStore.Kept kept = open(tx, user, installed, activity, session);
                    boolean another =
                            kept.markedBy().filter(by -> by != user.id()).isPresent();
                    if (kind == MarkKind.ORGANISER && !another) {
                        throw Problem.conflict("activity.mark-own-roll");
                    }
                    return mark(tx, user, kept, kind, input.participations());
                }),
                () -> Problem.conflict("record.moved"));
    }

    private int mark(Tx tx, User user, MarkStore.Kept session, MarkKind kind, Collection<Long> participations) {
        Map<Long, String> present = present(tx, user, session, participations, "participations");
        Set<Long> already = MarkStore.marked(tx, session.id(), kind, participations);
        List<Long> fresh =
                present.keySet().stream().filter(p -> !already.contains(p)).toList();
        MarkStore.insert(
                tx, session.id(), kind, fresh, user.id(), ledger.clock().now());
        List<Entry> entries = new ArrayList<>();
        fresh.forEach(p -> entries.add(
                new Entry(Action.UPDATE, "participation", p, present.get(p), "mark " + kind + " " + session.heldOn())));
        ledger.record(tx, user, entries);
        return fresh.size();
    }

    private static Map<Long, String> present(
            Tx tx, User user, MarkStore.Kept session, Collection<Long> participations, String field) {
        Scope scope = Ledger.writing(user);
        Map<Long, String> present = MarkStore.present(tx, session.id(), participations, scope);
        List<Long> others =
                participations.stream().filter(p -> !present.containsKey(p)).toList();
        if (!others.isEmpty()) {
            throw Problem.field(field, "activity.mark-absent", Ledger.join(others))
                    .with("unknown", others);
        }
        return present;
    }

    /** A new code in place of the last one. It is told this once. */
    public SessionCode code(User user, String measure, long activity, long session, CodeWish wish) {
        Installed installed = ledger.measures().require(measure);
        wish.check();
        SessionCode code = SessionCode.until(ledger.clock().now().plus(Duration.ofMinutes(wish.minutes())));
        return ledger.database().call(tx -> {
            MarkStore.Kept kept = open(tx, user, installed, activity, session);
            MarkStore.code(tx, kept.id(), code, user.id());
            Activity found = activities.visible(tx, user, installed, activity);
            ledger.record(tx, user, Action.UPDATE, "activity", activity, found.territory(), "code session=" + session);
            return code;
        });
    }

    /**
     * Takes a code as a mark.
     *
     * @throws Problem INVALID for a wrong code, which is counted, and for one that has run out; CONFLICT after too many wrong ones, while there is
     *     no code, and for who made the code
     */
    public void enter(User user, String measure, long activity, long session, CodeEntry entry) {
        Installed installed = ledger.measures().require(measure);
        entry.check();
        Optional<Problem> refused = Duplicates.as(
                () -> ledger.database().call(tx -> entered(tx, user, installed, activity, session, entry)),
                () -> Problem.conflict("record.moved"));
        // Thrown after the transaction, or the count would be taken back with it.
        if (refused.isPresent()) {
            throw refused.get();
        }
    }

    private Optional<Problem> entered(
            Tx tx, User user, Installed measure, long activity, long session, CodeEntry entry) {
        MarkStore.Kept kept = open(tx, user, measure, activity, session);
        List<Long> who = List.of(entry.participation());
        present(tx, user, kept, who, "participation");
        if (!MarkStore.countTry(tx, session, MOST_TRIES)) {
            throw Problem.conflict("activity.code-tries", MOST_TRIES);
        }
        MarkStore.KeptCode code = MarkStore.code(tx, session);
        String hash = code.hash().orElseThrow(() -> Problem.conflict("activity.code-none"));
        if (code.by().filter(by -> by == user.id()).isPresent()) {
            throw Problem.conflict("activity.code-own");
        }
        Instant until = code.until().orElse(Instant.MIN);
        if (!ledger.clock().now().isBefore(until)) {
            throw Problem.field("code", "activity.code-over");
        }
        if (!hash.equals(SessionCode.hash(session, entry.code()))) {
            return Optional.of(Problem.field("code", "activity.code-wrong"));
        }
        MarkStore.uncountTry(tx, session);
        mark(tx, user, kept, MarkKind.CODE, who);
        return Optional.empty();
    }

    /** A session of an activity the user may write, while what happened at it can still be told. */
    private MarkStore.Kept open(Tx tx, User user, Installed measure, long activity, long session) {
        Activity found = activities.writable(tx, user, measure, activity);
        MarkStore.Kept kept = session(tx, activity, session);
        if (found.state() == ActivityState.CANCELLED) {
            throw Problem.conflict("activity.mark-cancelled");
        }
        return kept;
    }

    private static MarkStore.Kept session(Tx tx, long activity, long session) {
        return MarkStore.session(tx, activity, session).orElseThrow(Problem::notFound);
    }
}
