package kz.jolkarta.registry.roadmaps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.roadmaps.FormPageLook.Sent;

/** A draft of the form as it is changed: the order of its sections, one section with its fields, one field. */
record FormEditLook(Words words, RoadMapForm form) {
    private String sections() {
        return FormPageLook.page(form.id()) + "/sections";
    }

    private String at(FormSection section) {
        return sections() + "/" + section.code();
    }

    private String at(FormSection section, FormField field) {
        return at(section) + "/fields/" + field.code();
    }

    /** The sections in their order, on the draft's page. */
    Block order() {
        List<Block.Row> rows = new ArrayList<>();
        List<FormSection> all = form.sections();
        for (int i = 0; i < all.size(); i++) {
            FormSection section = all.get(i);
            rows.add(Block.Row.of(
                            "file-text",
                            Tone.NONE,
                            words.text(section.names().text()),
                            words.count(
                                    "page.roadmap-form.fields.",
                                    section.fields().size()),
                            at(section))
                    .actions(acts(
                            at(section),
                            i,
                            all.size(),
                            "page.roadmap-form.section-removal",
                            words.number(section.fields().size()))));
        }
        return Block.Card.of(
                        words.text("page.roadmap-form.order"),
                        new Block.Paragraph(words.text("page.roadmap-form.order.lead")),
                        new Block.Rows(rows, words.text("page.roadmap-form.empty")))
                .at("order")
                .actions(Action.go(words.text("page.roadmap-form.section-add"), sections()));
    }

    private Action[] acts(String at, int place, int of, String removal, Object... told) {
        List<Action> acts = new ArrayList<>();
        if (place > 0) {
            acts.add(moving(at, "up"));
        }
        if (place < of - 1) {
            acts.add(moving(at, "down"));
        }
        acts.add(Action.go(words.text("page.roadmap-form.edit"), at));
        acts.add(Action.danger(words.text(removal, told), at + "/removal").with(FormInput.VERSION, form.version()));
        return acts.toArray(Action[]::new);
    }

    private Action moving(String at, String to) {
        return Action.post(words.text("page.roadmap-form." + to), at + "/move")
                .with(FormInput.VERSION, form.version())
                .with("to", to);
    }

    /** @param section empty for a new one */
    View section(Optional<FormSection> section, String wrong, Optional<Sent> sent) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.hidden(FormInput.VERSION, form.version()));
        fields.addAll(names(section.map(FormSection::names)));
        fields.add(Field.choice(
                        "kind",
                        words.text("page.roadmap-form.filled-by"),
                        words.options(FormSection.Kind.class, "page.roadmap-form.kind."))
                .require()
                .value(section.map(FormSection::kind).orElse(FormSection.Kind.FIELDS)));
        fields.add(
                readers(section.map(FormSection::readers).orElse(Readers.ALL)).require());
        Form form = Form.of(section.map(this::at).orElse(sections()), words.text("page.roadmap-form.save"), fields)
                .cancel(FormPageLook.page(this.form.id()));
        List<Block> blocks = new ArrayList<>();
        if (!wrong.isEmpty()) {
            blocks.add(Block.Notice.of(Tone.LATE, wrong));
        }
        section.ifPresent(s -> blocks.add(fields(s)));
        blocks.add(Block.Card.of(
                words.text("page.roadmap-form.section"),
                sent.map(s -> form.refused(s.input(), s.problem(), words)).orElse(form)));
        return View.of(
                        section.map(s -> words.text(s.names().text()))
                                .orElseGet(() -> words.text("page.roadmap-form.section-new")),
                        blocks)
                .up(name(), FormPageLook.page(this.form.id()));
    }

    private Block fields(FormSection section) {
        List<Block.Row> rows = new ArrayList<>();
        List<FormField> all = section.fields();
        for (int i = 0; i < all.size(); i++) {
            FormField field = all.get(i);
            String kind = words.text("page.roadmap-form.field." + Json.name(field.kind()));
            rows.add(Block.Row.of(
                            "edit",
                            Tone.NONE,
                            words.text(field.names().text()),
                            field.required() ? kind + " · " + words.text("page.roadmap-form.required") : kind,
                            at(section, field))
                    .actions(acts(at(section, field), i, all.size(), "page.roadmap-form.field-removal")));
        }
        return Block.Card.of(
                        words.text("page.roadmap-form.section-fields"),
                        new Block.Rows(rows, words.text("page.roadmap-form.section-empty")))
                .at("fields")
                .actions(Action.go(words.text("page.roadmap-form.field-add"), at(section) + "/fields"));
    }

    /** @param field empty for a new one */
    View field(FormSection section, Optional<FormField> field, Optional<Sent> sent) {
        List<Field.Option> places = form.sections().stream()
                .map(s -> new Field.Option(s.code(), words.text(s.names().text())))
                .toList();
        List<Field> fields = new ArrayList<>();
        fields.add(Field.hidden(FormInput.VERSION, form.version()));
        fields.addAll(names(field.map(FormField::names)));
        fields.add(Field.choice(
                        "kind",
                        words.text("page.roadmap-form.field-kind"),
                        words.options(FormField.Kind.class, "page.roadmap-form.field."))
                .require()
                .value(field.map(FormField::kind).orElse(FormField.Kind.TEXT)));
        fields.add(Field.lines("choices", words.text("page.roadmap-form.choices"))
                .value(field.map(f -> FormEdits.lines(f.choices())).filter(l -> !l.isEmpty()))
                .help(words.text("page.roadmap-form.choices.help")));
        fields.add(Field.flag("required", words.text("page.roadmap-form.required"))
                .value(field.filter(FormField::required).isPresent()));
        fields.add(Field.choice("section", words.text("page.roadmap-form.section"), places)
                .require()
                .value(section.code()));
        fields.add(readers(field.map(FormField::readers).orElse(null))
                .help(words.text("page.roadmap-form.field-readers")));
        Form form = Form.of(
                        field.map(f -> at(section, f)).orElse(at(section) + "/fields"),
                        words.text("page.roadmap-form.save"),
                        fields)
                .cancel(at(section));
        return View.of(
                        field.map(f -> words.text(f.names().text()))
                                .orElseGet(() -> words.text("page.roadmap-form.field-new")),
                        Block.Card.of(
                                words.text("page.roadmap-form.field"),
                                sent.map(s -> form.refused(s.input(), s.problem(), words))
                                        .orElse(form)))
                .up(words.text(section.names().text()), at(section));
    }

    private List<Field> names(Optional<FormNames> names) {
        return List.of(
                Field.text("names.kk", words.text("page.roadmap-form.name-kk"))
                        .require()
                        .value(names.map(FormNames::kk)),
                Field.text("names.ru", words.text("page.roadmap-form.name-ru"))
                        .require()
                        .value(names.map(FormNames::ru)),
                Field.text("names.en", words.text("page.roadmap-form.name-en"))
                        .require()
                        .value(names.map(FormNames::en)));
    }

    private Field readers(Readers readers) {
        return Field.choice(
                        "readers",
                        words.text("page.roadmap-form.readers"),
                        words.options(Readers.class, "page.roadmap-form.readers."))
                .value(readers);
    }

    private String name() {
        return words.text("page.roadmap-form.name", String.valueOf(form.number()));
    }
}
