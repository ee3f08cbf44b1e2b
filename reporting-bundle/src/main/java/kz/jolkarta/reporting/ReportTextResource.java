package kz.jolkarta.reporting;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Versions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The texts beside the figures of a region's report, over HTTP. */
@Component(service = ApiResource.class)
@Path("reports/{year}/{region}/texts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ReportTextResource implements ApiResource {
    private final ReportTexts texts;

    @Activate
    public ReportTextResource(@Reference ReportTexts texts) {
        this.texts = texts;
    }

    @GET
    @Needs(Right.REPORTS_READ)
    public List<ReportText> list(
            @Context Caller caller, @PathParam("year") String year, @PathParam("region") String region) {
        return texts.list(caller.user(), year, region);
    }

    /** Writes the text of one measure; whoever keeps the records of the whole region does. */
    @POST
    @Needs(Right.RECORDS_WRITE)
    public Response write(
            @Context Caller caller,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @HeaderParam("If-Match") String ifMatch,
            ReportTexts.TextInput input) {
        if (input == null) {
            throw Problem.invalid("problem.request");
        }
        ReportText made = texts.write(caller.user(), year, region, input, Versions.given(ifMatch));
        return Versions.answer(made, made.version());
    }
}
