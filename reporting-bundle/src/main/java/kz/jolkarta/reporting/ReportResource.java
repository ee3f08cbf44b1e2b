package kz.jolkarta.reporting;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.i18n.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The yearly report of a region: every clause of the resolution, as JSON and as a spreadsheet. */
@Component(service = ApiResource.class)
@Path("reports")
public final class ReportResource implements ApiResource {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Reports reports;
    private final Targets targets;
    private final Sheets sheets;
    private final Texts texts;
    private final Database database;
    private final Audit audit;

    @Activate
    public ReportResource(
            @Reference Reports reports,
            @Reference Targets targets,
            @Reference Sheets sheets,
            @Reference Texts texts,
            @Reference Database database,
            @Reference Audit audit) {
        this.reports = reports;
        this.targets = targets;
        this.sheets = sheets;
        this.texts = texts;
        this.database = database;
        this.audit = audit;
    }

    /**
     * A region's report.
     *
     * @param targets that hold of its figures, by the measure's code, a slash and the indicator's
     */
    record Told(
            int year,
            RegionReport.Region region,
            String programme,
            LocalDate asOf,
            List<MeasureReport> measures,
            Map<String, YearTargets.Aim> targets) {
        static Told of(RegionReport report, YearTargets targets) {
            return new Told(
                    report.year(),
                    report.region(),
                    report.programme(),
                    report.asOf(),
                    report.measures(),
                    targets.byFigure());
        }
    }

    /** @param year from 2020 to the running year; @param region KATO code of 9 digits or its first 2 */
    @GET
    @Path("{year}/{region}")
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(Right.REPORTS_READ)
    public Told report(@Context Caller caller, @PathParam("year") String year, @PathParam("region") String region) {
        RegionReport report = reports.region(caller.user(), caller.language(), year, region);
        return Told.of(report, targets.of(report.year(), report.region().code()));
    }

    /** The same as one table, in the caller's language. */
    @GET
    @Path("{year}/{region}.xlsx")
    @Produces(XLSX)
    @Needs(Right.REPORTS_READ)
    public Response spreadsheet(
            @Context Caller caller, @PathParam("year") String year, @PathParam("region") String region) {
        RegionReport report = reports.region(caller.user(), caller.language(), year, region);
        ReportTable table = new ReportTable(texts, caller.language());
        String code = report.region().code();
        database.run(tx -> audit.record(
                tx,
                caller.user(),
                new Audit.Entry(Audit.Action.EXPORT, "report", 0, code, String.valueOf(report.year()))));
        StreamingOutput content = out -> table.write(report, sheets, out);
        return Response.ok(content, XLSX)
                .header("Content-Disposition", disposition(table, report))
                .build();
    }

    /** A plain name for old programs, and the reader's own (RFC 6266). */
    private static String disposition(ReportTable table, RegionReport report) {
        String own = URLEncoder.encode(table.fileName(report) + ".xlsx", StandardCharsets.UTF_8)
                .replace("+", "%20");
        return "attachment; filename=\"report-" + report.year() + "-"
                + report.region().code() + ".xlsx\"; filename*=UTF-8''" + own;
    }
}
