package kz.jolkarta.reporting;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.Territories;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A revision that was handed in: receipt, check, signature, and what the level above says of it. */
@Path("reports/{year}/{region}/submissions/{revision}")
@Component(service = Pages.class)
public final class RevisionPages implements Pages {
    private final Submissions submissions;
    private final Verdicts verdicts;
    private final Revisions revisions;
    private final Verifier verifier;
    private final CmsSignatures signatures;
    private final Territories territories;
    private final OfficeClock clock;

    @Activate
    public RevisionPages(
            @Reference Submissions submissions,
            @Reference Verdicts verdicts,
            @Reference Revisions revisions,
            @Reference Verifier verifier,
            @Reference CmsSignatures signatures,
            @Reference Territories territories,
            @Reference OfficeClock clock) {
        this.submissions = submissions;
        this.verdicts = verdicts;
        this.revisions = revisions;
        this.verifier = verifier;
        this.signatures = signatures;
        this.territories = territories;
        this.clock = clock;
    }

    @GET
    @Needs(Right.REPORTS_READ)
    public View open(
            @Context Caller caller,
            @Context Words words,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("revision") int revision,
            @QueryParam("check") String check) {
        Optional<Verification> checked = "true".equals(check)
                ? Optional.of(verifier.verify(caller.user(), year, region, revision))
                : Optional.empty();
        return view(caller.user(), words, year, region, revision, checked, Map.of());
    }

    private RevisionBlocks blocks(User user, Words words, String year, String region, int revision) {
        Revisions.Receipt receipt = revisions.receipt(user, year, region, revision);
        Submission one = receipt.submission();
        String name = territories
                .find(one.region())
                .map(t -> t.name().in(words.language()))
                .orElse(one.region());
        String zone = clock.zone().getRules().getOffset(one.submittedAt()).getId();
        return new RevisionBlocks(words, receipt, name, zone);
    }

    /** @param refused forms that came back: cms, return */
    private View view(
            User user,
            Words words,
            String year,
            String region,
            int revision,
            Optional<Verification> checked,
            Map<String, Form> refused) {
        RevisionBlocks shown = blocks(user, words, year, region, revision);
        Submission one = shown.receipt().submission();
        List<Submission> all = submissions.list(user, year, region);
        List<Block> left = new ArrayList<>();
        shown.remarks().ifPresent(left::add);
        left.add(Block.Card.of(words.text("page.revision.receipt"), shown.facts())
                .badge(shown.state()));
        left.add(shown.figures(revisions.snapshot(user, one), revisions.seesChildren(user, one)));
        if (!shown.receipt().attachments().isEmpty()) {
            left.add(new AttachmentBlocks(words, ReportAttachments.mayOpen(user, one.region()))
                    .revision(one, shown.receipt().attachments()));
        }
        List<Block> right = new ArrayList<>();
        right.add(shown.check(checked));
        right.add(shown.cms(
                signatures.mayPut(user, one), signatures.mayOpen(user, one), Optional.ofNullable(refused.get("cms"))));
        right.add(compare(words, one, all));
        if (verdicts.mayJudge(user) && all.get(0).revision() == one.revision() && !one.returned()) {
            right.addAll(shown.verdict(Optional.ofNullable(refused.get("return"))));
        }
        List<Action> actions = new ArrayList<>();
        actions.add(Action.go(words.text("page.revision.print"), RevisionBlocks.href(one) + "/receipt"));
        if (user.scope(Right.CHILDREN_READ).covers(one.region())) {
            actions.add(Action.download("JSON", "/api" + RevisionBlocks.href(one) + ".json"));
        }
        return head(words, shown, List.of(new Block.Column(7, left), new Block.Column(5, right)))
                .up(words.text("page.report.title", year), ReportPages.href(one.year(), one.region()))
                .actions(actions);
    }

