package kz.jolkarta.registry.norms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Remembered;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.registry.norms.BestOfSchool.Best;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.records.Rows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The best of their own schools: talent where few are noticed. One pass over all values; only those of the page are kept and named. */
@Component(service = BestOfSchools.class)
public final class BestOfSchools {
    private static final Comparator<Scored> WORST_FIRST =
            Comparator.comparing(Scored::value).thenComparing(Scored::child, Comparator.reverseOrder());
    private static final int BATCH = 200;

    private static final int KNOWN = 200;

    private final Ledger ledger;
    private final Remembered<Asked, Found> known;

    private record Asked(BestFilter filter, Scope scope, LocalDate today) {}

    @Activate
    public BestOfSchools(@Reference Ledger ledger) {
        this.ledger = ledger;
        this.known = new Remembered<>(ledger.database(), KNOWN);
    }

    /** Everybody's values, and the best of each school that is wanted. */
    private record Found(Ladder ladder, TreeMap<Long, PriorityQueue<Scored>> bySchool) {}

    /** Schools by their number. @throws kz.jolkarta.core.Problem FORBIDDEN for scores without the right to diagnostics */
    Page<BestOfSchool> list(User user, BestFilter filter, Paging page) {
        Scope scope = scope(user, Right.CHILDREN_READ, filter);
        Found found = known.dated(
                        new Asked(filter, scope, ledger.clock().today()),
                        ledger.clock().now(),
                        () -> ledger.database().read(tx -> find(tx, filter, scope)))
                .answer();
        return ledger.database().read(tx -> {
            List<Long> schools = found.bySchool().tailMap(page.first() ? 0L : page.id(), false).keySet().stream()
                    .limit(page.limit() + 1L)
                    .toList();
            return page.page(shown(tx, found, schools, scope), s -> Paging.key("", s.schoolId()));
        });
    }

    /** Notes the export and gives every school. */
    Rows<BestOfSchool> export(User user, BestFilter filter) {
        Scope scope = scope(user, Right.CHILDREN_EXPORT, filter);
        ledger.database()
                .run(tx -> ledger.record(
                        tx, user, Action.EXPORT, "norms", 0, filter.territory().orElse(""), "best of schools"));
        return visitor -> ledger.database().read(tx -> {
            Found found = find(tx, filter, scope);
            List<Long> schools = List.copyOf(found.bySchool().keySet());
            for (int from = 0; from < schools.size(); from += BATCH) {
                List<Long> some = schools.subList(from, Math.min(from + BATCH, schools.size()));
                shown(tx, found, some, scope).forEach(visitor);
            }
            return null;
        });
    }

    private static Scope scope(User user, Right right, BestFilter filter) {
        Scope scope = user.require(Right.CHILDREN_READ).within(user.require(right));
        return filter.method().isPresent() ? scope.within(user.require(Right.DIAGNOSTICS_READ)) : scope;
    }

    private Found find(Tx tx, BestFilter filter, Scope scope) {
        Found found = new Found(new Ladder(), new TreeMap<>());
        LocalDate today = ledger.clock().today();
        if (filter.method().isPresent()) {
            NormStore.scores(tx, filter.method().get(), scope, child -> add(found, filter, child));
        } else {
            NormStore.results(
                    tx,
                    today.minusMonths(Norms.MONTHS),
                    today,
                    filter.field(),
                    scope,
                    child -> add(found, filter, child));
        }
        return found;
    }

    private static void add(Found found, BestFilter filter, Scored child) {
        found.ladder().add(child);
        if (filter.wants(child)) {
            PriorityQueue<Scored> best =
                    found.bySchool().computeIfAbsent(child.school(), id -> new PriorityQueue<>(WORST_FIRST));
            best.add(child);
            if (best.size() > filter.top()) {
                best.remove();
            }
        }
    }

    private List<BestOfSchool> shown(Tx tx, Found found, List<Long> schools, Scope scope) {
        List<Long> ids = schools.stream()
                .flatMap(id -> found.bySchool().get(id).stream())
                .map(Scored::child)
                .toList();
        Map<Long, Person> people = ledger.visibleChildren(tx, ids, scope);
        Map<Long, String> names = NormStore.schools(tx, schools);
        List<BestOfSchool> shown = new ArrayList<>();
        for (Long school : schools) {
            List<Scored> best = found.bySchool().get(school).stream()
                    .sorted(WORST_FIRST.reversed())
                    .toList();
            int compared = found.ladder().size(Standing.Group.SCHOOL, best.get(0));
            shown.add(new BestOfSchool(
                    school,
                    names.get(school),
                    compared,
                    best.stream()
                            .filter(child -> people.containsKey(child.child()))
                            .map(child -> best(found.ladder(), child, people.get(child.child())))
                            .toList()));
        }
        return shown;
    }

    private static Best best(Ladder ladder, Scored child, Person person) {
        List<Standing> standings = ladder.standings(child, group -> ladder.size(group, child)).stream()
                .filter(standing -> standing.rank() != null)
                .toList();
        return new Best(child.child(), person.name(), child.territory(), child.value(), standings);
    }
}
