package kz.jolkarta.registry.children;

import jakarta.ws.rs.Path;
import kz.jolkarta.core.http.ApiResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A child's categories over HTTP. */
@Path("children/{child}/categories")
@Component(service = ApiResource.class)
public final class CategoryResource extends PartResource<CategoryPeriod> {
    @Activate
    public CategoryResource(@Reference Parts parts) {
        super(parts, PartTable.CATEGORIES);
    }
}
