package kz.jolkarta.registry.coordinators;

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
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The load of cabinets and coordinators as a file. */
@Path("caseload.{format: xlsx|csv}")
@Component(service = ApiResource.class)
public final class CaseloadExport implements ApiResource {
    private final Caseload caseload;
    private final Tables tables;

    @Activate
    public CaseloadExport(@Reference Caseload caseload, @Reference Tables tables) {
        this.caseload = caseload;
        this.tables = tables;
    }

    @GET
    @Needs(Right.CHILDREN_EXPORT)
    public Response file(
            @Context Caller caller,
            @PathParam("format") Sheets.Format format,
            @QueryParam("territory") String territory,
            @QueryParam("covered") String covered,
            @QueryParam("sort") String sort) {
        Stream<String> headings = Stream.of(
                "record.heading.id",
                "coordinator.heading.cabinet",
                "record.heading.territory",
                "record.heading.staff-id",
                "coordinator.heading.coordinator",
                "coordinator.heading.children",
                "coordinator.heading.named",
                "coordinator.heading.gifted",
                "coordinator.heading.approved-maps",
                "coordinator.heading.overdue-steps",
                "coordinator.heading.open-tasks",
                "coordinator.heading.last-activity");
        return tables.file(
                caller.language(),
                format,
                "caseload",
                headings,
                caseload.export(caller.user(), CaseloadResource.filter(territory, covered, sort)),
                CaseloadExport::cells);
    }

    private static List<?> cells(CabinetLoad load) {
        return Arrays.asList(
                load.cabinetId(),
                load.cabinet(),
                load.territory(),
                load.staffId(),
                load.coordinator(),
                load.children(),
                load.named(),
                load.gifted(),
                load.approvedMaps(),
                load.overdueSteps(),
                load.openTasks(),
                load.lastActivity());
    }
}
