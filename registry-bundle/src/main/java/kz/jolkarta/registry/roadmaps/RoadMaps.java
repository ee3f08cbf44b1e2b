package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.Duplicates;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.records.Reach;
import kz.jolkarta.registry.records.Rows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Individual road maps, one for a child and school year. Each keeps the version of the form that it was drawn up with. */
@Component(service = RoadMaps.class)
public final class RoadMaps {
    static final String KIND = "road-map";

    private final Ledger ledger;
    private final History history;
    private final Drafts drafts;

    @Activate
    public RoadMaps(@Reference Ledger ledger, @Reference Forms forms) {
        this.ledger = ledger;
        this.history = new History(ledger);
        this.drafts = new Drafts(ledger, history);
    }

    Page<RoadMapRow> list(User user, RoadMapFilter filter, Paging page) {
        Scope scope = user.require(Right.CHILDREN_READ);
        LocalDate today = ledger.clock().today();
        return page.page(
                ledger.database().read(tx -> RoadMapStore.list(tx, filter, scope, today, page)),
                row -> Paging.key(row.dueOn(), row.id()));
    }

    /** Notes the export and gives every map of the filter. */
    Rows<RoadMapRow> export(User user, RoadMapFilter filter) {
        Scope scope = user.require(Right.CHILDREN_EXPORT);
        LocalDate today = ledger.clock().today();
        ledger.database().run(tx -> {
            long rows = RoadMapStore.count(tx, filter, scope, today);
            String detail = "rows=" + rows + " filters=" + filter.names();
            ledger.record(tx, user, Action.EXPORT, KIND, 0, filter.territory().orElse(""), detail);
        });
        return visitor -> ledger.database().read(tx -> {
            RoadMapStore.each(tx, filter, scope, today, visitor);
            return null;
        });
    }

    /** The newest school year first. @throws Problem NOT_FOUND for a child outside the caller's territories */
    public List<RoadMapRow> ofChild(User user, long child) {
        return ledger.database().read(tx -> {
            child(tx, user, child);
            return RoadMapStore.ofChild(tx, child, ledger.clock().today());
        });
    }

    /**
     * The child's newest map that is not closed, else the newest, on a page of the child, whose opening is noted by then.
     *
     * @throws Problem NOT_FOUND for a child outside the caller's territories
     */
    public Optional<RoadMap> present(User user, long child) {
        return ledger.database().read(tx -> {
            child(tx, user, child);
            List<RoadMapRow> rows =
                    RoadMapStore.ofChild(tx, child, ledger.clock().today());
            return rows.stream()
                    .filter(row -> row.state() != RoadMapState.CLOSED)
                    .findFirst()
                    .or(() -> rows.stream().findFirst())
                    .map(row -> visible(tx, user, row.id()));
        });
    }

    /**
     * Opens a road map, which is noted in the same transaction.
     *
     * @throws Problem NOT_FOUND
     */
    public RoadMap get(User user, long id) {
        return ledger.database().call(tx -> {
            RoadMap found = visible(tx, user, id);
            record(tx, user, Action.READ, found, "");
            return found;
        });
    }

    /** What became of the map, newest first. @throws Problem NOT_FOUND */
    Page<MapEvent> history(User user, long id, Paging page) {
        return ledger.database().call(tx -> {
            RoadMap found = visible(tx, user, id);
            record(tx, user, Action.READ, found, "history");
            return page.page(HistoryStore.list(tx, id, page), event -> Paging.key("", event.id()));
        });
    }

    /**
     * Draws up the child's map of a school year with the newest published form.
     *
     * @throws Problem CONFLICT with its id when the child has one; INVALID with each value that does not fit the form
     */
    public RoadMap create(User user, long child, RoadMapInput input) {
        LocalDate today = ledger.clock().today();
        input.check(today);
        SchoolYear year = input.year(today);
        return Duplicates.as(
                () -> ledger.database().call(tx -> {
                    Person person = child(tx, user, child);
                    FormContent form =
                            FormStore.newestPublished(tx, today).orElseThrow().content();
                    Map<String, Object> content =
                            Sight.of(user, person.territory(), 0).merged(form, Map.of(), input.content());
                    Draft draft = new Draft(content, List.of(), List.of());
                    Drafts.Outcome made =
                            drafts.draw(tx, user, year, Map.of(child, draft), input.dueOn(), History.Kind.CREATED);
                    made.requireAll();
                    return visible(tx, user, made.made().get(child));
                }),
                () -> Drafts.known(year));
    }

