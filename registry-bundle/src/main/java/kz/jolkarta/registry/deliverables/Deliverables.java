package kz.jolkarta.registry.deliverables;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.DeliverableType;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.registry.lineage.Coaching;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.FieldValues;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Money;
import kz.jolkarta.registry.records.Moves;
import kz.jolkarta.registry.records.Orders.Order;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.records.Reach;
import kz.jolkarta.registry.records.Rows;
import kz.jolkarta.registry.records.StateChange;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Documents and materials of measures. One that shows a child needs the representative's valid consent to publicity. */
@Component(service = Deliverables.class)
public final class Deliverables {
    static final String KIND = "deliverable";

    private final Ledger ledger;

    @Activate
    public Deliverables(@Reference Ledger ledger) {
        this.ledger = ledger;
        boolean more = true;
        while (more) {
            more = ledger.database().call(DeliverableStore::sortTitles) > 0;
        }
    }

    /** Newest first. */
    Page<Deliverable> list(User user, String measure, DeliverableFilter filter, Order<Deliverable> order, Paging page) {
        Installed installed = ledger.measures().require(measure);
        Scope scope = Ledger.reading(user);
        return ledger.database().call(tx -> {
            List<Deliverable> rows = DeliverableStore.list(tx, filter, installed.code(), scope, order, page);
            return page(tx, page, scope, order, rows);
        });
    }

    /** Adopted materials that show a child whose consent was withdrawn or has run out, or who never had one. */
    public Page<Deliverable> toPull(User user, String measure, Paging page) {
        Installed installed = ledger.measures().require(measure);
        Scope scope = Ledger.reading(user);
        LocalDate today = ledger.clock().today();
        return ledger.database().call(tx -> {
            List<Deliverable> rows = DeliverableStore.toPull(tx, installed.code(), scope, today, page);
            return page(tx, page, scope, DeliverableStore.ORDERS.of(""), rows);
        });
    }

    /**
     * The same for one child, over all measures: what a withdrawal of consent has to take back.
     *
     * @throws Problem NOT_FOUND for a child outside the caller's territories
     */
    public MaterialsToPull toPull(User user, long child) {
        Scope scope = Ledger.reading(user);
        LocalDate today = ledger.clock().today();
        return ledger.database().read(tx -> {
            if (ledger.visibleChildren(tx, List.of(child), user.scope(Right.CHILDREN_READ))
                    .isEmpty()) {
                throw Reach.child(tx, user, Right.CHILDREN_READ, child);
            }
            List<Deliverable> found = DeliverableStore.toPull(tx, child, scope, today);
            int elsewhere = DeliverableStore.countToPull(tx, child, today) - found.size();
            return new MaterialsToPull(withParts(tx, found, scope), elsewhere);
        });
    }

    private static Page<Deliverable> page(
            Tx tx, Paging page, Scope scope, Order<Deliverable> order, List<Deliverable> rows) {
        return order.page(page, withParts(tx, rows, scope));
    }

    private static List<Deliverable> withParts(Tx tx, List<Deliverable> rows, Scope scope) {
        List<Long> ids = rows.stream().map(Deliverable::id).toList();
        Map<Long, List<Long>> children = DeliverableStore.children(tx, ids, scope);
        Map<Long, List<ReachedStep>> steps = StepStore.of(tx, ids);
        return rows.stream()
                .map(d -> d.with(children.getOrDefault(d.id(), List.of()), steps.getOrDefault(d.id(), List.of())))
                .toList();
    }

    /** What a material is called. */
    public record Titled(long id, String title, int year) {}

    /** Of all measures, the newest first. @param q a part of the title, in any case */
    public List<Titled> titled(User user, Optional<Long> id, String q, int most) {
        Scope scope = Ledger.reading(user);
        return ledger.database().read(tx -> DeliverableStore.titled(tx, id, q, scope, most));
    }

    /** How many the measure has in each state, within the user's reach. */
    public Map<DeliverableState, Long> counts(User user, String measure) {
        Installed installed = ledger.measures().require(measure);
        Scope scope = Ledger.reading(user);
        return ledger.database().call(tx -> DeliverableStore.counts(tx, installed.code(), scope));
    }

