package kz.jolkarta.core.internal.jobs;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Open;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.jobs.Job;
import kz.jolkarta.core.jobs.Jobs;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A reader's own jobs on pages: how far each is, what came of it; it can be left and found again. */
@Path("jobs")
@Component(service = Pages.class)
public final class JobPages implements Pages {
    private static final String LIST = "/jobs";
    private static final int ROWS = 25;
    private static final int LOOK_AGAIN_SECONDS = 2;

    private final Jobs jobs;
    private final JobStore store;

    @Activate
    public JobPages(@Reference Jobs jobs, @Reference Database database) {
        this.jobs = jobs;
        this.store = new JobStore(database);
    }

    @GET
    @Open
    public View list(@Context Caller caller, @Context Words words, @Context UriInfo asked) {
        Address address = Address.of(asked);
        JobFilter filter = JobFilter.of(address.value("kind"), address.value("state"), address.value("sort"));
        Page<Job> page = filter.page(store, caller.user().id(), address.value("after"), ROWS);
        List<Field> fields = address.filled(List.of(
                Field.choice(
                        "kind",
                        words.text("page.jobs.kind"),
                        store.kinds(caller.user().id()).stream()
                                .map(kind -> new Field.Option(kind, kind(words, kind)))
                                .toList()),
                Field.choice(
                        "state", words.text("page.jobs.state"), words.options(Job.State.class, "page.jobs.state."))));
        List<Filters.Chip> active = address.active(fields);
        Action reset = Action.link(words.text("page.jobs.reset"), LIST);
        Filters filters =
                Filters.of(LIST, words.text("page.jobs.show"), reset, fields).active(active);
        Table table = Table.of(
                        List.of(
                                Table.Column.of(words.text("page.jobs.kind")),
                                address.usually(JobFilter.USUAL)
                                        .sortable(Table.Column.of(words.text("page.jobs.begun")), JobFilter.USUAL),
                                Table.Column.number(words.text("page.jobs.done")),
                                Table.Column.of(words.text("page.jobs.state"))),
                        page.items().stream().map(j -> line(words, j)).toList())
                .caption(words.text("page.jobs.title"))
                .pages(address.previous(), address.next(page.next()))
                .exports(address.files("/api/jobs"));
        table = active.isEmpty()
                ? table.empty(words.text("page.jobs.none"))
                : table.empty(words.text("page.jobs.nothing-found"), reset);
        return View.of(words.text("page.jobs.title"), filters, table).lead(words.text("page.jobs.lead"));
    }

    private static Table.Line line(Words words, Job job) {
        return Table.Line.of(
                Cell.link(kind(words, job.kind()), LIST + "/" + job.id()),
                Cell.of(words.moment(job.created())),
                Cell.number(share(words, job)),
                Cell.badge(state(words, job)));
    }

    private static String share(Words words, Job job) {
        return job.total() == 0
                ? words.number(job.done())
                : words.text("page.jobs.of", words.number(job.done()), words.number(job.total()));
    }

    private static Badge state(Words words, Job job) {
        Tone tone = switch (job.state()) {
            case DONE -> Tone.OK;
            case FAILED, INTERRUPTED -> Tone.LATE;
            case CANCELLED -> Tone.NONE;
            default -> Tone.RUN;
        };
        return Badge.of(words.text("page.jobs.state." + Json.name(job.state())), tone);
    }

    /** A kind of a bundle that has left, or that has no words for it, is called by its code. */
    static String kind(Words words, String code) {
        String key = "page.jobs.kind." + code;
        return words.has(key) ? words.text(key) : code;
    }

    @GET
    @Path("{id: \\d{1,18}}")
    @Open
    public View one(@Context Caller caller, @Context Words words, @PathParam("id") long id) {
        Job job = jobs.find(caller.user(), id).orElseThrow(Problem::notFound);
        boolean ended = job.state().ended();
        List<Block> blocks = new ArrayList<>();
        if (!ended) {
            blocks.add(new Block.Progress(
                    words.text("page.jobs.state." + Json.name(job.state())),
                    job.done(),
                    job.total(),
                    share(words, job),
                    List.of(Action.post(words.text("page.jobs.cancel"), LIST + "/" + id + "/cancel"))));
            blocks.add(new Block.Paragraph(words.text("page.jobs.leave")));
        }
        jobs.failure(job).ifPresent(why -> blocks.add(Block.Notice.of(Tone.LATE, words.text(why))));
        blocks.add(Block.Card.of(words.text("page.jobs.what"), new Block.Facts(facts(words, job))));
        Optional.of(jobs.page(job))
                .filter(p -> ended && !p.isEmpty())
                .map(p -> Block.Buttons.of(Action.primary(words.text("page.jobs.result"), p)))
                .ifPresent(blocks::add);
        View view = View.of(kind(words, job.kind()), blocks).up(words.text("page.jobs.title"), LIST);
        return ended ? view : view.refresh(LOOK_AGAIN_SECONDS);
    }

    private static List<Block.Fact> facts(Words words, Job job) {
        List<Block.Fact> facts = new ArrayList<>(List.of(
                new Block.Fact(words.text("page.jobs.state"), Cell.badge(state(words, job))),
                Block.Fact.of(words.text("page.jobs.begun"), words.moment(job.created())),
                Block.Fact.of(words.text("page.jobs.done"), share(words, job))));
        job.finished().ifPresent(f -> facts.add(Block.Fact.of(words.text("page.jobs.ended"), words.moment(f))));
        return facts;
    }

    @POST
    @Path("{id: \\d{1,18}}/cancel")
    @Open
    public Response cancel(@Context Caller caller, @PathParam("id") long id, FormInput input) {
        jobs.cancel(caller.user(), id);
        return Answer.to(LIST + "/" + id, "page.jobs.cancelling");
    }
}
