package kz.jolkarta.registry.activities;

import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;

/** How activities and those who take part in them are named on pages. */
final class ActivityLook {
    private ActivityLook() {}

    static String list(String measure) {
        return "/measures/" + measure + "/activities";
    }

    static String of(String measure, long id) {
        return list(measure) + "/" + id;
    }

    static String type(Words words, String measure, String type) {
        return words.text(measure + ".activity." + type);
    }

    static String days(Words words, Activity activity) {
        String first = words.date(activity.starts());
        return activity.ends().equals(activity.starts()) ? first : first + " – " + words.date(activity.ends());
    }

    static String seats(Words words, Activity activity) {
        String taken = words.number(activity.seatsTaken());
        return activity.seats() == null
                ? taken
                : words.text("page.activities.seats-of", taken, words.number(activity.seats()));
    }

    static Badge state(Words words, ActivityState state) {
        Tone tone = switch (state) {
            case PLANNED -> Tone.NONE;
            case OPEN -> Tone.RUN;
            case HELD -> Tone.OK;
            case CANCELLED -> Tone.LATE;
        };
        return Badge.of(words.text(ActivityState.MOVES.name(state)), tone);
    }

    static Badge state(Words words, ParticipationState state) {
        Tone tone = switch (state) {
            case APPLIED -> Tone.NONE;
            case WAITING -> Tone.RUN;
            case ACCEPTED, ATTENDED -> Tone.OK;
            case REFUSED, ABSENT -> Tone.LATE;
        };
        return Badge.of(words.text(ParticipationState.MOVES.name(state)), tone);
    }

    /** The name where it may be shown, else the number. */
    static String name(Words words, Participant who) {
        return who.name() == null ? words.text("page.activities.unnamed", String.valueOf(who.id())) : who.name();
    }
}
