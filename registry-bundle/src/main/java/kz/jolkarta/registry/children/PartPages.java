package kz.jolkarta.registry.children;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;

/** One kind of a child's parts on pages. */
public abstract class PartPages<T extends Part> implements Pages {
    private final PartForms<T> forms;

    PartPages(PartForms<T> forms) {
        this.forms = forms;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public View list(@Context Caller caller, @Context Words words, @PathParam("child") long child) {
        return forms.list(caller, words, child);
    }

    @POST
    @Needs(Right.CHILDREN_WRITE)
    public Response add(@Context Caller caller, @Context Words words, @PathParam("child") long child, FormInput input) {
        return forms.add(caller, words, child, input);
    }

    @GET
    @Path("{id: \\d+}")
    @Needs(Right.CHILDREN_WRITE)
    public View open(
            @Context Caller caller, @Context Words words, @PathParam("child") long child, @PathParam("id") long id) {
        return forms.open(caller, words, child, id);
    }

    @POST
    @Path("{id: \\d+}")
    @Needs(Right.CHILDREN_WRITE)
    public Response change(
            @Context Caller caller,
            @Context Words words,
            @PathParam("child") long child,
            @PathParam("id") long id,
            FormInput input) {
        return forms.change(caller, words, child, id, input);
    }

    /** Ends a category, withdraws a consent, removes anything else. */
    @POST
    @Path("{id: \\d+}/removal")
    @Needs(Right.CHILDREN_WRITE)
    public Response end(
            @Context Caller caller,
            @Context Words words,
            @PathParam("child") long child,
            @PathParam("id") long id,
            FormInput input) {
        return forms.end(caller, words, child, id, input);
    }
}
