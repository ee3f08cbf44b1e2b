package kz.jolkarta.reporting;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The country's report, counted anew after a minute: many look at it in January, and each count goes over all tables. */
@Component(service = Nation.class)
public final class Nation {
    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final int MOST_KEPT = 50;

    private final Reports reports;
    private final OfficeClock clock;
    private final Map<Sighted, Counted> counted = new ConcurrentHashMap<>();

    @Activate
    public Nation(@Reference Reports reports, @Reference OfficeClock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    /** Readers who see the same. */
    private record Sighted(Scope figures, Scope children, Language language, String year) {}

    /** @param at when it was counted */
    record Counted(CountryReport report, Instant at) {}

    /** @throws kz.jolkarta.core.Problem as {@link Reports#country} */
    Counted of(User user, Language language, String year) {
        Sighted key = new Sighted(user.scope(Right.REPORTS_READ), user.scope(Right.CHILDREN_READ), language, year);
        Instant now = clock.now();
        Counted known = counted.get(key);
        if (known != null && known.at().plus(KEPT).isAfter(now)) {
            return known;
        }
        if (counted.size() >= MOST_KEPT) {
            counted.clear();
        }
        Counted fresh = new Counted(reports.country(user, language, year), now);
        counted.put(key, fresh);
        return fresh;
    }
}
