package kz.jolkarta.registry.entitlement;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.Sheets.Format;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * "What if" over HTTP: only asked, nothing is stored. Every number of the kind's criteria is a parameter by its code, e.g. {@code ages.from=7}; the answer
 * names them all with their present values.
 */
@Path("measures/{code}/what-if")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class WhatIfResource implements ApiResource {
    private static final String FILE = ".{format: xlsx|csv}";

    private final WhatIfs whatIfs;
    private final WhatIfChildren children;
    private final Tables tables;

    @Activate
    public WhatIfResource(@Reference WhatIfs whatIfs, @Reference WhatIfChildren children, @Reference Tables tables) {
        this.whatIfs = whatIfs;
        this.children = children;
        this.tables = tables;
    }

    @GET
    @Needs(value = Right.CHILDREN_READ, also = Right.RECORDS_READ)
    public Outlook look(
            @Context Caller caller,
            @Context UriInfo asked,
            @PathParam("code") String code,
            @BeanParam WhatIfQuery query) {
        return whatIfs.look(caller, query.question(code, Address.of(asked)), query.byRegion());
    }

    @GET
    @Path("rows" + FILE)
    @Produces({Tables.XLSX, Tables.CSV, MediaType.APPLICATION_JSON})
    @Needs(value = Right.CHILDREN_READ, also = Right.RECORDS_READ)
    public Response rows(
            @Context Caller caller,
            @Context UriInfo asked,
            @PathParam("code") String code,
            @PathParam("format") Format format,
            @BeanParam WhatIfQuery query,
            @QueryParam("sort") String sort) {
        Outlook outlook = whatIfs.look(caller, query.question(code, Address.of(asked)), query.byRegion());
        List<Outlook.Row> rows = Outlook.ROWS.of(sort).sorted(outlook.rows());
        return tables.file(
                caller.language(),
                format,
                "what-if",
                Stream.of(
                        "record.heading.territory",
                        "what-if.heading.place",
                        "what-if.heading.now",
                        "what-if.heading.then",
                        "what-if.heading.change",
                        "what-if.heading.comers",
                        "what-if.heading.goers",
                        "what-if.heading.cover-now",
                        "what-if.heading.cover-then",
                        "what-if.heading.cover-change",
                        "what-if.heading.holders-now",
                        "what-if.heading.holders-then",
                        "what-if.heading.need-now",
                        "what-if.heading.need-then",
                        "what-if.heading.need-change",
                        "what-if.heading.planned"),
                rows::forEach,
                row -> Arrays.asList(
                        row.place().code(),
                        row.place().name(),
                        row.now(),
                        row.then(),
                        row.change(),
                        row.comers(),
                        row.goers(),
                        row.coverNow(),
                        row.coverThen(),
                        row.coverChange(),
                        row.holdersNow(),
                        row.holdersThen(),
                        row.needNow(),
                        row.needThen(),
                        row.needChange(),
                        row.planned()));
    }

    /** @param side in: whom the order would bring in; out: whom it would leave out; place: who waits and would get a place */
    @GET
    @Path("children")
    @Needs(value = Right.CHILDREN_READ, also = Right.RECORDS_READ)
    public Page<WhatIfChildren.Row> children(
            @Context Caller caller,
            @Context UriInfo asked,
            @PathParam("code") String code,
            @BeanParam WhatIfQuery query,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return children.list(
                caller,
                query.question(code, Address.of(asked)),
                query.side(),
                query.names(),
                Params.paging(limit, after));
    }

    @GET
    @Path("children" + FILE)
    @Produces({Tables.XLSX, Tables.CSV, MediaType.APPLICATION_JSON})
    @Needs(value = Right.CHILDREN_EXPORT, also = Right.RECORDS_READ)
    public Response children(
            @Context Caller caller,
            @Context UriInfo asked,
            @PathParam("code") String code,
            @PathParam("format") Format format,
            @BeanParam WhatIfQuery query) {
        return tables.file(
                caller.language(),
                format,
                "what-if-children",
                Stream.of(
                        "record.heading.child-id",
                        "record.heading.name",
                        "record.heading.territory",
                        "entitlement.heading.place",
                        "entitlement.heading.school",
                        "entitlement.heading.grade",
                        "entitlement.heading.reasons"),
                children.export(caller, query.question(code, Address.of(asked)), query.side(), query.names()),
                row -> Arrays.asList(
                        row.id(),
                        row.name(),
                        row.territory().code(),
                        row.territory().name(),
                        row.school() == null ? null : row.school().name(),
                        row.grade() == null ? null : row.grade() + (row.gradeLetter() == null ? "" : row.gradeLetter()),
                        String.join("; ", row.reasons())));
    }
}
