package kz.jolkarta.registry.departures;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The archive over HTTP; {@code POST /api/bulk-changes/{job}/undo} takes back what a job has archived. */
@Path("archived")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class ArchivedResource implements ApiResource {
    private final Archive archive;
    private final ArchiveJob job;
    private final Tables tables;

    @Activate
    public ArchivedResource(@Reference Archive archive, @Reference ArchiveJob job, @Reference Tables tables) {
        this.archive = archive;
        this.job = job;
        this.tables = tables;
    }

    /**
     * @param years how long ago they left at the least, from 1
     * @param territory KATO code of a unit; without it all that the caller reaches
     */
    public record Wanted(Integer years, String territory) {}

    /** @param job whose state, result and refusals stand under {@code /api/jobs} */
    public record Started(long job) {}

    @GET
    @Needs(Right.CHILDREN_READ)
    public Page<Archived> list(
            @Context Caller caller,
            @BeanParam ArchivedQuery query,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return archive.list(caller, query.filter(), Params.paging(limit, after));
    }

    @GET
    @Path("list.xlsx")
    @Produces(Tables.XLSX)
    @Needs(Right.CHILDREN_EXPORT)
    public Response xlsx(@Context Caller caller, @BeanParam ArchivedQuery query) {
        return file(caller, query, Sheets.Format.XLSX);
    }

    @GET
    @Path("list.csv")
    @Produces(Tables.CSV)
    @Needs(Right.CHILDREN_EXPORT)
    public Response csv(@Context Caller caller, @BeanParam ArchivedQuery query) {
        return file(caller, query, Sheets.Format.CSV);
    }

    private Response file(Caller caller, ArchivedQuery query, Sheets.Format format) {
        Stream<String> headings = Stream.of(
                        "child-id", "name", "birth-date", "territory", "school", "grade", "left-on", "reason")
                .map(h -> "record.heading." + h);
        return tables.file(
                caller.language(),
                format,
                "archived",
                headings,
                archive.export(caller, query.filter()),
                row -> Arrays.asList(
                        row.id(),
                        Stream.of(row.surname(), row.givenName(), row.patronymic())
                                .filter(part -> part != null && !part.isEmpty())
                                .collect(Collectors.joining(" ")),
                        row.birthDate(),
                        row.territory().code(),
                        row.school(),
                        row.grade(),
                        row.leftOn(),
                        row.reason()));
    }

    /** How many a job would archive. */
    @GET
    @Path("preview")
    @Needs(Right.CHILDREN_WRITE)
    public ArchiveJob.Found preview(
            @Context Caller caller, @QueryParam("years") String years, @QueryParam("territory") String territory) {
        Integer wanted = Params.number("years", years)
                .map(n -> (int) Math.max(0, Math.min(n, 1000)))
                .orElse(null);
        return job.preview(caller.user(), wanted, Params.territory(territory));
    }

    @POST
    @Needs(Right.CHILDREN_WRITE)
    public Response start(@Context Caller caller, Wanted wanted) {
        Wanted given = Params.body(wanted);
        Optional<String> territory = Params.territory(given.territory());
        long id = job.start(caller.user(), given.years(), territory);
        return Response.accepted(new Started(id))
                .location(URI.create("/api/jobs/" + id))
                .build();
    }
}
