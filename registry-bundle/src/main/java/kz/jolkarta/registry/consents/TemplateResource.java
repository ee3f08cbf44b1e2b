package kz.jolkarta.registry.consents;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.http.Versions;
import kz.jolkarta.core.registry.ConsentPurpose;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Versions of the texts of consents over HTTP. */
@Path("consent-templates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class TemplateResource implements ApiResource {
    private final ConsentTemplates templates;

    @Activate
    public TemplateResource(@Reference ConsentTemplates templates) {
        this.templates = templates;
    }

    @GET
    @Needs({Right.CHILDREN_READ, Right.PROGRAMME_WRITE})
    public Page<ConsentTemplate> list(
            @Context Caller caller, @QueryParam("purpose") String purpose, @QueryParam("state") String state) {
        return new Page<>(
                templates.list(
                        caller.user(),
                        Choice.of(ConsentPurpose.class, "purpose", purpose),
                        Choice.of(ConsentTemplate.State.class, "state", state)),
                "");
    }

    @GET
    @Path("{id}")
    @Needs({Right.CHILDREN_READ, Right.PROGRAMME_WRITE})
    public Response get(@Context Caller caller, @PathParam("id") long id) {
        return answer(templates.get(caller.user(), id));
    }

    @POST
    @Needs(Right.PROGRAMME_WRITE)
    public Response create(@Context Caller caller, TemplateInput input) {
        ConsentTemplate made = templates.create(caller.user(), Params.body(input));
        return Response.created(URI.create("/api/consent-templates/" + made.id()))
                .entity(made)
                .tag(Integer.toString(made.version()))
                .build();
    }

    @PUT
    @Path("{id}")
    @Needs(Right.PROGRAMME_WRITE)
    public Response update(
            @Context Caller caller,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            ConsentContent content) {
        int version = Versions.required(ifMatch);
        return answer(templates.update(caller.user(), id, version, Params.body(content)));
    }

    @POST
    @Path("{id}/publish")
    @Needs(Right.PROGRAMME_WRITE)
    public Response publish(@Context Caller caller, @PathParam("id") long id, @HeaderParam("If-Match") String ifMatch) {
        return answer(templates.publish(caller.user(), id, Versions.given(ifMatch)));
    }

    private static Response answer(ConsentTemplate template) {
        return Versions.answer(template, template.version());
    }
}
