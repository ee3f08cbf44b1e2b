package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;

/** Versions of the form as they are read. */
final class FormPageLook {
    static final String LIST = "/road-map-forms";

    /** A file that was refused. */
    record Sent(FormInput input, Problem problem) {}

    private final Words words;
    private final boolean writes;
    private final LocalDate today;

    /** @param writes whether the reader may draft and publish versions */
    FormPageLook(Words words, boolean writes, LocalDate today) {
        this.words = words;
        this.writes = writes;
        this.today = today;
    }

    static String page(long id) {
        return LIST + "/" + id;
    }

    View list(List<RoadMapForm> forms, Optional<Block> history, Optional<Sent> sent) {
        List<Table.Line> lines = forms.stream()
                .map(f -> Table.Line.of(
                        Cell.link(name(f), page(f.id())),
                        Cell.badge(state(f)),
                        Cell.number(new MapLook(words).day(f.publishedOn())),
                        Cell.number(words.number(f.sections().size())),
                        Cell.number(words.number(f.maps()))))
                .toList();
        Table table = Table.of(
                        List.of(
                                Table.Column.of(words.text("page.roadmap-form.version")),
                                Table.Column.of(words.text("record.heading.state")),
                                Table.Column.of(words.text("page.roadmap-form.published-on")),
                                Table.Column.number(words.text("page.roadmap-form.sections")),
                                Table.Column.number(words.text("page.roadmap-form.maps"))),
                        lines)
                .caption(words.text("page.roadmap-forms.title"))
                .empty(words.text("page.roadmap-forms.none"));
        List<Block> blocks = new ArrayList<>(List.of(table));
        if (writes && !forms.isEmpty()) {
            blocks.add(0, Block.Buttons.of(next(forms)));
        }
        if (writes) {
            blocks.add(Block.Card.of(
                    words.text("page.roadmap-form.take"),
                    new Block.Paragraph(words.text("page.roadmap-form.take.lead")),
                    file(LIST + "/file", List.of(), "page.roadmap-form.take.submit", sent)));
        }
        history.ifPresent(blocks::add);
        return View.of(words.text("page.roadmap-forms.title"), blocks).lead(words.text("page.roadmap-forms.lead"));
    }

    /** The draft there is, or one of the last version. */
    private Action next(List<RoadMapForm> forms) {
        RoadMapForm last = forms.get(0);
        return last.state() == FormState.DRAFT
                ? Action.primary(words.text("page.roadmap-form.go-on", String.valueOf(last.number())), page(last.id()))
                : Action.postPrimary(
                        words.text("page.roadmap-form.next", String.valueOf(last.number() + 1)),
                        page(last.id()) + "/copy");
    }

    private Form file(String action, List<Field> hidden, String submit, Optional<Sent> sent) {
        List<Field> fields = new ArrayList<>(hidden);
        fields.add(Field.file("file", words.text("page.roadmap-form.file")).require());
        Form form = Form.of(action, words.text(submit), fields);
        return sent.map(s -> form.refused(s.input(), s.problem(), words)).orElse(form);
    }

    View one(RoadMapForm form, List<FormChange> changes, String wrong, Optional<Sent> sent) {
        boolean draft = form.state() == FormState.DRAFT;
        List<Block> blocks = new ArrayList<>();
        if (!wrong.isEmpty()) {
            blocks.add(Block.Notice.of(Tone.LATE, wrong));
        }
        blocks.add(Block.Card.of(
                words.text("page.roadmap-form.facts"),
                new Block.Facts(List.of(
                        new Block.Fact(words.text("record.heading.state"), Cell.badge(state(form))),
                        Block.Fact.of(
                                words.text("page.roadmap-form.published-on"),
                                form.publishedOn() == null
                                        ? words.text("page.roadmap-form.not-published")
                                        : words.date(form.publishedOn())),
                        Block.Fact.of(words.text("page.roadmap-form.maps"), words.number(form.maps()))))));
        blocks.add(changes(changes));
        if (draft && writes) {
            blocks.add(new FormEditLook(words, form).order());
            blocks.add(new Block.Heading(words.text("page.roadmap-form.preview")));
        }
        form.sections().forEach(section -> blocks.add(card(section)));
        if (draft && writes) {
            blocks.add(Block.Card.of(
                    words.text("page.roadmap-form.replace"),
                    new Block.Paragraph(words.text("page.roadmap-form.replace.lead")),
                    file(
                            page(form.id()) + "/file",
                            List.of(Field.hidden(FormInput.VERSION, form.version())),
                            "page.roadmap-form.replace.submit",
                            sent)));
        }
        return View.of(name(form), blocks)
                .up(words.text("page.roadmap-forms.title"), LIST)
                .actions(acts(form, draft));
    }

