package kz.jolkarta.registry.activities;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;

/** The roll of one session beside its second marks, and the forms that make one. */
final class SessionMarks {
    private final Words words;
    private final Session session;
    private final Map<Long, Participant> people = new LinkedHashMap<>();
    private final List<Mark> marks;

    SessionMarks(Words words, Session session, List<Participant> people, List<Mark> marks) {
        this.words = words;
        this.session = session;
        this.marks = marks;
        people.forEach(p -> this.people.put(p.id(), p));
    }

    Block roll() {
        List<Table.Line> lines = Stream.concat(
                        session.present().stream().map(p -> line(p, true)),
                        session.absent().stream().map(p -> line(p, false)))
                .toList();
        return Table.of(
                        List.of(
                                Table.Column.of(words.text("record.heading.name")),
                                Table.Column.of(words.text("page.activities.roll")),
                                Table.Column.of(words.text("page.activities.second-mark"))),
                        lines)
                .caption(words.text("page.activities.roll"))
                .empty(words.text("page.activities.nobody-seen"));
    }

    private Table.Line line(long participation, boolean present) {
        Badge roll = Badge.of(
                words.text(present ? "page.activities.present" : "page.activities.absent"),
                present ? Tone.OK : Tone.NONE);
        List<Badge> second = marks.stream()
                .filter(m -> m.participationId() == participation)
                .map(m -> new Badge(
                        words.text("page.activities.mark." + Json.name(m.kind())),
                        Tone.OK,
                        "",
                        words.moment(m.markedAt())))
                .toList();
        boolean missing = present && second.isEmpty();
        return Table.Line.of(
                Cell.of(name(participation)),
                Cell.badge(roll),
                missing
                        ? Cell.badge(Badge.of(words.text("page.activities.mark-none"), Tone.RUN))
                        : Cell.badges(second));
    }

    private String name(long participation) {
        Participant who = people.get(participation);
        return who == null
                ? words.text("page.activities.unnamed", String.valueOf(participation))
                : ActivityLook.name(words, who);
    }

    /** @param here address of the session */
    List<Block> forms(String here, UnaryOperator<Form> sent) {
        List<Field.Option> present = session.present().stream()
                .map(p -> new Field.Option(String.valueOf(p), name(p)))
                .toList();
        List<Field.Option> kinds = Stream.of(MarkKind.ORGANISER, MarkKind.REPRESENTATIVE)
                .map(k -> new Field.Option(Json.name(k), words.text("page.activities.mark." + Json.name(k))))
                .toList();
        List<Block> forms = new ArrayList<>();
        forms.add(Block.Card.of(
                        words.text("page.activities.confirm"),
                        sent.apply(Form.of(
                                here + "/marks",
                                words.text("page.activities.confirm-act"),
                                List.of(
                                        Field.radio("kind", words.text("page.activities.confirmed-by"), kinds)
                                                .require(),
                                        Field.checks(
                                                        "participations",
                                                        words.text("page.activities.who-was-there"),
                                                        present)
                                                .help(words.text("page.activities.confirm-help"))))))
                .wide(6));
        Form make = Form.of(
                here + "/code",
                words.text("page.activities.code-make"),
                List.of(Field.number("minutes", words.text("page.activities.code-minutes"))
                        .value("15")));
        Form enter = Form.of(
                here + "/entered",
                words.text("page.activities.code-enter"),
                List.of(
                        Field.choice("participation", words.text("page.activities.who-was-there"), present)
                                .require(),
                        Field.text("code", words.text("page.activities.code")).require()));
        forms.add(Block.Card.of(
                        words.text("page.activities.by-code"),
                        new Block.Paragraph(words.text("page.activities.code-hint")),
                        sent.apply(make),
                        sent.apply(enter))
                .wide(6));
        return forms;
    }
}
