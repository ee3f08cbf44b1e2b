package kz.jolkarta.registry.awards;

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
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Supplier;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.http.Versions;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.StateChange;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Awards of a measure over HTTP. */
@Path("measures/{code}/awards")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class AwardResource implements ApiResource {
    private final Awards awards;
    private final Tables texts;

    @Activate
    public AwardResource(@Reference Awards awards, @Reference Tables texts) {
        this.awards = awards;
        this.texts = texts;
    }

    @GET
    @Needs(Right.RECORDS_READ)
    public Page<Award> list(
            @Context Caller caller,
            @PathParam("code") String measure,
            @QueryParam("year") String year,
            @QueryParam("type") String type,
            @QueryParam("state") String state,
            @QueryParam("territory") String territory,
            @QueryParam("child") String child,
            @QueryParam("staff") String staff,
            @QueryParam("q") String q,
            @QueryParam("sort") String sort,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        AwardFilter filter = filter(year, type, state, territory, child, staff, q, sort);
        return awards.list(caller.user(), measure, filter, Params.paging(limit, after));
    }

    static AwardFilter filter(
            String year,
            String type,
            String state,
            String territory,
            String child,
            String staff,
            String q,
            String sort) {
        return new AwardFilter(
                Params.year("year", year),
                Params.text("type", type),
                Choice.of(AwardState.class, "state", state),
                Params.territory(territory),
                Params.number("child", child),
                Params.number("staff", staff),
                Params.text("q", q),
                AwardFilter.Order.of(sort));
    }

    @POST
    @Needs(Right.RECORDS_WRITE)
    public Response create(@Context Caller caller, @PathParam("code") String measure, AwardInput input) {
        Award made = told(caller, () -> awards.create(caller.user(), measure, Params.body(input)));
        URI where = URI.create("/api/measures/" + measure + "/awards/" + made.id());
        return Response.created(where).entity(made).tag(tag(made)).build();
    }

    /** Tells in the caller's language why a person is not entitled. */
    private Award told(Caller caller, Supplier<Award> work) {
        try {
            return work.get();
        } catch (Unentitled refused) {
            throw refused.problem(m -> texts.text(caller.language(), m));
        }
    }

    @GET
    @Path("{id}")
    @Needs(Right.RECORDS_READ)
    public Response get(@Context Caller caller, @PathParam("code") String measure, @PathParam("id") long id) {
        return answer(awards.get(caller.user(), measure, id));
    }

    @PUT
    @Path("{id}")
    @Needs({Right.RECORDS_WRITE, Right.AWARDS_APPROVE})
    public Response update(
            @Context Caller caller,
            @PathParam("code") String measure,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            AwardInput input) {
        int version = Versions.required(ifMatch);
        return answer(told(caller, () -> awards.update(caller.user(), measure, id, version, Params.body(input))));
    }

    @POST
    @Path("{id}/state")
    @Needs({Right.RECORDS_WRITE, Right.AWARDS_APPROVE})
    public Response move(
            @Context Caller caller,
            @PathParam("code") String measure,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            StateChange change) {
        return answer(told(
                caller, () -> awards.move(caller.user(), measure, id, Versions.given(ifMatch), Params.body(change))));
    }

    private static Response answer(Award award) {
        return Response.ok(award).tag(tag(award)).build();
    }

    private static EntityTag tag(Award award) {
        return new EntityTag(String.valueOf(award.version()));
    }
}