    private List<Action> acts(RoadMapForm form, boolean draft) {
        List<Action> acts = new ArrayList<>();
        acts.add(Action.download(words.text("page.roadmap-form.download"), "/api" + page(form.id()) + "/file"));
        if (writes && draft) {
            acts.add(Action.danger(words.text("page.roadmap-form.discard"), page(form.id()) + "/removal")
                    .with(FormInput.VERSION, form.version()));
            acts.add(Action.primary(words.text("page.roadmap-form.publish"), page(form.id()) + "/publication"));
        } else if (writes) {
            acts.add(Action.post(words.text("page.roadmap-form.copy"), page(form.id()) + "/copy")
                    .icon("copy"));
        }
        return acts;
    }

    View publication(RoadMapForm form, List<FormChange> changes, Optional<Sent> sent) {
        Form confirm = Form.of(
                        page(form.id()) + "/publication",
                        words.text("page.roadmap-form.publish.submit", String.valueOf(form.number())),
                        List.of(
                                Field.hidden(FormInput.VERSION, form.version()),
                                Field.date("from", words.text("page.roadmap-form.from"))
                                        .require()
                                        .value(today)
                                        .help(words.text("page.roadmap-form.from.help"))))
                .cancel(page(form.id()));
        return View.of(
                        words.text("page.roadmap-form.publish.title", String.valueOf(form.number())),
                        changes(changes),
                        Block.Card.of(
                                words.text("page.roadmap-form.publish.what"),
                                new Block.Paragraph(words.text("page.roadmap-form.publish.lead")),
                                sent.map(s -> confirm.refused(s.input(), s.problem(), words))
                                        .orElse(confirm)))
                .up(name(form), page(form.id()));
    }

    private Block changes(List<FormChange> changes) {
        List<Block.Row> rows = changes.stream()
                .map(c -> Block.Row.of(
                        c.kind() == FormChange.Kind.REMOVED ? "minus" : "edit",
                        c.kind() == FormChange.Kind.REMOVED ? Tone.LATE : Tone.RUN,
                        words.text("page.roadmap-form.change." + Json.name(c.kind())) + ": " + named(c),
                        c.path(),
                        ""))
                .toList();
        return new Block.Disclosure(
                "changes",
                words.text("page.roadmap-form.changes"),
                words.number(changes.size()),
                List.of(),
                false,
                List.of(new Block.Rows(rows, words.text("page.roadmap-form.changes.none"))));
    }

    private String named(FormChange change) {
        Text shown = change.after() == null ? change.before() : change.after();
        return change.kind() == FormChange.Kind.RENAMED
                ? words.text(change.before()) + " → " + words.text(shown)
                : words.text(shown);
    }

    private Block card(FormSection section) {
        List<Block> blocks = new ArrayList<>();
        if (section.kind() != FormSection.Kind.FIELDS || section.fields().isEmpty()) {
            blocks.add(new Block.Paragraph(words.text("page.roadmap-form.kind." + Json.name(section.kind()))));
        }
        if (!section.fields().isEmpty()) {
            blocks.add(new Block.Facts(section.fields().stream()
                    .map(f -> Block.Fact.of(words.text(f.names().text()), about(section, f)))
                    .toList()));
        }
        Block.Card card =
                Block.Card.of(words.text(section.names().text()), blocks).wide(6);
        return section.readers() == Readers.ALL
                ? card
                : card.badge(Badge.of(readers(section.readers()), Tone.NONE, "lock"));
    }

    private String about(FormSection section, FormField field) {
        List<String> parts = new ArrayList<>();
        parts.add(words.text("page.roadmap-form.field." + Json.name(field.kind())));
        if (field.required()) {
            parts.add(words.text("page.roadmap-form.required"));
        }
        if (section.readers(field) != section.readers()) {
            parts.add(readers(section.readers(field)));
        }
        if (!field.choices().isEmpty()) {
            parts.add(field.choices().stream()
                    .map(c -> words.text(c.names().text()))
                    .collect(Collectors.joining(", ")));
        }
        return String.join(" · ", parts);
    }

    private String readers(Readers readers) {
        return words.text("page.roadmap-form.readers." + Json.name(readers));
    }

    private String name(RoadMapForm form) {
        return words.text("page.roadmap-form.name", String.valueOf(form.number()));
    }

    private Badge state(RoadMapForm form) {
        if (form.publishedOn() != null && form.publishedOn().isAfter(today)) {
            return Badge.of(
                    words.text("page.roadmap-form.state.coming", words.date(form.publishedOn())), Tone.RUN, "calendar");
        }
        return form.state() == FormState.PUBLISHED
                ? Badge.of(words.text("page.roadmap-form.state.published"), Tone.OK)
                : Badge.of(words.text("page.roadmap-form.state.draft"), Tone.RUN);
    }
}
