package kz.jolkarta.registry.clashes;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.registry.records.Moves;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Clashes as a file: what there is to clear up, one row each. */
@Path("clashes.{format: xlsx|csv}")
@Component(service = ApiResource.class)
public final class ClashExport implements ApiResource {
    private final Clashes clashes;
    private final Tables tables;

    @Activate
    public ClashExport(@Reference Clashes clashes, @Reference Tables tables) {
        this.clashes = clashes;
        this.tables = tables;
    }

    @GET
    @Needs(Right.RECORDS_READ)
    public Response file(
            @Context Caller caller,
            @PathParam("format") Sheets.Format format,
            @QueryParam("territory") String territory,
            @QueryParam("year") String year,
            @QueryParam("kind") String kind,
            @QueryParam("sort") String sort) {
        ClashFilter filter = ClashResource.filter(clashes, territory, year, kind, sort);
        Stream<String> headings = Stream.of(
                "clash.heading.kind",
                "record.heading.child-id",
                "record.heading.name",
                "record.heading.territory",
                "record.heading.from",
                "record.heading.to",
                "clash.heading.one",
                "record.heading.starts",
                "record.heading.ends",
                "clash.heading.other",
                "record.heading.starts",
                "record.heading.ends");
        return tables.file(
                caller.language(),
                format,
                "clashes-" + filter.year(),
                headings,
                clashes.export(caller.user(), filter),
                clash -> cells(clash, caller.language()));
    }

    private List<Object> cells(Clash clash, Language language) {
        List<Object> cells = new ArrayList<>(Arrays.asList(
                tables.text(language, "clash.kind." + Moves.code(clash.kind())),
                clash.childId(),
                clash.name(),
                clash.territory(),
                clash.from(),
                clash.to()));
        for (Clash.Side side : List.of(clash.one(), clash.other())) {
            String record = tables.text(language, "clash.record." + side.record());
            String title = side.title() == null ? "" : ": " + side.title();
            String id = side.id() == null ? "" : " № " + side.id();
            cells.addAll(Arrays.asList(record + id + title, side.starts(), side.ends()));
        }
        return cells;
    }
}
