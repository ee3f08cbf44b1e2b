package kz.jolkarta.registry.allocation;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Seats of an activity on pages: who has one, who waits, by which published order, and the same computed anew. */
@Path("measures/{code}/activities/{activity}/allocation")
@Component(service = Pages.class)
public final class SeatsAllocationPages implements Pages {
    private final Measures measures;
    private final Allocations allocations;

    @Activate
    public SeatsAllocationPages(@Reference Measures measures, @Reference Allocations allocations) {
        this.measures = measures;
        this.allocations = allocations;
    }

    @GET
    @Needs(Right.RECORDS_READ)
    public View view(
            @Context Caller caller,
            @Context Words words,
            @Context UriInfo asked,
            @PathParam("code") String code,
            @PathParam("activity") long activity) {
        return view(caller, words, asked, code, activity, List.of());
    }

    /** Computes the lists anew from what people did and says whether they are those that are recorded. */
    @GET
    @Path("replay")
    @Needs(Right.RECORDS_READ)
    public View replay(
            @Context Caller caller,
            @Context Words words,
            @Context UriInfo asked,
            @PathParam("code") String code,
            @PathParam("activity") long activity) {
        measures.require(code);
        Replay replay = allocations.replay(caller.user(), code, Pool.activity(activity));
        List<Block.Condition> compared = List.of(
                condition(
                        words,
                        "placed",
                        replay.recorded().placed(),
                        replay.replayed().placed()),
                condition(
                        words,
                        "waiting",
                        replay.recorded().waiting(),
                        replay.replayed().waiting()),
                new Block.Condition(
                        replay.firstDifference() == null,
                        words.text("page.allocation.steps-same"),
                        replay.firstDifference() == null
                                ? ""
                                : words.text(
                                        "page.allocation.first-difference", words.number(replay.firstDifference()))));
        Block told = Block.Card.of(
                        words.text("page.allocation.replay"),
                        new Block.Conditions(
                                compared,
                                words.text(replay.same() ? "page.allocation.same" : "page.allocation.differs"),
                                replay.same() ? Tone.OK : Tone.LATE))
                .mark();
        return view(caller, words, asked, code, activity, List.of(told));
    }

    private static Block.Condition condition(Words words, String list, List<Long> recorded, List<Long> replayed) {
        return new Block.Condition(
                recorded.equals(replayed),
                words.text("page.allocation." + list),
                words.text("page.allocation.compared", words.number(recorded.size()), words.number(replayed.size())));
    }

    private View view(Caller caller, Words words, UriInfo asked, String code, long activity, List<Block> first) {
        measures.require(code);
        String up = "/measures/" + code + "/activities/" + activity;
        Address address = new Address(up + "/allocation", Address.of(asked).parameters());
        Allocations.View found = allocations.view(
                caller.user(),
                code,
                Pool.activity(activity),
                Params.paging(address.value("limit"), address.value("after")));
        Standing standing = found.standing();
        List<Block> blocks = new ArrayList<>(first);
        blocks.add(new Block.Tiles(List.of(
                tile(
                        words,
                        "seats",
                        standing.places().map(words::number).orElse(words.text("page.allocation.no-limit"))),
                tile(words, "taken", words.number(standing.taken())),
                tile(words, "waits", words.number(found.waits())))));
        blocks.add(Block.Card.of(
                        words.text("page.allocation.order"), new Block.Paragraph(words.text("allocation.order-seats")))
                .actions(Action.go(words.text("page.allocation.replay-act"), up + "/allocation/replay")
                        .icon("refresh")));
        blocks.add(line(words, "placed", found.placed()));
        blocks.add(line(words, "waiting", found.waiting()));
        blocks.add(events(words, found, address));
        return View.of(words.text("page.allocation.title"), blocks).up(words.text("page.allocation.up"), up);
    }

    private static Block.Tile tile(Words words, String what, String value) {
        return new Block.Tile(words.text("page.allocation." + what), value, "", "", Tone.PLAIN, "");
    }

    private static Block line(Words words, String list, List<Member> members) {
        Table table = Table.of(
                        List.of(
                                Table.Column.number(words.text("page.allocation.turn")),
                                Table.Column.of(words.text("record.heading.name")),
                                Table.Column.of(words.text("page.allocation.applied"))),
                        members.stream()
                                .map(m -> Table.Line.of(
                                        Cell.number(words.number(m.place())),
                                        Cell.of(name(words, m)),
                                        Cell.of(words.moment(m.appliedAt()))))
                                .toList())
                .caption(words.text("page.allocation." + list))
                .empty(words.text("page.allocation.nobody"));
        return Block.Card.of(words.text("page.allocation." + list), table).wide(6);
    }

    private static String name(Words words, Member member) {
        return member.name() == null
                ? words.text("page.activities.unnamed", String.valueOf(member.member()))
                : member.name();
    }

    private static Block events(Words words, Allocations.View found, Address address) {
        Map<Long, String> names = new HashMap<>();
        Stream.concat(found.placed().stream(), found.waiting().stream())
                .forEach(m -> names.put(m.member(), name(words, m)));
        Table table = Table.of(
                        List.of(
                                Table.Column.number(words.text("page.allocation.step")),
                                Table.Column.of(words.text("page.allocation.what")),
                                Table.Column.of(words.text("record.heading.name")),
                                Table.Column.of(words.text("page.allocation.when"))),
                        found.events().items().stream()
                                .map(e -> Table.Line.of(
                                        Cell.number(words.number(e.sequence())),
                                        Cell.of(words.text("page.allocation.event." + Json.name(e.kind()))),
                                        Cell.of(subject(words, names, e)),
                                        Cell.of(words.moment(e.at()))))
                                .toList())
                .caption(words.text("page.allocation.events"))
                .pages(address.previous(), address.next(found.events().next()))
                .empty(words.text("page.allocation.no-events"));
        return Block.Card.of(words.text("page.allocation.events"), table);
    }

    private static String subject(Words words, Map<Long, String> names, Event event) {
        if (event.member() == null) {
            return event.places() == null ? words.text("page.allocation.no-limit") : words.number(event.places());
        }
        return names.getOrDefault(
                event.member(), words.text("page.activities.unnamed", String.valueOf(event.member())));
    }
}
