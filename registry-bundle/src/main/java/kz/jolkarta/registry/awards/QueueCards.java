package kz.jolkarta.registry.awards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.allocation.Allocations;
import kz.jolkarta.registry.allocation.Member;
import kz.jolkarta.registry.allocation.Pool;
import kz.jolkarta.registry.places.TerritoryChoice;

/** Who waits for a place of a quota, beside the list of awards: the published order and the first in it. */
final class QueueCards {
    private static final int FIRST = 5;
    /** A reader of the whole country opens the queues one by one. */
    private static final int QUOTAS = 4;

    private final Allocations allocations;
    private final TerritoryChoice territories;

    QueueCards(Allocations allocations, TerritoryChoice territories) {
        this.allocations = allocations;
        this.territories = territories;
    }

    /** Empty when no kind of the measure has a queue, or no quota is set. */
    Optional<Block> card(User user, AwardWords look, QuotaUse use) {
        Words words = look.words();
        Set<String> queued = look.measure().awards().stream()
                .filter(t -> t.rule(Rule.Queued.class).isPresent())
                .map(AwardType::code)
                .collect(Collectors.toSet());
        List<Quota> pools =
                use.quotas().stream().filter(q -> queued.contains(q.type())).toList();
        if (pools.isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Notice.of(Tone.PLAIN, words.text("allocation.order-quota")));
        for (Quota quota : pools.subList(0, Math.min(QUOTAS, pools.size()))) {
            blocks.addAll(queue(user, look, quota));
        }
        return Optional.of(
                Block.Card.of(words.text("page.quotas.queue"), blocks).wide(4));
    }

    private List<Block> queue(User user, AwardWords look, Quota quota) {
        Words words = look.words();
        Allocations.Front front = allocations.front(user, look.measure().code(), Pool.quota(quota.id()), FIRST);
        String title = look.kind(quota.type()) + " · " + territories.name(words, quota.territory());
        List<Block.Row> rows = front.first().stream()
                .map(m -> Block.Row.of(
                        "clock",
                        Tone.RUN,
                        m.place() + ". " + name(words, m),
                        words.text("page.quotas.applied", words.moment(m.appliedAt())),
                        m.territory() == null ? "" : look.list() + "/" + m.member()))
                .toList();
        return List.of(
                new Block.Heading(title),
                new Block.Rows(rows, words.text("page.quotas.nobody-waits")),
                Block.Buttons.of(Action.link(
                        words.text("page.quotas.whole-queue", words.number(front.waits())),
                        "/measures/" + look.measure().code() + "/quotas/" + quota.id())));
    }

    static String name(Words words, Member member) {
        return member.name() != null
                ? member.name()
                : words.text("page.awards.number", String.valueOf(member.member()));
    }
}
