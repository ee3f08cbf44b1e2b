package kz.jolkarta.registry.attachments;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.function.UnaryOperator;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;

/** Files of one kind of a measure's records on pages. */
public abstract class RecordFilePages implements Pages {
    private final RecordFiles files;

    protected RecordFilePages(RecordFiles files) {
        this.files = files;
    }

    /** @throws kz.jolkarta.core.Problem NOT_FOUND for a record out of reach */
    protected abstract Owner owner(Caller caller, String measure, long id);

    /** Address of the record's page. */
    protected abstract String page(String measure, long id);

    /** @param sent marks the form that was refused */
    protected abstract View view(Caller caller, Words words, String measure, long id, UnaryOperator<Form> sent);

    @POST
    @Needs(Right.RECORDS_WRITE)
    public Response add(
            @Context Caller caller,
            @Context Words words,
            @PathParam("code") String code,
            @PathParam("record") long id,
            FormInput input) {
        Owner owner = owner(caller, code, id);
        return Answer.of(
                () -> {
                    files.add(caller.user(), owner, input);
                    return Answer.to(page(code, id) + "#files", "page.files.added");
                },
                problem -> view(
                        caller, words, code, id, form -> form.uploads() ? form.refused(input, problem, words) : form));
    }

    @GET
    @Path("{file}")
    @Needs(Right.RECORDS_WRITE)
    public View removal(
            @Context Caller caller,
            @Context Words words,
            @PathParam("code") String code,
            @PathParam("record") long id,
            @PathParam("file") long file) {
        String up = page(code, id);
        return files.removal(caller, words, owner(caller, code, id), up + "/files", up, file);
    }

    @POST
    @Path("{file}")
    @Needs(Right.RECORDS_WRITE)
    public Response remove(
            @Context Caller caller,
            @PathParam("code") String code,
            @PathParam("record") long id,
            @PathParam("file") long file) {
        files.remove(caller.user(), owner(caller, code, id), file);
        return Answer.to(page(code, id) + "#files", "page.files.removed");
    }
}
