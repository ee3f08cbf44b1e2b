package kz.jolkarta.registry.consents;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.registry.ConsentPurpose;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A blank form of consent for one child as a file. */
@Path("children/{child}/consent-form")
@Component(service = ApiResource.class)
public final class ConsentFormResource implements ApiResource {
    private static final String PDF = "application/pdf";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final ConsentForms forms;

    /** Kinds of files. */
    private enum Format {
        PDF,
        DOCX
    }

    @Activate
    public ConsentFormResource(@Reference ConsentForms forms) {
        this.forms = forms;
    }

    /**
     * @param purpose processing when not given
     * @param template number of a published version, the newest when not given
     * @param representative id of who is to sign
     * @param format {@code pdf} or {@code docx}
     * @param language of the form, the caller's when not given
     */
    @GET
    @Needs(Right.CHILDREN_WRITE)
    public Response print(
            @Context Caller caller,
            @PathParam("child") long child,
            @QueryParam("purpose") String purpose,
            @QueryParam("template") String template,
            @QueryParam("representative") String representative,
            @QueryParam("format") String format,
            @QueryParam("language") String language) {
        boolean docx = Choice.of(Format.class, "format", format).orElse(Format.PDF) == Format.DOCX;
        FormRequest wanted = new FormRequest(
                Choice.of(ConsentPurpose.class, "purpose", purpose).orElse(ConsentPurpose.PROCESSING),
                Params.number("template", template).map(n -> (int) Math.max(0, Math.min(Integer.MAX_VALUE, n))),
                Params.number("representative", representative),
                Choice.of(Language.class, "language", language).orElse(caller.language()),
                docx);
        StreamingOutput file = forms.print(caller.user(), child, wanted)::writeTo;
        String name = "consent-" + child + (docx ? ".docx" : ".pdf");
        return Response.ok(file, docx ? DOCX : PDF)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
