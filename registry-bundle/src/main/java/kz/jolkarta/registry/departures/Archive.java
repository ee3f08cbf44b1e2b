package kz.jolkarta.registry.departures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Audit.Entry;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.registry.bulk.Changed;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Reach;
import kz.jolkarta.registry.records.Rows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The archive: records of children who left, kept as they are and out of every working list. The figures of the days before they left go on
 * counting them.
 */
@Component(service = Archive.class)
public final class Archive {
    private final Ledger ledger;
    private final Gazetteer gazetteer;

    @Activate
    public Archive(@Reference Ledger ledger, @Reference Gazetteer gazetteer) {
        this.ledger = ledger;
        this.gazetteer = gazetteer;
    }

    Page<Archived> list(Caller caller, ArchivedFilter filter, Paging page) {
        Scope scope = caller.user().require(Right.CHILDREN_READ);
        return ledger.database()
                .read(tx -> page.page(
                        ArchivedStore.list(tx, filter, scope, page, code -> gazetteer.place(code, caller.language())),
                        row -> Paging.key(filter.byDay() ? row.leftOn() : row.sortKey(), row.id())));
    }

    /** Notes the export and gives every row of the filter. */
    Rows<Archived> export(Caller caller, ArchivedFilter filter) {
        User user = caller.user();
        Scope scope = user.require(Right.CHILDREN_EXPORT);
        ledger.database().run(tx -> {
            String detail = "archived, rows=" + ArchivedStore.count(tx, filter, scope);
            ledger.record(
                    tx, user, Action.EXPORT, Reach.CHILD, 0, filter.territory().orElse(""), detail);
        });
        return visitor -> ledger.database().read(tx -> {
            ArchivedStore.each(tx, filter, scope, code -> gazetteer.place(code, caller.language()), visitor);
            return null;
        });
    }

    /** What would be kept; nothing is changed. @throws Problem as {@link #put} */
    ArchivePreview preview(Caller caller, long child) {
        return ledger.database().read(tx -> {
            Leaver found = Departures.writable(tx, caller.user(), child);
            objection(found).ifPresent(problem -> {
                throw problem;
            });
            return ArchivedStore.kept(tx, child, found.version());
        });
    }

    /**
     * Puts the record of a child that left into the archive.
     *
     * @throws Problem NOT_FOUND; FORBIDDEN outside the caller's territories; STALE; CONFLICT for a child that did not leave
     */
    Outcome put(Caller caller, long child, int version, ArchiveInput input) {
        input.check();
        User user = caller.user();
        return ledger.database().call(tx -> {
            Leaver found = Departures.writable(tx, user, child);
            Departures.requireVersion(found, version);
            objection(found).ifPresent(problem -> {
                throw problem;
            });
            put(tx, user, List.of(found), input.reason());
            return outcome(tx, child, version + 1);
        });
    }

    /** Takes a record out of the archive again: the child has left, as before. @throws Problem CONFLICT when it is not archived */
    Outcome take(Caller caller, long child, int version, ArchiveInput input) {
        input.check();
        User user = caller.user();
        return ledger.database().call(tx -> {
            Leaver found = Departures.writable(tx, user, child);
            Departures.requireVersion(found, version);
            if (!found.state().equals(Leaver.ARCHIVED)) {
                throw Problem.conflict("archive.not-archived");
            }
            take(tx, user, List.of(found), Action.UPDATE);
            return outcome(tx, child, version + 1);
        });
    }

    private static Outcome outcome(Tx tx, long child, int version) {
        List<Departure> all = DepartureStore.ofChild(tx, child);
        return new Outcome(all.isEmpty() ? null : all.get(0), null, List.of(), version);
    }

