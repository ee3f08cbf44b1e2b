package kz.jolkarta.registry.awards;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.registry.records.Money;
import kz.jolkarta.registry.records.Rows;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Awards of a measure as a file. */
@Path("measures/{code}/awards.{format: xlsx|csv}")
@Component(service = ApiResource.class)
public final class AwardExport implements ApiResource {
    private final Awards awards;
    private final Tables tables;

    @Activate
    public AwardExport(@Reference Awards awards, @Reference Tables tables) {
        this.awards = awards;
        this.tables = tables;
    }

    @GET
    @Needs(Right.RECORDS_READ)
    public Response file(
            @Context Caller caller,
            @PathParam("format") Sheets.Format format,
            @PathParam("code") String measure,
            @QueryParam("year") String year,
            @QueryParam("type") String type,
            @QueryParam("state") String state,
            @QueryParam("territory") String territory,
            @QueryParam("child") String child,
            @QueryParam("staff") String staff,
            @QueryParam("q") String q) {
        AwardFilter filter = AwardResource.filter(year, type, state, territory, child, staff, q, "");
        Rows<Award> rows = awards.export(caller.user(), measure, filter);
        Stream<String> headings = Stream.of(
                        "id",
                        "type",
                        "year",
                        "territory",
                        "child-id",
                        "staff-id",
                        "name",
                        "state",
                        "reason",
                        "document-number",
                        "place",
                        "from",
                        "to",
                        "amount",
                        "index",
                        "source",
                        "paid",
                        "protocol-number",
                        "protocol-date",
                        "score")
                .map(h -> "record.heading." + h);
        return tables.file(
                caller.language(), format, measure + "-awards", headings, rows, a -> cells(a, caller.language()));
    }

    private List<?> cells(Award a, Language language) {
        return Arrays.asList(
                a.id(),
                tables.text(language, a.measure() + ".award." + a.type()),
                a.year(),
                a.territory(),
                a.childId(),
                a.staffId(),
                a.name(),
                tables.text(language, AwardState.MOVES.name(a.state())),
                a.reason(),
                a.documentNumber(),
                a.place(),
                a.from(),
                a.to(),
                a.amount(),
                a.indexHundredths() == null ? null : BigDecimal.valueOf(a.indexHundredths(), 2),
                a.source() == null ? null : tables.text(language, Money.name(a.source())),
                a.paid(),
                a.protocolNumber(),
                a.protocolDate(),
                a.score());
    }
}
