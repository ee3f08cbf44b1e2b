package kz.jolkarta.registry.imports;

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
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The imports as a file: what was brought in when and by whom, not the children. */
@Path("imports.{format: xlsx|csv}")
@Component(service = ApiResource.class)
public final class ImportExport implements ApiResource {
    private final Imports imports;
    private final Tables tables;

    @Activate
    public ImportExport(@Reference Imports imports, @Reference Tables tables) {
        this.imports = imports;
        this.tables = tables;
    }

    @GET
    @Needs(Right.CHILDREN_IMPORT)
    public Response file(
            @Context Caller caller,
            @PathParam("format") Sheets.Format format,
            @QueryParam("state") String state,
            @QueryParam("who") String who,
            @QueryParam("name") String name,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("sort") String sort) {
        ImportFilter filter = ImportFilter.of(state, who, name, from, to, sort);
        Stream<String> headings = Stream.of(
                "record.heading.id",
                "page.imports.file",
                "page.imports.when",
                "page.imports.who",
                "record.heading.territory",
                "page.imports.count.read",
                "page.imports.count.created",
                "page.imports.count.updated",
                "page.imports.count.unchanged",
                "page.imports.count.doubtful",
                "page.imports.count.rejected",
                "page.imports.was-dry-run",
                "record.heading.state");
        return tables.file(
                caller.language(),
                format,
                "imports",
                headings,
                imports.export(caller.user(), filter),
                listed -> cells(listed, caller.language()));
    }

    private List<?> cells(Imports.Listed listed, Language language) {
        Batch batch = listed.batch();
        Batch.Counts counts = batch.counts();
        boolean destroyed = batch.fileName().equals(ListFiles.DESTROYED);
        return Arrays.asList(
                batch.id(),
                destroyed ? tables.text(language, "page.imports.file-destroyed") : batch.fileName(),
                batch.created(),
                listed.login(),
                batch.territory(),
                counts.read(),
                counts.created(),
                counts.updated(),
                counts.unchanged(),
                counts.doubtful(),
                counts.rejected(),
                tables.text(language, batch.dryRun() ? "child.word.yes" : "child.word.no"),
                tables.text(language, ImportView.stateKey(batch)));
    }
}
