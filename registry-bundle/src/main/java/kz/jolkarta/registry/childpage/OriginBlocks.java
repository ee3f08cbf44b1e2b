package kz.jolkarta.registry.childpage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.lineage.Coach;
import kz.jolkarta.registry.lineage.Lineage;
import kz.jolkarta.registry.lineage.Win;
import kz.jolkarta.registry.places.Gazetteer;

/** The past of a child's record: lists and merges, places, prizes with their coaches, materials. */
final class OriginBlocks {
    private final Words words;
    private final User user;
    private final Gazetteer gazetteer;
    private final Measures measures;

    OriginBlocks(Words words, User user, Gazetteer gazetteer, Measures measures) {
        this.words = words;
        this.user = user;
        this.gazetteer = gazetteer;
        this.measures = measures;
    }

    Block record(Origin origin) {
        List<Block.Row> rows = new ArrayList<>();
        origin.merges().forEach(merged -> {
            String pair = merged.pair().map(id -> "/duplicates/" + id).orElse("");
            merged.undone().ifPresent(at -> rows.add(merge("separate", merged.gone(), at, pair)));
            rows.add(merge("merged", merged.gone(), merged.at(), pair));
        });
        origin.lists()
                .forEach(listed -> rows.add(Block.Row.of(
                        "file-import",
                        Tone.PLAIN,
                        words.text("page.child.lineage." + (listed.made() ? "list-made" : "list-changed")),
                        words.moment(listed.at()),
                        reads(listed) ? "/imports/" + listed.list() : "")));
        rows.add(Block.Row.of(
                "user-check",
                Tone.PLAIN,
                words.text("page.child.lineage.registered"),
                words.date(origin.registered()),
                ""));
        return Block.Card.of(words.text("page.child.lineage.record"), new Block.Rows(rows, ""))
                .at("record");
    }

    private Block.Row merge(String what, long gone, Instant at, String pair) {
        return Block.Row.of(
                "users",
                Tone.PLAIN,
                words.text("page.child.lineage." + what, String.valueOf(gone)),
                words.moment(at),
                pair);
    }

    /** A list of several territories is seen by who brought it in, and with the right over the country. */
    private boolean reads(Origin.Listed listed) {
        Scope scope = user.scope(Right.CHILDREN_IMPORT);
        return !scope.isEmpty()
                && (listed.owner() == user.id()
                        || scope.isCountry()
                        || !listed.territory().isEmpty() && scope.covers(listed.territory()));
    }

    Block places(Origin origin) {
        List<Block.Row> rows = origin.stays().stream()
                .map(stay -> Block.Row.of(
                        "map-pin",
                        stay.until().isEmpty() ? Tone.OK : Tone.PLAIN,
                        place(stay.territory()),
                        Stream.of(stay.school(), days(stay.from(), stay.until()))
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining(" · ")),
                        ""))
                .toList();
        return Block.Card.of(words.text("page.child.lineage.places"), new Block.Rows(rows, ""))
                .at("places");
    }

    private String place(String code) {
        var place = gazetteer.place(code, words.language());
        return Stream.of(place.name(), place.district(), place.region())
                .filter(name -> name != null)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String days(Optional<LocalDate> from, Optional<LocalDate> until) {
        if (until.isEmpty()) {
            return from.map(day -> words.text("page.child.lineage.since", words.date(day)))
                    .orElseGet(() -> words.text("page.child.lineage.now"));
        }
        return from.map(words::date).orElse("") + " – " + words.date(until.get());
    }

    Block prizes(Lineage.OfChild lineage) {
        Map<Long, Coach> coaches = lineage.coaches().stream()
                .map(Lineage.Behind::coach)
                .collect(Collectors.toMap(Coach::id, Function.identity()));
        Table table = Table.of(
                        List.of(
                                Table.Column.of(words.text("record.heading.title")),
                                Table.Column.of(words.text("page.lineage.level")),
                                Table.Column.number(words.text("page.lineage.won-on")),
                                Table.Column.of(words.text("copy.column.coach"))),
                        lineage.wins().stream()
                                .map(win -> Table.Line.of(
                                        Cell.of(
                                                win.event(),
                                                win.place() == null
                                                        ? ""
                                                        : words.text("page.lineage.place", win.place())),
                                        Cell.of(words.text("level." + Json.name(win.level()))),
                                        Cell.number(words.date(win.wonOn())),
                                        coach(win, coaches)))
                                .toList())
                .caption(words.text("page.child.lineage.prizes"))
                .empty(words.text("page.child.lineage.no-prizes"));
        return Block.Card.of(words.text("page.child.lineage.prizes"), table).at("prizes");
    }

    /** The coach's own page tells what stands behind the coach. */
    private Cell coach(Win win, Map<Long, Coach> coaches) {
        Coach coach = win.coachId() == null ? null : coaches.get(win.coachId());
        if (coach == null || coach.name() == null) {
            return Cell.of(win.coachName() == null ? "" : win.coachName());
        }
        return Cell.link(coach.name(), coach.organisation(), "/staff/" + coach.id());
    }

    Block materials(Origin origin) {
        List<Block.Row> rows = origin.materials().stream()
                .flatMap(shown -> measures.find(shown.measure()).stream()
                        .map(measure -> Block.Row.of(
                                "speakerphone",
                                shown.adopted().isPresent() ? Tone.OK : Tone.RUN,
                                measure.clause().number() + ". " + shown.title(),
                                shown.adopted()
                                        .map(words::date)
                                        .orElseGet(() -> words.text("page.child.lineage.not-adopted")),
                                user.scope(Right.RECORDS_READ).isEmpty()
                                        ? ""
                                        : "/measures/" + shown.measure() + "/deliverables/" + shown.id())))
                .toList();
        return Block.Card.of(
                        words.text("page.child.lineage.materials"),
                        new Block.Rows(rows, words.text("page.child.lineage.no-materials")))
                .at("materials");
    }
}
