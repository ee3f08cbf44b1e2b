package kz.jolkarta.registry.roadmaps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Words;

/** The forms that bring a map on its way: the representative's agreement, its return, its end. */
final class MapForms {
    /** What was sent and refused. */
    record Sent(String form, FormInput input, Problem problem) {}

    static final String AGREEMENT = "agreement";

    private final Words words;
    private final RoadMap map;
    private final Optional<Sent> sent;
    private boolean shown;

    MapForms(Words words, RoadMap map, Optional<Sent> sent) {
        this.words = words;
        this.map = map;
        this.sent = sent;
    }

    Form agreement(Map<Long, String> representatives) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.hidden(FormInput.VERSION, map.version()));
        if (!representatives.isEmpty()) {
            fields.add(Field.choice(
                    "representativeId",
                    words.text("page.roadmap.agreement.representative"),
                    representatives.entrySet().stream()
                            .map(e -> new Field.Option(String.valueOf(e.getKey()), e.getValue()))
                            .toList()));
        }
        fields.add(Field.text("name", words.text("page.roadmap.agreement.name"))
                .help(words.text("page.roadmap.agreement.name.help")));
        fields.add(Field.date("agreedOn", words.text("record.heading.agreed-on"))
                .help(words.text("page.roadmap.agreement.day.help")));
        return mended(AGREEMENT, Form.of(at(AGREEMENT), words.text("page.roadmap.agreement.submit"), fields));
    }

    Form giveBack() {
        return moving(
                RoadMapState.DRAFT,
                "page.roadmap.return.submit",
                Field.lines("reason", words.text("record.heading.reason")));
    }

    /** One that holds ends with the year's conclusion, one that never held is discarded with a reason. */
    Form end() {
        return map.state() == RoadMapState.APPROVED
                ? moving(
                        RoadMapState.CLOSED,
                        "page.roadmap.close.submit",
                        Field.lines("conclusion", words.text("page.roadmap.conclusion")))
                : moving(
                        RoadMapState.CLOSED,
                        "page.roadmap.discard.submit",
                        Field.lines("reason", words.text("record.heading.reason")));
    }

    private Form moving(RoadMapState to, String submit, Field why) {
        return mended(
                Json.name(to),
                Form.of(
                                at("state"),
                                words.text(submit),
                                List.of(
                                        Field.hidden(FormInput.VERSION, map.version()),
                                        Field.hidden("state", to),
                                        why.require()))
                        .takesAway());
    }

    private String at(String act) {
        return MapTabs.page(map.id(), act);
    }

    private Form mended(String form, Form fresh) {
        Optional<Sent> own = sent.filter(s -> s.form().equals(form));
        shown |= own.isPresent();
        return own.map(s -> fresh.refused(s.input(), s.problem(), words)).orElse(fresh);
    }

    /** What was refused without a form in sight to say so, in words. */
    Optional<String> refusal() {
        return sent.filter(s -> !shown).map(s -> told(words, s.problem()));
    }

    static String told(Words words, Problem problem) {
        StringBuilder told = new StringBuilder(words.text(problem.message()));
        problem.fields().forEach(f -> told.append(' ').append(words.text(f.message())));
        return told.toString();
    }
}
