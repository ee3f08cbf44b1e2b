package kz.jolkarta.registry.lineage;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Paging;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * From a child's prize to the coach, from there to what the coach learned, was honoured for and wrote, and back. Results are named whoever the
 * child is; the child only to who may see it.
 */
@Component(service = Lineage.class)
public final class Lineage {
    private final Ledger ledger;

    @Activate
    public Lineage(@Reference Ledger ledger) {
        this.ledger = ledger;
    }

    /** What belongs to a member of staff; each part goes on as a list of its own. */
    public enum Part {
        RESULTS,
        SEMINARS,
        AWARDS,
        MATERIALS
    }

    /** A member of staff with the first page of each part. */
    public record OfStaff(
            Coach coach, Page<Win> results, Page<Seminar> seminars, Page<Honour> awards, Page<Material> materials) {}

    /** A coach as seen from a child. */
    public record Behind(Coach coach, List<Seminar> seminars, List<Honour> awards) {}

    /**
     * @param wins newest first; each names its coach
     * @param coaches those within the caller's territories
     */
    public record OfChild(long childId, List<Win> wins, List<Behind> coaches) {}

    /** @throws Problem NOT_FOUND */
    public OfStaff ofStaff(User user, long staff, Paging page) {
        return ledger.database().read(tx -> {
            Coach coach = visible(tx, user, staff);
            return new OfStaff(
                    coach.shown(user),
                    results(tx, user, staff, page),
                    seminars(tx, staff, page),
                    honours(tx, staff, page),
                    materials(tx, staff, page));
        });
    }

    /** @throws Problem NOT_FOUND */
    Page<?> part(User user, long staff, Part part, Paging page) {
        return ledger.database().read(tx -> {
            visible(tx, user, staff);
            return switch (part) {
                case RESULTS -> results(tx, user, staff, page);
                case SEMINARS -> seminars(tx, staff, page);
                case AWARDS -> honours(tx, staff, page);
                case MATERIALS -> materials(tx, staff, page);
            };
        });
    }

    private static Coach visible(Tx tx, User user, long staff) {
        return LineageStore.coach(tx, staff, Ledger.reading(user)).orElseThrow(Problem::notFound);
    }

    private static Page<Win> results(Tx tx, User user, long staff, Paging page) {
        List<Win> wins = WinStore.coached(tx, staff, page).stream()
                .map(w -> w.shown(user))
                .toList();
        return page.page(wins, w -> Paging.key(w.wonOn(), w.id()));
    }

    private static Page<Seminar> seminars(Tx tx, long staff, Paging page) {
        return page.page(LineageStore.seminars(tx, staff, page), s -> Paging.key(s.starts(), s.id()));
    }

    private static Page<Honour> honours(Tx tx, long staff, Paging page) {
        return page.page(LineageStore.honours(tx, staff, page), h -> Paging.key("", h.id()));
    }

    private static Page<Material> materials(Tx tx, long staff, Paging page) {
        return page.page(LineageStore.materials(tx, staff, page), m -> Paging.key("", m.id()));
    }

    /**
     * Notes that the child was looked at, and gives what it won with the coaches behind.
     *
     * @throws Problem NOT_FOUND
     */
    OfChild ofChild(User user, long child) {
        return ledger.database().call(tx -> {
            String territory = ledger.requireChild(tx, user, child).territory();
            ledger.record(tx, user, Action.READ, "child", child, territory, "lineage");
            return of(tx, user, child);
        });
    }

    /** What the child won with the coaches behind, on its page; whoever asks has opened the child, which was noted then. */
    public OfChild behind(User user, long child) {
        return ledger.database().read(tx -> of(tx, user, child));
    }

    private static OfChild of(Tx tx, User user, long child) {
        List<Win> wins = WinStore.ofChild(tx, child);
        return new OfChild(child, wins, behind(tx, user, wins));
    }

    private static List<Behind> behind(Tx tx, User user, List<Win> wins) {
        List<Long> ids = wins.stream()
                .map(Win::coachId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<Coach> coaches = LineageStore.coaches(tx, ids, user.scope(Right.RECORDS_READ));
        List<Long> found = coaches.stream().map(Coach::id).toList();
        Map<Long, List<Seminar>> seminars =
                LineageStore.seminars(tx, found).stream().collect(Collectors.groupingBy(Seminar::staff));
        Map<Long, List<Honour>> honours =
                LineageStore.honours(tx, found).stream().collect(Collectors.groupingBy(Honour::staff));
        return coaches.stream()
                .map(c -> new Behind(
                        c.shown(user),
                        seminars.getOrDefault(c.id(), List.of()),
                        honours.getOrDefault(c.id(), List.of())))
                .toList();
    }
}
