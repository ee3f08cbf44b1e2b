package kz.jolkarta.registry.activities;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.records.Params;

/** The sessions of an activity, and the roll of everybody in one form. */
record SessionList(Rolls rolls, Applicants applicants, Words words) {
    /** @param sent marks the form that was refused */
    View view(Caller caller, Activity activity, Address address, UnaryOperator<Form> sent) {
        String here = address.path();
        Page<Session> page = rolls.list(
                caller.user(),
                activity.measure(),
                activity.id(),
                Params.paging(address.value("limit"), address.value("after")));
        Table table = Table.of(
                        List.of(
                                Table.Column.of(words.text("page.activities.session")),
                                Table.Column.number(words.text("page.activities.present")),
                                Table.Column.number(words.text("page.activities.absent"))),
                        page.items().stream()
                                .map(s -> Table.Line.of(
                                        Cell.link(
                                                words.date(s.heldOn()),
                                                s.topic() == null ? "" : s.topic(),
                                                here + "/" + s.id()),
                                        Cell.number(words.number(s.present().size())),
                                        Cell.number(words.number(s.absent().size()))))
                                .toList())
                .caption(words.text("page.activities.tab.sessions"))
                .pages(address.previous(), address.next(page.next()))
                .exports(address.files("/api" + here))
                .empty(words.text("page.activities.no-sessions"));
        List<Block> blocks = new ArrayList<>(List.of(table));
        if (activity.state() == ActivityState.OPEN
                && caller.user().scope(Right.RECORDS_WRITE).covers(activity.territory())) {
            blocks.add(Block.Card.of(words.text("page.activities.roll"), sent.apply(roll(caller, activity, here)))
                    .at("roll"));
        } else if (activity.state() == ActivityState.PLANNED) {
            blocks.add(Block.Notice.of(Tone.NONE, words.text("page.activities.roll-when-open")));
        }
        return ActivityCards.frame(words, activity, here, blocks);
    }

    private Form roll(Caller caller, Activity activity, String here) {
        List<Field.Option> people = applicants.all(caller, activity, Optional.of(ParticipationState.ACCEPTED)).stream()
                .filter(p -> caller.user().scope(Right.RECORDS_WRITE).covers(p.territory()))
                .map(p -> new Field.Option(String.valueOf(p.id()), ActivityLook.name(words, p)))
                .toList();
        return Form.of(
                here,
                words.text("page.activities.mark-roll"),
                List.of(
                        Field.date("heldOn", words.text("page.activities.held-on"))
                                .require(),
                        Field.text("topic", words.text("page.activities.topic")),
                        Field.checks("present", words.text("page.activities.who-was-there"), people)
                                .help(words.text("page.activities.roll-help"))));
    }
}
