package kz.jolkarta.registry.awards;

import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.allocation.Allocations;
import kz.jolkarta.registry.allocation.Event;
import kz.jolkarta.registry.allocation.Member;
import kz.jolkarta.registry.allocation.Pool;
import kz.jolkarta.registry.allocation.Replay;
import kz.jolkarta.registry.records.Moves;
import kz.jolkarta.registry.records.Paging;

/** The line before one quota: its published order, who stands where, what happened, and whether it comes out the same anew. */
final class QuotaQueue {
    private final Allocations allocations;
    private final AwardWords look;
    private final Words words;

    QuotaQueue(Allocations allocations, AwardWords look) {
        this.allocations = allocations;
        this.look = look;
        this.words = look.words();
    }

    View view(User user, long quota, boolean replayed) {
        String code = look.measure().code();
        String here = "/measures/" + code + "/quotas/" + quota;
        Allocations.View found = allocations.view(user, code, Pool.quota(quota), Paging.of(Page.MAX_LIMIT, ""));
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Card.of(
                        words.text("page.quotas.order"),
                        new Block.Paragraph(words.text("allocation.order-quota")),
                        Block.Buttons.of(Action.go(words.text("page.quotas.replay"), here + "?replay=true")
                                .icon("refresh")))
                .wide(12));
        if (replayed) {
            blocks.add(outcome(allocations.replay(user, code, Pool.quota(quota))));
        }
        blocks.add(Block.Card.of(
                        words.text("page.quotas.waiting"),
                        members(found.waiting(), words.text("page.quotas.waiting"), "page.quotas.nobody-waits"))
                .wide(6));
        blocks.add(Block.Card.of(
                        words.text("page.quotas.placed"),
                        members(found.placed(), words.text("page.quotas.placed"), "page.quotas.nobody-placed"))
                .wide(6));
        blocks.add(Block.Card.of(words.text("page.quotas.events"), history(found.events())));
        return View.of(words.text("page.quotas.queue"), blocks)
                .lead(words.text(
                        "page.quotas.value",
                        words.number(found.standing().taken()),
                        found.standing().places().map(words::number).orElse("–"),
                        words.number(Math.max(0, found.standing().free()))))
                .up(words.text("page.awards.title"), look.list());
    }

    private Block outcome(Replay replay) {
        return replay.same()
                ? Block.Notice.of(Tone.OK, words.text("page.quotas.replay-same"))
                : Block.Notice.of(
                        Tone.LATE,
                        words.text(
                                "page.quotas.replay-differs",
                                replay.firstDifference() == null ? "–" : String.valueOf(replay.firstDifference())));
    }

    private Table members(List<Member> members, String caption, String none) {
        List<Table.Line> lines = members.stream()
                .map(m -> Table.Line.of(
                        m.territory() == null
                                ? Cell.of(QueueCards.name(words, m))
                                : Cell.link(QueueCards.name(words, m), look.list() + "/" + m.member()),
                        Cell.number(words.number(m.place())),
                        Cell.of(words.moment(m.appliedAt())),
                        Cell.number(String.valueOf(m.member()))))
                .toList();
        return Table.of(
                        List.of(
                                Table.Column.of(words.text("record.heading.name")),
                                Table.Column.number(words.text("page.quotas.place")),
                                Table.Column.of(words.text("page.quotas.applied-at")),
                                Table.Column.number(words.text("record.heading.id"))),
                        lines)
                .caption(caption)
                .empty(words.text(none));
    }

    private Block history(Page<Event> events) {
        List<Block.Event> rows = events.items().stream()
                .map(e -> new Block.Event(
                        words.moment(e.at()),
                        e.member() == null ? "" : words.text("page.awards.number", String.valueOf(e.member())),
                        words.text("page.quotas.event." + Moves.code(e.kind())),
                        e.places() == null ? "" : words.text("page.quotas.places", words.number(e.places()))))
                .toList();
        return new Block.History(rows, words.text("page.quotas.no-events"));
    }
}
