package kz.jolkarta.registry.children;

import static kz.jolkarta.registry.children.PartForms.label;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.children.Parts.Versioned;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A child's marks by school year on pages. */
@Path("children/{child: \\d+}/marks")
@Component(service = Pages.class)
public final class MarkPages implements Pages {
    private final Marks marks;

    @Activate
    public MarkPages(@Reference Marks marks) {
        this.marks = marks;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public View list(@Context Caller caller, @Context Words words, @PathParam("child") long child) {
        return list(caller, words, child, Function.identity());
    }

    private View list(Caller caller, Words words, long child, Function<Form, Form> change) {
        Versioned<List<MarkEntry>> found = marks.list(caller.user(), child);
        List<Table.Line> lines = found.value().stream()
                .map(mark -> Table.Line.of(
                        Cell.of(mark.schoolYear() + "/" + (mark.schoolYear() + 1)),
                        Cell.of(words.text(mark.excellent() ? "child.word.yes" : "child.word.no")),
                        Cell.number(mark.recordedOn() == null ? "" : words.date(mark.recordedOn()))))
                .toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Table.of(
                        List.of(
                                Table.Column.of(label(words, "schoolYear")),
                                Table.Column.of(label(words, "excellent")),
                                Table.Column.of(label(words, "recordedOn"))),
                        lines)
                .caption(words.text("page.child.tab.marks"))
                .empty(words.text("page.child.part.none")));
        if (caller.user().has(Right.CHILDREN_WRITE)) {
            blocks.add(change.apply(Form.of(
                    ChildTabs.page(child, "marks"),
                    words.text("page.child.part.save"),
                    List.of(
                            Field.number("schoolYear", label(words, "schoolYear"))
                                    .require(),
                            Field.flag("excellent", label(words, "excellent")),
                            Field.hidden(FormInput.VERSION, found.version())))));
        }
        return View.of(words.text("page.child.tab.marks"), blocks)
                .up(words.text("page.child.back"), ChildTabs.page(child, ChildTabs.WHOLE))
                .tabs(ChildTabs.of(words, caller.user(), child, "marks"));
    }

    /** Sets the marks of one school year. */
    @POST
    @Needs(Right.CHILDREN_WRITE)
    public Response put(@Context Caller caller, @Context Words words, @PathParam("child") long child, FormInput input) {
        return Answer.of(
                () -> {
                    int version =
                            input.version().orElseThrow(() -> Problem.field(FormInput.VERSION, "record.required"));
                    MarkEntry sent = input.as(MarkEntry.class);
                    boolean excellent = Boolean.TRUE.equals(sent.excellent());
                    marks.put(caller.user(), child, version, new MarkEntry(sent.schoolYear(), excellent, null));
                    return Answer.to(ChildTabs.page(child, "marks"), "page.child.part.saved");
                },
                problem -> list(caller, words, child, form -> form.refused(input, problem, words)));
    }
}
