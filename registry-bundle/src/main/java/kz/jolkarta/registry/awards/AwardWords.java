package kz.jolkarta.registry.awards;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;

/** How awards read on pages, the same in every list and on the page of one. */
record AwardWords(Words words, Installed measure) {
    String list() {
        return "/measures/" + measure.code() + "/awards";
    }

    String page(Award award) {
        return list() + "/" + award.id();
    }

    /** Does the act; why a person is not entitled is told in the reader's language. */
    <T> T told(Supplier<T> act) {
        try {
            return act.get();
        } catch (Unentitled refused) {
            throw refused.problem(words::text);
        }
    }

    String api() {
        return "/api" + list();
    }

    String measureName() {
        return words.text(
                "page.measures.name",
                measure.clause().number(),
                words.text(measure.clause().name()));
    }

    String kind(String type) {
        String key = measure.code() + ".award." + type;
        return words.has(key) ? words.text(key) : type;
    }

    List<Field.Option> kinds() {
        return measure.awards().stream()
                .map(t -> new Field.Option(t.code(), kind(t.code())))
                .toList();
    }

    /** The person's name, or a number for who may not see it. */
    String person(Award award) {
        return award.name() != null ? award.name() : words.text("page.awards.number", String.valueOf(award.id()));
    }

    String personPage(Award award) {
        return award.childId() != null ? "/children/" + award.childId() : "/staff/" + award.staffId();
    }

    String days(Award award) {
        if (award.from() == null) {
            return "";
        }
        return award.to() == null
                ? words.text("page.awards.since", words.date(award.from()))
                : words.date(award.from()) + " – " + words.date(award.to());
    }

    /** What it comes to, "" for nothing. */
    String amount(Award award) {
        if (award.indexHundredths() != null) {
            return words.text(
                    "page.awards.indices", words.number(java.math.BigDecimal.valueOf(award.indexHundredths(), 2)));
        }
        return award.amount() == null ? "" : words.money(award.amount());
    }

    Badge state(Award award) {
        String name = words.text(AwardState.MOVES.name(award.state()));
        if (award.waits()) {
            String place = award.queuePlace() == null
                    ? ""
                    : words.text("page.awards.queue-place", String.valueOf(award.queuePlace()));
            return new Badge(words.text("page.awards.waits"), Tone.RUN, "clock", place);
        }
        return Badge.of(name, tone(award.state()));
    }

    static Tone tone(AwardState state) {
        return switch (state) {
            case PROPOSED, RETURNED -> Tone.NONE;
            case COMMISSION, APPROVED -> Tone.RUN;
            case ISSUED, ENDED -> Tone.OK;
            case REFUSED -> Tone.LATE;
        };
    }

    String state(AwardState state) {
        return words.text(AwardState.MOVES.name(state));
    }

    /** The act that brings an award into the state, as a verb. */
    String act(AwardState to) {
        return words.text("page.awards.act." + Json.name(to));
    }

    List<Field.Option> states() {
        return Stream.of(AwardState.values())
                .map(s -> new Field.Option(Json.name(s), state(s)))
                .toList();
    }

    List<Field.Option> sources() {
        return measure.clause().sources().stream()
                .sorted()
                .map(s -> new Field.Option(Json.name(s), words.text(kz.jolkarta.registry.records.Money.name(s))))
                .toList();
    }
}
