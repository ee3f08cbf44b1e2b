package kz.jolkarta.registry.consents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.ConsentPurpose;

/** Versions of the texts of consents as they are read. */
final class TemplateLook {
    private static final String LIST = "/consent-templates";

    /** A form that was refused. */
    record Sent(FormInput input, Problem problem) {}

    private final Words words;
    private final boolean writes;

    /** @param writes whether the reader may draft and publish versions */
    TemplateLook(Words words, boolean writes) {
        this.words = words;
        this.writes = writes;
    }

    static String page(long id) {
        return LIST + "/" + id;
    }

    View list(Address address, List<ConsentTemplate> found) {
        List<Field> fields = address.filled(List.of(
                Field.choice(
                        "purpose",
                        words.text("page.consent-template.purpose"),
                        words.options(ConsentPurpose.class, "consent.purpose.")),
                Field.choice(
                        "state",
                        words.text("record.heading.state"),
                        words.options(ConsentTemplate.State.class, "page.roadmap-form.state."))));
        Action reset = Action.link(words.text("page.list.reset"), LIST);
        Table table = Table.of(
                        List.of(
                                Table.Column.of(words.text("page.consent-template.purpose")),
                                Table.Column.of(words.text("record.heading.state")),
                                Table.Column.of(words.text("page.roadmap-form.published-on"))),
                        found.stream()
                                .map(t -> Table.Line.of(
                                        Cell.link(name(t), page(t.id())),
                                        Cell.badge(state(t)),
                                        Cell.number(t.publishedOn() == null ? "" : words.date(t.publishedOn()))))
                                .toList())
                .caption(words.text("page.consent-templates.title"))
                .empty(words.text("page.consent-templates.none"), reset);
        return View.of(
                        words.text("page.consent-templates.title"),
                        Filters.of(LIST, words.text("page.list.apply"), reset, fields)
                                .active(address.active(fields)),
                        table)
                .lead(words.text("page.consent-templates.lead"));
    }

    View one(ConsentTemplate template, String wrong) {
        List<Block> blocks = new ArrayList<>();
        if (!wrong.isEmpty()) {
            blocks.add(Block.Notice.of(Tone.LATE, wrong));
        }
        ConsentContent content = template.content();
        blocks.add(Block.Card.of(
                words.text("page.roadmap-form.facts"),
                new Block.Facts(List.of(
                        new Block.Fact(words.text("record.heading.state"), Cell.badge(state(template))),
                        Block.Fact.of(
                                words.text("page.roadmap-form.published-on"),
                                template.publishedOn() == null
                                        ? words.text("page.roadmap-form.not-published")
                                        : words.date(template.publishedOn())),
                        fact(
                                "consent.form.operator",
                                content.operator().isEmpty()
                                        ? words.text("page.consent-template.operator.help")
                                        : read(content.operator())),
                        fact("page.consent-template.subject", read(content.subject())),
                        fact("consent.form.aim", read(content.aim())),
                        fact(
                                "consent.form.data",
                                content.data().stream().map(this::read).collect(Collectors.joining("; "))),
                        fact("consent.form.third-parties", yes(content.thirdParties())),
                        fact("page.consent-template.recipients", read(content.recipients())),
                        fact("consent.form.cross-border", yes(content.crossBorder())),
                        fact("consent.form.publication", yes(content.publication())),
                        fact("consent.form.term", read(content.term()))))));
        return View.of(name(template), blocks)
                .up(words.text("page.consent-templates.title"), LIST)
                .actions(acts(template));
    }

    private List<Action> acts(ConsentTemplate template) {
        if (!writes) {
            return List.of();
        }
        String page = page(template.id());
        return template.state() == ConsentTemplate.State.PUBLISHED
                ? List.of(Action.post(words.text("page.consent-template.new"), page + "/copy")
                        .icon("copy"))
                : List.of(
                        Action.go(words.text("page.consent-template.edit"), page + "/edit")
                                .icon("edit"),
                        Action.primary(words.text("page.roadmap-form.publish"), page + "/publication"));
    }

    View edit(ConsentTemplate template, Optional<Sent> sent) {
        Form form = sent.map(s -> TemplateForm.refused(words, template, s.input(), s.problem()))
                .orElseGet(() -> TemplateForm.of(words, template));
        return View.of(words.text("page.consent-template.edit"), Block.Card.of(name(template), form))
                .up(name(template), page(template.id()));
    }

    View publication(ConsentTemplate template, String wrong) {
        String number = String.valueOf(template.number());
        Form confirm = new Form(
                page(template.id()) + "/publication",
                List.of(Field.hidden(FormInput.VERSION, template.version())),
                words.text("page.roadmap-form.publish.submit", number),
                false,
                wrong,
                List.of(),
                page(template.id()));
        return View.of(
                        name(template),
                        Block.Card.of(
                                words.text("page.roadmap-form.publish.what"),
                                new Block.Paragraph(words.text("page.consent-template.publish.lead")),
                                confirm))
                .up(name(template), page(template.id()));
    }

    private Block.Fact fact(String key, String value) {
        return Block.Fact.of(words.text(key), value);
    }

    private String read(Wording wording) {
        return words.text(new Text(wording.kk(), wording.ru(), wording.en()));
    }

    private String yes(Boolean holds) {
        return words.text(Boolean.TRUE.equals(holds) ? "child.word.yes" : "child.word.no");
    }

    private String name(ConsentTemplate template) {
        String purpose = words.text("consent.purpose." + Json.name(template.purpose()));
        return words.text("page.consent-template.name", purpose, String.valueOf(template.number()));
    }

    private Badge state(ConsentTemplate template) {
        return Badge.of(
                words.text("page.roadmap-form.state." + Json.name(template.state())),
                template.state() == ConsentTemplate.State.PUBLISHED ? Tone.OK : Tone.RUN);
    }
}
