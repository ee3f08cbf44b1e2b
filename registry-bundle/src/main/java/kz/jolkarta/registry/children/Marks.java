package kz.jolkarta.registry.children;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.children.ChildStore.Kept;
import kz.jolkarta.registry.children.Parts.Versioned;
import kz.jolkarta.registry.records.Checks;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.Reach;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether a pupil had excellent marks only in a school year; like all of a child's things under the child's version. */
@Component(service = Marks.class)
public final class Marks {
    private static final int EARLIEST = 2010;

    private final Database database;
    private final OfficeClock clock;
    private final Audit audit;

    @Activate
    public Marks(@Reference Database database, @Reference OfficeClock clock, @Reference Audit audit) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Newest school year first.
     *
     * @throws Problem NOT_FOUND
     */
    Versioned<List<MarkEntry>> list(User user, long child) {
        return database.call(tx -> {
            Kept kept = visible(tx, user, child);
            record(tx, user, Audit.Action.READ, kept);
            return new Versioned<>(MarkStore.of(tx, child), kept.version());
        });
    }

    /**
     * Sets the marks of one school year.
     *
     * @param version of the child, as the caller saw it
     * @throws Problem NOT_FOUND; INVALID for a year that has not begun; STALE when the child was changed meanwhile
     */
    Versioned<List<MarkEntry>> put(User user, long child, int version, MarkEntry input) {
        Instant now = clock.now();
        LocalDate today = clock.today();
        return database.call(tx -> {
            Kept kept = visible(tx, user, child);
            Reach.require(user, Right.CHILDREN_WRITE, Children.KIND, child, kept.where());
            check(input, today);
            if (!ChildStore.touch(tx, child, version, now)) {
                throw Difference.version(version, kept.version());
            }
            MarkStore.put(tx, child, input, today);
            record(tx, user, Audit.Action.UPDATE, kept);
            return new Versioned<>(MarkStore.of(tx, child), version + 1);
        });
    }

    private static void check(MarkEntry input, LocalDate today) {
        Checks checks = new Checks();
        checks.required("schoolYear", input.schoolYear());
        checks.range("schoolYear", input.schoolYear(), EARLIEST, schoolYear(today));
        checks.required("excellent", input.excellent());
        checks.done();
    }

    /** The year the school year of the day began in. */
    private static int schoolYear(LocalDate day) {
        return day.getMonth().compareTo(Month.SEPTEMBER) >= 0 ? day.getYear() : day.getYear() - 1;
    }

    private static Kept visible(Tx tx, User user, long child) {
        return ChildStore.find(tx, child, Reach.require(user, Right.CHILDREN_READ, child))
                .orElseThrow(() -> Reach.child(tx, user, Right.CHILDREN_READ, child));
    }

    private void record(Tx tx, User user, Audit.Action action, Kept child) {
        audit.record(
                tx,
                user,
                new Audit.Entry(action, Children.KIND, child.id(), child.data().territory(), "marks"));
    }
}