    /** What the children are called, of those the user may see. */
    public Map<Long, String> childNames(User user, Collection<Long> ids) {
        return ledger
                .database()
                .call(tx -> ledger.visibleChildren(tx, ids, user.scope(Right.CHILDREN_READ)))
                .values()
                .stream()
                .collect(Collectors.toMap(Person::id, Person::name));
    }

    /** Notes the export and gives every deliverable of the filter, without the children. */
    Rows<Deliverable> export(User user, String measure, DeliverableFilter filter, Order<Deliverable> order) {
        Installed installed = ledger.measures().require(measure);
        Scope scope = Ledger.reading(user);
        ledger.database().run(tx -> {
            long rows = DeliverableStore.count(tx, filter, installed.code(), scope);
            ledger.record(tx, user, Action.EXPORT, KIND, 0, filter.territory().orElse(""), measure + " rows=" + rows);
        });
        return visitor -> ledger.database().read(tx -> {
            DeliverableStore.each(tx, filter, installed.code(), scope, order, visitor);
            return null;
        });
    }

    /** @throws Problem NOT_FOUND */
    public Deliverable get(User user, String measure, long id) {
        Installed installed = ledger.measures().require(measure);
        return ledger.database().call(tx -> visible(tx, user, installed, id));
    }

    /** @throws Problem CONFLICT when it shows a child without consent, naming how many and which; INVALID for wrong fields */
    public Deliverable create(User user, String measure, DeliverableInput input) {
        Installed installed = ledger.measures().require(measure);
        Checked checked = checked(user, installed, input);
        ledger.requireRun(measure, input.territory(), ledger.clock().today());
        long id = ledger.database().nextId();
        return ledger.database().call(tx -> {
            requireAuthor(tx, user, checked.type(), input.authorId(), Optional.empty());
            requireShowable(tx, user, checked.type(), id, input.childIds(), input.childIds());
            DeliverableStore.insert(
                    tx,
                    id,
                    measure,
                    input,
                    input.yearOr(ledger.clock().today()),
                    checked.amount(),
                    checked.fields(),
                    user.id(),
                    ledger.clock().now());
            DeliverableStore.show(tx, id, input.childIds());
            ledger.record(tx, user, Action.CREATE, KIND, id, input.territory(), measure + "/" + input.type());
            return visible(tx, user, installed, id);
        });
    }

    /** @throws Problem STALE with the difference when it was changed meanwhile; CONFLICT as for {@link #create} */
    public Deliverable update(User user, String measure, long id, int version, DeliverableInput input) {
        Installed installed = ledger.measures().require(measure);
        Checked checked = checked(user, installed, input);
        return ledger.database().call(tx -> {
            Deliverable found = writable(tx, user, installed, id);
            if (found.version() != version) {
                throw Difference.stale(input, found.input());
            }
            if (!found.type().equals(input.type())) {
                throw Problem.field("type", "record.type-fixed");
            }
            requireAuthor(tx, user, checked.type(), input.authorId(), Optional.ofNullable(found.authorId()));
            List<Long> added = input.childIds().stream()
                    .filter(c -> !found.childIds().contains(c))
                    .toList();
            List<Long> removed = found.childIds().stream()
                    .filter(c -> !input.childIds().contains(c))
                    .toList();
            requireShowable(tx, user, checked.type(), id, added, input.childIds());
            int year = input.year() == null ? found.year() : input.year();
            if (!DeliverableStore.update(tx, id, version, input, year, checked.amount(), checked.fields())) {
                throw Difference.stale(input, visible(tx, user, installed, id).input());
            }
            DeliverableStore.show(tx, id, added);
            DeliverableStore.hide(tx, id, removed);
            ledger.record(tx, user, Action.UPDATE, KIND, id, input.territory(), measure + "/" + input.type());
            return visible(tx, user, installed, id);
        });
    }

