package kz.jolkarta.registry.tasks;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.StateChange;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tasks on pages: the list, and one with what is to be taken back. */
@Path("tasks")
@Component(service = Pages.class)
public final class TaskPages implements Pages {
    private static final String LIST = "/tasks";

    private final Tasks tasks;
    private final TerritoryChoice territories;

    @Activate
    public TaskPages(@Reference Tasks tasks, @Reference TerritoryChoice territories) {
        this.tasks = tasks;
        this.territories = territories;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public View list(@Context Caller caller, @Context Words words, @Context UriInfo asked) {
        Address address = Address.of(asked);
        TaskFilter filter = TaskResource.filter(
                address.value("territory"),
                address.value("kind"),
                address.value("state"),
                address.value("overdue"),
                address.value("child"),
                address.value("dueFrom"),
                address.value("dueTo"),
                address.value("sort"));
        Page<Task> page =
                tasks.list(caller.user(), filter, Params.paging(address.value("limit"), address.value("after")));
        List<Field> fields = address.filled(fields(caller, words, address));
        Filters filters = Filters.of(
                        LIST, words.text("page.list.apply"), Action.link(words.text("page.list.reset"), LIST), fields)
                .active(address.active(fields));
        List<Table.Column> columns = List.of(
                Table.Column.of(words.text("task.heading.kind")),
                Table.Column.of(words.text("record.heading.name")),
                Table.Column.of(words.text("page.territory")),
                address.usually("due").sortable(Table.Column.of(words.text("task.heading.due-on")), "due"),
                Table.Column.of(words.text("record.heading.state")));
        Table table = Table.of(
                        columns, page.items().stream().map(t -> line(t, words)).toList())
                .caption(words.text("page.tasks.title"))
                .pages(address.previous(), address.next(page.next()))
                .empty(words.text("page.tasks.none"));
        if (caller.user().has(Right.CHILDREN_EXPORT)) {
            table = table.exports(address.files("/api/tasks"));
        }
        return View.of(words.text("page.tasks.title"), filters, table).lead(words.text("page.tasks.lead"));
    }

    private List<Field> fields(Caller caller, Words words, Address address) {
        return List.of(
                territories.field(words, caller.user().scope(Right.CHILDREN_READ), address.value("territory")),
                Field.choice("kind", words.text("task.heading.kind"), words.options(TaskKind.class, "task.kind.")),
                Field.choice(
                        "state", words.text("record.heading.state"), words.options(TaskState.class, "state.task.")),
                Field.flag("overdue", words.text("record.heading.overdue")),
                Field.date("dueFrom", words.text("page.tasks.due-from")),
                Field.date("dueTo", words.text("page.tasks.due-to")));
    }

    private Table.Line line(Task task, Words words) {
        Cell what = Cell.link(words.text(task.kind().words()), LIST + "/" + task.id());
        Cell child = about(task, words);
        Cell place = Cell.of(territories.name(words, task.territory()));
        return Table.Line.of(what, child, place, Cell.number(words.date(task.dueOn())), Cell.badge(state(task, words)));
    }

    private static Cell about(Task task, Words words) {
        return task.kind().byItself()
                ? Cell.link(words.text("page.tasks.report", task.subject()), task.page())
                : Cell.link(task.name(), "/children/" + task.childId());
    }

    private static Badge state(Task task, Words words) {
        if (task.overdue()) {
            return Badge.of(words.text("record.heading.overdue"), Tone.LATE);
        }
        Tone tone = task.state() == TaskState.DONE ? Tone.OK : Tone.RUN;
        return Badge.of(words.text(TaskState.MOVES.name(task.state())), tone);
    }

    @GET
    @Path("{id}")
    @Needs(Right.CHILDREN_READ)
    public View open(@Context Caller caller, @Context Words words, @PathParam("id") long id) {
        Tasks.Opened opened = tasks.open(caller.user(), id);
        return view(opened, words, form(opened.task(), words), caller);
    }

    @POST
    @Path("{id}/state")
    @Needs(Right.CHILDREN_WRITE)
    public Response move(@Context Caller caller, @Context Words words, @PathParam("id") long id, FormInput input) {
        return Answer.of(
                () -> {
                    tasks.move(caller.user(), id, input.version(), input.as(StateChange.class));
                    return Answer.to(LIST + "/" + id, "page.tasks.moved");
                },
                problem -> {
                    Tasks.Opened opened = tasks.open(caller.user(), id);
                    return view(opened, words, form(opened.task(), words).refused(input, problem, words), caller);
                });
    }

    private View view(Tasks.Opened opened, Words words, Form form, Caller caller) {
        Task task = opened.task();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Card.of(
                words.text("page.tasks.what"),
                new Block.Facts(List.of(
                        new Block.Fact(words.text("record.heading.name"), about(task, words)),
                        Block.Fact.of(words.text("page.territory"), territories.name(words, task.territory())),
                        Block.Fact.of(words.text("task.heading.due-on"), words.date(task.dueOn())),
                        new Block.Fact(words.text("record.heading.state"), Cell.badge(state(task, words)))))));
        if (!opened.takeBack().items().isEmpty()) {
            blocks.add(takeBack(opened.takeBack(), words));
        }
        if (task.kind().byItself()) {
            blocks.add(Block.Notice.of(Tone.NONE, words.text("task.by-itself")));
        } else if (caller.user().has(Right.CHILDREN_WRITE)) {
            blocks.add(form);
        }
        return View.of(words.text(task.kind().words()), blocks).up(words.text("page.tasks.title"), LIST);
    }

    private static Block takeBack(TakeBack back, Words words) {
        List<Block.Row> rows = back.items().stream()
                .map(i -> Block.Row.of(
                        "file-text",
                        Tone.RUN,
                        i.title().isEmpty() ? words.text("page.tasks.record." + i.kind()) : i.title(),
                        i.day() == null ? "" : words.date(i.day()),
                        ""))
                .toList();
        return Block.Card.of(words.text("page.tasks.take-back"), new Block.Rows(rows, ""))
                .mark();
    }

    private static Form form(Task task, Words words) {
        boolean open = task.state() == TaskState.OPEN;
        String submit = words.text(open ? "page.tasks.take-for-done" : "page.tasks.open-again");
        return Form.of(
                LIST + "/" + task.id() + "/state",
                submit,
                List.of(
                        Field.hidden("state", open ? TaskState.DONE : TaskState.OPEN),
                        Field.hidden(FormInput.VERSION, task.version()),
                        Field.lines("reason", words.text("task.heading.note"))));
    }
}
