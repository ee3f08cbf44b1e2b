package kz.jolkarta.registry.proposals;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.registry.roadmaps.SchoolYear;

/**
 * What a measure can offer a child now.
 *
 * @param event the nearest activity ahead; null for an award, or when none is announced
 * @param distance of the event; null without one
 * @param month in which it is usually held, still ahead; null for an award, with an event, or when it was not held within a year
 * @param served whether it asks for the child's category or rural home
 * @param matched whether it asks for a talent of the child
 * @param dueOn by when it is to be had, within the school year
 * @param before how many such records the child had in earlier years
 * @param why reasons, each a sentence
 */
record Proposal(
        Kind kind,
        Event event,
        Distance distance,
        Month month,
        Places places,
        boolean served,
        boolean matched,
        LocalDate dueOn,
        int before,
        List<Message> why) {
    Proposal {
        why = List.copyOf(why);
    }

    Proposal because(List<Message> reasons) {
        return new Proposal(kind, event, distance, month, places, served, matched, dueOn, before, reasons);
    }

    /** An award, and what is not announced yet, is as far as the region. */
    int nearness() {
        return distance == null ? Distance.REGION.ordinal() : distance.ordinal();
    }

    /** The last day of the half of the school year that the day is in. */
    static LocalDate half(SchoolYear year, LocalDate day) {
        LocalDate first = LocalDate.of(year.begins(), 12, 31);
        LocalDate second = LocalDate.of(year.begins() + 1, 5, 31);
        if (!day.isAfter(first)) {
            return first;
        }
        return day.isAfter(second) ? year.last() : second;
    }
}
