package kz.jolkarta.registry.copies;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.registry.records.Rows;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The access log of a child as a file. */
@Path("children/{child}/access-log.{format: xlsx|csv}")
@Component(service = ApiResource.class)
public final class AccessLogExport implements ApiResource {
    static final List<String> HEADINGS = List.of(
            "access-log.heading.when",
            "access-log.heading.who",
            "access-log.heading.roles",
            "access-log.heading.what",
            "access-log.heading.right");

    private final AccessLog log;
    private final Tables tables;

    @Activate
    public AccessLogExport(@Reference AccessLog log, @Reference Tables tables) {
        this.log = log;
        this.tables = tables;
    }

    @GET
    @Needs({Right.AUDIT_READ, Right.CHILDREN_EXPORT})
    public Response file(
            @Context Caller caller,
            @PathParam("format") Sheets.Format format,
            @PathParam("child") long child,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("login") String login,
            @QueryParam("action") String action) {
        Rows<AccessEntry> rows = log.export(caller, child, AccessLogResource.filter(from, to, login, action));
        Stream<String> headings = HEADINGS.stream();
        return tables.file(caller.language(), format, "access-log", headings, rows, e -> cells(e, caller.language()));
    }

    private List<?> cells(AccessEntry entry, Language language) {
        AccessWords words = log.words();
        return List.of(
                entry.at(),
                entry.login(),
                String.join(", ", words.roles(entry.roles(), language)),
                entry.what(),
                words.right(entry.right(), language));
    }
}
