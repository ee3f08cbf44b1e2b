package kz.jolkarta.reporting;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Open;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The public key of the node, with which anybody checks what it signed. */
@Component(service = ApiResource.class)
@Path("report-key")
public final class NodeKeyResource implements ApiResource {
    private final NodeKey key;

    @Activate
    public NodeKeyResource(@Reference NodeKey key) {
        this.key = key;
    }

    /** @param key X.509, DER, Base64 */
    public record PublicKey(String id, String algorithm, String key) {}

    @GET
    @Open(anonymous = true)
    @Produces(MediaType.APPLICATION_JSON)
    public PublicKey key() {
        return new PublicKey(key.id(), "Ed25519", key.open());
    }

    /** As a PEM file. */
    @GET
    @Path("key.pem")
    @Open(anonymous = true)
    @Produces("application/x-pem-file")
    public Response pem() {
        return Response.ok(key.pem())
                .header("Content-Disposition", "attachment; filename=\"report-key-" + key.id() + ".pem\"")
                .build();
    }
}
