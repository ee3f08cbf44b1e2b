package kz.jolkarta.registry.deliverables;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.registry.records.Money;
import kz.jolkarta.registry.records.Rows;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Deliverables of a measure as a file. */
@Path("measures/{code}/deliverables.{format: xlsx|csv}")
@Component(service = ApiResource.class)
public final class DeliverableExport implements ApiResource {
    private final Deliverables deliverables;
    private final Tables tables;

    @Activate
    public DeliverableExport(@Reference Deliverables deliverables, @Reference Tables tables) {
        this.deliverables = deliverables;
        this.tables = tables;
    }

    @GET
    @Needs(Right.RECORDS_READ)
    public Response file(
            @Context Caller caller,
            @PathParam("format") Sheets.Format format,
            @PathParam("code") String measure,
            @QueryParam("year") String year,
            @QueryParam("type") String type,
            @QueryParam("state") String state,
            @QueryParam("territory") String territory,
            @QueryParam("language") String language,
            @QueryParam("q") String q,
            @QueryParam("sort") String sort) {
        DeliverableFilter filter = DeliverableResource.filter(year, type, state, territory, language, q);
        Rows<Deliverable> rows = deliverables.export(caller.user(), measure, filter, DeliverableStore.ORDERS.of(sort));
        Stream<String> headings = Stream.of(
                        "id",
                        "type",
                        "year",
                        "title",
                        "territory",
                        "state",
                        "step",
                        "language",
                        "channel",
                        "link",
                        "reach",
                        "amount",
                        "source",
                        "adopted-on",
                        "children-shown")
                .map(h -> "record.heading." + h);
        return tables.file(
                caller.language(), format, measure + "-deliverables", headings, rows, d -> cells(d, caller.language()));
    }

    private List<?> cells(Deliverable d, Language language) {
        return Arrays.asList(
                d.id(),
                tables.text(language, d.measure() + ".deliverable." + d.type()),
                d.year(),
                d.title(),
                d.territory(),
                tables.text(language, DeliverableState.MOVES.name(d.state())),
                d.step() == null ? null : tables.text(language, d.measure() + ".step." + d.step()),
                d.language(),
                d.channel(),
                d.link(),
                d.reach(),
                d.amount(),
                d.source() == null ? null : tables.text(language, Money.name(d.source())),
                d.adoptedOn(),
                d.childrenShown());
    }
}
