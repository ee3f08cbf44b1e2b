package kz.jolkarta.registry.children;

import jakarta.ws.rs.Path;
import kz.jolkarta.core.http.ApiResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A child's legal representatives over HTTP. */
@Path("children/{child}/representatives")
@Component(service = ApiResource.class)
public final class RepresentativeResource extends PartResource<Representative> {
    @Activate
    public RepresentativeResource(@Reference Parts parts) {
        super(parts, PartTable.REPRESENTATIVES);
    }
}
