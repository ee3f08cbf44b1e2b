package kz.jolkarta.registry.tasks;

import java.time.LocalDate;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.time.WorkingCalendar;
import kz.jolkarta.registry.records.Duplicates;
import kz.jolkarta.registry.records.Ledger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The country's days off and moved working days, kept by the national office. Terms that run already keep their last day. */
@Component(service = {OfficeDays.class, WorkingCalendar.class})
public final class OfficeDays implements WorkingCalendar {
    private static final String KIND = "office-day";

    private final Ledger ledger;

    @Activate
    public OfficeDays(@Reference Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public boolean works(LocalDate day) {
        return ledger.database().read(tx -> WorkingDays.works(tx, day));
    }

    /** Those of a year, in order. */
    public List<OfficeDay> of(User user, int year) {
        user.require(Right.RECORDS_READ);
        return ledger.database()
                .read(tx -> OfficeDayStore.between(tx, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
    }

    /** @throws Problem CONFLICT when the day is there already */
    public OfficeDay add(User user, OfficeDay day) {
        requireCountry(user);
        day.check();
        return Duplicates.as(
                () -> ledger.database().call(tx -> {
                    OfficeDayStore.insert(tx, day);
                    record(user, tx, Action.CREATE, day.day());
                    return day;
                }),
                () -> Problem.conflict("task.office-day-known", day.day()));
    }

    /** @throws Problem NOT_FOUND */
    public void remove(User user, LocalDate day) {
        requireCountry(user);
        ledger.database().run(tx -> {
            if (!OfficeDayStore.delete(tx, day)) {
                throw Problem.notFound();
            }
            record(user, tx, Action.DELETE, day);
        });
    }

    private void record(User user, kz.jolkarta.core.db.Tx tx, Action action, LocalDate day) {
        ledger.record(tx, user, action, KIND, 0, "", day.toString());
    }

    private static void requireCountry(User user) {
        if (!user.require(Right.PROGRAMME_WRITE).isCountry()) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "consent.country");
        }
    }
}
