package kz.jolkarta.registry.children;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.Sheets.Format;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A list of children as a CSV file. */
@Path("children.csv")
@Component(service = ApiResource.class)
public final class ChildrenCsvResource implements ApiResource {
    private static final String TYPE = "text/csv;charset=UTF-8";

    private final ChildFiles files;

    @Activate
    public ChildrenCsvResource(@Reference ChildFiles files) {
        this.files = files;
    }

    @GET
    @Produces({TYPE, "application/json"})
    @Needs(Right.CHILDREN_EXPORT)
    public Response export(@Context Caller caller, @BeanParam ChildQuery query) {
        StreamingOutput file = files.export(caller, query.filter(), Format.CSV)::writeTo;
        return Response.ok(file, TYPE)
                .header("Content-Disposition", "attachment; filename=\"children.csv\"")
                .build();
    }
}
