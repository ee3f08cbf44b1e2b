package kz.jolkarta.registry.children;

import jakarta.ws.rs.Path;
import kz.jolkarta.core.http.ApiResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A child's achievements over HTTP. */
@Path("children/{child}/achievements")
@Component(service = ApiResource.class)
public final class AchievementResource extends PartResource<AchievementEntry> {
    @Activate
    public AchievementResource(@Reference Parts parts) {
        super(parts, PartTable.ACHIEVEMENTS);
    }
}
