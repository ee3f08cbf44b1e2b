package kz.jolkarta.reporting;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.ListFile;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.http.Versions;
import kz.jolkarta.core.pages.Wording;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Returns of past years that are entered, over HTTP. */
@Component(service = ApiResource.class)
@Path("archive")
@Produces(MediaType.APPLICATION_JSON)
public final class ArchiveResource implements ApiResource {
    private final Archive archive;
    private final ArchiveEntries entries;
    private final ArchiveFiles files;
    private final Wording wording;

    @Activate
    public ArchiveResource(
            @Reference Archive archive,
            @Reference ArchiveEntries entries,
            @Reference ArchiveFiles files,
            @Reference Wording wording) {
        this.archive = archive;
        this.entries = entries;
        this.files = files;
        this.wording = wording;
    }

    /** A measure as somebody enters it: all of its figures by their codes, what is not there is taken out; money in tenge. */
    public record EntryInput(Map<String, BigDecimal> figures, String kk, String ru) {}

    /**
     * A return.
     *
     * @param writes whether the caller may enter it
     * @param whole whether nothing is kept back from the caller
     */
    record Answer(
            int year, String region, Archive.State state, boolean writes, boolean whole, List<ArchiveEntry> measures) {}

    /** All years and regions. @param sort year, region or entered, falling with a hyphen before it; the last year first when it is not given */
    @GET
    @Needs(Right.REPORTS_READ)
    public Page<ArchiveFilter.Listed> list(
            @Context Caller caller,
            @QueryParam("year") @DefaultValue("") String year,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("sort") @DefaultValue("") String sort,
            @QueryParam("limit") @DefaultValue("") String limit,
            @QueryParam("after") @DefaultValue("") String after) {
        return ArchiveFilter.of(year, state, sort)
                .page(wording.in(caller.language()), archive.all(caller.user()), limit, after);
    }

    /** What was entered of a region's year. */
    @GET
    @Path("{year}/{region}")
    @Needs(Right.REPORTS_READ)
    public Answer open(@Context Caller caller, @PathParam("year") String year, @PathParam("region") String region) {
        Archive.Return of = archive.open(caller.user(), year, region);
        return new Answer(of.key().year(), of.key().region(), of.state(), of.writes(), of.whole(), of.entries());
    }

    /** Every entry of a measure, the newest first. */
    @GET
    @Path("{year}/{region}/measures/{measure}")
    @Needs(Right.REPORTS_READ)
    public List<ArchiveEntry> history(
            @Context Caller caller,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("measure") String measure) {
        return archive.history(caller.user(), year, region, measure);
    }

    /** Enters a measure; whoever keeps the records of the whole region does, or the national level. */
    @POST
    @Path("{year}/{region}/measures/{measure}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs({Right.RECORDS_WRITE, Right.PROGRAMME_WRITE})
    public Response enter(
            @Context Caller caller,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("measure") String measure,
            @HeaderParam("If-Match") String ifMatch,
            EntryInput input) {
        if (input == null) {
            throw Problem.invalid("problem.request");
        }
        Map<String, String> figures = input.figures() == null
                ? Map.of()
                : input.figures().entrySet().stream()
                        .filter(f -> f.getValue() != null)
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, f -> f.getValue().toPlainString()));
        ArchiveEntries.Input typed = new ArchiveEntries.Input(figures, input.kk(), input.ru());
        ArchiveEntry made = entries.enter(caller.user(), year, region, measure, typed, Versions.given(ifMatch));
        return Versions.answer(made, made.revision());
    }

    /** The form to be filled in as XLSX, in the caller's language, with what was entered so far. */
    @GET
    @Path("{year}/{region}/form.xlsx")
    @Produces(ListFile.XLSX)
    @Needs({Right.RECORDS_WRITE, Right.PROGRAMME_WRITE})
    public Response form(@Context Caller caller, @PathParam("year") String year, @PathParam("region") String region) {
        return files.template(caller.user(), year, region, caller.language()).response();
    }

    /**
     * Takes a filled form in, all of it or nothing; an empty cell changes nothing.
     *
     * @param name of the file, which is kept with what it brings
     * @param dryRun true to try it only
     */
    @PUT
    @Path("{year}/{region}/form.xlsx")
    @Consumes(MediaType.WILDCARD)
    @Needs({Right.RECORDS_WRITE, Right.PROGRAMME_WRITE})
    public ArchiveFiles.Brought bring(
            @Context Caller caller,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @QueryParam("name") @DefaultValue("form.xlsx") String name,
            @QueryParam("dryRun") @DefaultValue("false") String dryRun,
            InputStream file) {
        if (!dryRun.equals("true") && !dryRun.equals("false")) {
            throw Problem.field("dryRun", "problem.value");
        }
        return files.bring(caller.user(), year, region, name, file, dryRun.equals("true"));
    }
}
