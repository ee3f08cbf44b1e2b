package kz.jolkarta.registry.organisations;

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

/** Organisations as a file. */
@Path("organisations.{format: xlsx|csv}")
@Component(service = ApiResource.class)
public final class OrganisationExport implements ApiResource {
    private final Organisations organisations;
    private final Tables tables;

    @Activate
    public OrganisationExport(@Reference Organisations organisations, @Reference Tables tables) {
        this.organisations = organisations;
        this.tables = tables;
    }

    @GET
    @Needs(Right.ORGANISATIONS_READ)
    public Response file(
            @Context Caller caller,
            @PathParam("format") Sheets.Format format,
            @QueryParam("kind") String kind,
            @QueryParam("territory") String territory,
            @QueryParam("active") String active,
            @QueryParam("q") String q,
            @QueryParam("sort") String sort) {
        OrganisationFilter filter = OrganisationFilter.of(kind, territory, active, q, sort);
        Stream<String> headings = Stream.of(
                "record.heading.id",
                "page.organisations.name",
                "page.organisations.kind",
                "record.heading.territory",
                "page.territory",
                "page.organisations.address",
                "page.organisations.bin",
                "page.organisations.director",
                "page.organisations.state",
                "page.organisations.opened",
                "page.organisations.closed-on",
                "page.organisations.capacity");
        return tables.file(
                caller.language(),
                format,
                "organisations",
                headings,
                organisations.export(caller, filter),
                o -> cells(o, caller.language()));
    }

    private List<?> cells(Organisation o, Language language) {
        return Arrays.asList(
                o.id(),
                o.name(),
                tables.text(language, "page.organisations.kind." + Json.name(o.kind())),
                o.territory().code(),
                o.territory().name(),
                o.address(),
                o.bin(),
                o.director(),
                tables.text(language, o.active() ? "page.organisations.open" : "page.organisations.closed"),
                o.openedOn(),
                o.closedOn(),
                o.capacity());
    }
}