    /** Brings it into another state; before review and adoption every child shown needs a consent that holds today. */
    public Deliverable move(User user, String measure, long id, OptionalInt version, StateChange change) {
        Installed installed = ledger.measures().require(measure);
        DeliverableState to = change.to(DeliverableState.class);
        LocalDate today = ledger.clock().today();
        return ledger.database().call(tx -> {
            Deliverable found = writable(tx, user, installed, id);
            if (installed
                    .deliverable(found.type())
                    .filter(t -> !t.steps().isEmpty())
                    .isPresent()) {
                throw Problem.conflict("deliverable.by-steps");
            }
            DeliverableState.MOVES.check(found.state(), to, change.reason());
            if (version.isPresent() && version.getAsInt() != found.version()) {
                throw Difference.version(version.getAsInt(), found.version());
            }
            if (to != DeliverableState.DRAFT) {
                requireConsents(tx, user, id, DeliverableStore.shown(tx, id));
            }
            Optional<LocalDate> adopted = to == DeliverableState.ADOPTED ? Optional.of(today) : Optional.empty();
            if (!DeliverableStore.move(tx, id, found.state(), to, adopted)) {
                throw Problem.conflict("record.moved");
            }
            ledger.record(tx, user, Action.UPDATE, KIND, id, found.territory(), found.state() + " > " + to);
            return visible(tx, user, installed, id);
        });
    }

    Deliverable visible(Tx tx, User user, Installed measure, long id) {
        Scope scope = Ledger.reading(user);
        Deliverable found = DeliverableStore.find(tx, measure.code(), id, scope).orElseThrow(Problem::notFound);
        return withParts(tx, List.of(found), scope).get(0);
    }

    Deliverable writable(Tx tx, User user, Installed measure, long id) {
        Deliverable found = visible(tx, user, measure, id);
        user.require(Right.RECORDS_WRITE, found.territory());
        return found;
    }

    /** An input that is in order by itself. */
    private record Checked(DeliverableType type, String fields, Optional<Long> amount) {}

    private Checked checked(User user, Installed measure, DeliverableInput input) {
        input.check();
        DeliverableType type = measure.deliverable(input.type())
                .orElseThrow(() -> Problem.field("type", "record.type-unknown", measure.code()));
        ledger.requireTerritory(input.territory());
        user.require(Right.RECORDS_WRITE, input.territory());
        return new Checked(
                type,
                FieldValues.json(type.fields(), input.fields()),
                Money.lawful(measure, input.amount(), input.source()));
    }

    /** @param kept the author so far, who was coach enough when the material was begun */
    private void requireAuthor(Tx tx, User user, DeliverableType type, Long author, Optional<Long> kept) {
        Optional<Rule.Coached> rule = type.rule(Rule.Coached.class);
        if (author == null) {
            if (rule.isPresent()) {
                throw Problem.field("authorId", "deliverable.author-needed");
            }
            return;
        }
        ledger.staff(tx, "authorId", author, Ledger.writing(user));
        if (rule.isPresent() && !kept.equals(Optional.of(author))) {
            Rule.Coached coached = rule.get();
            LocalDate today = ledger.clock().today();
            if (Coaching.among(tx, ledger.facts(), List.of(author), coached, today)
                    .isEmpty()) {
                Message level = Message.of("level." + Moves.code(coached.atLeast()));
                throw coached.withinMonths() == 0
                        ? Problem.field("authorId", "deliverable.author-no-winner", level)
                        : Problem.field(
                                "authorId", "deliverable.author-no-winner-lately", level, coached.withinMonths());
            }
        }
    }

    /** @param added children to be looked up in the caller's territories; the others are shown already */
    private void requireShowable(
            Tx tx, User user, DeliverableType type, long id, Collection<Long> added, Collection<Long> all) {
        if (!type.showsChildren() && !all.isEmpty()) {
            throw Problem.field("childIds", "deliverable.shows-nobody");
        }
        ledger.children(tx, "childIds", added, Ledger.writing(user));
        requireConsents(tx, user, id, all);
    }

    /** @throws Problem CONFLICT, telling how many have no consent that holds today and which of them the caller may see */
    void requireConsents(Tx tx, User user, long id, Collection<Long> children) {
        List<Long> without =
                DeliverableStore.unconsented(tx, id, children, ledger.clock().today());
        if (!without.isEmpty()) {
            List<Long> nameable = ledger.visibleChildren(tx, without, Ledger.reading(user)).keySet().stream()
                    .sorted()
                    .toList();
            throw Problem.conflict("deliverable.no-consent", without.size()).with("children", nameable);
        }
    }
}
