package kz.jolkarta.registry.activities;

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
import kz.jolkarta.registry.records.Rows;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Activities of a measure as a file. */
@Path("measures/{code}/activities.{format: xlsx|csv}")
@Component(service = ApiResource.class)
public final class ActivityExport implements ApiResource {
    private final Activities activities;
    private final Tables tables;

    @Activate
    public ActivityExport(@Reference Activities activities, @Reference Tables tables) {
        this.activities = activities;
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
            @QueryParam("leader") String leader,
            @QueryParam("q") String q,
            @QueryParam("from") String from,
            @QueryParam("to") String to) {
        ActivityFilter filter = ActivityResource.filter(year, type, state, territory, leader, q, from, to, "");
        Rows<Activity> rows = activities.export(caller.user(), measure, filter);
        Stream<String> headings = Stream.of(
                        "id",
                        "type",
                        "title",
                        "territory",
                        "leader",
                        "place",
                        "starts",
                        "ends",
                        "hours",
                        "seats",
                        "seats-taken",
                        "state",
                        "reason")
                .map(h -> "record.heading." + h);
        return tables.file(
                caller.language(), format, measure + "-activities", headings, rows, a -> cells(a, caller.language()));
    }

    private List<?> cells(Activity a, Language language) {
        return Arrays.asList(
                a.id(),
                tables.text(language, a.measure() + ".activity." + a.type()),
                a.title(),
                a.territory(),
                a.leader(),
                a.place(),
                a.starts(),
                a.ends(),
                a.hours(),
                a.seats(),
                a.seatsTaken(),
                tables.text(language, ActivityState.MOVES.name(a.state())),
                a.reason());
    }
}
