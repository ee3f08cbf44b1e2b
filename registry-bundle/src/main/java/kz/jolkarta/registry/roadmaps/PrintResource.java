package kz.jolkarta.registry.roadmaps;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A road map on paper. */
@Path("road-maps/{id}/print")
@Component(service = ApiResource.class)
public final class PrintResource implements ApiResource {
    private final RoadMapPrints prints;

    @Activate
    public PrintResource(@Reference RoadMapPrints prints) {
        this.prints = prints;
    }

    /**
     * @param format pdf or docx
     * @param language of the print: kk, ru or en
     */
    @GET
    @Needs(Right.CHILDREN_READ)
    public Response print(
            @Context Caller caller,
            @PathParam("id") long id,
            @QueryParam("format") String format,
            @QueryParam("language") String language) {
        Print print = prints.print(caller.user(), id, Print.Format.of(format), Print.language(language));
        return Response.ok(print.content(), print.format().mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + print.name() + "\"")
                .build();
    }
}
