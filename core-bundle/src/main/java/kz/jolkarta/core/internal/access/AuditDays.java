package kz.jolkarta.core.internal.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.time.OfficeClock;

/** What a person asks of the trail: by days of the office, not by moments. What is not asked for is null or blank. */
final class AuditDays {
    private AuditDays() {}

    /** @throws Problem INVALID at the filter that cannot be read */
    static AuditStore.Query query(
            OfficeClock clock,
            String kind,
            String id,
            String actor,
            String action,
            String from,
            String to,
            String sort) {
        return new AuditStore.Query(
                text(kind),
                text(id).map(AuditDays::number),
                text(actor),
                text(action).map(AuditDays::action),
                text(from).map(day -> moment(clock, "from", day, 0)),
                text(to).map(day -> moment(clock, "to", day, 1)),
                oldest(text(sort).orElse("-at")));
    }

    private static Optional<String> text(String given) {
        return Optional.ofNullable(given).map(String::strip).filter(v -> !v.isEmpty());
    }

    private static Long number(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw Problem.field("id", "page.whole-number");
        }
        return Long.valueOf(text);
    }

    private static Audit.Action action(String code) {
        return Stream.of(Audit.Action.values())
                .filter(a -> Json.name(a).equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.field("action", "problem.value"));
    }

    private static boolean oldest(String sort) {
        if (!sort.equals("at") && !sort.equals("-at")) {
            throw Problem.field("sort", "problem.value");
        }
        return sort.equals("at");
    }

    /** Both days belong to the time that is asked for. */
    private static Instant moment(OfficeClock clock, String field, String day, int later) {
        try {
            return LocalDate.parse(day)
                    .plusDays(later)
                    .atStartOfDay(clock.zone())
                    .toInstant();
        } catch (DateTimeParseException malformed) {
            throw Problem.field(field, "problem.value");
        }
    }
}
