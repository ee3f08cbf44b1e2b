package kz.jolkarta.core.internal.jobs;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.files.ListFile;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Open;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.jobs.Job;
import kz.jolkarta.core.jobs.Jobs;
import kz.jolkarta.core.pages.Wording;
import kz.jolkarta.core.pages.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A user's own jobs as a file. */
@Path("jobs.{format: xlsx|csv}")
@Component(service = ApiResource.class)
public final class JobExport implements ApiResource {
    private final Jobs jobs;
    private final JobStore store;
    private final Sheets sheets;
    private final Wording wording;

    @Activate
    public JobExport(
            @Reference Jobs jobs, @Reference Database database, @Reference Sheets sheets, @Reference Wording wording) {
        this.jobs = jobs;
        this.store = new JobStore(database);
        this.sheets = sheets;
        this.wording = wording;
    }

    @GET
    @Open
    public Response file(
            @Context Caller caller,
            @PathParam("format") Sheets.Format format,
            @QueryParam("kind") String kind,
            @QueryParam("state") String state,
            @QueryParam("sort") String sort) {
        Words words = wording.of(caller);
        JobFilter filter = JobFilter.of(kind, state, sort);
        List<String> headings = Stream.of("id", "kind", "begun", "ended", "done", "total", "state", "failure")
                .map(column -> words.text("page.jobs." + column))
                .toList();
        long owner = caller.user().id();
        return ListFile.of(
                sheets,
                format,
                "jobs",
                headings,
                row -> Page.each(
                        after -> filter.page(store, owner, after, Page.MAX_LIMIT),
                        job -> row.accept(cells(words, job))));
    }

    private List<?> cells(Words words, Job job) {
        return Arrays.asList(
                job.id(),
                JobPages.kind(words, job.kind()),
                job.created(),
                job.finished().orElse(null),
                job.done(),
                job.total() == 0 ? null : job.total(),
                words.text("page.jobs.state." + Json.name(job.state())),
                jobs.failure(job).map(words::text).orElse(null));
    }
}
