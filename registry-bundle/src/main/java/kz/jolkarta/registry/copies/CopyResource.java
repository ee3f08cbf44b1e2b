package kz.jolkarta.registry.copies;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The representative's copy over HTTP. */
@Path("children/{child}/copy")
@Component(service = ApiResource.class)
public final class CopyResource implements ApiResource {
    private final Copies copies;

    /** Kinds of files. */
    private enum Format {
        PDF,
        JSON
    }

    @Activate
    public CopyResource(@Reference Copies copies) {
        this.copies = copies;
    }

    /**
     * @param format {@code pdf} or {@code json}
     * @param language of its texts, the caller's when not given
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.CHILDREN_EXPORT)
    public Response make(
            @Context Caller caller,
            @PathParam("child") long child,
            @QueryParam("format") String format,
            @QueryParam("language") String language,
            CopyRequest request) {
        return file(copies, caller, child, format, language, Params.body(request));
    }

    static Response file(Copies copies, Caller caller, long child, String format, String language, CopyRequest asked) {
        Language wanted = Choice.of(Language.class, "language", language).orElse(caller.language());
        boolean json = Choice.of(Format.class, "format", format).orElse(Format.PDF) == Format.JSON;
        StreamingOutput file = json
                ? copies.json(caller.user(), child, wanted, asked)::writeTo
                : copies.pdf(caller.user(), child, wanted, asked)::writeTo;
        return Response.ok(file, json ? MediaType.APPLICATION_JSON : "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"child-" + child + (json ? ".json\"" : ".pdf\""))
                .build();
    }
}
