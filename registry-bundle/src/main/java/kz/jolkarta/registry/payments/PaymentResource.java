package kz.jolkarta.registry.payments;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Payments of a measure over HTTP: added and corrected, never changed. */
@Path("measures/{code}/payments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class PaymentResource implements ApiResource {
    private final Payments payments;
    private final Tables texts;

    @Activate
    public PaymentResource(@Reference Payments payments, @Reference Tables texts) {
        this.payments = payments;
        this.texts = texts;
    }

    @GET
    @Needs(Right.RECORDS_READ)
    public Page<Payment> list(
            @Context Caller caller,
            @PathParam("code") String measure,
            @QueryParam("year") String year,
            @QueryParam("award") String award,
            @QueryParam("sort") String sort,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return payments.list(
                caller.user(),
                measure,
                Params.year("year", year),
                Params.number("award", award),
                PaymentStore.ORDERS.of(sort),
                Params.paging(limit, after));
    }

    @POST
    @Needs(Right.AWARDS_APPROVE)
    public Response pay(@Context Caller caller, @PathParam("code") String measure, PaymentInput input) {
        Payment paid = payments.pay(caller.user(), measure, Params.body(input));
        List<String> warnings = paid.exceeded().stream()
                .map(message -> texts.text(caller.language(), message))
                .toList();
        return created(paid.told(warnings));
    }

    /** Corrects a payment by one of the opposite amount. */
    @POST
    @Path("{id}/reversal")
    @Needs(Right.AWARDS_APPROVE)
    public Response reverse(@Context Caller caller, @PathParam("code") String measure, @PathParam("id") long id) {
        return created(payments.reverse(caller.user(), measure, id));
    }

    private static Response created(Payment payment) {
        return Response.status(Response.Status.CREATED).entity(payment).build();
    }
}
