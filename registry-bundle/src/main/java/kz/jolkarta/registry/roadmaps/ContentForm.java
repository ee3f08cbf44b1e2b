package kz.jolkarta.registry.roadmaps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Words;

/** The fields of a map's form, section by section; what the reader may not write is only shown, what he may not read is not. */
final class ContentForm {
    private static final String CONTENT = "content";
    private static final String AT = CONTENT + ".";

    private final Words words;
    private final MapLook look;
    private final User user;
    private final RoadMap map;
    private final Sight sight;

    ContentForm(Words words, User user, RoadMap map) {
        this.words = words;
        this.look = new MapLook(words);
        this.user = user;
        this.map = map;
        this.sight = map.sight(user);
    }

    RoadMapInput read(FormInput input) {
        return input.as(RoadMapInput.class, this::numbers);
    }

    /** A form has nothing but texts; what is no number stays a text and is refused as such. */
    private ObjectNode numbers(ObjectNode sent) {
        JsonNode content = sent.path(CONTENT);
        map.form().fields().filter(f -> f.kind() == FormField.Kind.NUMBER).forEach(field -> {
            String typed = FormInput.digits(content.path(field.code()).asText(""));
            if (typed.matches("-?\\d{1,12}(\\.\\d{1,6})?")) {
                ((ObjectNode) content).put(field.code(), new BigDecimal(typed));
            }
        });
        return sent;
    }

    Form form() {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.hidden(FormInput.VERSION, map.version()));
        if (MapTabs.writes(user, map)) {
            fields.add(Field.date("dueOn", words.text("record.heading.due-on")).value(map.dueOn()));
        }
        for (FormSection section : map.sections()) {
            List<Field> own = section.fields().stream()
                    .filter(f -> sight.read().contains(section.readers(f)))
                    .map(f -> field(section, f))
                    .toList();
            boolean withheld = own.size() < section.fields().size();
            if (!section.fields().isEmpty()) {
                fields.add(Field.heading(words.text(section.names().text())));
                fields.addAll(own);
            }
            if (withheld) {
                fields.add(Field.shown(words.text("page.roadmap.withheld.badge"), words.text("page.roadmap.withheld")));
            }
        }
        String page = MapTabs.page(map.id(), MapTabs.WHOLE);
        return Form.of(page + "/edit", words.text("page.roadmap.edit.submit"), fields)
                .cancel(page);
    }

    private Field field(FormSection section, FormField field) {
        String label = words.text(field.names().text());
        Object value = map.content().get(field.code());
        if (!sight.write().contains(section.readers(field))) {
            return Field.shown(label, look.value(field, value).text());
        }
        String name = AT + field.code();
        Field empty = switch (field.kind()) {
            case TEXT -> Field.text(name, label);
            case LONG_TEXT -> Field.lines(name, label);
            case NUMBER -> Field.number(name, label);
            case DATE -> Field.date(name, label);
            case CHOICE ->
                Field.choice(
                        name,
                        label,
                        field.choices().stream()
                                .map(c -> new Field.Option(
                                        c.code(), words.text(c.names().text())))
                                .toList());
        };
        Field filled = empty.value(value);
        return field.required() ? filled.help(words.text("page.roadmap.edit.required")) : filled;
    }

    /** The form as it was sent; when another editor was faster, with what that one left in each field that differs. */
    Form refused(FormInput input, Problem problem) {
        Form again = form().refused(input, problem, words);
        if (problem.kind() != Problem.Kind.STALE) {
            return again;
        }
        List<Form.Change> changes = form().fields().stream()
                .filter(f -> f.name().startsWith(AT) || f.name().equals("dueOn"))
                .filter(f -> !Objects.equals(f.first().strip(), input.first(f.name())))
                .map(f -> new Form.Change(f.label(), read(f, input.first(f.name())), read(f, f.first())))
                .toList();
        return new Form(
                again.action(), again.fields(), again.submit(), false, again.problem(), changes, again.cancel());
    }

    private static String read(Field field, String value) {
        return field.options().stream()
                .filter(o -> o.value().equals(value))
                .map(Field.Option::label)
                .findFirst()
                .orElse(value);
    }
}
