package kz.jolkarta.registry.children;

import jakarta.ws.rs.Path;
import kz.jolkarta.core.http.ApiResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A child's talents over HTTP. */
@Path("children/{child}/talents")
@Component(service = ApiResource.class)
public final class TalentResource extends PartResource<TalentEntry> {
    @Activate
    public TalentResource(@Reference Parts parts) {
        super(parts, PartTable.TALENTS);
    }
}
