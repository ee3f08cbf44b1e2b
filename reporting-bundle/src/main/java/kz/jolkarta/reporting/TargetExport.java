package kz.jolkarta.reporting;

import jakarta.ws.rs.DefaultValue;
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
import kz.jolkarta.core.files.ListFile;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Wording;
import kz.jolkarta.core.pages.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The list of targets as a file. */
@Path("report-targets.{format: xlsx|csv}")
@Component(service = ApiResource.class)
public final class TargetExport implements ApiResource {
    private final Targets targets;
    private final Wording wording;
    private final Sheets sheets;

    @Activate
    public TargetExport(@Reference Targets targets, @Reference Wording wording, @Reference Sheets sheets) {
        this.targets = targets;
        this.wording = wording;
        this.sheets = sheets;
    }

    /** The whole list with the same filters and order as {@link TargetResource#list}. */
    @GET
    @Needs(Right.REPORTS_READ)
    public Response file(
            @Context Caller caller,
            @PathParam("format") Sheets.Format format,
            @QueryParam("year") @DefaultValue("") String year,
            @QueryParam("region") @DefaultValue("") String region,
            @QueryParam("measure") @DefaultValue("") String measure,
            @QueryParam("sort") @DefaultValue("") String sort) {
        TargetFilter filter = TargetFilter.of(targets, caller.user(), year, region, measure, sort);
        Words words = wording.in(caller.language());
        List<String> headings = Stream.of(
                        "page.report.year",
                        "page.report.region",
                        "report.column.number",
                        "report.column.measure",
                        "report.column.indicator",
                        "report.column.unit",
                        "report.column.target",
                        "page.target.document",
                        "page.target.document-number",
                        "page.target.document-date",
                        "page.target.set",
                        "page.target.set-at")
                .map(words::text)
                .toList();
        return ListFile.of(
                sheets,
                format,
                "report-targets",
                headings,
                rows -> filter.each(words, targets, caller.user(), l -> rows.accept(row(words, l))));
    }

    private static List<?> row(Words words, TargetFilter.Listed listed) {
        Target target = listed.target();
        return Arrays.asList(
                target.figure().year(),
                listed.region(),
                listed.number(),
                listed.measure(),
                listed.indicator(),
                words.text(target.unit().label()),
                target.value().orElse(null),
                target.ground().map(Target.Ground::title).orElse(""),
                target.ground().map(Target.Ground::number).orElse(""),
                target.ground().map(Target.Ground::date).orElse(null),
                target.set().by(),
                target.set().at());
    }
}
