package kz.jolkarta.registry.children;

import static kz.jolkarta.registry.children.PartForms.label;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.ConsentPurpose;
import kz.jolkarta.registry.children.Parts.Sheet;
import kz.jolkarta.registry.consents.Withdrawals;
import kz.jolkarta.registry.deliverables.DeliverableChoice;
import kz.jolkarta.registry.tasks.TakeBack;
import kz.jolkarta.registry.tasks.Tasks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The consents of a child's representatives on pages, and their withdrawal with what follows from it. */
@Path("children/{child: \\d+}/consents")
@Component(service = Pages.class)
public final class ConsentPages extends PartPages<ConsentEntry> {
    private final Parts parts;
    private final Tasks tasks;

    @Activate
    public ConsentPages(@Reference Parts parts, @Reference Tasks tasks, @Reference DeliverableChoice deliverables) {
        super(new PartForms<>(
                parts,
                PartTable.CONSENTS,
                ConsentEntry.class,
                List.of("copy.column.purpose", "copy.column.given-on", "copy.column.valid-to", "record.heading.state"),
                ConsentPages::cells,
                ConsentPages::fields,
                List.of(new PartForms.Chosen<>(
                        Right.RECORDS_READ,
                        "page.child.consent.material",
                        "page.child.consent.material-help",
                        caller -> deliverables.of(caller, "deliverableId"),
                        ConsentEntry::deliverableId)),
                "",
                ConsentPages::blankForms));
        this.parts = parts;
        this.tasks = tasks;
    }

    private static List<Cell> cells(Words words, ConsentEntry consent) {
        String purpose = words.text("consent.purpose." + Json.name(consent.purpose()));
        String only = consent.deliverableId() == null ? "" : words.text("page.child.consent.one-material");
        Badge state = consent.withdrawnOn() == null
                ? Badge.of(words.text("page.child.consent.given"), Tone.OK)
                : new Badge(
                        words.text("page.child.consent.withdrawn"), Tone.LATE, "", words.date(consent.withdrawnOn()));
        return List.of(
                Cell.of(purpose, only),
                Cell.number(words.date(consent.givenOn())),
                Cell.number(consent.validTo() == null ? "" : words.date(consent.validTo())),
                Cell.badge(state));
    }

    private static List<Field> fields(Words words, Sheet<ConsentEntry> sheet) {
        List<Field.Option> representatives = sheet.representatives().stream()
                .map(r -> new Field.Option(String.valueOf(r.id()), r.name()))
                .toList();
        List<Field> fields = new ArrayList<>(List.of(
                Field.choice(
                                "purpose",
                                label(words, "purpose"),
                                words.options(ConsentPurpose.class, "consent.purpose."))
                        .require(),
                Field.choice("representativeId", label(words, "representative"), representatives),
                Field.date("givenOn", label(words, "givenOn")).require(),
                Field.date("validTo", label(words, "validTo")),
                Field.text("template", label(words, "template")).help(words.text("page.child.consent.template-help"))));
        if (sheet.parts().stream().anyMatch(c -> c.withdrawnOn() != null)) {
            fields.add(Field.date("withdrawnOn", label(words, "withdrawnOn"))
                    .help(words.text("page.child.consent.withdrawn-help")));
            fields.add(Field.text("withdrawnBy", label(words, "withdrawnBy")));
            fields.add(Field.text("withdrawalReason", label(words, "withdrawalReason")));
        }
        return fields;
    }

    /** A form to be signed for each purpose, with the child's name; each print is noted. */
    private static List<Block> blankForms(Words words, long child) {
        List<Block.Row> rows = Arrays.stream(ConsentPurpose.values())
                .map(purpose -> Block.Row.of(
                                "file-text",
                                Tone.PLAIN,
                                words.text("consent.form.title." + Json.name(purpose)),
                                words.text("page.child.consent.form." + Json.name(purpose)),
                                "")
                        .actions(Stream.of(Language.KK, Language.RU)
                                .flatMap(language -> Stream.of("pdf", "docx")
                                        .map(format -> blankForm(words, child, purpose, language, format)))
                                .toArray(Action[]::new)))
                .toList();
        return List.of(Block.Card.of(
                        words.text("page.child.consent.forms"),
                        new Block.Paragraph(words.text("page.child.consent.forms-lead")),
                        new Block.Rows(rows, ""))
                .at("forms"));
    }

