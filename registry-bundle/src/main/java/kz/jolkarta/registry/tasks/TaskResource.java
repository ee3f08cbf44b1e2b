package kz.jolkarta.registry.tasks;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.http.Versions;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.StateChange;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tasks over HTTP. */
@Path("tasks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class TaskResource implements ApiResource {
    private final Tasks tasks;

    @Activate
    public TaskResource(@Reference Tasks tasks) {
        this.tasks = tasks;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public Page<Task> list(
            @Context Caller caller,
            @QueryParam("territory") String territory,
            @QueryParam("kind") String kind,
            @QueryParam("state") String state,
            @QueryParam("overdue") String overdue,
            @QueryParam("child") String child,
            @QueryParam("dueFrom") String dueFrom,
            @QueryParam("dueTo") String dueTo,
            @QueryParam("sort") String sort,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        TaskFilter filter = filter(territory, kind, state, overdue, child, dueFrom, dueTo, sort);
        return tasks.list(caller.user(), filter, Params.paging(limit, after));
    }

    static TaskFilter filter(
            String territory,
            String kind,
            String state,
            String overdue,
            String child,
            String dueFrom,
            String dueTo,
            String sort) {
        return new TaskFilter(
                Params.territory(territory),
                Choice.of(TaskKind.class, "kind", kind),
                Choice.of(TaskState.class, "state", state),
                Params.flag("overdue", overdue),
                Params.number("child", child),
                Params.date("dueFrom", dueFrom),
                Params.date("dueTo", dueTo),
                TaskFilter.Order.of(sort));
    }

    /** The task with what is to be taken back. */
    @GET
    @Path("{id}")
    @Needs(Right.CHILDREN_READ)
    public Response get(@Context Caller caller, @PathParam("id") long id) {
        Tasks.Opened opened = tasks.open(caller.user(), id);
        return Versions.answer(opened, opened.task().version());
    }

    /** Takes it for done with a note as the reason, or opens it again. */
    @POST
    @Path("{id}/state")
    @Needs(Right.CHILDREN_WRITE)
    public Response move(
            @Context Caller caller,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            StateChange change) {
        Task moved = tasks.move(caller.user(), id, Versions.given(ifMatch), Params.body(change));
        return Versions.answer(moved, moved.version());
    }
}
