package kz.jolkarta.registry.imports;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doubtful rows that wait, as a file. */
@Path("doubtful.{format: xlsx|csv}")
@Component(service = ApiResource.class)
public final class DoubtExport implements ApiResource {
    private final Doubts doubts;
    private final Tables tables;

    @Activate
    public DoubtExport(@Reference Doubts doubts, @Reference Tables tables) {
        this.doubts = doubts;
        this.tables = tables;
    }

    @GET
    @Needs(Right.CHILDREN_IMPORT)
    public Response file(
            @Context Caller caller, @PathParam("format") Sheets.Format format, @QueryParam("import") String batch) {
        OptionalLong only = Params.number("import", batch).stream()
                .mapToLong(Long::longValue)
                .findFirst();
        Stream<String> headings = Stream.of(
                "page.doubtful.import",
                "page.imports.row",
                "record.heading.name",
                "import.column.birth-date",
                "page.doubtful.why",
                "record.heading.child-id");
        return tables.file(
                caller.language(),
                format,
                "doubtful",
                headings,
                doubts.export(caller.user(), only),
                d -> Arrays.asList(
                        d.batch(),
                        d.row(),
                        DoubtPages.fullName(d.cells()),
                        d.cells().get(Column.BIRTH_DATE.code()),
                        tables.text(caller.language(), "import.evidence." + d.evidence()),
                        d.child().isEmpty() ? null : d.childId()));
    }
}
