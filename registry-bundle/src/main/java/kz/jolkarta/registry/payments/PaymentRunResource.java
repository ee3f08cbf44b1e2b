package kz.jolkarta.registry.payments;

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
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.http.Versions;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Payment runs of a measure over HTTP. */
@Path("measures/{code}/payment-runs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class PaymentRunResource implements ApiResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final PaymentRuns runs;
    private final RunDecisions decisions;
    private final Tables tables;

    @Activate
    public PaymentRunResource(
            @Reference PaymentRuns runs, @Reference RunDecisions decisions, @Reference Tables tables) {
        this.runs = runs;
        this.decisions = decisions;
        this.tables = tables;
    }

    @GET
    @Needs(Right.RECORDS_READ)
    public Page<PaymentRun> list(
            @Context Caller caller,
            @PathParam("code") String measure,
            @QueryParam("year") String year,
            @QueryParam("state") String state,
            @QueryParam("territory") String territory,
            @QueryParam("type") String type,
            @QueryParam("sort") String sort,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        RunFilter filter = new RunFilter(
                Params.year("year", year),
                Choice.of(RunState.class, "state", state),
                Params.territory(territory),
                Params.text("type", type));
        return runs.list(caller.user(), measure, filter, RunStore.ORDERS.of(sort), Params.paging(limit, after));
    }

    /** Who would be paid and who not and why, before anything is written; {@code lines} = all, due or stopped. */
    @POST
    @Path("preview")
    @Needs(Right.RECORDS_READ)
    public RunAnswer.Preview preview(
            @Context Caller caller,
            @PathParam("code") String measure,
            @QueryParam("lines") String lines,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after,
            RunInput input) {
        DueStore.Which which = Choice.of(DueStore.Which.class, "lines", lines).orElse(DueStore.Which.ALL);
        RunPreview found = runs.preview(caller.user(), measure, Params.body(input), which, Params.paging(limit, after));
        return RunAnswer.preview(found, caller.language(), tables);
    }

    @POST
    @Needs(Right.RECORDS_WRITE)
    public Response propose(@Context Caller caller, @PathParam("code") String measure, RunInput input) {
        PaymentRuns.Proposed made = runs.propose(caller.user(), measure, Params.body(input));
        URI where = URI.create(
                "/api/measures/" + measure + "/payment-runs/" + made.run().id());
        return Response.created(where)
                .entity(RunAnswer.proposed(made, caller.language(), tables))
                .tag(Integer.toString(made.run().version()))
                .build();
    }

    @GET
    @Path("{id}")
    @Needs(Right.RECORDS_READ)
    public Response get(@Context Caller caller, @PathParam("code") String measure, @PathParam("id") long id) {
        PaymentRun run = runs.get(caller.user(), measure, id);
        return Versions.answer(run, run.version());
    }

    @GET
    @Path("{id}/lines")
    @Needs(Right.RECORDS_READ)
    public Page<RunLine> lines(
            @Context Caller caller,
            @PathParam("code") String measure,
            @PathParam("id") long id,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        Page<RunLine> page = runs.lines(caller.user(), measure, id, Params.paging(limit, after));
        return RunAnswer.explained(page, caller.language(), tables);
    }

    @GET
    @Path("{id}/lines.{format: xlsx|csv}")
    @Produces({XLSX, Tables.CSV})
    @Needs(Right.RECORDS_READ)
    public Response file(
            @Context Caller caller,
            @PathParam("format") Sheets.Format format,
            @PathParam("code") String measure,
            @PathParam("id") long id) {
        Stream<String> headings = Stream.of("award-id", "child-id", "staff-id", "name", "territory", "amount", "reason")
                .map(h -> "record.heading." + h);
        return tables.file(
                caller.language(),
                format,
                measure + "-payment-run-" + id,
                headings,
                runs.export(caller.user(), measure, id),
                line -> cells(line, caller.language()));
    }

    private List<?> cells(RunLine line, Language language) {
        RunLine told = RunAnswer.explained(line, language, tables);
        return Arrays.asList(
                told.awardId(),
                told.childId(),
                told.staffId(),
                told.name(),
                told.territory(),
                told.amount(),
                told.why());
    }

    /** Approves and pays, or rejects; the one who proposed the run may not. */
    @POST
    @Path("{id}/decision")
    @Needs(Right.AWARDS_APPROVE)
    public Response decide(
            @Context Caller caller,
            @PathParam("code") String measure,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            RunDecision decision) {
        RunDecisions.Decided decided =
                decisions.decide(caller.user(), measure, id, Versions.given(ifMatch), Params.body(decision));
        return Versions.answer(
                RunAnswer.decided(decided, caller.language(), tables),
                decided.run().version());
    }
}
