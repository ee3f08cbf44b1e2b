package kz.jolkarta.registry.roadmaps;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.Map;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.jobs.JobFile;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Many road maps on paper: a job, whose progress is told at {@code /api/jobs/{id}}, and its file. */
@Path("road-map-prints")
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class PrintsResource implements ApiResource {
    private final RoadMapPrints prints;

    @Activate
    public PrintsResource(@Reference RoadMapPrints prints) {
        this.prints = prints;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(Right.CHILDREN_EXPORT)
    public Response start(@Context Caller caller, PrintChoice choice) {
        long job = prints.start(caller.user(), Params.body(choice));
        return Response.accepted(Map.of("job", job))
                .location(URI.create("/api/jobs/" + job))
                .build();
    }

    @GET
    @Path("{job}/file")
    @Needs(Right.CHILDREN_EXPORT)
    public Response file(@Context Caller caller, @PathParam("job") long job) {
        JobFile file = prints.file(caller.user(), job);
        StreamingOutput body = out -> prints.write(file, out);
        return Response.ok(body, file.mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
                .build();
    }

    /** Stops the job if it runs still, and removes its file. */
    @DELETE
    @Path("{job}")
    @Needs(Right.CHILDREN_EXPORT)
    public void discard(@Context Caller caller, @PathParam("job") long job) {
        prints.discard(caller.user(), job);
    }
}
