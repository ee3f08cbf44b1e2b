package kz.jolkarta.registry.places;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Open;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The territorial units as a file. */
@Path("territories.{format: xlsx|csv}")
@Component(service = ApiResource.class)
public final class TerritoryExport implements ApiResource {
    private final Gazetteer gazetteer;
    private final Tables tables;

    @Activate
    public TerritoryExport(@Reference Gazetteer gazetteer, @Reference Tables tables) {
        this.gazetteer = gazetteer;
        this.tables = tables;
    }

    @GET
    @Open
    public Response file(
            @Context Caller caller,
            @PathParam("format") Sheets.Format format,
            @QueryParam("q") String q,
            @QueryParam("kind") String kind,
            @QueryParam("rural") String rural,
            @QueryParam("parent") String parent,
            @QueryParam("sort") String sort) {
        UnitFilter filter = UnitFilter.of(q, kind, rural, parent);
        List<Unit> units = Unit.orders(caller.language())
                .of(sort)
                .sorted(gazetteer.search(filter.q(), filter, "", Integer.MAX_VALUE));
        Stream<String> headings = Stream.of(
                "record.heading.territory",
                "page.territories.kind",
                "page.territories.rural",
                "page.territories.name-kk",
                "page.territories.name-ru",
                "page.territories.name-en",
                "page.territories.parent",
                "page.territories.from",
                "page.territories.to");
        return tables.file(
                caller.language(), format, "territories", headings, units::forEach, u -> cells(u, caller.language()));
    }

    private List<?> cells(Unit unit, Language language) {
        return Arrays.asList(
                unit.code(),
                tables.text(language, "page.territories.kind." + Json.name(unit.kind())),
                unit.rural()
                        .map(r -> tables.text(language, r ? "page.territories.village" : "page.territories.town"))
                        .orElse(null),
                unit.name().kk(),
                unit.name().ru(),
                unit.name().en(),
                unit.parent().isEmpty() ? null : unit.parent(),
                unit.from(),
                unit.to().orElse(null));
    }
}
