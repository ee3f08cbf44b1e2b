package kz.jolkarta.registry.regions;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a region does not carry out, as a file. */
@Path("regions/{region}/absences.{format: xlsx|csv}")
@Component(service = ApiResource.class)
public final class AbsenceExport implements ApiResource {
    private final RegionMeasures regions;
    private final Tables tables;

    @Activate
    public AbsenceExport(@Reference RegionMeasures regions, @Reference Tables tables) {
        this.regions = regions;
        this.tables = tables;
    }

    @GET
    @Needs(Right.REPORTS_READ)
    public Response file(
            @Context Caller caller,
            @PathParam("region") String region,
            @PathParam("format") Sheets.Format format,
            @QueryParam("measure") String measure,
            @QueryParam("year") String year) {
        Optional<Integer> only = Params.year("year", year);
        Optional<String> code = Params.text("measure", measure);
        Stream<RegionMeasures.Span> spans = regions.list(caller.user(), region).stream()
                .filter(m -> code.map(m.measure().code()::equals).orElse(true))
                .flatMap(m -> m.absences().stream().map(a -> new RegionMeasures.Span(m.measure(), a)))
                .filter(s -> only.map(s.absence()::touches).orElse(true));
        Stream<String> headings = Stream.of(
                "record.heading.id",
                "page.absences.measure",
                "record.heading.from",
                "record.heading.to",
                "record.heading.reason");
        return tables.<RegionMeasures.Span>file(
                caller.language(),
                format,
                "absences",
                headings,
                spans::forEach,
                s -> Arrays.asList(
                        s.absence().id(),
                        s.measure().clause().number() + ". "
                                + s.measure().clause().name().in(caller.language()),
                        s.absence().from(),
                        s.absence().to(),
                        s.absence().reason()));
    }
}