    private static View head(Words words, RevisionBlocks shown, List<Block> blocks) {
        Submission one = shown.receipt().submission();
        return View.of(words.text("page.revision.title", words.number(one.revision())), blocks)
                .lead(words.text("page.report.step.lead", shown.regionName(), String.valueOf(one.year())));
    }

    private static Block compare(Words words, Submission one, List<Submission> all) {
        List<Action> others = new ArrayList<>();
        String href = RevisionBlocks.href(one) + "/changes?against=";
        others.add(Action.link(words.text("page.revision.against-now"), href + SubmittedRows.NOW));
        all.stream()
                .filter(s -> s.revision() != one.revision())
                .forEach(s -> others.add(Action.link(
                        words.text("page.revision.against", words.number(s.revision())), href + s.revision())));
        return Block.Card.of(words.text("page.revision.compare"), new Block.Buttons(others));
    }

    /** The receipt alone, to be printed. */
    @GET
    @Path("receipt")
    @Needs(Right.REPORTS_READ)
    public View receipt(
            @Context Caller caller,
            @Context Words words,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("revision") int revision) {
        RevisionBlocks shown = blocks(caller.user(), words, year, region, revision);
        Submission one = shown.receipt().submission();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Card.of(words.text("page.revision.receipt"), shown.facts())
                .badge(shown.state()));
        shown.remarks().ifPresent(blocks::add);
        blocks.add(new Block.Paragraph(words.text("page.revision.receipt-note")));
        return head(words, shown, blocks)
                .up(words.text("page.revision.title", words.number(revision)), RevisionBlocks.href(one))
                .actions(Action.print(words.text("page.revision.print")));
    }

    @POST
    @Path("acceptance")
    @Needs(Right.PROGRAMME_WRITE)
    public Response accept(
            @Context Caller caller,
            @Context Words words,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("revision") int revision) {
        verdicts.accept(caller.user(), year, region, revision);
        return Answer.to(RevisionBlocks.href(year, region, revision), "page.revision.accept.done");
    }

    @POST
    @Path("return")
    @Needs(Right.PROGRAMME_WRITE)
    public Response giveBack(
            @Context Caller caller,
            @Context Words words,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("revision") int revision,
            FormInput input) {
        return Answer.of(
                () -> {
                    Map<String, String> measures = new HashMap<>();
                    input.values().keySet().stream()
                            .filter(name -> name.startsWith(Remarks.FIELD))
                            .forEach(name -> measures.put(name.substring(Remarks.FIELD.length()), input.first(name)));
                    Remarks remarks = Remarks.of(input.first("remarks"), measures);
                    verdicts.giveBack(caller.user(), year, region, revision, remarks);
                    return Answer.to(RevisionBlocks.href(year, region, revision), "page.report.returned");
                },
                problem -> {
                    User user = caller.user();
                    Form form = blocks(user, words, year, region, revision).giveBack();
                    Map<String, Form> refused = Map.of("return", form.refused(input, problem, words));
                    return view(user, words, year, region, revision, Optional.empty(), refused);
                });
    }

    @POST
    @Path("signature")
    @Needs(Right.AWARDS_APPROVE)
    public Response sign(
            @Context Caller caller,
            @Context Words words,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("revision") int revision,
            FormInput input) {
        return Answer.of(
                () -> {
                    signatures.put(caller.user(), year, region, revision, file(input));
                    return Answer.to(RevisionBlocks.href(year, region, revision), "page.revision.cms.done");
                },
                problem -> {
                    User user = caller.user();
                    Form form = blocks(user, words, year, region, revision).cmsForm();
                    Map<String, Form> refused = Map.of("cms", form.refused(input, problem, words));
                    return view(user, words, year, region, revision, Optional.empty(), refused);
                });
    }

    private static byte[] file(FormInput input) {
        FormInput.Upload upload = input.upload("file").orElseThrow(() -> Problem.field("file", "report.cms.missing"));
        try {
            return upload.content().readNBytes(CmsSignature.LARGEST + 1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
