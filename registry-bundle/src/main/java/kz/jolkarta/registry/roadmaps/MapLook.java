package kz.jolkarta.registry.roadmaps;

import java.math.BigDecimal;
import java.time.LocalDate;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;

/** How road maps and their parts are named on pages. */
record MapLook(Words words) {
    Badge state(RoadMapState state, boolean overdue) {
        if (overdue && state.drafted()) {
            return Badge.of(words.text("state.road-map.overdue"), Tone.LATE, "clock");
        }
        Tone tone = switch (state) {
            case DRAFT -> Tone.NONE;
            case AGREED -> Tone.RUN;
            case APPROVED -> Tone.OK;
            case CLOSED -> Tone.PLAIN;
        };
        return Badge.of(words.text(RoadMapState.MOVES.name(state)), tone);
    }

    String year(int begins) {
        return begins + "/" + (begins + 1);
    }

    /** "" for no day. */
    String day(LocalDate day) {
        return day == null ? "" : words.date(day);
    }

    /** A value of the form as it is read, or that there is none. */
    Cell value(FormField field, Object value) {
        return value == null
                ? Cell.of(words.text(field.required() ? "page.roadmap.unset-required" : "page.roadmap.unset"))
                : Cell.of(read(field, value));
    }

    String read(FormField field, Object value) {
        String plain = String.valueOf(value);
        return switch (field.kind()) {
            case NUMBER -> words.number(new BigDecimal(plain));
            case DATE -> words.date(LocalDate.parse(plain));
            case CHOICE ->
                field.choices().stream()
                        .filter(choice -> choice.code().equals(plain))
                        .findFirst()
                        .map(choice -> words.text(choice.names().text()))
                        .orElse(plain);
            case TEXT, LONG_TEXT -> plain;
        };
    }

    /** The state of a step. */
    String state(StepState state) {
        return words.text("state.road-map-step." + Json.name(state));
    }
}
