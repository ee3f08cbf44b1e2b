package kz.jolkarta.registry.payments;

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
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Money;
import kz.jolkarta.registry.records.Orders;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Rows;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Payment runs of a measure as a file. */
@Path("measures/{code}/payment-runs.{format: xlsx|csv}")
@Component(service = ApiResource.class)
public final class PaymentRunExport implements ApiResource {
    private final PaymentRuns runs;
    private final Ledger ledger;
    private final Tables tables;

    @Activate
    public PaymentRunExport(@Reference PaymentRuns runs, @Reference Ledger ledger, @Reference Tables tables) {
        this.runs = runs;
        this.ledger = ledger;
        this.tables = tables;
    }

    @GET
    @Needs(Right.RECORDS_READ)
    public Response file(
            @Context Caller caller,
            @PathParam("code") String code,
            @PathParam("format") Sheets.Format format,
            @QueryParam("year") String year,
            @QueryParam("state") String state,
            @QueryParam("territory") String territory,
            @QueryParam("type") String type,
            @QueryParam("sort") String sort) {
        RunFilter filter = new RunFilter(
                Params.year("year", year),
                Choice.of(RunState.class, "state", state),
                Params.territory(territory),
                Params.text("type", type));
        String measure = ledger.measures().require(code).code();
        ledger.exported(caller.user(), "payment-run", 0, filter.territory().orElse(""));
        Orders.Order<PaymentRun> order = RunStore.ORDERS.of(sort);
        Rows<PaymentRun> rows = Rows.of(page -> runs.list(caller.user(), measure, filter, order, page));
        Stream<String> headings = Stream.of(
                "record.heading.id",
                "record.heading.type",
                "page.runs.month",
                "record.heading.territory",
                "record.heading.source",
                "page.runs.lines",
                "record.heading.amount",
                "record.heading.state",
                "record.heading.reason");
        return tables.file(
                caller.language(),
                format,
                measure + "-payment-runs",
                headings,
                rows,
                run -> cells(run, measure, caller.language()));
    }

    private List<?> cells(PaymentRun run, String measure, Language language) {
        return Arrays.asList(
                run.id(),
                tables.text(language, measure + ".award." + run.type()),
                run.month(),
                run.territory(),
                tables.text(language, Money.name(run.source())),
                run.lines(),
                run.total(),
                tables.text(language, run.state().message()),
                run.reason());
    }
}