    private static Action blankForm(Words words, long child, ConsentPurpose purpose, Language language, String format) {
        String href = Address.of("/api" + ChildTabs.page(child, "consent-form"))
                .with("purpose", Json.name(purpose))
                .with("format", format)
                .with("language", language.tag())
                .href();
        return Action.download(
                format.toUpperCase(Locale.ROOT) + ", " + words.text("page.roadmap.language." + language.tag()), href);
    }

    @GET
    @Path("{id: \\d+}/withdrawal")
    @Needs(Right.CHILDREN_WRITE)
    public View withdrawal(
            @Context Caller caller, @Context Words words, @PathParam("child") long child, @PathParam("id") long id) {
        return withdrawal(caller, words, child, id, Function.identity());
    }

    private View withdrawal(Caller caller, Words words, long child, long id, Function<Form, Form> change) {
        Sheet<ConsentEntry> sheet = parts.sheet(caller.user(), PartTable.CONSENTS, child);
        ConsentEntry consent =
                sheet.parts().stream().filter(c -> c.id() == id).findFirst().orElseThrow(Problem::notFound);
        String list = ChildTabs.page(child, "consents");
        String purpose = words.text("consent.purpose." + Json.name(consent.purpose()));
        Form form = Form.of(
                        list + "/" + id + "/withdrawal",
                        words.text("page.child.consent.withdraw"),
                        List.of(
                                Field.text("by", label(words, "withdrawnBy")).require(),
                                Field.date("on", label(words, "withdrawnOn")),
                                Field.lines("reason", label(words, "withdrawalReason"))
                                        .require(),
                                Field.hidden(FormInput.VERSION, sheet.version())))
                .takesAway()
                .cancel(list + "/" + id);
        return View.of(
                        words.text("page.child.consent.withdrawal", purpose),
                        Block.Notice.of(
                                Tone.RUN, words.text("page.child.consent.follows", String.valueOf(Withdrawals.TERM))),
                        consequences(words, tasks.allowedBy(caller.user(), child, id)),
                        change.apply(form))
                .lead(sheet.name())
                .up(words.text("page.child.tab.consents"), list);
    }

    private static Block consequences(Words words, TakeBack back) {
        List<Block.Row> rows = new ArrayList<>(back.items().stream()
                .map(i -> Block.Row.of(
                        "alert-triangle",
                        Tone.RUN,
                        i.title().isEmpty() ? words.text("page.tasks.record." + i.kind()) : i.title(),
                        i.day() == null ? "" : words.date(i.day()),
                        ""))
                .toList());
        if (back.elsewhere() > 0) {
            rows.add(Block.Row.of(
                    "alert-triangle",
                    Tone.RUN,
                    words.text("page.child.consent.elsewhere", words.number(back.elsewhere())),
                    "",
                    ""));
        }
        return Block.Card.of(
                words.text("page.tasks.take-back"),
                new Block.Rows(rows, words.text("page.child.consent.nothing-back")));
    }

    @POST
    @Path("{id: \\d+}/withdrawal")
    @Needs(Right.CHILDREN_WRITE)
    public Response withdraw(
            @Context Caller caller,
            @Context Words words,
            @PathParam("child") long child,
            @PathParam("id") long id,
            FormInput input) {
        return Answer.of(
                () -> {
                    int version =
                            input.version().orElseThrow(() -> Problem.field(FormInput.VERSION, "record.required"));
                    parts.withdraw(caller.user(), child, id, version, input.as(Withdrawal.class));
                    return Answer.to(ChildTabs.page(child, "consents"), "page.child.consent.done");
                },
                problem -> withdrawal(caller, words, child, id, form -> form.refused(input, problem, words)));
    }
}