    /** Why the child cannot be archived; the same for one and for many. */
    private static Optional<Problem> objection(Leaver child) {
        return switch (child.state()) {
            case Leaver.LEFT ->
                child.leftOn().isPresent() ? Optional.empty() : Optional.of(Problem.conflict("archive.no-day"));
            case Leaver.ARCHIVED -> Optional.of(Problem.conflict("archive.archived-already"));
            default -> Optional.of(Problem.conflict("archive.not-left"));
        };
    }

    /**
     * Archives many.
     *
     * @param done gets what was changed
     * @return why a record was left as it is
     */
    Map<Long, Problem> many(Tx tx, User user, List<Long> ids, List<Changed> done) {
        Map<Long, Problem> refused = new LinkedHashMap<>();
        ids.forEach(id -> refused.put(id, Problem.notFound()));
        List<Leaver> lawful = new ArrayList<>();
        DepartureStore.children(tx, ids, user.require(Right.CHILDREN_WRITE)).forEach(child -> {
            Optional<Problem> objection = objection(child);
            if (objection.isPresent()) {
                refused.put(child.id(), objection.get());
            } else {
                refused.remove(child.id());
                lawful.add(child);
                done.add(new Changed(child.id(), child.version() + 1, ""));
            }
        });
        put(tx, user, lawful, null);
        return refused;
    }

    /** Takes many out again, as a job had put them in. @return why a record stays in the archive */
    Map<Long, Message> undo(Tx tx, User user, List<Changed> changes) {
        Map<Long, Integer> versions = new HashMap<>();
        Map<Long, Message> kept = new LinkedHashMap<>();
        changes.forEach(change -> {
            versions.put(change.id(), change.version());
            kept.put(change.id(), Message.of("problem.not-found"));
        });
        List<Leaver> back = new ArrayList<>();
        DepartureStore.children(tx, versions.keySet(), user.require(Right.CHILDREN_WRITE))
                .forEach(child -> {
                    if (child.version() == versions.get(child.id())
                            && child.state().equals(Leaver.ARCHIVED)) {
                        kept.remove(child.id());
                        back.add(child);
                    } else {
                        kept.put(child.id(), Message.of("archive.changed-since"));
                    }
                });
        take(tx, user, back, Action.UNDO);
        return kept;
    }

    private void put(Tx tx, User user, List<Leaver> children, String reason) {
        Instant now = ledger.clock().now();
        moved(DepartureStore.archive(tx, rows(children, now)), children);
        DepartureStore.insert(
                tx,
                children.stream()
                        .map(child -> DepartureStore.row(
                                ledger.database().nextId(),
                                child,
                                Leaver.ARCHIVED,
                                ledger.clock().today(),
                                reason,
                                user.id(),
                                now))
                        .toList());
        record(tx, user, children, Action.UPDATE, "LEFT > ARCHIVED");
    }

    private void take(Tx tx, User user, List<Leaver> children, Action action) {
        if (children.isEmpty()) {
            return;
        }
        Instant now = ledger.clock().now();
        moved(DepartureStore.unarchive(tx, rows(children, now)), children);
        DepartureStore.end(tx, children.stream().map(Leaver::id).toList(), Leaver.ARCHIVED, user.id(), now);
        record(tx, user, children, action, "out of the archive");
    }

    /** One that was archived without having left is a present child again. */
    private static List<Map<String, Object>> rows(List<Leaver> children, Instant now) {
        return children.stream()
                .map(child -> Map.<String, Object>of(
                        "id",
                        child.id(),
                        "version",
                        child.version(),
                        "state",
                        child.leftOn().isPresent() ? Leaver.LEFT : Leaver.ACTIVE,
                        "now",
                        now))
                .toList();
    }

    private static void moved(int rows, List<Leaver> children) {
        if (rows != children.size()) {
            throw Problem.conflict("record.moved");
        }
    }

    private void record(Tx tx, User user, List<Leaver> children, Action action, String detail) {
        ledger.record(
                tx,
                user,
                children.stream()
                        .map(child -> new Entry(action, Reach.CHILD, child.id(), child.territory(), detail))
                        .toList());
    }
}
