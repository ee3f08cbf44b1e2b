package kz.jolkarta.core.internal.access;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kz.jolkarta.core.access.AuditDetail;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.ListFile;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.internal.node.NodeSettings;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The audit trail as a file; that it was taken along is an entry itself. */
@Path("audit.{format: xlsx|csv}")
@Component(service = ApiResource.class)
public final class AuditExport implements ApiResource {
    private final AuditSearch trail;
    private final NodeSettings settings;
    private final OfficeClock clock;
    private final Sheets sheets;
    private final Texts texts;

    @Activate
    public AuditExport(
            @Reference AuditSearch trail,
            @Reference NodeSettings settings,
            @Reference OfficeClock clock,
            @Reference Sheets sheets,
            @Reference Texts texts) {
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
        this.sheets = sheets;
        this.texts = texts;
    }

    /**
     * @param actor login of who did it
     * @param from first day
     * @param to last day
     * @param sort {@code -at}, the newest first, or {@code at}
     */
    @GET
    @Needs(Right.AUDIT_READ)
    public Response file(
            @Context Caller caller,
            @PathParam("format") Sheets.Format format,
            @QueryParam("kind") String kind,
            @QueryParam("id") String id,
            @QueryParam("actor") String actor,
            @QueryParam("action") String action,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("sort") String sort) {
        AuditStore.Query query = AuditDays.query(clock, kind, id, actor, action, from, to, sort);
        List<String> headings = Stream.of("at", "actor", "action", "kind", "id", "territory", "detail")
                .map(column -> texts.text(caller.language(), "page.audit." + column))
                .toList();
        var entries = trail.export(caller.user(), query);
        return ListFile.of(
                sheets,
                format,
                "audit",
                headings,
                row -> entries.accept(entry -> row.accept(cells(entry, caller.language()))));
    }

    private List<?> cells(AuditStore.Stored entry, Language language) {
        String kind = "page.audit.kind." + entry.kind();
        return Arrays.asList(
                entry.at(),
                entry.login(),
                texts.text(language, "page.audit.action." + Json.name(entry.action())),
                texts.has(kind) ? texts.text(language, kind) : entry.kind(),
                entry.object() == 0 ? null : entry.object(),
                entry.territory() == null || entry.territory().isEmpty()
                        ? null
                        : settings.place(entry.territory(), language),
                entry.detail() == null ? null : AuditDetail.said(texts, language, entry.detail()));
    }
}
