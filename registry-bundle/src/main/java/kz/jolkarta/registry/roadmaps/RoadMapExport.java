package kz.jolkarta.registry.roadmaps;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import kz.jolkarta.registry.records.Rows;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Individual road maps as a file. */
@Path("road-maps.{format: xlsx|csv}")
@Component(service = ApiResource.class)
public final class RoadMapExport implements ApiResource {
    private final RoadMaps maps;
    private final Tables tables;

    @Activate
    public RoadMapExport(@Reference RoadMaps maps, @Reference Tables tables) {
        this.maps = maps;
        this.tables = tables;
    }

    @GET
    @Needs(Right.CHILDREN_EXPORT)
    public Response file(
            @Context Caller caller, @PathParam("format") Sheets.Format format, @BeanParam RoadMapQuery query) {
        RoadMapFilter filter = query.filter();
        Rows<RoadMapRow> rows = maps.export(caller.user(), filter);
        Stream<String> headings = Stream.of(
                        "id",
                        "child-id",
                        "name",
                        "territory",
                        "school-year",
                        "state",
                        "due-on",
                        "drawn-up-on",
                        "agreed-on",
                        "approved-on",
                        "closed-on",
                        "form-number",
                        "steps",
                        "steps-done",
                        "steps-overdue",
                        "percent",
                        "next-due",
                        "overdue")
                .map(h -> "record.heading." + h);
        return tables.file(caller.language(), format, "road-maps", headings, rows, m -> cells(m, caller.language()));
    }

    private List<?> cells(RoadMapRow m, Language language) {
        return Arrays.asList(
                m.id(),
                m.childId(),
                m.name(),
                m.territory(),
                m.schoolYear(),
                tables.text(language, RoadMapState.MOVES.name(m.state())),
                m.dueOn(),
                m.drawnUpOn(),
                m.agreedOn(),
                m.approvedOn(),
                m.closedOn(),
                m.formNumber(),
                m.progress().steps(),
                m.progress().stepsDone(),
                m.progress().stepsOverdue(),
                m.progress().percent(),
                m.progress().nextDue(),
                tables.text(language, m.overdue() ? "child.word.yes" : "child.word.no"));
    }
}
