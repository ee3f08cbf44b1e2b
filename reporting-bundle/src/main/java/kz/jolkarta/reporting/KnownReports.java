package kz.jolkarta.reporting;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Remembered;
import kz.jolkarta.core.db.Remembered.Dated;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reports as they were counted last, with the moment: many look at them in January, and each count goes over all tables. */
@Component(service = KnownReports.class)
public final class KnownReports {
    private static final int KNOWN = 500;

    private final Reports reports;
    private final Measures measures;
    private final OfficeClock clock;
    private final Remembered<Sighted, Object> known;

    @Activate
    public KnownReports(
            @Reference Database database,
            @Reference Reports reports,
            @Reference Measures measures,
            @Reference OfficeClock clock) {
        this.reports = reports;
        this.measures = measures;
        this.clock = clock;
        this.known = new Remembered<>(database, KNOWN);
    }

    /** Readers who see the same. @param question which report of what */
    private record Sighted(
            Class<?> report,
            String question,
            Set<String> measures,
            Scope figures,
            Scope children,
            Language language,
            LocalDate day) {}

    /** @throws kz.jolkarta.core.Problem as {@link Reports#country} */
    Dated<CountryReport> country(User user, Language language, String year) {
        return known(CountryReport.class, year, user, language, () -> reports.country(user, language, year));
    }

    /** @throws kz.jolkarta.core.Problem as {@link Reports#region} */
    Dated<RegionReport> region(User user, Language language, String year, String region) {
        String question = year + " " + region;
        return known(RegionReport.class, question, user, language, () -> reports.region(user, language, year, region));
    }

    /** @throws kz.jolkarta.core.Problem as {@link Reports#measure(User, Language, String, String, String)} */
    Dated<MeasureFigures> measure(User user, Language language, String code, String year, String territory) {
        String question = code + " " + year + " " + territory;
        return known(
                MeasureFigures.class,
                question,
                user,
                language,
                () -> reports.measure(user, language, code, year, territory));
    }

    private <T> Dated<T> known(Class<T> report, String question, User user, Language language, Supplier<T> work) {
        Sighted key = new Sighted(
                report,
                question,
                measures.installed().stream().map(Installed::code).collect(Collectors.toSet()),
                user.scope(Right.REPORTS_READ),
                user.scope(Right.CHILDREN_READ),
                language,
                clock.today());
        Dated<Object> found = known.dated(key, clock.now(), work::get);
        return new Dated<>(report.cast(found.answer()), found.at());
    }
}
