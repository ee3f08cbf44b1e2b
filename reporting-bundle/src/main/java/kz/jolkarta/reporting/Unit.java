package kz.jolkarta.reporting;

import java.util.Set;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.Figure;
import kz.jolkarta.core.measure.Selection;

/** What a figure is counted in. */
enum Unit {
    COUNT,
    TENGE,
    PERCENT,
    PERSONS,
    HOURS;

    private static final Set<Class<? extends Selection>> PERSONS_COUNTED = Set.of(
            Selection.Children.class,
            Selection.Participants.class,
            Selection.Guests.class,
            Selection.Staff.class,
            Selection.Authors.class);

    static Unit of(Figure figure) {
        if (figure instanceof Figure.Share) {
            return PERCENT;
        }
        if (figure instanceof Figure.Sum sum) {
            return switch (sum.amount()) {
                case CAP, SEATS, CAPACITY -> COUNT;
                case COST, PAID -> TENGE;
                case REACH -> PERSONS;
                case HOURS -> HOURS;
            };
        }
        if (figure instanceof Figure.Spread) {
            return PERSONS;
        }
        Selection of = figure instanceof Figure.Count count ? count.of() : ((Figure.Change) figure).of();
        return PERSONS_COUNTED.contains(of.getClass()) ? PERSONS : COUNT;
    }

    Message label() {
        return Message.of("report.unit." + Json.name(this));
    }
}
