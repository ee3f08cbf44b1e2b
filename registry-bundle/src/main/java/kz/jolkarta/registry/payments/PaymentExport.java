package kz.jolkarta.registry.payments;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Money;
import kz.jolkarta.registry.records.Orders;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Rows;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Payments of a measure as a file. */
@Path("measures/{code}/payments.{format: xlsx|csv}")
@Component(service = ApiResource.class)
public final class PaymentExport implements ApiResource {
    private final Payments payments;
    private final Ledger ledger;
    private final Tables tables;

    @Activate
    public PaymentExport(@Reference Payments payments, @Reference Ledger ledger, @Reference Tables tables) {
        this.payments = payments;
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
            @QueryParam("award") String award,
            @QueryParam("sort") String sort) {
        Optional<Integer> of = Params.year("year", year);
        Optional<Long> paid = Params.number("award", award);
        String measure = ledger.measures().require(code).code();
        ledger.exported(caller.user(), "payment", 0, "");
        Orders.Order<Payment> order = PaymentStore.ORDERS.of(sort);
        Rows<Payment> rows = Rows.of(page -> payments.list(caller.user(), measure, of, paid, order, page));
        Stream<String> headings = Stream.of(
                "record.heading.id",
                "record.heading.type",
                "record.heading.award-id",
                "record.heading.territory",
                "page.payments.paid-on",
                "record.heading.amount",
                "record.heading.source",
                "record.heading.document-number",
                "page.payments.corrects");
        return tables.file(
                caller.language(),
                format,
                measure + "-payments",
                headings,
                rows,
                p -> cells(p, measure, caller.language()));
    }

    private List<?> cells(Payment payment, String measure, Language language) {
        return Arrays.asList(
                payment.id(),
                tables.text(language, measure + record(payment) + payment.type()),
                payment.awardId(),
                payment.territory(),
                payment.paidOn(),
                payment.amount(),
                tables.text(language, Money.name(payment.source())),
                payment.documentNumber(),
                payment.reverses());
    }

    private static String record(Payment payment) {
        if (payment.awardId() != null) {
            return ".award.";
        }
        return payment.activityId() != null ? ".activity." : ".deliverable.";
    }
}
