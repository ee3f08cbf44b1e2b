package kz.jolkarta.core.internal.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Open;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.jobs.Job;
import kz.jolkarta.core.jobs.Jobs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A user's own jobs; another's job is answered as an unknown one. */
@Path("/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class JobResource implements ApiResource {
    /**
     * A job as its owner sees it.
     *
     * @param result what the job has to tell, as its kind defines; absent while there is none
     * @param message why it failed, in the caller's language; absent when it did not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            long id,
            String kind,
            String territory,
            Job.State state,
            long done,
            long total,
            Instant created,
            Instant finished,
            @JsonRawValue String result,
            String message) {}

    private final Jobs jobs;
    private final JobStore store;
    private final Texts texts;

    @Activate
    public JobResource(@Reference Jobs jobs, @Reference Database database, @Reference Texts texts) {
        this.jobs = jobs;
        this.store = new JobStore(database);
        this.texts = texts;
    }

    /** The caller's jobs, the newest first unless {@code sort=begun}. */
    @GET
    @Open
    public Page<View> list(
            @Context Caller caller,
            @QueryParam("kind") String kind,
            @QueryParam("state") String state,
            @QueryParam("sort") String sort,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @DefaultValue("") String after) {
        if (limit < 1 || limit > Page.MAX_LIMIT) {
            throw Problem.field("limit", "job.limit", Page.MAX_LIMIT);
        }
        Page<Job> page =
                JobFilter.of(kind, state, sort).page(store, caller.user().id(), after, limit);
        return new Page<>(page.items().stream().map(job -> view(caller, job)).toList(), page.next());
    }

    @GET
    @Path("/{id: \\d{1,18}}")
    @Open
    public View get(@Context Caller caller, @PathParam("id") long id) {
        return view(caller, jobs.find(caller.user(), id).orElseThrow(Problem::notFound));
    }

    /** Asks the job to stop; the answer tells how far that has come. */
    @DELETE
    @Path("/{id: \\d{1,18}}")
    @Open
    public Response cancel(@Context Caller caller, @PathParam("id") long id) {
        jobs.cancel(caller.user(), id);
        return Response.accepted(get(caller, id)).build();
    }

    private View view(Caller caller, Job job) {
        boolean failed = job.state() == Job.State.FAILED;
        return new View(
                job.id(),
                job.kind(),
                job.territory(),
                job.state(),
                job.done(),
                job.total(),
                job.created(),
                job.finished().orElse(null),
                failed || job.result().isEmpty() ? null : job.result(),
                jobs.failure(job)
                        .map(message -> texts.text(caller.language(), message))
                        .orElse(null));
    }
}
