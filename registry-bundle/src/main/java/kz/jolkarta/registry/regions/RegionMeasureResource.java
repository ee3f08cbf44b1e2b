package kz.jolkarta.registry.regions;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The set of measures that a region carries out, over HTTP. */
@Path("regions/{region}/measures")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class RegionMeasureResource implements ApiResource {
    private final RegionMeasures regions;

    @Activate
    public RegionMeasureResource(@Reference RegionMeasures regions) {
        this.regions = regions;
    }

    /** A measure in a region. @param runs whether the region carries it out today */
    public record View(int number, String code, String name, boolean runs, List<RegionAbsence> absences) {}

    @GET
    @Needs(Right.REPORTS_READ)
    public Page<View> list(@Context Caller caller, @PathParam("region") String region) {
        List<View> all = regions.list(caller.user(), region).stream()
                .map(m -> new View(
                        m.measure().clause().number(),
                        m.measure().code(),
                        m.measure().clause().name().in(caller.language()),
                        m.runs(),
                        m.absences()))
                .toList();
        return new Page<>(all, "");
    }
}
