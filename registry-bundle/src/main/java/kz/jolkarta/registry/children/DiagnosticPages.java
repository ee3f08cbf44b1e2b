package kz.jolkarta.registry.children;

import static kz.jolkarta.registry.children.PartForms.label;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A child's diagnostics on pages, under rights of their own. */
@Path("children/{child: \\d+}/diagnostics")
@Component(service = Pages.class)
public final class DiagnosticPages implements Pages {
    private final PartForms<DiagnosticEntry> forms;

    @Activate
    public DiagnosticPages(@Reference Parts parts) {
        forms = new PartForms<>(
                parts,
                PartTable.DIAGNOSTICS,
                DiagnosticEntry.class,
                List.of("copy.column.method", "copy.column.score", "copy.column.conclusion", "copy.column.held-on"),
                DiagnosticPages::cells,
                (words, sheet) -> fields(words),
                List.of(),
                "page.child.part.remove");
    }

    private static List<Cell> cells(Words words, DiagnosticEntry entry) {
        return List.of(
                Cell.of(entry.method(), entry.psychologist() == null ? "" : entry.psychologist()),
                Cell.of(entry.score() == null ? "" : entry.score(), entry.norm() == null ? "" : entry.norm()),
                Cell.of(entry.conclusion() == null ? "" : entry.conclusion()),
                Cell.number(words.date(entry.heldOn())));
    }

    private static List<Field> fields(Words words) {
        return List.of(
                Field.date("heldOn", label(words, "heldOn")).require(),
                Field.text("method", label(words, "method")).require(),
                Field.text("score", label(words, "score")),
                Field.text("norm", label(words, "norm")),
                Field.lines("conclusion", label(words, "conclusion")),
                Field.text("psychologist", label(words, "psychologist")),
                Field.date("nextOn", label(words, "nextOn")));
    }

    @GET
    @Needs(Right.DIAGNOSTICS_READ)
    public View list(@Context Caller caller, @Context Words words, @PathParam("child") long child) {
        return forms.list(caller, words, child);
    }

    @POST
    @Needs(Right.DIAGNOSTICS_WRITE)
    public Response add(@Context Caller caller, @Context Words words, @PathParam("child") long child, FormInput input) {
        return forms.add(caller, words, child, input);
    }

    @GET
    @Path("{id: \\d+}")
    @Needs(Right.DIAGNOSTICS_WRITE)
    public View open(
            @Context Caller caller, @Context Words words, @PathParam("child") long child, @PathParam("id") long id) {
        return forms.open(caller, words, child, id);
    }

    @POST
    @Path("{id: \\d+}")
    @Needs(Right.DIAGNOSTICS_WRITE)
    public Response change(
            @Context Caller caller,
            @Context Words words,
            @PathParam("child") long child,
            @PathParam("id") long id,
            FormInput input) {
        return forms.change(caller, words, child, id, input);
    }

    @POST
    @Path("{id: \\d+}/removal")
    @Needs(Right.DIAGNOSTICS_WRITE)
    public Response end(
            @Context Caller caller,
            @Context Words words,
            @PathParam("child") long child,
            @PathParam("id") long id,
            FormInput input) {
        return forms.end(caller, words, child, id, input);
    }
}
