package kz.jolkarta.registry.roadmaps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;

/** The sections of the form with what is written into them, and where the registry's own part of them stands. */
final class MapContentBlocks {
    /** Parts of the child's page by what the registry puts into a section. */
    private static final Map<FormSection.Kind, String> PARTS = Map.of(
            FormSection.Kind.PASSPORT, "",
            FormSection.Kind.TALENTS, "/talents",
            FormSection.Kind.DIAGNOSTICS, "/diagnostics",
            FormSection.Kind.MARKS, "/marks",
            FormSection.Kind.ACHIEVEMENTS, "/achievements",
            FormSection.Kind.MENTORS, "/achievements",
            FormSection.Kind.SUPPORT, "");

    private final Words words;
    private final MapLook look;
    private final RoadMap map;

    MapContentBlocks(Words words, RoadMap shown) {
        this.words = words;
        this.look = new MapLook(words);
        this.map = shown;
    }

    List<Block> cards() {
        return map.sections().stream().map(this::card).toList();
    }

    private Block card(FormSection section) {
        List<Block> blocks = new ArrayList<>();
        boolean withheld = map.withheld().contains(section.code());
        List<Block.Fact> facts = new ArrayList<>(section.fields().stream()
                .filter(field -> !withheld || map.content().containsKey(field.code()) || readable(section, field))
                .map(field -> new Block.Fact(
                        words.text(field.names().text()),
                        look.value(field, map.content().get(field.code()))))
                .toList());
        if (section.kind() == FormSection.Kind.CONCLUSION) {
            facts.addAll(conclusion());
        }
        if (!facts.isEmpty()) {
            blocks.add(new Block.Facts(facts));
        }
        if (withheld) {
            blocks.add(Block.Notice.of(Tone.NONE, words.text("page.roadmap.withheld")));
        }
        registry(section, blocks);
        Block.Card card = Block.Card.of(words.text(section.names().text()), blocks)
                .at("section-" + section.code())
                .wide(6);
        return withheld ? card.badge(Badge.of(words.text("page.roadmap.withheld.badge"), Tone.NONE, "lock")) : card;
    }

    /** A part that is withheld may still have fields for everybody. */
    private static boolean readable(FormSection section, FormField field) {
        return section.readers(field) == Readers.ALL;
    }

    private void registry(FormSection section, List<Block> blocks) {
        if (section.kind() == FormSection.Kind.PLAN) {
            blocks.add(Block.Buttons.of(Action.link(words.text("page.roadmap.to-plan"), "#plan")));
        }
        String part = PARTS.get(section.kind());
        if (part != null) {
            blocks.add(Block.Buttons.of(
                    Action.link(words.text("page.roadmap.from-registry"), "/children/" + map.childId() + part)));
        }
    }

    private List<Block.Fact> conclusion() {
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(Block.Fact.of(
                words.text("page.roadmap.agreed"),
                map.agreedOn() == null
                        ? words.text("page.roadmap.agreed.not")
                        : look.day(map.agreedOn()) + ", " + map.agreedWith()));
        facts.add(new Block.Fact(
                words.text("page.roadmap.conclusion"),
                Cell.of(map.conclusion() == null ? words.text("page.roadmap.conclusion.not") : map.conclusion())));
        return facts;
    }
}
