package kz.jolkarta.reporting;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.core.registry.Territories;
import kz.jolkarta.core.registry.Territories.Territory;
import kz.jolkarta.core.roadmap.Resolution997;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What figures are to come to in a year, as orders of the national office have it. Whoever sees a report sees its targets. */
@Component(service = Targets.class)
public final class Targets {
    /** So many years ahead of the running one. */
    private static final int AHEAD = 5;

    private final Reports reports;
    private final ReportCalendar calendar;
    private final Territories territories;
    private final Database database;
    private final OfficeClock clock;

    @Activate
    public Targets(
            @Reference Reports reports,
            @Reference ReportCalendar calendar,
            @Reference Territories territories,
            @Reference Database database,
            @Reference OfficeClock clock,
            @Reference ReportingSchema schema) {
        this.reports = reports;
        this.calendar = calendar;
        this.territories = territories;
        this.database = database;
        this.clock = clock;
    }

    /**
     * A figure with its target.
     *
     * @param line how its values are written; empty when the figure is not counted here any more
     * @param history every entry, the newest first
     */
    record Opened(TargetKey figure, Optional<ArchiveForm.Line> line, List<Target> history) {
        Optional<Target> last() {
            return history.stream().findFirst();
        }

        /** The target that holds. */
        Optional<Target> held() {
            return last().filter(Target::holds);
        }

        /** Number of the last entry; 0 for none. */
        int version() {
            return last().map(Target::number).orElse(0);
        }
    }

    /** Years that a target can be set for, the last one first. */
    List<Integer> years() {
        int first = Resolution997.programme().firstYear();
        int last = clock.today().getYear() + AHEAD;
        return IntStream.iterate(last, y -> y >= first, y -> y - 1).boxed().toList();
    }

    /** @param given "" for the year whose report is the next to be made @throws Problem INVALID for a year that has no targets */
    int year(String given) {
        if (given.isEmpty()) {
            return calendar.current().year();
        }
        List<Integer> years = years();
        return years.stream()
                .filter(y -> String.valueOf(y).equals(given))
                .findFirst()
                .orElseThrow(() -> Problem.field(
                        "year",
                        "report.target.year",
                        String.valueOf(years.get(years.size() - 1)),
                        String.valueOf(years.get(0))));
    }

    private Period period(int year) {
        return Period.of(year, clock.today());
    }

    /** The regions of the year whose reports the reader sees. */
    List<Territory> regions(User user, int year) {
        Scope scope = user.require(Right.REPORTS_READ);
        return territories.regions(period(year).day()).stream()
                .filter(r -> scope.covers(r.code()))
                .toList();
    }

    static boolean seesCountry(User user) {
        return user.scope(Right.REPORTS_READ).isCountry();
    }

    /**
     * @param place KATO code of a region or its first two digits; {@link TargetKey#COUNTRY} for the whole country
     * @return the region's code, "" for the country
     * @throws Problem NOT_FOUND for what there was not in the year, or the reader does not see
     */
    String region(User user, int year, String place) {
        if (place.equals(TargetKey.COUNTRY)) {
            user.require(Right.REPORTS_READ);
            return Optional.of("").filter(country -> seesCountry(user)).orElseThrow(Problem::notFound);
        }
        String code = place.matches("\\d{2}") ? place + "0000000" : place;
        return regions(user, year).stream()
                .map(Territory::code)
                .filter(code::equals)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    boolean maySet(User user) {
        return user.scope(Right.PROGRAMME_WRITE).isCountry();
    }

    /** @throws Problem FORBIDDEN without the right over the whole country */
    void requireSet(User user) {
        if (!user.require(Right.PROGRAMME_WRITE).isCountry()) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "problem.forbidden");
        }
    }

    /** The figures of a measure that a target can be set for: of a region none of the ministry's own measures. */
    List<ArchiveForm.Line> figures(int year, String region, String measure) {
        return Optional.ofNullable(reports.present(period(year)).get(measure))
                .filter(m -> Resolution997.programme().clause(m.code()).isPresent())
                .filter(m -> region.isEmpty() || !m.clause().ministry())
                .map(m -> m.indicators().stream().map(ArchiveForm.Line::of).toList())
                .orElse(List.of());
    }

    /** @throws Problem INVALID for a year without targets; NOT_FOUND for no such figure, or a place that the reader does not see */
    Opened open(User user, String year, String place, String measure, String indicator) {
        int of = year(year);
        TargetKey figure = new TargetKey(of, region(user, of, place), measure, indicator);
        Optional<ArchiveForm.Line> line = figures(of, figure.region(), measure).stream()
                .filter(l -> l.code().equals(indicator))
                .findFirst();
        Opened opened = new Opened(figure, line, database.read(tx -> TargetStore.history(tx, figure)));
        if (line.isEmpty() && opened.history().isEmpty()) {
            throw Problem.notFound();
        }
        return opened;
    }

    /** What holds in a year, as far as the reader may see it. */
    List<Target> list(User user, int year) {
        Scope scope = user.require(Right.REPORTS_READ);
        return all(year).stream()
                .filter(t -> t.figure().region().isEmpty()
                        ? scope.isCountry()
                        : scope.covers(t.figure().region()))
                .toList();
    }

    /** What holds in a year, of the country and of all regions. */
    List<Target> all(int year) {
        return database.read(tx -> TargetStore.holding(tx, year));
    }

    /** Of one report, whose reader sees them. @param region "" for the country's */
    YearTargets of(int year, String region) {
        return YearTargets.of(database.read(tx -> TargetStore.holding(tx, year, region)));
    }

    /** Beside figures of a territory that the reader sees: of a region as a whole, or of the country; none of smaller units. */
    YearTargets beside(User user, int year, String territory) {
        boolean whole = territory.isEmpty() ? seesCountry(user) : territory.endsWith("0000000");
        return whole ? of(year, territory) : YearTargets.NONE;
    }
}
