package kz.jolkarta.registry.awards;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;

/** What a kind of award demands, and whether the person meets each; after a refusal also what can be done. */
final class DemandCard {
    private final Awards awards;
    private final AwardWords look;

    DemandCard(Awards awards, AwardWords look) {
        this.awards = awards;
        this.look = look;
    }

    Block card(User user, AwardInput person) {
        Words words = look.words();
        List<Demand> demands = awards.demands(user, look.measure().code(), person);
        boolean met = demands.stream().allMatch(Demand::holds);
        List<Block.Condition> conditions = demands.stream()
                .map(d -> new Block.Condition(
                        d.holds(),
                        words.text(d.words()),
                        d.objections().stream().map(words::text).collect(Collectors.joining(" "))))
                .toList();
        List<Block> blocks = new ArrayList<>();
        boolean whole = met && grounded(person);
        String outcome = whole ? "page.awards.may" : met ? "page.awards.may-so-far" : "page.awards.may-not";
        blocks.add(new Block.Conditions(conditions, words.text(outcome), whole ? Tone.OK : met ? Tone.RUN : Tone.LATE));
        if (!met) {
            List<Action> others = others(user, person);
            if (!others.isEmpty()) {
                blocks.add(new Block.Paragraph(words.text("page.awards.other-kinds")));
                blocks.add(new Block.Buttons(others));
            }
        }
        Block.Card card =
                Block.Card.of(words.text("page.awards.demands"), blocks).wide(5);
        return met ? card : card.mark();
    }

    /** Whether the ground is named of which the rest of the demands follows. */
    private boolean grounded(AwardInput person) {
        return look.measure()
                .award(person.type())
                .flatMap(type -> type.rule(Rule.Proved.class))
                .map(proved -> person.fields().get(proved.field()) != null)
                .orElse(true);
    }

    /** Kinds of the same measure whose demands the person meets. */
    private List<Action> others(User user, AwardInput person) {
        List<Action> others = new ArrayList<>();
        for (AwardType type : look.measure().awards()) {
            boolean fits = !type.code().equals(person.type())
                    && (type.audience() == kz.jolkarta.core.measure.Audience.STAFF) == (person.staffId() != null);
            AwardInput other = person.ofType(type.code());
            if (fits
                    && awards.demands(user, look.measure().code(), other).stream()
                            .allMatch(Demand::holds)) {
                String who = person.childId() != null ? "&child=" + person.childId() : "&staff=" + person.staffId();
                others.add(Action.go(look.kind(type.code()), look.list() + "/new?type=" + type.code() + who));
            }
        }
        return others;
    }
}
