package kz.jolkarta.registry.deliverables;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.attachments.Owner;
import kz.jolkarta.registry.attachments.RecordFiles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Files of a deliverable on pages. */
@Path("measures/{code}/deliverables/{deliverable}/files")
@Component(service = Pages.class)
public final class DeliverableFilePages implements Pages {
    private final Measures measures;
    private final Deliverables deliverables;
    private final DeliverableCards cards;
    private final RecordFiles files;

    @Activate
    public DeliverableFilePages(
            @Reference Measures measures,
            @Reference Deliverables deliverables,
            @Reference DeliverableCards cards,
            @Reference RecordFiles files) {
        this.measures = measures;
        this.deliverables = deliverables;
        this.cards = cards;
        this.files = files;
    }

    private Owner owner(Caller caller, String code, long id) {
        return new Owner(
                Owner.Kind.DELIVERABLE,
                deliverables.get(caller.user(), code, id).id());
    }

    @POST
    @Needs(Right.RECORDS_WRITE)
    public Response add(
            @Context Caller caller,
            @Context Words words,
            @PathParam("code") String code,
            @PathParam("deliverable") long id,
            FormInput input) {
        Installed measure = measures.require(code);
        Owner owner = owner(caller, code, id);
        return Answer.of(
                () -> {
                    files.add(caller.user(), owner, input);
                    return Answer.to(DeliverableLook.of(code, id) + "#files", "page.files.added");
                },
                problem -> cards.view(
                        caller,
                        words,
                        measure,
                        deliverables.get(caller.user(), code, id),
                        form -> form.uploads() ? form.refused(input, problem, words) : form));
    }

    @GET
    @Path("{file}")
    @Needs(Right.RECORDS_WRITE)
    public View removal(
            @Context Caller caller,
            @Context Words words,
            @PathParam("code") String code,
            @PathParam("deliverable") long id,
            @PathParam("file") long file) {
        measures.require(code);
        String up = DeliverableLook.of(code, id);
        return files.removal(caller, words, owner(caller, code, id), up + "/files", up, file);
    }

    @POST
    @Path("{file}")
    @Needs(Right.RECORDS_WRITE)
    public Response remove(
            @Context Caller caller,
            @PathParam("code") String code,
            @PathParam("deliverable") long id,
            @PathParam("file") long file) {
        measures.require(code);
        files.remove(caller.user(), owner(caller, code, id), file);
        return Answer.to(DeliverableLook.of(code, id) + "#files", "page.files.removed");
    }
}
