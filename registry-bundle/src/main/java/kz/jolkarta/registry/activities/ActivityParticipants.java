package kz.jolkarta.registry.activities;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;

/** Who takes part in an activity, as a card on its page. */
record ActivityParticipants(Participants participants, TerritoryChoice territories, Words words) {
    /** @param address of the activity, with what is asked of the list */
    Block card(Caller caller, Activity activity, Address address, boolean writes) {
        Optional<ParticipationState> state = Choice.of(ParticipationState.class, "state", address.value("state"));
        Page<Participant> page = participants.list(
                caller.user(),
                activity.measure(),
                activity.id(),
                state,
                address.value("sort"),
                Params.paging(address.value("limit"), address.value("after")));
        Table table = Table.of(
                        List.of(
                                name(caller, address),
                                Table.Column.of(words.text("page.territory")),
                                Table.Column.number(words.text("page.activities.sessions")),
                                Table.Column.number(words.text("page.activities.confirmed")),
                                Table.Column.of(words.text("record.heading.state"))),
                        page.items().stream().map(p -> line(p)).toList())
                .caption(words.text("page.activities.participants"))
                .pages(address.previous(), address.next(page.next()))
                .exports(address.files("/api" + address.path() + "/participants"))
                .empty(words.text(state.isPresent() ? "page.activities.nobody-so" : "page.activities.nobody"));
        boolean ahead = activity.state() == ActivityState.PLANNED || activity.state() == ActivityState.OPEN;
        if (writes && ahead) {
            String act = address.path() + "/participants/state";
            table = table.bulk(
                    List.of(Field.text("reason", words.text("page.activities.reason-refused"))),
                    Action.post(words.text("page.activities.accept"), act).with("state", "accepted"),
                    Action.post(words.text("page.activities.wait"), act).with("state", "waiting"),
                    Action.danger(words.text("page.activities.refuse"), act).with("state", "refused"));
        }
        return Block.Card.of(words.text("page.activities.participants"), states(address), table);
    }

    private Table.Column name(Caller caller, Address address) {
        Table.Column column = Table.Column.of(words.text("record.heading.name"));
        return caller.user().has(Right.CHILDREN_READ) ? address.sortable(column, "name") : column;
    }

    private Block states(Address address) {
        Address first = address.without("after");
        String now = address.value("state");
        Stream<Filters.Chip> all = Stream.of(new Filters.Chip(
                words.text("page.activities.all"), first.without("state").href(), now.isEmpty(), ""));
        Stream<Filters.Chip> each = Stream.of(ParticipationState.values())
                .map(s -> new Filters.Chip(
                        words.text(ParticipationState.MOVES.name(s)),
                        first.with("state", Json.name(s)).href(),
                        now.equals(Json.name(s)),
                        ""));
        return Filters.of(
                        address.path(),
                        words.text("page.list.apply"),
                        Action.link(words.text("page.list.reset"), address.path()),
                        List.of())
                .views(Stream.concat(all, each).toList());
    }

    private Table.Line line(Participant who) {
        String name = ActivityLook.name(words, who);
        String certificate =
                who.certificate() == null ? "" : words.text("page.activities.certificate", who.certificate());
        Cell person = who.child() && who.name() != null
                ? Cell.link(name, "/children/" + who.childId())
                : Cell.of(name, certificate);
        Cell state = new Cell(
                "",
                who.reason() == null ? "" : who.reason(),
                "",
                false,
                List.of(ActivityLook.state(words, who.state())),
                Optional.empty());
        return Table.Line.of(
                who.id(),
                List.of(
                        person,
                        Cell.of(territories.name(words, who.territory())),
                        Cell.number(words.number(who.sessions())),
                        Cell.number(words.number(who.confirmed())),
                        state));
    }
}
