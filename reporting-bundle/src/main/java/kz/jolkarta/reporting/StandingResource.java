package kz.jolkarta.reporting;

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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which of the caller's regions were on time with the report of a year. */
@Component(service = ApiResource.class)
@Path("reports/{year}")
@Produces(MediaType.APPLICATION_JSON)
public final class StandingResource implements ApiResource {
    private final RegionStandings standings;

    @Activate
    public StandingResource(@Reference RegionStandings standings) {
        this.standings = standings;
    }

    @GET
    @Needs(Right.REPORTS_READ)
    public List<RegionStandings.Line> regions(@Context Caller caller, @PathParam("year") String year) {
        return standings.of(caller.user(), caller.language(), year);
    }
}
