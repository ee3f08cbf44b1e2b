package kz.jolkarta.registry.children;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.ConstraintViolation;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Remembered;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.children.Child.Warning;
import kz.jolkarta.registry.children.ChildStore.Kept;
import kz.jolkarta.registry.children.ChildStore.Known;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.records.Checks;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Reach;
import kz.jolkarta.registry.residence.Residences;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The children of the registry. One outside the caller's territories answers exactly as an unknown one. */
@Component(service = Children.class)
public final class Children {
    static final String KIND = "child";
    private static final int KNOWN = 500;
    private static final Duration REST = Duration.ofSeconds(30);

    private final Database database;
    private final Audit audit;
    private final OfficeClock clock;
    private final Gazetteer gazetteer;
    private final Texts texts;
    private final ChildViews views;
    private final Residences residences;
    private final NotReached notReached;
    private final Remembered<Counted, Long> counts;
    private final Remembered<Listed, List<Long>> pages;

    private record Listed(ChildStore.Asked asked, Paging page) {}

    private record Counted(ChildFilter filter, Scope scope, LocalDate today) {}

    @Activate
    public Children(
            @Reference Database database,
            @Reference Audit audit,
            @Reference OfficeClock clock,
            @Reference Gazetteer gazetteer,
            @Reference Texts texts,
            @Reference Residences residences,
            @Reference NotReached notReached) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.gazetteer = gazetteer;
        this.texts = texts;
        this.views = new ChildViews(gazetteer, clock);
        this.residences = residences;
        this.notReached = notReached;
        this.counts = new Remembered<>(database, KNOWN);
        this.pages = new Remembered<>(database, 4 * KNOWN);
    }

    /** Made before a transaction, since it reads by itself. */
    private ChildStore.Asked asked(ChildFilter filter, Scope scope) {
        return ChildStore.Asked.of(filter, scope, clock.today(), notReached);
    }

    /** A page of the children of the filter within the caller's reach. */
    public Page<ChildRow> list(Caller caller, ChildFilter filter, Paging page) {
        Scope scope = caller.user().require(Right.CHILDREN_READ);
        ChildStore.Asked asked = asked(filter, scope);
        List<Long> ids = pages.of(new Listed(asked, page), () -> database.read(tx -> ChildStore.ids(tx, asked, page)));
        Page<Kept> found =
                database.read(tx -> page.page(ChildStore.list(tx, ids), kept -> Paging.key(kept.sortKey(), kept.id())));
        return new Page<>(shown(caller, found.items()), found.next());
    }

    /** These children as rows, in the order given; those out of reach are left out. */
    public List<ChildRow> rows(Caller caller, List<Long> ids) {
        Scope scope = caller.user().require(Right.CHILDREN_READ);
        return shown(caller, database.<List<Kept>>read(tx -> ChildStore.list(tx, ids, scope)));
    }

    private List<ChildRow> shown(Caller caller, List<Kept> children) {
        Map<Long, List<Integer>> missed = notReached.numbers(ChildStore.territories(children));
        return database.read(tx -> views.rows(tx, children, missed, clock.today(), caller.language()));
    }

    /** How many children the filter holds within the user's reach. */
    public long count(User user, ChildFilter filter) {
        Scope scope = user.require(Right.CHILDREN_READ);
        return counts.dated(new Counted(filter, scope, clock.today()), clock.now(), () -> counted(filter, scope))
                .answer();
    }

    private long counted(ChildFilter filter, Scope scope) {
        ChildStore.Asked asked = asked(filter, scope);
        return database.read(tx -> ChildStore.count(tx, asked));
    }

    /** The same as it was known last, and nothing before it was ever counted; nobody waits for it. */
    public Optional<Long> lately(User user, ChildFilter filter) {
        Scope scope = user.require(Right.CHILDREN_READ);
        return counts.known(new Counted(filter, scope, clock.today()), clock.now(), REST, () -> counted(filter, scope));
    }

    /** Ids of all children of the filter within the user's reach, ascending; for jobs, which note each child they touch. */
    public List<Long> ids(User user, ChildFilter filter) {
        Scope scope = user.require(Right.CHILDREN_READ);
        ChildStore.Asked asked = asked(filter, scope);
        return database.read(tx -> ChildStore.ids(tx, asked));
    }

    /**
     * Opens a child, which is noted in the same transaction.
     *
     * @throws Problem NOT_FOUND
     */
    public Child open(Caller caller, long id) {
        return open(caller, id, kept -> "");
    }

    /**
     * Opens a child to show its whole IIN, which is noted as such under the right that allows it.
     *
     * @throws Problem NOT_FOUND; FORBIDDEN for who may neither change the child nor take its data out
     */
    public Child openWithNumber(Caller caller, long id) {
        User user = caller.user();
        return open(caller, id, kept -> {
            boolean writes = user.scope(Right.CHILDREN_WRITE)
                    .covers(kept.where().territory(), kept.where().school());
            if (!writes) {
                Reach.require(user, Right.CHILDREN_EXPORT, KIND, id, kept.where());
            }
            return writes ? "iin" : "iin export";
        });
    }

    private Child open(Caller caller, long id, Function<Kept, String> detail) {
        User user = caller.user();
        return database.call(tx -> {
            Kept child = visible(tx, user, id);
            record(tx, user, Audit.Action.READ, child, detail.apply(child));
            return views.whole(tx, child, caller, List.of());
        });
    }

    /** @throws Problem INVALID with every wrong field; CONFLICT when the IIN is known, with the child's id if the caller may see it */
    Child create(Caller caller, Child input) {
        User user = caller.user();
        ChildData data = input.data();
        checked(data, ChildParts.of(input));
        user.require(Right.CHILDREN_WRITE, data.territory());
        long id = database.nextId();
        return unique(
                user,
                data,
                () -> database.call(tx -> {
                    requireNew(tx, user, data, id);
                    requireSchool(tx, data);
                    List<Warning> warnings = warnings(tx, caller, data, id);
                    ChildStore.insert(tx, id, data, clock.today(), clock.now());
                    ChildParts.of(input).insert(tx, database::nextId, id);
                    Kept made = ChildStore.find(tx, id, Scope.COUNTRY).orElseThrow();
                    record(tx, user, Audit.Action.CREATE, made, "");
                    return views.whole(tx, made, caller, warnings);
                }));
    }

    /**
     * Changes a child's own data, or moves it; what it has several of is changed one by one, and leaving, returning and the archive have acts of
     * their own, which say what goes along with them.
     *
     * @throws Problem NOT_FOUND; INVALID for another state; STALE with the difference when it was changed meanwhile; FORBIDDEN when either place is outside the
     *     caller's territories
     */
    Child change(Caller caller, long id, int version, Child input) {
        User user = caller.user();
        ChildData data = input.data();
        return unique(
                user,
                data,
                () -> database.call(tx -> {
                    Kept found = writable(tx, user, id);
                    checked(data, ChildParts.NONE);
                    Reach.require(user, Right.CHILDREN_WRITE, KIND, id, data.where());
                    if (found.version() != version) {
                        throw Difference.stale(data, found.data());
                    }
                    requireSameState(data, found.data());
                    ChildParts.of(input).requireUnchanged(tx, id);
                    requireNew(tx, user, data, id);
                    requireSchool(tx, data);
                    List<Warning> warnings = warnings(tx, caller, data, id);
                    if (data.equals(found.data())) {
                        return views.whole(tx, found, caller, warnings);
                    }
                    boolean elsewhere = !data.samePlace(found.data());
                    if (elsewhere) {
                        residences.leave(tx, user, id, clock.today());
                    }
                    if (!ChildStore.update(tx, id, version, data, clock.now())) {
                        throw Problem.conflict("record.moved");
                    }
                    if (elsewhere) {
                        residences.arrive(tx, user, id, clock.today());
                    }
                    Kept changed = ChildStore.find(tx, id, Scope.COUNTRY).orElseThrow();
                    String fields = Difference.names(data, found.data());
                    record(tx, user, Audit.Action.UPDATE, changed, fields);
                    if (!data.territory().equals(found.data().territory())) {
                        record(tx, user, Audit.Action.UPDATE, found, "moved away");
                    }
                    return views.whole(tx, changed, caller, warnings);
                }));
    }

    Kept visible(Tx tx, User user, long id) {
        return ChildStore.find(tx, id, Reach.require(user, Right.CHILDREN_READ, id))
                .orElseThrow(() -> Reach.child(tx, user, Right.CHILDREN_READ, id));
    }

    private Kept writable(Tx tx, User user, long id) {
        Kept found = visible(tx, user, id);
        Reach.require(user, Right.CHILDREN_WRITE, KIND, id, found.where());
        return found;
    }

    void record(Tx tx, User user, Audit.Action action, Kept child, String detail) {
        audit.record(
                tx, user, new Audit.Entry(action, KIND, child.id(), child.data().territory(), detail));
    }

    private void checked(ChildData data, ChildParts parts) {
        Checks checks = new Checks();
        data.check(checks, clock.today(), gazetteer);
        parts.check(checks, clock.today());
        checks.done();
    }

    private static void requireSameState(ChildData data, ChildData found) {
        if (data.state() != found.state()) {
            throw Problem.field("state", "child.state-elsewhere");
        }
        if (!Objects.equals(data.leftOn(), found.leftOn())) {
            throw Problem.field("leftOn", "child.state-elsewhere");
        }
    }

    private static void requireSchool(Tx tx, ChildData data) {
        if (data.schoolId() != null && !ChildStore.schoolKnown(tx, data.schoolId())) {
            throw Problem.field("school", "record.organisation-unknown");
        }
    }

    private static void requireNew(Tx tx, User user, ChildData data, long id) {
        if (data.iin() != null) {
            ChildStore.byIin(tx, data.iin()).filter(known -> known.id() != id).ifPresent(known -> {
                throw taken(user, known);
            });
        }
    }

    private static Problem taken(User user, Known known) {
        return user.scope(Right.CHILDREN_READ)
                        .covers(known.where().territory(), known.where().school())
                ? Problem.conflict("child.iin.known").with("id", known.id())
                : Problem.conflict("child.iin.elsewhere");
    }

    /** Somebody else may have registered the number between the look and the insert. */
    private <T> T unique(User user, ChildData data, Supplier<T> work) {
        try {
            return work.get();
        } catch (ConstraintViolation violation) {
            Optional<Known> known =
                    data.iin() == null ? Optional.empty() : database.read(tx -> ChildStore.byIin(tx, data.iin()));
            if (violation.kind() == ConstraintViolation.Kind.UNIQUE && known.isPresent()) {
                throw taken(user, known.get());
            }
            throw violation;
        }
    }

    private List<Warning> warnings(Tx tx, Caller caller, ChildData data, long id) {
        List<Warning> warnings = new ArrayList<>();
        Optional.ofNullable(data.iin())
                .flatMap(Iin::of)
                .map(iin -> ChildRules.differences(iin, data.birthDate(), data.sex()))
                .orElse(List.of())
                .forEach(found -> warnings.add(warning(caller, "iin", found)));
        List<Long> alike = ChildStore.alike(tx, data, caller.user().require(Right.CHILDREN_READ), id);
        if (!alike.isEmpty()) {
            String ids = String.join(", ", alike.stream().map(Objects::toString).toList());
            warnings.add(warning(caller, "surname", Message.of("child.alike", ids)));
        }
        return warnings;
    }

    private Warning warning(Caller caller, String field, Message message) {
        return new Warning(field, texts.text(caller.language(), message));
    }
}
