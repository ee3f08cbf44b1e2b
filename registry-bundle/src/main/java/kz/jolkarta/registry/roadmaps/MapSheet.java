package kz.jolkarta.registry.roadmaps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;

/** One road map on its page. */
final class MapSheet {
    private final Words words;
    private final MapLook look;
    private final User user;
    private final RoadMap map;
    private final boolean writes;
    private final boolean approves;
    private final MapForms forms;

    /** @param shown without what the reader may not see */
    MapSheet(Words words, User user, RoadMap shown, Optional<MapForms.Sent> sent) {
        this.words = words;
        this.look = new MapLook(words);
        this.user = user;
        this.map = shown;
        this.writes = MapTabs.writes(user, shown);
        this.approves = MapTabs.approves(user, shown);
        this.forms = new MapForms(words, shown, sent);
    }

    /** @param representatives who can agree, by id */
    View view(Map<Long, String> representatives, String territory) {
        List<Block> left = new ArrayList<>();
        left.add(new MapPlan(words, map, writes).card());
        left.addAll(new MapContentBlocks(words, map)
                .cards().stream().map(b -> (Block) ((Block.Card) b).wide(12)).toList());
        List<Block> right = new ArrayList<>();
        right.add(facts(territory));
        if (map.state().drafted() && writes) {
            right.add(Block.Card.of(
                            words.text("page.roadmap.agreement.title"),
                            new Block.Paragraph(words.text("page.roadmap.agreement.lead")),
                            forms.agreement(representatives))
                    .at("agreement"));
        }
        if (map.state() == RoadMapState.AGREED && approves) {
            right.add(Block.Card.of(
                            words.text("page.roadmap.return.title"),
                            new Block.Paragraph(words.text("page.roadmap.return.lead")),
                            forms.giveBack())
                    .at("return"));
        }
        if (map.state() != RoadMapState.CLOSED && approves) {
            String kind = map.state() == RoadMapState.APPROVED ? "close" : "discard";
            right.add(Block.Card.of(
                            words.text("page.roadmap." + kind + ".title"),
                            new Block.Paragraph(words.text("page.roadmap." + kind + ".lead")),
                            forms.end())
                    .at("close"));
        }
        right.add(prints());
        List<Block> blocks = new ArrayList<>();
        forms.refusal().ifPresent(told -> blocks.add(Block.Notice.of(Tone.LATE, told)));
        blocks.add(new Block.Column(8, left));
        blocks.add(new Block.Column(4, right));
        return MapTabs.view(words, user, map, MapTabs.WHOLE, blocks).actions(acts());
    }

    private Block facts(String territory) {
        Progress progress = map.progress();
        List<Block.Fact> facts = new ArrayList<>(List.of(
                new Block.Fact(words.text("record.heading.state"), Cell.badge(look.state(map.state(), map.overdue()))),
                new Block.Fact(words.text("page.roadmap.child"), Cell.link(map.name(), "/children/" + map.childId())),
                Block.Fact.of(words.text("page.territory"), territory),
                Block.Fact.of(
                        words.text("record.heading.steps"),
                        words.text(
                                "page.child.steps",
                                words.number(progress.stepsDone()),
                                words.number(progress.steps()))),
                Block.Fact.of(words.text("record.heading.due-on"), look.day(map.dueOn())),
                Block.Fact.of(words.text("record.heading.drawn-up-on"), look.day(map.drawnUpOn()))));
        Stream.of(
                        Block.Fact.of(words.text("record.heading.agreed-on"), look.day(map.agreedOn())),
                        Block.Fact.of(words.text("record.heading.approved-on"), look.day(map.approvedOn())),
                        Block.Fact.of(words.text("record.heading.closed-on"), look.day(map.closedOn())),
                        Block.Fact.of(words.text("record.heading.reason"), map.reason() == null ? "" : map.reason()))
                .filter(f -> !f.value().text().isEmpty())
                .forEach(facts::add);
        facts.add(new Block.Fact(
                words.text("record.heading.form-number"),
                Cell.link(String.valueOf(map.formNumber()), "/road-map-forms/" + map.formId())));
        return Block.Card.of(words.text("page.roadmap.facts"), new Block.Facts(facts));
    }

    private Block prints() {
        String at = "/api/road-maps/" + map.id() + "/print?format=";
        List<Action> files = Stream.of("kk", "ru")
                .flatMap(language -> Stream.of("pdf", "docx")
                        .map(format -> Action.download(
                                        words.text(
                                                "page.roadmap.print." + format,
                                                words.text("page.roadmap.language." + language)),
                                        at + format + "&language=" + language)
                                .icon("file-type-" + format)))
                .toList();
        return Block.Card.of(words.text("page.roadmap.print"), new Block.Buttons(files))
                .at("print");
    }

    private List<Action> acts() {
        List<Action> acts = new ArrayList<>();
        String page = MapTabs.page(map.id(), MapTabs.WHOLE);
        boolean tests = user.scope(Right.DIAGNOSTICS_WRITE).covers(map.territory());
        if (map.state().drafted() && (writes || tests)) {
            acts.add(Action.go(words.text("page.roadmap.edit"), page + "/edit").icon("edit"));
        }
        if (!map.state().drafted() && writes) {
            acts.add(
                    Action.post(words.text("page.roadmap.copy"), page + "/copy").icon("copy"));
        }
        if (map.state() == RoadMapState.AGREED && approves) {
            acts.add(Action.postPrimary(words.text("page.roadmap.approve"), page + "/state")
                    .with("state", Json.name(RoadMapState.APPROVED))
                    .with(FormInput.VERSION, map.version())
                    .icon("check"));
        }
        return acts;
    }
}
