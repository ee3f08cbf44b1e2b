package kz.jolkarta.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.registry.Territories;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which regions were on time with the report of a year. */
@Component(service = RegionStandings.class)
public final class RegionStandings {
    private final Reports reports;
    private final Submissions submissions;
    private final ReportCalendar calendar;
    private final LateOpenings openings;
    private final Territories territories;
    private final Database database;
    private final OfficeClock clock;

    @Activate
    public RegionStandings(
            @Reference Reports reports,
            @Reference Submissions submissions,
            @Reference ReportCalendar calendar,
            @Reference LateOpenings openings,
            @Reference Territories territories,
            @Reference Database database,
            @Reference OfficeClock clock) {
        this.reports = reports;
        this.submissions = submissions;
        this.calendar = calendar;
        this.openings = openings;
        this.territories = territories;
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param submittedAt of the last revision, like its number and whether it was given back; empty while there is none
     * @param accepted whether the level above has accepted it
     * @param closed whether the region may no longer hand in
     * @param openUntil the last day, for a locked report that was opened for the region
     */
    record Line(
            String region,
            String name,
            Timeliness timeliness,
            Optional<Instant> submittedAt,
            Optional<Integer> revision,
            boolean returned,
            boolean accepted,
            boolean closed,
            Optional<LocalDate> openUntil) {}

    /** @throws kz.jolkarta.core.Problem INVALID for a year that has no report */
    List<Line> of(User user, Language language, String year) {
        Scope scope = user.require(Right.REPORTS_READ);
        var period = reports.period(year);
        Deadlines deadlines = calendar.of(period.year());
        Map<String, Submission> last = submissions.last(user, deadlines);
        List<LateOpening> opened = database.read(tx -> OpeningStore.of(tx, period.year()));
        return territories.regions(period.day()).stream()
                .filter(r -> scope.covers(r.code()))
                .map(r -> {
                    Optional<Submission> made = Optional.ofNullable(last.get(r.code()));
                    List<LateOpening> own = opened.stream()
                            .filter(o -> o.region().equals(r.code()))
                            .toList();
                    return new Line(
                            r.code(),
                            r.name().in(language),
                            Timeliness.of(made, deadlines.region(), clock.now()),
                            made.map(Submission::submittedAt),
                            made.map(Submission::revision),
                            made.filter(Submission::returned).isPresent(),
                            made.filter(Submission::stands).isPresent(),
                            openings.closed(deadlines, own),
                            deadlines.region().locked(clock.now())
                                    ? openings.holding(own).map(LateOpening::until)
                                    : Optional.empty());
                })
                .toList();
    }
}
