package kz.jolkarta.registry.roadmaps;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.measure.Audience;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Words;

/** The forms of a step: what it is, and what became of it. */
final class StepForms {
    /** A measure with or without a kind of it, as one choice: {@code health-camps/camp}. */
    static final String OFFER = "offer";

    private final Words words;
    private final Measures measures;
    private final RoadMap map;

    StepForms(Words words, Measures measures, RoadMap map) {
        this.words = words;
        this.measures = measures;
        this.map = map;
    }

    static StepInput read(FormInput input) {
        return input.as(StepInput.class, StepForms::split);
    }

    private static ObjectNode split(ObjectNode sent) {
        String[] offer = sent.path(OFFER).asText("").split("/", 2);
        sent.put("measure", offer[0]);
        sent.put("type", offer.length > 1 ? offer[1] : "");
        return sent;
    }

    /** @param goal that a new step is to serve, "" for none */
    Form content(Optional<RoadMapStep> step, String goal) {
        String at =
                MapTabs.page(map.id(), "steps") + step.map(s -> "/" + s.id()).orElse("");
        List<Field> fields = new ArrayList<>(List.of(
                Field.hidden(FormInput.VERSION, map.version()),
                Field.text("title", words.text("page.roadmap.step.title"))
                        .require()
                        .value(step.map(RoadMapStep::title)),
                Field.date("dueOn", words.text("page.roadmap.step.due"))
                        .require()
                        .value(step.map(RoadMapStep::dueOn))));
        if (!map.goals().isEmpty()) {
            fields.add(Field.choice(
                            "goalId",
                            words.text("page.roadmap.step.goal"),
                            map.goals().stream()
                                    .map(g -> new Field.Option(String.valueOf(g.id()), g.title()))
                                    .toList())
                    .value(step.map(RoadMapStep::goalId)
                            .map(String::valueOf)
                            .or(() -> Optional.of(goal).filter(g -> !g.isEmpty()))));
        }
        Optional<String> offer = step.filter(s -> s.measure() != null)
                .map(s -> s.type() == null ? s.measure() : s.measure() + "/" + s.type());
        fields.add(Field.choice(OFFER, words.text("page.roadmap.step.offer"), offers(offer))
                .help(words.text("page.roadmap.step.offer.help"))
                .value(offer));
        fields.add(Field.text("responsible", words.text("page.roadmap.step.responsible"))
                .value(step.map(RoadMapStep::responsible)));
        fields.add(Field.lines("expected", words.text("page.roadmap.expected")).value(step.map(RoadMapStep::expected)));
        return Form.of(at, words.text(step.isPresent() ? "page.roadmap.step.save" : "page.roadmap.step.add"), fields)
                .cancel(MapTabs.page(map.id(), MapTabs.WHOLE) + "#plan");
    }

    private List<Field.Option> offers(Optional<String> kept) {
        List<Field.Option> options = new ArrayList<>();
        for (Measures.Installed measure : measures.installed()) {
            String name = words.text(
                    "page.measures.name",
                    measure.clause().number(),
                    words.text(measure.clause().name()));
            options.add(new Field.Option(measure.code(), name));
            Stream.concat(
                            measure.activities().stream()
                                    .filter(t -> t.audience() == Audience.CHILDREN)
                                    .map(t -> List.of("activity", t.code())),
                            measure.awards().stream()
                                    .filter(t -> t.audience() == Audience.CHILDREN)
                                    .map(t -> List.of("award", t.code())))
                    .map(t -> new Field.Option(
                            measure.code() + "/" + t.get(1), name + " — " + kind(measure.code(), t.get(0), t.get(1))))
                    .forEach(options::add);
        }
        kept.filter(offer -> options.stream().noneMatch(o -> o.value().equals(offer)))
                .ifPresent(offer -> options.add(new Field.Option(offer, offer)));
        return options;
    }

    private String kind(String measure, String what, String type) {
        String key = measure + "." + what + "." + type;
        return words.has(key) ? words.text(key) : type;
    }

    /** Marks it as done, with the day and the result. */
    Form done(RoadMapStep step) {
        return moving(
                step,
                StepState.DONE,
                "page.roadmap.step.done",
                List.of(
                        Field.date("doneOn", words.text("page.roadmap.step.done-on"))
                                .help(words.text("page.roadmap.step.done-on.help")),
                        Field.lines("note", words.text("page.roadmap.step.result"))));
    }

    Form drop(RoadMapStep step) {
        return moving(
                        step,
                        StepState.DROPPED,
                        "page.roadmap.step.drop",
                        List.of(Field.lines("note", words.text("record.heading.reason"))
                                .require()))
                .takesAway();
    }

    private Form moving(RoadMapStep step, StepState to, String submit, List<Field> more) {
        List<Field> fields = new ArrayList<>(
                List.of(Field.hidden(FormInput.VERSION, map.version()), Field.hidden("state", Json.name(to))));
        fields.addAll(more);
        return Form.of(MapTabs.page(map.id(), "steps") + "/" + step.id() + "/state", words.text(submit), fields);
    }
}
