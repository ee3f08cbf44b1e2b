package kz.jolkarta.registry.childpage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.attachments.Attachment;
import kz.jolkarta.registry.attachments.ContentKind;
import kz.jolkarta.registry.children.ChildTabs;

/** The files of a child's record, and the form that adds one. */
final class Documents {
    private static final int KILO = 1024;

    private Documents() {}

    static Block card(Words words, long child, List<Attachment> files, Form form, boolean writes) {
        List<Block.Row> rows =
                files.stream().map(file -> row(words, child, file, writes)).toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Rows(rows, words.text("page.child.documents.none")));
        if (writes) {
            boolean refused = !form.problem().isEmpty();
            blocks.add(new Block.Disclosure(
                    "document", words.text("page.child.documents.add"), "", List.of(), refused, List.of(form)));
        }
        return Block.Card.of(words.text("page.child.documents"), blocks).at("documents");
    }

    private static Block.Row row(Words words, long child, Attachment file, boolean writes) {
        String kind = file.content() == null ? "" : words.text(word(file.content())) + " · ";
        String size = words.text("page.child.documents.size", words.number(Math.max(1, file.size() / KILO)));
        List<Action> actions = new ArrayList<>();
        actions.add(Action.download(words.text("page.child.documents.open"), "/api/attachments/" + file.id()));
        if (writes) {
            actions.add(Action.danger(
                            words.text("page.child.documents.remove"),
                            ChildTabs.page(child, "documents/" + file.id() + "/removal"))
                    .icon("x"));
        }
        return new Block.Row(
                "file-analytics",
                Tone.PLAIN,
                file.name(),
                kind + size + " · " + words.moment(file.createdAt()),
                "",
                List.of(),
                actions);
    }

    private static String word(ContentKind kind) {
        return "copy.word.file." + Json.name(kind);
    }

    static Form form(Words words, long child) {
        List<Field.Option> kinds = Arrays.stream(ContentKind.values())
                .map(kind -> new Field.Option(Json.name(kind), words.text(word(kind))))
                .toList();
        return Form.of(
                ChildTabs.page(child, "documents"),
                words.text("page.child.documents.keep"),
                List.of(
                        Field.file("file", words.text("page.child.documents.file"))
                                .help(words.text("attachment.kind"))
                                .require(),
                        Field.choice("kind", words.text("record.heading.type"), kinds),
                        Field.flag("noIdentityDocument", words.text("page.child.documents.word"))));
    }
}
