package kz.jolkarta.registry.destruction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;

/** One act of destruction as it is read and decided on. */
final class ActSheet {
    private final Words words;
    private final Act act;
    private final String territory;

    ActSheet(Words words, Act act, String territory) {
        this.words = words;
        this.act = act;
        this.territory = territory;
    }

    static Badge state(Words words, Act act) {
        Tone tone = switch (act.state()) {
            case PROPOSED -> Tone.RUN;
            case DONE -> Tone.OK;
            case REFUSED -> Tone.NONE;
        };
        return Badge.of(words.text("destruction.state." + Json.name(act.state())), tone);
    }

    /** @param answer that was sent and refused, "" for none; @param change what becomes of its form */
    List<Block> blocks(User user, String answer, UnaryOperator<Form> change) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Card.of(words.text("page.destructions.what"), new Block.Facts(facts()), papers())
                .badge(state(words, act))
                .wide(6));
        blocks.add(Block.Card.of(words.text("destruction.paper.contents"), contents())
                .wide(6));
        if (act.state() == Act.State.PROPOSED) {
            boolean decides = user.scope(Right.AWARDS_APPROVE).covers(act.territory());
            if (act.proposer() == user.id() || !decides) {
                blocks.add(Block.Notice.of(Tone.RUN, words.text("page.destructions.another")));
            } else {
                blocks.add(decision(
                        "confirm", Field.text("actNumber", words.text("page.destructions.again")), answer, change));
                blocks.add(decision(
                        "refuse", Field.lines("reason", words.text("destruction.paper.answer")), answer, change));
            }
        }
        return blocks;
    }

    private List<Block.Fact> facts() {
        List<Block.Fact> facts = new ArrayList<>(List.of(
                fact("number", act.actNumber()),
                fact("date", words.date(act.actDate())),
                fact("territory", territory),
                fact("reason", act.reason()),
                fact("children", words.number(act.children())),
                fact("proposed-by", act.proposedBy() + " · " + words.moment(act.proposedAt()))));
        if (act.decidedBy() != null) {
            facts.add(fact("decided-by", act.decidedBy() + " · " + words.moment(act.decidedAt())));
        }
        if (act.answer() != null) {
            facts.add(fact("answer", act.answer()));
        }
        return facts;
    }

    private Block.Fact fact(String name, String value) {
        return Block.Fact.of(words.text("destruction.paper." + name), value);
    }

    private Block papers() {
        return new Block.Buttons(Stream.of(Language.KK, Language.RU)
                .flatMap(language -> Stream.of("pdf", "docx")
                        .map(format -> Action.download(
                                format.toUpperCase(Locale.ROOT) + ", "
                                        + words.text("page.roadmap.language." + language.tag()),
                                "/api" + DestructionPages.LIST + "/" + act.id() + "/paper?format=" + format
                                        + "&language=" + language.tag())))
                .toList());
    }

    private Block contents() {
        return Table.of(
                        List.of(
                                Table.Column.of(words.text("destruction.paper.table")),
                                Table.Column.number(words.text("destruction.paper.rows"))),
                        act.contents().entrySet().stream()
                                .filter(table -> table.getValue() > 0)
                                .map(table -> Table.Line.of(
                                        Cell.of(words.text("destruction.table."
                                                + table.getKey().replace('_', '-'))),
                                        Cell.number(words.number(table.getValue()))))
                                .toList())
                .caption(words.text("destruction.paper.contents"));
    }

    private Block decision(String answer, Field asked, String sent, UnaryOperator<Form> change) {
        Form form = Form.of(
                        DestructionPages.LIST + "/" + act.id() + "/decision",
                        words.text("page.destructions." + answer),
                        List.of(
                                asked.require(),
                                Field.hidden("answer", answer),
                                Field.hidden(FormInput.VERSION, act.version())))
                .takesAway();
        return Block.Card.of(
                        words.text("page.destructions." + answer + "-title"),
                        new Block.Paragraph(words.text("page.destructions." + answer + "-lead")),
                        sent.equals(answer) ? change.apply(form) : form)
                .at(answer)
                .wide(6);
    }
}
