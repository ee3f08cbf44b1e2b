package kz.jolkarta.registry.children;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.http.Versions;
import kz.jolkarta.registry.children.Parts.Versioned;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A child's marks by school year over HTTP; ETag and If-Match carry the child's version. */
@Path("children/{child}/marks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class MarkResource implements ApiResource {
    private final Marks marks;

    @Activate
    public MarkResource(@Reference Marks marks) {
        this.marks = marks;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public Response list(@Context Caller caller, @PathParam("child") long child) {
        return answer(marks.list(caller.user(), child));
    }

    /** Sets the marks of one school year. */
    @PUT
    @Needs(Right.CHILDREN_WRITE)
    public Response put(
            @Context Caller caller,
            @PathParam("child") long child,
            @HeaderParam("If-Match") String ifMatch,
            MarkEntry input) {
        int version = Versions.required(ifMatch);
        return answer(marks.put(caller.user(), child, version, Params.body(input)));
    }

    private static Response answer(Versioned<List<MarkEntry>> found) {
        return PartResource.answer(new Page<>(found.value(), ""), found.version());
    }
}
