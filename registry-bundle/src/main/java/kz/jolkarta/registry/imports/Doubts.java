package kz.jolkarta.registry.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.files.Sheets.Cell;
import kz.jolkarta.core.files.Sheets.CellKind;
import kz.jolkarta.core.files.Sheets.SheetRow;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.RegistrySchema;
import kz.jolkarta.registry.children.Iin;
import kz.jolkarta.registry.organisations.Organisation;
import kz.jolkarta.registry.records.Rows;
import kz.jolkarta.registry.residence.Residences;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rows of lists that may be a known child: a person decides, nothing is ever merged by itself. */
@Component(service = Doubts.class)
public final class Doubts {
    /**
     * @param evidence code of why it is doubtful
     * @param cells what the row says, by field
     * @param child what is known of the child, by the same fields
     */
    public record Doubt(
            long id,
            long batch,
            int row,
            String evidence,
            long childId,
            Map<String, String> cells,
            Map<String, String> child) {}

    private final Database database;
    private final Audit audit;
    private final OfficeClock clock;
    private final Residences residences;

    /** @param schema only that the tables are there */
    @Activate
    public Doubts(
            @Reference RegistrySchema schema,
            @Reference Database database,
            @Reference Audit audit,
            @Reference OfficeClock clock,
            @Reference Residences residences) {
        this(database, audit, clock, residences);
    }

