package kz.jolkarta.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opening a report that is locked, for one region until a day. The national level does, which sees the country's figures and keeps its programme. */
@Component(service = LateOpenings.class)
public final class LateOpenings {
    private final Reports reports;
    private final ReportCalendar calendar;
    private final Database database;
    private final Audit audit;
    private final OfficeClock clock;

    @Activate
    public LateOpenings(
            @Reference Reports reports,
            @Reference ReportCalendar calendar,
            @Reference Database database,
            @Reference Audit audit,
            @Reference OfficeClock clock,
            @Reference ReportingSchema schema) {
        this.reports = reports;
        this.calendar = calendar;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param until the last day */
    record OpeningInput(LocalDate until, String reason) {
        OpeningInput {
            reason = reason == null ? "" : reason.strip();
        }
    }

    boolean mayGrant(User user) {
        return ReportKey.national(user);
    }

    /** The newest first. */
    List<LateOpening> list(User user, String year, String region) {
        ReportKey key = ReportKey.of(reports, user, year, region);
        return database.read(tx -> OpeningStore.of(tx, key.year(), key.region()));
    }

    /**
     * Whether the region may no longer hand in.
     *
     * @param openings of the region, the newest first
     */
    boolean closed(Deadlines deadlines, List<LateOpening> openings) {
        return deadlines.region().locked(clock.now()) && holding(openings).isEmpty();
    }

    /** What lets a locked report in today. */
    Optional<LateOpening> holding(List<LateOpening> openings) {
        return openings.stream().findFirst().filter(o -> clock.now().isBefore(clock.after(o.until())));
    }

    /** @throws Problem CONFLICT when the report is locked and not opened for the region */
    void require(Tx tx, Deadlines deadlines, String region) {
        if (closed(deadlines, OpeningStore.of(tx, deadlines.year(), region))) {
            throw Problem.conflict(
                    "report.submit.locked", deadlines.region().lock().orElseThrow());
        }
    }

    /**
     * @throws Problem FORBIDDEN to all but the national level; CONFLICT when the report is never locked; INVALID without a reason, or unless the day is to
     *     come and after the lock day
     */
    LateOpening grant(User user, String year, String region, OpeningInput input) {
        ReportKey key = ReportKey.of(reports, user, year, region);
        ReportKey.requireNational(user);
        LocalDate lock = calendar.of(key.year())
                .region()
                .lock()
                .orElseThrow(() -> Problem.conflict("report.opening.never-locked"));
        if (input.reason().isEmpty()) {
            throw Problem.field("reason", "report.calendar.required");
        }
        if (input.reason().length() > TermInput.LONGEST) {
            throw Problem.field("reason", "report.text.long", TermInput.LONGEST);
        }
        if (input.until() == null) {
            throw Problem.field("until", "report.calendar.required");
        }
        if (!input.until().isAfter(lock) || input.until().isBefore(clock.today())) {
            throw Problem.field("until", "report.opening.day", lock);
        }
        LateOpening made =
                new LateOpening(key.year(), key.region(), input.until(), input.reason(), user.login(), clock.now());
        database.run(tx -> {
            OpeningStore.insert(tx, database.nextId(), made);
            audit.record(tx, user, key.entry(Audit.Action.UPDATE, "opened until " + made.until()));
        });
        return made;
    }
}
