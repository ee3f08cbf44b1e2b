package kz.jolkarta.registry.coordinators;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Remembered;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.registry.coordinators.LoadStore.Cabinet;
import kz.jolkarta.registry.coordinators.LoadStore.Part;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Rows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How much each cabinet and its coordinator have to do. The country has a few hundred cabinets, so all are counted and then shown page by page. */
@Component(service = Caseload.class)
public final class Caseload {
    private static final String KIND = "caseload";

    private static final int KNOWN = 100;

    private final Ledger ledger;
    private final Remembered<Asked, List<CabinetLoad>> known;

    private record Asked(Scope scope, LoadFilter filter, LocalDate today) {}

    @Activate
    public Caseload(@Reference Ledger ledger) {
        this.ledger = ledger;
        this.known = new Remembered<>(ledger.database(), KNOWN);
    }

    Page<CabinetLoad> list(User user, LoadFilter filter, Paging page) {
        Scope scope = user.require(Right.CHILDREN_READ);
        List<CabinetLoad> rows = known.dated(
                        new Asked(scope, filter, ledger.clock().today()),
                        ledger.clock().now(),
                        () -> ledger.database().read(tx -> rows(tx, scope, filter)))
                .answer();
        List<CabinetLoad> left = page.first()
                ? rows
                : rows.stream()
                        .dropWhile(row -> row.cabinetId() != page.id())
                        .skip(1)
                        .toList();
        return page.page(left.subList(0, Math.min(left.size(), page.limit() + 1)), r -> Paging.key("", r.cabinetId()));
    }

    /** Notes the export and gives every cabinet of the filter. */
    Rows<CabinetLoad> export(User user, LoadFilter filter) {
        Scope scope = user.require(Right.CHILDREN_READ).within(user.require(Right.CHILDREN_EXPORT));
        List<CabinetLoad> rows = ledger.database().call(tx -> {
            List<CabinetLoad> found = rows(tx, scope, filter);
            String detail = "rows=" + found.size() + " filters=" + filter.names();
            ledger.record(tx, user, Action.EXPORT, KIND, 0, filter.territory().orElse(""), detail);
            return found;
        });
        return rows::forEach;
    }

    private List<CabinetLoad> rows(Tx tx, Scope scope, LoadFilter filter) {
        LocalDate today = ledger.clock().today();
        Scope wanted =
                filter.territory().map(code -> scope.within(Scope.of(code))).orElse(scope);
        List<Cabinet> cabinets = LoadStore.cabinets(tx, wanted, today).stream()
                .filter(c -> filter.covered().isEmpty() || filter.covered().get() == (c.staff() != null))
                .toList();
        if (cabinets.isEmpty()) {
            return List.of();
        }
        Scope theirs =
                new Scope(cabinets.stream().map(c -> Seat.prefix(c.territory())).toList()).within(scope);
        Count count = new Count(SeatStore.on(tx, today), cabinets);
        List<Part> children = LoadStore.children(tx, theirs);
        Map<Long, Long> all = count.of(children);
        Map<Long, Long> named = count.named(children);
        Map<Long, Long> gifted = count.of(LoadStore.gifted(tx, theirs, today));
        Map<Long, Long> maps = count.of(LoadStore.approvedMaps(tx, theirs));
        Map<Long, Long> overdue = count.of(LoadStore.overdueSteps(tx, theirs, today));
        Map<Long, Long> tasks = count.of(LoadStore.openTasks(tx, theirs));
        Map<Long, Instant> last = count.last(children, LoadStore.changesOfMaps(tx, theirs));
        return cabinets.stream()
                .map(c -> new CabinetLoad(
                        c.id(),
                        c.name(),
                        c.territory(),
                        c.staff(),
                        c.coordinator(),
                        all.getOrDefault(c.id(), 0L),
                        named.getOrDefault(c.id(), 0L),
                        gifted.getOrDefault(c.id(), 0L),
                        maps.getOrDefault(c.id(), 0L),
                        overdue.getOrDefault(c.id(), 0L),
                        tasks.getOrDefault(c.id(), 0L),
                        last.get(c.id())))
                .sorted(filter.order().comparator())
                .toList();
    }

    /** Gives what was counted for districts and coordinators to the cabinets that answer. */
    private static final class Count {
        private final Seats seats;
        private final Map<Long, String> territories = new LinkedHashMap<>();

        Count(Seats seats, List<Cabinet> cabinets) {
            this.seats = seats;
            cabinets.forEach(c -> territories.put(c.id(), c.territory()));
        }

        Map<Long, Long> of(Collection<Part> parts) {
            Map<Long, Long> numbers = new HashMap<>();
            parts.forEach(part -> seats.of(part.staff(), part.district(), territories)
                    .forEach(cabinet -> numbers.merge(cabinet, part.number(), Long::sum)));
            return numbers;
        }

        Map<Long, Long> named(Collection<Part> parts) {
            return of(parts.stream()
                    .filter(part -> seats.named(part.staff(), part.district()).isPresent())
                    .toList());
        }

        Map<Long, Instant> last(Collection<Part> children, Collection<Part> maps) {
            Map<Long, Instant> last = new HashMap<>();
            for (Collection<Part> parts : List.of(children, maps)) {
                parts.forEach(part -> part.last()
                        .ifPresent(at -> seats.of(part.staff(), part.district(), territories)
                                .forEach(cabinet -> last.merge(cabinet, at, (a, b) -> a.isAfter(b) ? a : b))));
            }
            return last;
        }
    }
}
