package kz.jolkarta.registry.attachments;

import java.util.List;
import java.util.function.UnaryOperator;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.files.KeptFile;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.records.Choice;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Files of a record on the record's page: to be opened, added and removed. */
@Component(service = RecordFiles.class)
public final class RecordFiles {
    private final Attachments attachments;

    @Activate
    public RecordFiles(@Reference Attachments attachments) {
        this.attachments = attachments;
    }

    /**
     * @param here address of the files, e.g. {@code /measures/<code>/deliverables/<id>/files}
     * @param writes whether files may be added and removed
     * @param sent marks the form when it was refused
     */
    public Block card(Caller caller, Words words, Owner owner, String here, boolean writes, UnaryOperator<Form> sent) {
        List<Table.Line> lines = attachments.list(caller.user(), owner).stream()
                .map(f -> Table.Line.of(
                        Cell.link(f.name(), kind(words, f), "/api/attachments/" + f.id()),
                        Cell.number(words.text("page.files.size", words.number((f.size() + 1023) / 1024))),
                        Cell.of(words.moment(f.createdAt())),
                        writes
                                ? Cell.action(Action.link(words.text("page.files.remove-link"), here + "/" + f.id()))
                                : Cell.of("")))
                .toList();
        Table table = Table.of(
                        List.of(
                                Table.Column.of(words.text("page.files.name")),
                                Table.Column.number(words.text("page.files.size-heading")),
                                Table.Column.of(words.text("page.files.added-at")),
                                Table.Column.of(words.text("page.files.act"))),
                        lines)
                .caption(words.text("page.files.title"))
                .empty(words.text("page.files.none"));
        return writes
                ? Block.Card.of(words.text("page.files.title"), table, sent.apply(form(words, here)))
                        .at("files")
                : Block.Card.of(words.text("page.files.title"), table).at("files");
    }

    private static String kind(Words words, Attachment file) {
        return file.content() == null ? "" : words.text("page.files.kind." + Json.name(file.content()));
    }

    private static Form form(Words words, String here) {
        return Form.of(
                here,
                words.text("page.files.add"),
                List.of(
                        Field.file("file", words.text("page.files.file"))
                                .help(words.text("page.files.help", Attachments.MOST_BYTES / 1024 / 1024))
                                .require(),
                        Field.choice(
                                "kind",
                                words.text("page.files.kind"),
                                words.options(ContentKind.class, "page.files.kind.")),
                        Field.flag("noIdentityDocument", words.text("page.files.no-identity"))));
    }

    /** @throws Problem INVALID at the field, TOO_LARGE or UNSUPPORTED at the file */
    public void add(User user, Owner owner, FormInput input) {
        FormInput.Upload sent = input.upload("file").orElseThrow(() -> Problem.field("file", "record.required"));
        Upload upload = new Upload(
                sent.name(),
                KeptFile.read(sent.content()),
                Choice.of(ContentKind.class, "kind", input.first("kind")).orElse(ContentKind.OTHER),
                input.flag("noIdentityDocument"));
        try {
            attachments.add(user, owner, upload);
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.TOO_LARGE && refused.kind() != Problem.Kind.UNSUPPORTED) {
                throw refused;
            }
            throw Problem.field(
                    "file", refused.message().key(), refused.message().args().toArray());
        }
    }

    /** Asks once more before a file is removed, since it cannot be brought back. @throws Problem NOT_FOUND */
    public View removal(Caller caller, Words words, Owner owner, String here, String up, long file) {
        Attachment found = find(caller.user(), owner, file);
        Form form = Form.of(here + "/" + file, words.text("page.files.remove"), List.of())
                .takesAway()
                .cancel(up);
        return View.of(
                        words.text("page.files.removal"),
                        new Block.Paragraph(words.text("page.files.removal-hint", found.name())),
                        form)
                .up(words.text("page.files.back"), up);
    }

    /** @throws Problem NOT_FOUND for a file of another record */
    public void remove(User user, Owner owner, long file) {
        attachments.remove(user, find(user, owner, file).id());
    }

    private Attachment find(User user, Owner owner, long file) {
        return attachments.list(user, owner).stream()
                .filter(f -> f.id() == file)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }
}
