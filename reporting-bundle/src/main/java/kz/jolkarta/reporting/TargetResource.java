package kz.jolkarta.reporting;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.http.Versions;
import kz.jolkarta.core.pages.Wording;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Targets of figures over HTTP. The place in an address is a region's KATO code, or {@code country}. */
@Component(service = ApiResource.class)
@Path("report-targets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TargetResource implements ApiResource {
    private final Targets targets;
    private final TargetChanges changes;
    private final Wording wording;

    @Activate
    public TargetResource(@Reference Targets targets, @Reference TargetChanges changes, @Reference Wording wording) {
        this.targets = targets;
        this.changes = changes;
        this.wording = wording;
    }

    /**
     * A target as somebody sets it.
     *
     * @param value in the figure's unit, money in tenge
     * @param title of the document that sets it, like its number and its date
     */
    public record TargetValue(BigDecimal value, String title, String number, LocalDate date) {}

    /** @param reason why the target is taken back */
    public record TargetRemoval(String reason) {}

    /** Those of a year that hold. @param year the one whose report is the next to be made when it is not given @param sort region, measure or set, falling with a hyphen before it */
    @GET
    @Needs(Right.REPORTS_READ)
    public Page<TargetFilter.Listed> list(
            @Context Caller caller,
            @QueryParam("year") @DefaultValue("") String year,
            @QueryParam("region") @DefaultValue("") String region,
            @QueryParam("measure") @DefaultValue("") String measure,
            @QueryParam("sort") @DefaultValue("") String sort,
            @QueryParam("limit") @DefaultValue("") String limit,
            @QueryParam("after") @DefaultValue("") String after) {
        return TargetFilter.of(targets, caller.user(), year, region, measure, sort)
                .page(wording.in(caller.language()), targets, caller.user(), limit, after);
    }

    /** Every entry of a figure's target, the newest first; the ETag is the number of the last one, 0 without any. */
    @GET
    @Path("{year}/{region}/{measure}/{indicator}")
    @Needs(Right.REPORTS_READ)
    public Response history(
            @Context Caller caller,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("measure") String measure,
            @PathParam("indicator") String indicator) {
        Targets.Opened of = targets.open(caller.user(), year, region, measure, indicator);
        List<Target> entries = of.history();
        return Versions.answer(entries, of.version());
    }

    /** Sets the target by a document; {@code If-Match} is the number of the last entry. */
    @POST
    @Path("{year}/{region}/{measure}/{indicator}")
    @Needs(Right.PROGRAMME_WRITE)
    public Response set(
            @Context Caller caller,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("measure") String measure,
            @PathParam("indicator") String indicator,
            @HeaderParam("If-Match") String ifMatch,
            TargetValue input) {
        if (input == null) {
            throw Problem.invalid("problem.request");
        }
        String value = input.value() == null ? "" : input.value().toPlainString();
        return made(changes.set(
                caller.user(),
                year,
                region,
                measure,
                indicator,
                Versions.given(ifMatch),
                new TargetInput(value, input.title(), input.number(), input.date())));
    }

    /** Takes the target back; {@code If-Match} is the number of the last entry. */
    @POST
    @Path("{year}/{region}/{measure}/{indicator}/removal")
    @Needs(Right.PROGRAMME_WRITE)
    public Response takeBack(
            @Context Caller caller,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("measure") String measure,
            @PathParam("indicator") String indicator,
            @HeaderParam("If-Match") String ifMatch,
            TargetRemoval input) {
        if (input == null) {
            throw Problem.invalid("problem.request");
        }
        return made(changes.takeBack(
                caller.user(),
                year,
                region,
                measure,
                indicator,
                Versions.given(ifMatch),
                new TargetChanges.Removal(input.reason())));
    }

    private static Response made(Target target) {
        return Response.status(Response.Status.CREATED)
                .entity(target)
                .tag(String.valueOf(target.number()))
                .build();
    }
}
