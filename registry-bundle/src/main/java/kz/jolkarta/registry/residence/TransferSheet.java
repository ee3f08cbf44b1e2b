package kz.jolkarta.registry.residence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.places.Place;

/** One move as its two sides read it. */
final class TransferSheet {
    private final Words words;
    private final Transfers.Opened opened;

    TransferSheet(Words words, Transfers.Opened opened) {
        this.words = words;
        this.opened = opened;
    }

    static Badge state(Words words, Transfer transfer) {
        String name = words.text("copy.word.transfer." + Json.name(transfer.state()));
        if (transfer.yours()) {
            return new Badge(name, Tone.RUN, "bell-ringing", words.text("page.transfers.yours"));
        }
        return Badge.of(name, tone(transfer.state()));
    }

    static Tone tone(Transfer.State state) {
        return switch (state) {
            case DONE -> Tone.OK;
            case REQUESTED -> Tone.RUN;
            case REFUSED -> Tone.LATE;
            case UNDONE -> Tone.NONE;
        };
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Card.of(words.text("page.transfers.move"), new Block.Facts(facts()))
                .badge(state(words, opened.transfer()))
                .wide(6));
        blocks.add(opened.along()
                .map(this::goods)
                .orElseGet(() -> Block.Card.of(
                                words.text("page.transfers.along"),
                                new Block.Paragraph(words.text("page.transfers.along-later")))
                        .wide(6)));
        return blocks;
    }

    private List<Block.Fact> facts() {
        Transfer move = opened.transfer();
        List<Block.Fact> facts = new ArrayList<>(List.of(
                fact("page.transfers.from-place", place(move.from())),
                fact("page.transfers.to-place", place(move.to())),
                fact("page.child.move.day", words.date(move.onDay())),
                fact("record.heading.reason", move.reason()),
                fact("page.transfers.asked-on", words.moment(move.askedAt()))));
        if (!opened.school().isEmpty()) {
            facts.add(2, fact("record.heading.school", opened.school()));
        }
        if (move.decidedAt() != null) {
            facts.add(fact("page.transfers.decided-on", words.moment(move.decidedAt())));
        }
        if (move.answer() != null) {
            facts.add(fact("page.transfers.answer", move.answer()));
        }
        return facts;
    }

    private Block.Fact fact(String name, String value) {
        return Block.Fact.of(words.text(name), value);
    }

    private static String place(Place place) {
        return Stream.of(place.name(), place.district(), place.region())
                .filter(name -> name != null && !name.isBlank())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** What goes along, and what stays to be decided by the old place. */
    private Block.Card goods(Transfers.Goods goods) {
        List<Block.Row> rows = new ArrayList<>();
        goods.map().ifPresent(map -> rows.add(plan(map)));
        goods.awards()
                .forEach(a -> rows.add(award(
                        a.measure(), a.type(), a.id(), Tone.OK, words.text("page.transfers.paid-there"), span(a))));
        goods.waiting()
                .forEach(a -> rows.add(award(
                        a.measure(),
                        a.type(),
                        a.id(),
                        Tone.RUN,
                        words.text("page.transfers.queued"),
                        words.date(a.since()))));
        goods.staying()
                .forEach(a -> rows.add(Block.Row.of(
                                "calendar",
                                Tone.RUN,
                                a.title(),
                                words.text("page.transfers.stays") + " · " + words.date(a.starts()) + " – "
                                        + words.date(a.ends()),
                                "/measures/" + a.measure() + "/activities/" + a.activityId())
                        .badges(Badge.of(
                                words.text("state.participation." + a.state().toLowerCase(Locale.ROOT)), Tone.RUN))));
        goods.undecided()
                .forEach(a -> rows.add(award(
                        a.measure(),
                        a.type(),
                        a.awardId(),
                        Tone.NONE,
                        words.text("page.transfers.undecided"),
                        words.text("state.award." + a.state().toLowerCase(Locale.ROOT)))));
        return Block.Card.of(
                        words.text("page.transfers.along"),
                        new Block.Rows(rows, words.text("page.transfers.along-nothing")),
                        new Block.Paragraph(words.text("page.transfers.along-always")))
                .wide(6);
    }

    private Block.Row plan(Transfers.Plan map) {
        String steps = words.count("page.transfers.steps.", map.open());
        return Block.Row.of(
                        "route",
                        Tone.OK,
                        words.text("page.transfers.map", map.schoolYear() + "/" + (map.schoolYear() + 1)),
                        map.next() == null
                                ? steps
                                : steps + " · " + words.text("page.transfers.next", words.date(map.next())),
                        "/road-maps/" + map.id())
                .badges(Badge.of(words.text("page.children.map." + Json.name(map.state())), Tone.PLAIN));
    }

    private Block.Row award(String measure, String type, long id, Tone tone, String what, String more) {
        String key = measure + ".award." + type;
        return Block.Row.of(
                "award",
                tone,
                words.has(key) ? words.text(key) : measure,
                what + " · " + more,
                "/measures/" + measure + "/awards/" + id);
    }

    private String span(Transfers.Held award) {
        return words.date(award.since()) + " –" + (award.until() == null ? "" : " " + words.date(award.until()));
    }

    /** The move as a row of another page. */
    static Block.Row row(Words words, Transfer move) {
        String answer = move.answer() == null ? "" : " · " + move.answer();
        return Block.Row.of(
                        "route",
                        tone(move.state()),
                        move.from().name() + " → " + move.to().name(),
                        words.date(move.onDay()) + " · " + move.reason() + answer,
                        TransferPages.LIST + "/" + move.id())
                .badges(state(words, move));
    }
}
