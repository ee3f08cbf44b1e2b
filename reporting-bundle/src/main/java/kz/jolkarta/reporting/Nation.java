package kz.jolkarta.reporting;

import java.time.LocalDate;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Remembered;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The country's report as it was counted last, with the moment: many look at it in January, and each count goes over all tables. */
@Component(service = Nation.class)
public final class Nation {
    private static final int KNOWN = 50;

    private final Reports reports;
    private final OfficeClock clock;
    private final Remembered<Sighted, CountryReport> known;

    @Activate
    public Nation(@Reference Database database, @Reference Reports reports, @Reference OfficeClock clock) {
        this.reports = reports;
        this.clock = clock;
        this.known = new Remembered<>(database, KNOWN);
    }

    /** Readers who see the same. */
    private record Sighted(Scope figures, Scope children, Language language, String year, LocalDate day) {}

    /** @throws kz.jolkarta.core.Problem as {@link Reports#country} */
    Remembered.Dated<CountryReport> of(User user, Language language, String year) {
        Sighted key = new Sighted(
                user.scope(Right.REPORTS_READ), user.scope(Right.CHILDREN_READ), language, year, clock.today());
        return known.dated(key, clock.now(), () -> reports.country(user, language, year));
    }
}
