package kz.jolkarta.registry.departures;

import java.time.LocalDate;
import kz.jolkarta.registry.records.Checks;
import kz.jolkarta.registry.records.Choice;

/**
 * A child's leaving, as it is entered.
 *
 * @param onDay the day of leaving, at the latest today; what is paid monthly is paid up to it
 * @param ground code of a {@link Ground}
 * @param reason in words, up to 300 characters; needed for the ground {@code other}
 * @param whereTo null while it is not known
 * @param conclusion of the year, with which the approved road map is closed; without one the map stays as it is
 */
public record DepartureInput(LocalDate onDay, String ground, String reason, String whereTo, String conclusion) {
    public DepartureInput {
        reason = plain(reason);
        whereTo = plain(whereTo);
        conclusion = plain(conclusion);
    }

    private static String plain(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    Ground kind() {
        return Choice.required(Ground.class, "ground", ground);
    }

    /** @throws kz.jolkarta.core.Problem INVALID with every wrong field */
    void check(LocalDate today) {
        Checks checks = new Checks();
        checks.required("onDay", onDay);
        checks.that(onDay == null || !onDay.isAfter(today), "onDay", "child.date.future");
        if (kind() == Ground.OTHER) {
            checks.required("reason", reason);
        }
        checks.text("reason", reason, 300);
        checks.text("whereTo", whereTo, 300);
        checks.text("conclusion", conclusion, 4000);
        checks.done();
    }
}
