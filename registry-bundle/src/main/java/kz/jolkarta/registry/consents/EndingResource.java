package kz.jolkarta.registry.consents;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.registry.ConsentPurpose;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Moves;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Rows;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Consents that end, and children without one, over HTTP. */
@Path("consents")
@Component(service = ApiResource.class)
public final class EndingResource implements ApiResource {
    private static final int DAYS = 30;

    private final Endings endings;
    private final Tables tables;

    /** What the list is of. */
    private enum Of {
        ENDING,
        MISSING
    }

    @Activate
    public EndingResource(@Reference Endings endings, @Reference Tables tables) {
        this.endings = endings;
        this.tables = tables;
    }

    /**
     * @param of {@code ending} or {@code missing}
     * @param days how far ahead, 30 when not given
     * @param purpose processing when not given
     */
    @GET
    @Path("ending")
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(Right.CHILDREN_READ)
    public Page<EndingConsent> list(
            @Context Caller caller,
            @QueryParam("of") String of,
            @QueryParam("days") String days,
            @QueryParam("purpose") String purpose,
            @QueryParam("territory") String territory,
            @QueryParam("school") String school,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return endings.list(caller.user(), filter(of, days, purpose, territory, school), Params.paging(limit, after));
    }

    @GET
    @Path("ending.{format: xlsx|csv}")
    @Needs(Right.CHILDREN_EXPORT)
    public Response file(
            @Context Caller caller,
            @PathParam("format") Sheets.Format format,
            @QueryParam("of") String of,
            @QueryParam("days") String days,
            @QueryParam("purpose") String purpose,
            @QueryParam("territory") String territory,
            @QueryParam("school") String school) {
        Rows<EndingConsent> rows = endings.export(caller.user(), filter(of, days, purpose, territory, school));
        Stream<String> headings = Stream.of(
                "record.heading.child-id",
                "record.heading.name",
                "record.heading.territory",
                "consent.heading.school",
                "consent.heading.purpose",
                "consent.heading.valid-to");
        return tables.file(caller.language(), format, "consents", headings, rows, row -> cells(row, caller.language()));
    }

    static EndingFilter filter(String of, String days, String purpose, String territory, String school) {
        return new EndingFilter(
                Choice.of(Of.class, "of", of).orElse(Of.ENDING) == Of.MISSING,
                EndingFilter.days(days, DAYS),
                Choice.of(ConsentPurpose.class, "purpose", purpose).orElse(ConsentPurpose.PROCESSING),
                Params.territory(territory),
                Params.number("school", school));
    }

    private List<?> cells(EndingConsent row, Language language) {
        return Arrays.asList(
                row.childId(),
                row.name(),
                row.territory(),
                row.school(),
                tables.text(language, "consent.purpose." + Moves.code(row.purpose())),
                row.validTo());
    }
}
