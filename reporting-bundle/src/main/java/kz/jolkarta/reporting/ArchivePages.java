package kz.jolkarta.reporting;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Returns of past years on pages: all of them, one, and a measure of one to be entered. */
@Path("archive")
@Component(service = Pages.class)
public final class ArchivePages implements Pages {
    static final String ARCHIVE = "/archive";

    private final Archive archive;
    private final ArchiveEntries entries;
    private final ArchiveFiles files;

    @Activate
    public ArchivePages(@Reference Archive archive, @Reference ArchiveEntries entries, @Reference ArchiveFiles files) {
        this.archive = archive;
        this.entries = entries;
        this.files = files;
    }

    static String href(int year, String region) {
        return ARCHIVE + "/" + year + "/" + region;
    }

    static String href(ReportKey key, String measure) {
        return href(key.year(), key.region()) + "/measures/" + measure;
    }

    @GET
    @Needs(Right.REPORTS_READ)
    public View list(@Context Caller caller, @Context Words words, @Context UriInfo asked) {
        Address address = Address.of(asked);
        ArchiveFilter filter = ArchiveFilter.of(address.value("year"), address.value("state"), address.value("sort"));
        return new ArchiveList(words, archive.years())
                .view(address, filter.page(words, archive.all(caller.user()), "", address.value("after")));
    }

    @GET
    @Path("{year}/{region}")
    @Needs(Right.REPORTS_READ)
    public View open(
            @Context Caller caller,
            @Context Words words,
            @PathParam("year") String year,
            @PathParam("region") String region) {
        return new ArchiveBlocks(words, archive.open(caller.user(), year, region)).view(List.of(), Optional.empty());
    }

    @GET
    @Path("{year}/{region}/measures/{measure}")
    @Needs(Right.REPORTS_READ)
    public View measure(
            @Context Caller caller,
            @Context Words words,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("measure") String measure) {
        ArchiveBlocks blocks = new ArchiveBlocks(words, archive.open(caller.user(), year, region));
        return blocks.measure(
                part(blocks, measure), archive.history(caller.user(), year, region, measure), Optional.empty());
    }

    private static ArchiveForm.Part part(ArchiveBlocks blocks, String measure) {
        return blocks.of().form().part(measure).orElseThrow(Problem::notFound);
    }

    @POST
    @Path("{year}/{region}/measures/{measure}")
    @Needs({Right.RECORDS_WRITE, Right.PROGRAMME_WRITE})
    public Response enter(
            @Context Caller caller,
            @Context Words words,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("measure") String measure,
            FormInput input) {
        return Answer.of(
                () -> {
                    Map<String, String> figures = new HashMap<>();
                    input.values().keySet().stream()
                            .filter(name -> name.startsWith(ArchiveEntries.FIELD))
                            .forEach(name ->
                                    figures.put(name.substring(ArchiveEntries.FIELD.length()), input.first(name)));
                    ArchiveEntries.Input typed =
                            new ArchiveEntries.Input(figures, input.first("kk"), input.first("ru"));
                    entries.enter(caller.user(), year, region, measure, typed, input.version());
                    ReportKey key = archive.key(caller.user(), year, region);
                    return Answer.to(href(key, measure), "page.archive.saved");
                },
                problem -> {
                    ArchiveBlocks blocks = new ArchiveBlocks(words, archive.open(caller.user(), year, region));
                    ArchiveForm.Part part = part(blocks, measure);
                    Form form = blocks.form(part).refused(input, problem, words);
                    return blocks.measure(
                            part, archive.history(caller.user(), year, region, measure), Optional.of(form));
                });
    }

    /** Takes a filled form in, or tries it. */
    @POST
    @Path("{year}/{region}/file")
    @Needs({Right.RECORDS_WRITE, Right.PROGRAMME_WRITE})
    public Response bring(
            @Context Caller caller,
            @Context Words words,
            @PathParam("year") String year,
            @PathParam("region") String region,
            FormInput input) {
        return Answer.of(
                () -> {
                    FormInput.Upload file =
                            input.upload("file").orElseThrow(() -> Problem.field("file", "archive.file.needed"));
                    boolean dry = input.flag("dryRun");
                    ArchiveFiles.Brought brought =
                            files.bring(caller.user(), year, region, file.name(), file.content(), dry);
                    if (brought.stored()) {
                        ReportKey key = archive.key(caller.user(), year, region);
                        return Answer.to(href(key.year(), key.region()), "page.archive.brought");
                    }
                    ArchiveBlocks blocks = new ArchiveBlocks(words, archive.open(caller.user(), year, region));
                    return Response.ok(blocks.view(List.of(blocks.tried(brought)), Optional.empty()))
                            .build();
                },
                problem -> {
                    ArchiveBlocks blocks = new ArchiveBlocks(words, archive.open(caller.user(), year, region));
                    return blocks.view(blocks.wrong(problem), Optional.of(blocks.refused(input, problem)));
                });
    }
}
