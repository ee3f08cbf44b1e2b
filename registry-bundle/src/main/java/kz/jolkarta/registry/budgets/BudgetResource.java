package kz.jolkarta.registry.budgets;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Budgets of a measure over HTTP. */
@Path("measures/{code}/budgets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class BudgetResource implements ApiResource {
    private final Budgets budgets;

    @Activate
    public BudgetResource(@Reference Budgets budgets) {
        this.budgets = budgets;
    }

    /** All of a year on one page: there are at most three for each unit. */
    @GET
    @Needs(Right.RECORDS_READ)
    public Page<Budget> list(
            @Context Caller caller,
            @PathParam("code") String measure,
            @QueryParam("year") String year,
            @QueryParam("territory") String territory,
            @QueryParam("source") String source) {
        return new Page<>(budgets.list(caller.user(), measure, filter(year, territory, source)), "");
    }

    static BudgetFilter filter(String year, String territory, String source) {
        return new BudgetFilter(
                Params.year("year", year),
                Params.territory(territory),
                Choice.of(FundingSource.class, "source", source));
    }

    /** Sets what is planned for a territory, source and year; {@code If-Match} is needed once there is one. */
    @PUT
    @Needs(Right.QUOTAS_WRITE)
    public Response set(
            @Context Caller caller,
            @PathParam("code") String measure,
            @HeaderParam("If-Match") String ifMatch,
            BudgetInput input) {
        Budget budget = budgets.set(caller.user(), measure, Versions.given(ifMatch), Params.body(input));
        return Versions.answer(budget, budget.version());
    }

    @DELETE
    @Path("{id}")
    @Needs(Right.QUOTAS_WRITE)
    public void delete(
            @Context Caller caller,
            @PathParam("code") String measure,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch) {
        budgets.delete(caller.user(), measure, id, Versions.required(ifMatch));
    }
}
