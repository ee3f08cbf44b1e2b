package kz.jolkarta.registry.records;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.criteria.Objections;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.registry.RegionSets;
import kz.jolkarta.core.registry.Territories;
import kz.jolkarta.core.registry.Territories.Territory;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.RegistrySchema;
import kz.jolkarta.registry.figures.Facts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What every kind of record is kept with: the database, the catalogue, the audit trail, the office's day, the facts of children. */
@Component(service = Ledger.class)
public final class Ledger {
    private final Database database;
    private final Measures measures;
    private final Audit audit;
    private final OfficeClock clock;
    private final Territories territories;
    private final Facts facts;
    private final AtomicReference<RegionSets> regions = new AtomicReference<>();

    @Activate
    public Ledger(
            @Reference Database database,
            @Reference Measures measures,
            @Reference Audit audit,
            @Reference OfficeClock clock,
            @Reference Territories territories,
            @Reference Facts facts,
            @Reference RegistrySchema schema) {
        this(database, measures, audit, clock, territories, facts);
    }

    public Ledger(
            Database database,
            Measures measures,
            Audit audit,
            OfficeClock clock,
            Territories territories,
            Facts facts) {
        this.database = database;
        this.measures = measures;
        this.audit = audit;
        this.clock = clock;
        this.territories = territories;
        this.facts = facts;
    }

    public Database database() {
        return database;
    }

    public Measures measures() {
        return measures;
    }

    public OfficeClock clock() {
        return clock;
    }

    public Facts facts() {
        return facts;
    }

    public void record(Tx tx, User user, Audit.Action action, String kind, long id, String territory, String detail) {
        audit.record(tx, user, new Audit.Entry(action, kind, id, territory, detail));
    }

    /** Notes that a list was taken along. @param id of the record it is of, 0 for none */
    public void exported(User user, String kind, long id, String territory) {
        database.run(tx -> record(tx, user, Audit.Action.EXPORT, kind, id, territory, "list"));
    }

    public void record(Tx tx, User user, List<Audit.Entry> entries) {
        if (!entries.isEmpty()) {
            audit.record(tx, user, entries);
        }
    }

    /** @throws Problem INVALID at {@code territory} for an unknown unit */
    public Territory requireTerritory(String code) {
        return territories.find(code).orElseThrow(() -> Problem.field("territory", "record.territory-unknown"));
    }

    /** A service that itself may need what the ledger is made of, so it comes later and is not waited for. */
    @Reference(
            name = "regions",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bind(RegionSets sets) {
        regions.set(sets);
    }

    public void unbind(RegionSets sets) {
        regions.compareAndSet(sets, null);
    }

    /**
     * Asked before the transaction that writes, since it opens one of its own.
     *
     * @throws Problem CONFLICT when the territory's region does not carry out the measure on the day
     */
    public void requireRun(String measure, String territory, LocalDate day) {
        RegionSets sets = regions.get();
        if (sets != null) {
            sets.requireRun(measure, territory, day);
        }
    }

    /**
     * The child within the scope; one outside answers exactly as an unknown one.
     *
     * @throws Problem INVALID at {@code field}
     */
    public Person child(Tx tx, String field, long id, Scope scope) {
        return children(tx, field, List.of(id), scope).get(id);
    }

    /**
     * The child that somebody asked for by its address.
     *
     * @throws Problem NOT_FOUND; the audit trail is told when it exists and the caller does not reach it
     */
    public Person requireChild(Tx tx, User user, long id) {
        Scope scope = Reach.require(user, Right.CHILDREN_READ, id);
        Person found = visibleChildren(tx, List.of(id), scope).get(id);
        if (found == null) {
            throw Reach.child(tx, user, Right.CHILDREN_READ, id);
        }
        return found;
    }

    public Person staff(Tx tx, String field, long id, Scope scope) {
        return staff(tx, field, List.of(id), scope).get(id);
    }

    /** Those of the children who are in the scope. */
    public Map<Long, Person> visibleChildren(Tx tx, Collection<Long> ids, Scope scope) {
        return PersonStore.children(tx, ids, scope);
    }

    /** Those of the staff who are in the scope. */
    public Map<Long, Person> visibleStaff(Tx tx, Collection<Long> ids, Scope scope) {
        return PersonStore.staff(tx, ids, scope);
    }

    /** @throws Problem INVALID at {@code field}, naming the unknown ids */
    public Map<Long, Person> children(Tx tx, String field, Collection<Long> ids, Scope scope) {
        return all(field, "record.child-unknown", ids, PersonStore.children(tx, ids, scope));
    }

    public Map<Long, Person> staff(Tx tx, String field, Collection<Long> ids, Scope scope) {
        return all(field, "record.staff-unknown", ids, PersonStore.staff(tx, ids, scope));
    }

    private static Map<Long, Person> all(String field, String key, Collection<Long> ids, Map<Long, Person> found) {
        List<Long> unknown =
                ids.stream().filter(id -> !found.containsKey(id)).sorted().toList();
        if (!unknown.isEmpty()) {
            throw Problem.field(field, key, join(unknown)).with("unknown", unknown);
        }
        return found;
    }

    /** Why which child does not meet the criterion on the day; those who do are not in it. */
    public Map<Long, List<Message>> objections(Tx tx, Criterion who, Collection<Long> children, LocalDate day) {
        Map<Long, List<Message>> objections = new LinkedHashMap<>();
        if (who instanceof Criterion.Everyone || children.isEmpty()) {
            return objections;
        }
        facts.of(tx, children, day).forEach(child -> {
            List<Message> found = Objections.of(who, child, day);
            if (!found.isEmpty()) {
                objections.put(child.id(), found);
            }
        });
        return objections;
    }

    /** Every condition of the criterion with whether each child meets it on the day, to explain a refusal. */
    public Map<Long, List<Met>> conditions(Tx tx, Criterion who, Collection<Long> children, LocalDate day) {
        Map<Long, List<Met>> conditions = new LinkedHashMap<>();
        if (!(who instanceof Criterion.Everyone) && !children.isEmpty()) {
            facts.of(tx, children, day).forEach(child -> conditions.put(child.id(), Met.of(who, child, day)));
        }
        return conditions;
    }

    /** Where the user may write records; reading alone is not enough. */
    public static Scope writing(User user) {
        return user.require(Right.RECORDS_WRITE);
    }

    public static Scope reading(User user) {
        return user.require(Right.RECORDS_READ);
    }

    /** Whether the names of persons of this territory may be shown to the user. */
    public static boolean names(User user, String territory) {
        return user.scope(Right.CHILDREN_READ).covers(territory);
    }

    /** Ids for a message, in plain digits. */
    public static String join(Collection<Long> ids) {
        return String.join(", ", ids.stream().map(String::valueOf).toList());
    }
}
