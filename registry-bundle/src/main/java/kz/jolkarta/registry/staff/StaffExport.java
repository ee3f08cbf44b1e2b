package kz.jolkarta.registry.staff;

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
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Staff as a file. */
@Path("staff.{format: xlsx|csv}")
@Component(service = ApiResource.class)
public final class StaffExport implements ApiResource {
    private final Staff staff;
    private final Tables tables;

    @Activate
    public StaffExport(@Reference Staff staff, @Reference Tables tables) {
        this.staff = staff;
        this.tables = tables;
    }

    @GET
    @Needs(Right.ORGANISATIONS_READ)
    public Response file(
            @Context Caller caller,
            @PathParam("format") Sheets.Format format,
            @QueryParam("organisation") String organisation,
            @QueryParam("position") String position,
            @QueryParam("q") String q,
            @QueryParam("sort") String sort) {
        StaffFilter filter = StaffFilter.of(organisation, position, q, sort);
        Stream<String> headings = Stream.of(
                "record.heading.id",
                "page.staff.surname",
                "page.staff.given-name",
                "page.staff.patronymic",
                "page.staff.position",
                "page.staff.phone",
                "page.staff.organisation",
                "record.heading.territory",
                "page.staff.first-day",
                "page.staff.last-day");
        return tables.file(
                caller.language(),
                format,
                "staff",
                headings,
                staff.export(caller.user(), filter),
                k -> cells(k, caller.language()));
    }

    private List<?> cells(StaffStore.Kept kept, Language language) {
        StaffMember member = kept.member();
        return Arrays.asList(
                member.id(),
                member.surname(),
                member.givenName(),
                member.patronymic(),
                tables.text(language, "page.staff.position." + Json.name(member.position())),
                member.phone(),
                kept.organisation(),
                kept.territory(),
                member.validFrom(),
                member.validTo());
    }
}