    Doubts(Database database, Audit audit, OfficeClock clock, Residences residences) {
        this.residences = residences;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** How many wait in the user's territory. */
    public long waiting(User user) {
        Scope scope = user.require(Right.CHILDREN_IMPORT);
        return database.read(tx -> DoubtStore.waiting(tx, scope));
    }

    /** Those that wait in the user's territory, oldest first. */
    public List<Doubt> open(User user, long after, int limit) {
        return open(user, OptionalLong.empty(), after, limit);
    }

    /** @param batch those of this list only */
    public List<Doubt> open(User user, OptionalLong batch, long after, int limit) {
        Scope scope = user.require(Right.CHILDREN_IMPORT);
        return database.call(tx -> shown(tx, user, scope, DoubtStore.open(tx, scope, batch, after, limit)));
    }

    /** Notes the export and gives every row that waits. @param batch those of this list only */
    Rows<Doubt> export(User user, OptionalLong batch) {
        user.require(Right.CHILDREN_IMPORT);
        database.run(tx -> audit.record(tx, user, new Audit.Entry(Audit.Action.EXPORT, "doubtful-row", 0, "", "list")));
        return visitor -> Page.each(
                after -> {
                    List<Doubt> found = open(user, batch, after.isEmpty() ? 0 : Long.parseLong(after), Page.MAX_LIMIT);
                    boolean last = found.size() < Page.MAX_LIMIT;
                    return new Page<>(
                            found,
                            last
                                    ? ""
                                    : String.valueOf(found.get(found.size() - 1).id()));
                },
                visitor);
    }

    /** @throws Problem NOT_FOUND outside the user's territory, CONFLICT when it is settled already */
    public Doubt find(User user, long id) {
        Scope scope = user.require(Right.CHILDREN_IMPORT);
        return database.call(tx -> {
            DoubtStore.Pair pair = DoubtStore.find(tx, id, scope).orElseThrow(Problem::notFound);
            if (pair.decision() != DoubtStore.Decision.OPEN) {
                throw Problem.conflict("import.doubt-settled");
            }
            return shown(tx, user, scope, List.of(pair)).get(0);
        });
    }

    /** How many rows of the list wait, as far as the user may settle them. */
    public long waiting(User user, long batch) {
        Scope scope = user.require(Right.CHILDREN_IMPORT);
        return database.read(tx -> DoubtStore.waiting(tx, scope, batch));
    }

    private List<Doubt> shown(Tx tx, User user, Scope scope, List<DoubtStore.Pair> pairs) {
        Map<Long, Known> children = ListedChildStore.byId(
                tx, pairs.stream().map(DoubtStore.Pair::child).toList());
        List<Doubt> doubts = new ArrayList<>();
        for (DoubtStore.Pair pair : pairs) {
            Optional<Known> child =
                    Optional.ofNullable(children.get(pair.child())).filter(k -> scope.covers(k.territory()));
            child.ifPresent(k -> audit.record(
                    tx,
                    user,
                    new Audit.Entry(Audit.Action.READ, "child", k.id, k.territory(), "doubtful row " + pair.id())));
            doubts.add(new Doubt(
                    pair.id(),
                    pair.batch(),
                    pair.row(),
                    pair.evidence(),
                    pair.child(),
                    masked(pair.cells()),
                    child.map(Doubts::shown).orElse(Map.of())));
        }
        return doubts;
    }

    private static Map<String, String> masked(Map<String, String> cells) {
        Map<String, String> masked = new LinkedHashMap<>(cells);
        masked.computeIfPresent(Column.IIN.code(), (column, text) -> Numbers.masked(text));
        return masked;
    }

    private static Map<String, String> shown(Known child) {
        Map<String, String> shown = new TreeMap<>();
        shown.put(Column.IIN.code(), Iin.of(child.text("iin")).map(Iin::masked).orElse(""));
        shown.put(Column.SURNAME.code(), child.text("surname"));
        shown.put(Column.GIVEN_NAME.code(), child.text("given_name"));
        shown.put(Column.PATRONYMIC.code(), child.text("patronymic"));
        shown.put(Column.BIRTH_DATE.code(), child.text("birth_date"));
        shown.put(Column.TERRITORY.code(), child.territory());
        shown.values().removeIf(String::isEmpty);
        return shown;
    }

    /**
     * SAME: the row is the child, what it says is taken over. DIFFERENT: it is another child, registered when the row is whole and its IIN
     * is not another's. DISCARDED: the row is dropped.
     *
     * @throws Problem NOT_FOUND outside the user's territory, CONFLICT when it is settled already or the row cannot be registered
     */
    public void settle(User user, long id, String decision) {
        Scope scope = user.require(Right.CHILDREN_IMPORT);
        DoubtStore.Decision wanted = decision(decision);
        Places places = new Places(database.read(ImportStore::places));
        Stale.again(() -> database.call(tx -> {
            DoubtStore.Pair pair = DoubtStore.find(tx, id, scope).orElseThrow(Problem::notFound);
            if (!DoubtStore.decide(tx, id, wanted, user.id(), clock.now())) {
                throw Problem.conflict("import.doubt-settled");
            }
            Line line = line(pair, places, scope);
            switch (wanted) {
                case SAME -> same(tx, user, scope, pair, line);
                case DIFFERENT -> different(tx, user, pair, line);
                default -> {}
            }
            audit.record(
                    tx,
                    user,
                    new Audit.Entry(Audit.Action.UPDATE, "doubtful-row", id, pair.territory(), wanted.name()));
            return true;
        }));
    }

    private static DoubtStore.Decision decision(String code) {
        return switch (code) {
            case "same" -> DoubtStore.Decision.SAME;
            case "different" -> DoubtStore.Decision.DIFFERENT;
            case "discard" -> DoubtStore.Decision.DISCARDED;
            default -> throw Problem.field("decision", "import.decision-unknown", code);
        };
    }

    /** The row is read again from its cells, by the same rules as in its list. */
    private Line line(DoubtStore.Pair pair, Places places, Scope scope) {
        List<String> headings = List.copyOf(pair.cells().keySet());
        Layout layout =
                new Layout(0, headings, headings.stream().map(Column::of).toList());
        List<Cell> cells = headings.stream()
                .map(h -> new Cell(pair.cells().get(h), CellKind.TEXT))
                .toList();
        return new RowReader(layout, places, scope, clock.today()).read(new SheetRow(pair.row(), cells));
    }

    private void same(Tx tx, User user, Scope scope, DoubtStore.Pair pair, Line line) {
        Map<Long, Known> children = ListedChildStore.byId(tx, List.of(pair.child()));
        Known child = children.get(pair.child());
        if (child == null || !scope.covers(child.territory())) {
            throw Problem.conflict("import.doubt-child-gone");
        }
        ListedChildStore.fill(tx, children, clock.today());
        Work work = new Work();
        decisions(tx, pair, line, child.territory(), work).update(child, line);
        write(tx, user, pair, work);
    }

    private void different(Tx tx, User user, DoubtStore.Pair pair, Line line) {
        boolean known = !line.iin().isEmpty()
                && !(ListedChildStore.byIin(tx, List.of(line.iin())).isEmpty()
                        && ListedChildStore.byMergedIin(tx, List.of(line.iin())).isEmpty());
        if (known) {
            // Two children cannot have one number: the row stays out, and the user corrects the number in the list.
            return;
        }
        if (line.rejected() || !line.missing().isEmpty()) {
            throw Problem.conflict("import.doubt-incomplete");
        }
        Work work = new Work();
        decisions(tx, pair, line, line.territory(), work).create(line);
        write(tx, user, pair, work);
    }

    private Decisions decisions(Tx tx, DoubtStore.Pair pair, Line line, String territory, Work work) {
        String place = line.territory().isEmpty() ? territory : line.territory();
        Map<String, Long> schools = line.school().isEmpty()
                ? new HashMap<>()
                : ListedChildStore.schools(tx, List.of(place), java.util.Set.of(Organisation.key(line.school())));
        return new Decisions(pair.batch(), clock.today(), clock.now(), database::nextId, work, schools);
    }

    /** What a decision writes belongs to the list's batch: undoing that takes it back, too. */
    private void write(Tx tx, User user, DoubtStore.Pair pair, Work work) {
        residences.leave(tx, user, work.moved, pair.batch());
        if (!ListedChildStore.write(tx, work)) {
            throw new Stale();
        }
        residences.arrive(tx, user, work.moved);
        List<Work.Change> fresh = new ArrayList<>();
        for (Work.Change change : work.changes.values()) {
            if (!ChangeStore.add(tx, pair.batch(), change)) {
                fresh.add(change);
            }
        }
        ChangeStore.changes(tx, pair.batch(), fresh);
        audit.record(tx, user, work.audit);
    }
}
