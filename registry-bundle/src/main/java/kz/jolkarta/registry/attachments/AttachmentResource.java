package kz.jolkarta.registry.attachments;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.FileName;
import kz.jolkarta.core.files.KeptFile;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;
import org.glassfish.jersey.media.multipart.FormDataBodyPart;
import org.glassfish.jersey.media.multipart.FormDataParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Files of records over HTTP. */
@Path("attachments")
@Component(service = ApiResource.class)
public final class AttachmentResource implements ApiResource {
    private final Attachments attachments;

    @Activate
    public AttachmentResource(@Reference Attachments attachments) {
        this.attachments = attachments;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Needs({Right.RECORDS_READ, Right.CHILDREN_READ})
    public Page<Attachment> list(@Context Caller caller, @QueryParam("owner") String owner) {
        return new Page<>(attachments.list(caller.user(), Owner.of(owner)), "");
    }

    /**
     * @param kind ground, diploma, consent, road-map or other, which it is when nothing is said
     * @param noIdentityDocument {@code true}: it is no copy of an identity document; needed for records of children
     */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @Needs({Right.RECORDS_WRITE, Right.CHILDREN_WRITE})
    public Response add(
            @Context Caller caller,
            @QueryParam("owner") String owner,
            @QueryParam("kind") String kind,
            @QueryParam("noIdentityDocument") String noIdentityDocument,
            @FormDataParam("file") FormDataBodyPart file) {
        Owner wanted = Owner.of(owner);
        if (file == null) {
            throw Problem.field("file", "record.required");
        }
        Upload upload = new Upload(
                file.getContentDisposition().getFileName(),
                KeptFile.read(file.getValueAs(InputStream.class)),
                Choice.of(ContentKind.class, "kind", kind).orElse(ContentKind.OTHER),
                Params.flag("noIdentityDocument", noIdentityDocument).orElse(false));
        Attachment kept = attachments.add(caller.user(), wanted, upload);
        return Response.created(URI.create("/api/attachments/" + kept.id()))
                .entity(kept)
                .build();
    }

    @GET
    @Path("{id}")
    @Needs({Right.RECORDS_READ, Right.CHILDREN_READ})
    public Response open(@Context Caller caller, @PathParam("id") long id) {
        Attachments.Content file = attachments.open(caller.user(), id);
        return Response.ok(file.bytes(), file.attachment().mediaType())
                .header(
                        "Content-Disposition",
                        FileName.disposition(file.attachment().name()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }

    @DELETE
    @Path("{id}")
    @Needs({Right.RECORDS_WRITE, Right.CHILDREN_WRITE})
    public Response remove(@Context Caller caller, @PathParam("id") long id) {
        attachments.remove(caller.user(), id);
        return Response.noContent().build();
    }
}
