package kz.jolkarta.registry.children;

import jakarta.ws.rs.Path;
import kz.jolkarta.core.http.ApiResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The consents of a child's representatives over HTTP. */
@Path("children/{child}/consents")
@Component(service = ApiResource.class)
public final class ConsentResource extends PartResource<ConsentEntry> {
    @Activate
    public ConsentResource(@Reference Parts parts) {
        super(parts, PartTable.CONSENTS);
    }
}
