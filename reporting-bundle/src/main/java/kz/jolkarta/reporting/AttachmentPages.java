package kz.jolkarta.reporting;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.files.KeptFile;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Resolution997;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Files of a region's report on pages: added within the report's row, taken out after one more question. */
@Path("reports/{year}/{region}/attachments")
@Component(service = Pages.class)
public final class AttachmentPages implements Pages {
    private final ReportAttachments attachments;

    @Activate
    public AttachmentPages(@Reference ReportAttachments attachments) {
        this.attachments = attachments;
    }

    @POST
    @Path("{measure}")
    @Needs(Right.RECORDS_WRITE)
    public Response add(
            @Context Caller caller,
            @Context Words words,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("measure") String measure,
            FormInput input) {
        String report = ReportPages.REPORTS + "/" + year + "/" + region;
        return Answer.of(
                () -> {
                    add(caller.user(), year, region, measure, input);
                    return Answer.to(report + "#" + ReportRows.anchor(number(measure)), "page.report.attachment.added");
                },
                problem -> {
                    Form form = new AttachmentBlocks(words, true)
                            .form(report + "/attachments/" + measure)
                            .cancel(report)
                            .refused(input, problem, words);
                    return View.of(
                                    words.text("page.report.attachment.add"),
                                    Block.Card.of(Shown.measure(words, measure), form))
                            .up(words.text("page.report.title", year), report);
                });
    }

    private void add(User user, String year, String region, String measure, FormInput input) {
        FormInput.Upload sent =
                input.upload("file").orElseThrow(() -> Problem.field("file", "report.attachment.missing"));
        ReportAttachments.Added added = new ReportAttachments.Added(
                measure,
                input.first("kk"),
                input.first("ru"),
                sent.name(),
                KeptFile.read(sent.content()),
                input.flag("noIdentityDocument"));
        try {
            attachments.add(user, year, region, added);
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.TOO_LARGE && refused.kind() != Problem.Kind.UNSUPPORTED) {
                throw refused;
            }
            throw Problem.field(
                    "file", refused.message().key(), refused.message().args().toArray());
        }
    }

    private static int number(String measure) {
        return Resolution997.programme().clause(measure).map(Clause::number).orElse(0);
    }

    @GET
    @Path("{file: \\d+}/removal")
    @Needs(Right.RECORDS_WRITE)
    public View removal(
            @Context Caller caller,
            @Context Words words,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("file") long file) {
        String report = ReportPages.REPORTS + "/" + year + "/" + region;
        ReportAttachment found = find(caller.user(), year, region, file);
        Form form = Form.of(
                        report + "/attachments/" + file + "/removal",
                        words.text("page.report.attachment.remove"),
                        List.of())
                .takesAway()
                .cancel(report);
        return View.of(
                        words.text("page.report.attachment.remove"),
                        new Block.Paragraph(words.text("page.report.attachment.removal", found.name())),
                        form)
                .up(words.text("page.report.title", year), report);
    }

    @POST
    @Path("{file: \\d+}/removal")
    @Needs(Right.RECORDS_WRITE)
    public Response remove(
            @Context Caller caller,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("file") long file) {
        ReportAttachment found = find(caller.user(), year, region, file);
        attachments.remove(caller.user(), year, region, file);
        return Answer.to(
                ReportPages.REPORTS + "/" + year + "/" + region + "#" + ReportRows.anchor(number(found.measure())),
                "page.report.attachment.removed");
    }

    private ReportAttachment find(User user, String year, String region, long file) {
        return attachments.list(user, year, region).stream()
                .filter(f -> f.id() == file)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }
}
