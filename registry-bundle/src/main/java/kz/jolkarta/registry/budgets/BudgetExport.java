package kz.jolkarta.registry.budgets;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.registry.records.Money;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Budgets of a measure as a file: planned, spent, left. */
@Path("measures/{code}/budgets.{format: xlsx|csv}")
@Component(service = ApiResource.class)
public final class BudgetExport implements ApiResource {
    private final Budgets budgets;
    private final Tables tables;

    @Activate
    public BudgetExport(@Reference Budgets budgets, @Reference Tables tables) {
        this.budgets = budgets;
        this.tables = tables;
    }

    @GET
    @Needs(Right.RECORDS_READ)
    public Response file(
            @Context Caller caller,
            @PathParam("format") Sheets.Format format,
            @PathParam("code") String measure,
            @QueryParam("year") String year,
            @QueryParam("territory") String territory,
            @QueryParam("source") String source) {
        BudgetFilter filter = BudgetResource.filter(year, territory, source);
        List<Budget> rows = budgets.export(caller.user(), measure, filter);
        Stream<String> headings = Stream.of("year", "territory", "source", "planned", "spent", "committed", "left")
                .map(h -> "record.heading." + h);
        return tables.file(
                caller.language(),
                format,
                measure + "-budgets",
                headings,
                rows::forEach,
                b -> List.of(
                        b.year(),
                        b.territory(),
                        tables.text(caller.language(), Money.name(b.source())),
                        b.planned(),
                        b.spent(),
                        b.committed(),
                        b.left()));
    }
}
