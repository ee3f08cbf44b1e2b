package kz.jolkarta.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.registry.Territories;
import kz.jolkarta.core.roadmap.Programme;
import kz.jolkarta.core.roadmap.Resolution997;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Returns of the programme's past years that were made elsewhere and entered here, see {@link ArchiveEntries}. Whoever reads reports reads them, without few
 * persons unless the reader may see children.
 */
@Component(service = Archive.class)
public final class Archive {
    private final Reports reports;
    private final KnownReports known;
    private final Territories territories;
    private final Database database;
    private final OfficeClock clock;

    @Activate
    public Archive(
            @Reference Reports reports,
            @Reference KnownReports known,
            @Reference Territories territories,
            @Reference Database database,
            @Reference OfficeClock clock,
            @Reference ReportingSchema schema) {
        this.reports = reports;
        this.known = known;
        this.territories = territories;
        this.database = database;
        this.clock = clock;
    }

    /** What became of a return. */
    enum State {
        ENTERED,
        NOT_ENTERED,
        /** The year was handed in here, and that report stands for it. */
        HANDED_IN
    }

    /** @param asked how many measures a region is asked for */
    record Summary(int year, String region, Text name, State state, int asked, Optional<ArchiveStore.Sum> sum) {}

    /**
     * A return as a reader sees it.
     *
     * @param entries what stands of each measure of the form that has any
     * @param whole whether nothing is kept back from the reader
     */
    record Return(
            ReportKey key,
            Text name,
            State state,
            boolean writes,
            boolean whole,
            ArchiveForm form,
            List<ArchiveEntry> entries) {
        ArchiveEntry of(String measure) {
            return entries.stream()
                    .filter(e -> e.measure().equals(measure))
                    .findFirst()
                    .orElseGet(() -> ArchiveEntry.none(measure));
        }
    }

    /** Years whose returns may be entered, the last one first; none before the programme's first year is over. */
    List<Integer> years() {
        Programme programme = Resolution997.programme();
        int last = Math.min(programme.lastYear(), clock.today().getYear() - 1);
        return IntStream.iterate(last, y -> y >= programme.firstYear(), y -> y - 1)
                .boxed()
                .toList();
    }

    /** @throws Problem INVALID for a year that is not of the archive; NOT_FOUND for no region that there was and the user sees */
    ReportKey key(User user, String year, String region) {
        if (years().stream().noneMatch(y -> String.valueOf(y).equals(year))) {
            Programme programme = Resolution997.programme();
            throw Problem.field(
                    "year",
                    "archive.year",
                    String.valueOf(programme.firstYear()),
                    String.valueOf(years().stream().findFirst().orElse(programme.lastYear())));
        }
        return ReportKey.of(reports, user, year, region);
    }

    boolean mayWrite(User user, String region) {
        return user.scope(Right.RECORDS_WRITE).covers(region) || ReportKey.national(user);
    }

    void requireWrite(User user, String region) {
        if (!mayWrite(user, region)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "problem.forbidden");
        }
    }

    /** Every return that the user may read, of the regions that there were in its year. */
    List<Summary> all(User user) {
        Scope scope = user.require(Right.REPORTS_READ);
        Map<ReportKey, ArchiveStore.Sum> sums = database.read(ArchiveStore::sums);
        Set<ReportKey> standing = database.read(SubmissionStore::standing);
        List<Summary> all = new ArrayList<>();
        for (int year : years()) {
            var period = reports.period(String.valueOf(year));
            int asked = ArchiveForm.of(reports.present(period)).parts().size();
            territories.regions(period.day()).stream()
                    .filter(r -> scope.covers(r.code()))
                    .forEach(r -> {
                        ReportKey key = new ReportKey(year, r.code());
                        Optional<ArchiveStore.Sum> sum = Optional.ofNullable(sums.get(key));
                        all.add(new Summary(
                                year, r.code(), r.name(), state(standing.contains(key), sum.isPresent()), asked, sum));
                    });
        }
        return all;
    }

    private static State state(boolean handedIn, boolean entered) {
        return handedIn ? State.HANDED_IN : entered ? State.ENTERED : State.NOT_ENTERED;
    }

    /** @throws Problem as {@link #key} */
    Return open(User user, String year, String region) {
        ReportKey key = key(user, year, region);
        var period = reports.period(year);
        Area area = reports.area(user, key.region(), period);
        boolean whole = area.scope().within(user.scope(Right.CHILDREN_READ)).equals(area.scope());
        ArchiveSight sight = sight(user, key);
        List<ArchiveEntry> entries = database.read(tx -> ArchiveStore.current(tx, key)).stream()
                .map(e -> whole ? e : sight.shown(e))
                .toList();
        boolean handedIn = database.read(SubmissionStore::standing).contains(key);
        return new Return(
                key,
                area.name(),
                state(handedIn, entries.stream().anyMatch(ArchiveEntry::filled)),
                mayWrite(user, key.region()) && !handedIn,
                whole,
                ArchiveForm.of(sight.present()),
                entries);
    }

    private ArchiveSight sight(User user, ReportKey key) {
        String year = String.valueOf(key.year());
        return new ArchiveSight(
                reports.present(reports.period(year)),
                () -> known.region(user, user.language(), year, key.region()).answer());
    }

    /** What stands of every return of a year that was not handed in here, by region, whole. */
    Map<String, List<ArchiveEntry>> returns(int year) {
        if (!years().contains(year)) {
            return Map.of();
        }
        Set<ReportKey> standing = database.read(SubmissionStore::standing);
        Map<String, List<ArchiveEntry>> returns = database.read(tx -> ArchiveStore.current(tx, year));
        returns.keySet().removeIf(region -> standing.contains(new ReportKey(year, region)));
        return returns;
    }

    /** What figures of a year tell by themselves, whatever is counted. */
    ArchiveSight sight(int year) {
        return new ArchiveSight(reports.present(reports.period(String.valueOf(year))), () -> {
            throw new IllegalStateException("no region is asked about");
        });
    }

    /** Every entry of a measure, the newest first, as far as the reader may see it. @throws Problem NOT_FOUND for no measure that a region is asked for */
    List<ArchiveEntry> history(User user, String year, String region, String measure) {
        Return of = open(user, year, region);
        of.form().part(measure).orElseThrow(Problem::notFound);
        ArchiveSight sight = sight(user, of.key());
        return database.read(tx -> ArchiveStore.history(tx, of.key(), measure)).stream()
                .map(e -> of.whole() ? e : sight.shown(e))
                .toList();
    }

    ArchiveForm form(ReportKey key) {
        return ArchiveForm.of(reports.present(reports.period(String.valueOf(key.year()))));
    }

    /** What a year of a region is compared by when it was not handed in here, as far as the reader may see it. */
    Entered entered(User user, int year, String region) {
        if (!years().contains(year)) {
            return Entered.none(year);
        }
        try {
            Return of = open(user, String.valueOf(year), region);
            return of.state() == State.ENTERED
                    ? new Entered(
                            year,
                            of.entries().stream()
                                    .filter(e -> !e.figures().isEmpty())
                                    .toList())
                    : Entered.none(year);
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            // The region was made since.
            return Entered.none(year);
        }
    }

    /** The regions of a year that entered a return in place of a report. */
    Set<String> entered(int year) {
        Set<ReportKey> standing = database.read(SubmissionStore::standing);
        return database.read(ArchiveStore::sums).keySet().stream()
                .filter(k -> k.year() == year && !standing.contains(k))
                .map(ReportKey::region)
                .collect(Collectors.toSet());
    }
}
