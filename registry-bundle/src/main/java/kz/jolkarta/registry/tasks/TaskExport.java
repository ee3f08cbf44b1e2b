package kz.jolkarta.registry.tasks;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.registry.records.Rows;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tasks as a file. */
@Path("tasks.{format: xlsx|csv}")
@Component(service = ApiResource.class)
public final class TaskExport implements ApiResource {
    private final Tasks tasks;
    private final Tables tables;

    @Activate
    public TaskExport(@Reference Tasks tasks, @Reference Tables tables) {
        this.tasks = tasks;
        this.tables = tables;
    }

    @GET
    @Needs(Right.CHILDREN_EXPORT)
    public Response file(
            @Context Caller caller,
            @PathParam("format") Sheets.Format format,
            @QueryParam("territory") String territory,
            @QueryParam("kind") String kind,
            @QueryParam("state") String state,
            @QueryParam("overdue") String overdue,
            @QueryParam("child") String child,
            @QueryParam("dueFrom") String dueFrom,
            @QueryParam("dueTo") String dueTo,
            @QueryParam("sort") String sort) {
        TaskFilter filter = TaskResource.filter(territory, kind, state, overdue, child, dueFrom, dueTo, sort);
        Rows<Task> rows = tasks.export(caller.user(), filter);
        Stream<String> headings = Stream.of(
                "record.heading.id",
                "task.heading.kind",
                "record.heading.child-id",
                "record.heading.name",
                "record.heading.territory",
                "task.heading.due-on",
                "record.heading.state",
                "record.heading.overdue",
                "task.heading.note");
        return tables.file(caller.language(), format, "tasks", headings, rows, task -> cells(task, caller.language()));
    }

    private List<?> cells(Task task, Language language) {
        return Arrays.asList(
                task.id(),
                tables.text(language, task.kind().words()),
                task.childId(),
                task.kind().byItself()
                        ? tables.text(language, Message.of("page.tasks.report", task.subject()))
                        : task.name(),
                task.territory(),
                task.dueOn(),
                tables.text(language, TaskState.MOVES.name(task.state())),
                tables.text(language, task.overdue() ? "child.word.yes" : "child.word.no"),
                task.note());
    }
}
