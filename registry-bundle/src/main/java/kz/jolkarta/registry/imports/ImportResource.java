package kz.jolkarta.registry.imports;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Texts;
import org.glassfish.jersey.media.multipart.FormDataBodyPart;
import org.glassfish.jersey.media.multipart.FormDataParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists of children brought in over HTTP. */
@Path("imports")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class ImportResource implements ApiResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Imports imports;
    private final RemarkTexts texts;

    @Activate
    public ImportResource(@Reference Imports imports, @Reference Texts texts) {
        this.imports = imports;
        this.texts = new RemarkTexts(texts);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Needs(Right.CHILDREN_IMPORT)
    public Response start(
            @Context Caller caller,
            @FormDataParam("file") FormDataBodyPart file,
            @FormDataParam("dryRun") String dryRun,
            @FormDataParam("mapping") String mapping,
            @FormDataParam("territory") String territory,
            @QueryParam("dryRun") String dryRunInQuery) {
        if (file == null) {
            throw Problem.field("file", "import.file-needed");
        }
        boolean dry = flag(dryRun) || flag(dryRunInQuery);
        String name = name(file.getContentDisposition().getFileName());
        try (InputStream content = file.getValueAs(InputStream.class)) {
            long id = imports.start(
                    caller.user(), content, name, dry, mapping(mapping), territory == null ? "" : territory.strip());
            return accepted(caller, id);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Response accepted(Caller caller, long id) {
        return Response.accepted(view(caller, imports.find(caller.user(), id)))
                .location(URI.create("/api/imports/" + id))
                .build();
    }

    private ImportViews.View view(Caller caller, Batch batch) {
        return ImportViews.view(
                batch, imports.failure(caller.user(), batch).map(m -> texts.text(caller.language(), m)));
    }

    private static boolean flag(String text) {
        if (text == null || text.isBlank() || text.strip().equals("false")) {
            return false;
        }
        if (text.strip().equals("true")) {
            return true;
        }
        throw Problem.field("dryRun", "import.flag", text.strip());
    }

    private static Map<String, String> mapping(String json) {
        Map<String, String> mapping = new LinkedHashMap<>();
        if (json != null && !json.isBlank()) {
            try {
                Json.map(json).forEach((heading, field) -> mapping.put(heading, String.valueOf(field)));
            } catch (IllegalStateException malformed) {
                throw Problem.field("mapping", "import.mapping-malformed");
            }
        }
        return mapping;
    }

    /** Browsers send the name's bytes in UTF-8, where the header's rule would have them read one by one. */
    static String name(String sent) {
        if (sent == null || sent.isBlank()) {
            return "list";
        }
        String base = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String name = base;
        if (base.chars().allMatch(c -> c <= 0xFF)) {
            try {
                name = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(base.getBytes(StandardCharsets.ISO_8859_1)))
                        .toString();
            } catch (CharacterCodingException oneByteLetters) {
                name = base;
            }
        }
        String clean = name.replaceAll("\\p{Cntrl}", " ").strip();
        return clean.isEmpty() ? "list" : ImportStore.clip(clean, 200);
    }

    @GET
    @Needs(Right.CHILDREN_IMPORT)
    public Page<ImportViews.View> list(
            @Context Caller caller,
            @QueryParam("state") String state,
            @QueryParam("who") String who,
            @QueryParam("name") String name,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("sort") String sort,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        ImportFilter filter = ImportFilter.of(state, who, name, from, to, sort);
        Page<Imports.Listed> page =
                imports.list(caller.user(), filter, after == null ? "" : after.strip(), limit(limit));
        return new Page<>(
                page.items().stream().map(l -> view(caller, l.batch())).toList(), page.next());
    }

    @GET
    @Path("{id}")
    @Needs(Right.CHILDREN_IMPORT)
    public ImportViews.View get(@Context Caller caller, @PathParam("id") long id) {
        return view(caller, imports.find(caller.user(), id));
    }

    @GET
    @Path("{id}/errors")
    @Needs(Right.CHILDREN_IMPORT)
    public Page<ImportViews.RemarkView> errors(
            @Context Caller caller,
            @PathParam("id") long id,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        Batch batch = imports.find(caller.user(), id);
        Page<RemarkStore.Kept> page =
                imports.remarks(batch, Optional.empty(), after == null ? "" : after.strip(), limit(limit));
        return new Page<>(
                page.items().stream()
                        .map(k -> ImportViews.remark(k, texts, caller.language()))
                        .toList(),
                page.next());
    }

    @GET
    @Path("{id}/errors.xlsx")
    @Produces({XLSX, MediaType.APPLICATION_JSON})
    @Needs(Right.CHILDREN_IMPORT)
    public Response copy(@Context Caller caller, @PathParam("id") long id) {
        Batch batch = imports.find(caller.user(), id);
        StreamingOutput body = out -> imports.copy(caller.user(), batch, texts, caller.language(), out);
        return Response.ok(body, XLSX)
                .header("Content-Disposition", "attachment; filename=\"import-" + id + ".xlsx\"")
                .build();
    }

    @PUT
    @Path("{id}/mapping")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.CHILDREN_IMPORT)
    public Response again(@Context Caller caller, @PathParam("id") long id, Map<String, String> mapping) {
        if (mapping == null || mapping.containsValue(null)) {
            throw Problem.field("mapping", "import.mapping-malformed");
        }
        return accepted(caller, imports.again(caller.user(), id, mapping));
    }

    @POST
    @Path("{id}/cancel")
    @Needs(Right.CHILDREN_IMPORT)
    public Response cancel(@Context Caller caller, @PathParam("id") long id) {
        imports.cancel(caller.user(), id);
        return accepted(caller, id);
    }

    @DELETE
    @Path("{id}")
    @Needs(Right.CHILDREN_IMPORT)
    public ImportViews.UndoView undo(@Context Caller caller, @PathParam("id") long id) {
        return ImportViews.undone(imports.undo(caller.user(), id), texts, caller.language());
    }

    static int limit(String given) {
        if (given == null || given.isBlank()) {
            return Page.DEFAULT_LIMIT;
        }
        return (int) Math.max(1, Math.min(Page.MAX_LIMIT, number("limit", given)));
    }

    static long number(String field, String given) {
        if (!given.strip().matches("-?\\d{1,9}|\\d{1,18}")) {
            throw Problem.field(field, "import.after");
        }
        return Long.parseLong(given.strip());
    }
}