    /**
     * Draws up maps of a school year with goals and steps, in the caller's transaction and without a query for each child.
     *
     * @param begins the year the school year begins in
     * @param wished what is drawn up, by child
     * @return who got one, and why the others did not: outside the caller's reach, or with a map of that year
     * @throws Problem INVALID for what does not fit the form or the catalogue
     */
    public Drafts.Outcome draft(Tx tx, User user, int begins, Map<Long, Draft> wished) {
        return drafts.draw(tx, user, new SchoolYear(begins), wished, null, History.Kind.CREATED);
    }

    /** @throws Problem CONFLICT once it is approved; STALE with the difference when it was changed meanwhile */
    public RoadMap update(User user, long id, int version, RoadMapInput input) {
        LocalDate today = ledger.clock().today();
        return ledger.database().call(tx -> {
            RoadMap found = visible(tx, user, id);
            Sight sight = found.sight(user);
            requireWriter(user, found, sight, input);
            RoadMapInput sent = new RoadMapInput(
                    input.schoolYear() == null ? found.schoolYear() : input.schoolYear(),
                    input.dueOn() == null ? found.dueOn() : input.dueOn(),
                    input.content());
            if (!found.state().drafted()) {
                throw Problem.conflict("roadmap.fixed", RoadMapState.MOVES.name(found.state()));
            }
            if (found.version() != version) {
                throw Difference.stale(sent, found.shownTo(user).input());
            }
            sent.check(today);
            if (sent.schoolYear() != found.schoolYear()) {
                throw Problem.field("schoolYear", "roadmap.year-fixed");
            }
            String content = Content.json(found.form(), sight.merged(found.form(), found.content(), sent.content()));
            if (!RoadMapStore.update(tx, id, version, sent.dueOn(), content, user.id())) {
                throw Problem.conflict("record.moved");
            }
            record(tx, user, Action.UPDATE, found, Difference.names(sent, found.input()));
            RoadMap changed = visible(tx, user, id);
            history.content(tx, user, found, changed);
            return changed;
        });
    }

    private static void requireWriter(User user, RoadMap map, Sight sight, RoadMapInput input) {
        boolean term = input.dueOn() == null || input.dueOn().equals(map.dueOn());
        if (!term || !sight.write().contains(Readers.DIAGNOSTICS)) {
            user.require(Right.CHILDREN_WRITE, map.territory(), map.schoolId() == null ? 0 : map.schoolId());
        }
    }

    /**
     * Sends an agreed map back to its authors, approves it, or closes a map.
     *
     * @throws Problem FORBIDDEN when who drew it up or changed it last would approve it
     */
    public RoadMap move(User user, long id, OptionalInt version, MapChange change) {
        return ledger.database().call(tx -> {
            RoadMap found = visible(tx, user, id);
            new RoadMapMoves(ledger, history).move(tx, user, found, version, change);
            return visible(tx, user, id);
        });
    }

    /** The child's representative agrees to the map as it is now. @throws Problem CONFLICT once it is approved */
    public RoadMap agree(User user, long id, OptionalInt version, Agreement agreement) {
        return ledger.database().call(tx -> {
            RoadMap found = visible(tx, user, id);
            new RoadMapMoves(ledger, history).agree(tx, user, found, version, agreement);
            return visible(tx, user, id);
        });
    }

    /** Who can agree to the map: the representatives on record by id, for those who may write that down. */
    Map<Long, String> representatives(User user, RoadMap map) {
        user.require(Right.CHILDREN_WRITE, map.territory());
        return ledger.database().read(tx -> MapMoveStore.representatives(tx, map.childId()));
    }

    RoadMap visible(Tx tx, User user, long id) {
        Scope scope = user.require(Right.CHILDREN_READ);
        return RoadMapStore.find(tx, id, scope, ledger.clock().today())
                .orElseThrow(() -> Reach.roadMap(tx, user, Right.CHILDREN_READ, id));
    }

    private Person child(Tx tx, User user, long id) {
        return ledger.requireChild(tx, user, id);
    }

    void record(Tx tx, User user, Action action, RoadMap map, String detail) {
        ledger.record(tx, user, action, KIND, map.id(), map.territory(), detail);
    }
}
