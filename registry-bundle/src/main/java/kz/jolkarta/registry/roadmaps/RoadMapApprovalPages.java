package kz.jolkarta.registry.roadmaps;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Approval of many road maps: what it will do, and the job that does it. */
@Path("road-maps/approval")
@Component(service = Pages.class)
public final class RoadMapApprovalPages implements Pages {
    private static final String CONFIRMED = "confirmed";

    private final RoadMapApprovals approvals;

    @Activate
    public RoadMapApprovalPages(@Reference RoadMapApprovals approvals) {
        this.approvals = approvals;
    }

    /** All agreed maps of the list's filter. */
    @GET
    @Needs(Right.AWARDS_APPROVE)
    public View ask(
            @Context Caller caller, @Context Words words, @Context UriInfo asked, @BeanParam RoadMapQuery query) {
        return whole(caller, words, Address.of(asked), query, "");
    }

    /** Those that are chosen, or all of the filter; begun only when the reader has seen what it does. */
    @POST
    @Needs(Right.AWARDS_APPROVE)
    public Response approve(
            @Context Caller caller,
            @Context Words words,
            @Context UriInfo asked,
            @BeanParam RoadMapQuery query,
            FormInput input) {
        List<Long> ids = input.numbers("id");
        if (!input.flag(CONFIRMED) && !ids.isEmpty()) {
            return Response.ok(chosen(words, ids, "")).build();
        }
        return Answer.of(
                () -> {
                    if (!input.flag(CONFIRMED)) {
                        throw Problem.invalid("roadmap.none-to-approve");
                    }
                    return Answer.to("/jobs/" + approvals.start(caller.user(), ids, query.filter()));
                },
                problem -> {
                    String wrong = words.text(problem.message());
                    return ids.isEmpty()
                            ? whole(caller, words, Address.of(asked), query, wrong)
                            : chosen(words, ids, wrong);
                });
    }

    private View whole(Caller caller, Words words, Address address, RoadMapQuery query, String wrong) {
        long number = approvals.agreed(caller.user(), query.filter());
        if (number == 0) {
            return view(words, new Block.Paragraph(words.text("page.roadmaps.approve.nothing")));
        }
        return view(words, form(words, address.href(), number, List.of(), wrong));
    }

    private static View chosen(Words words, List<Long> ids, String wrong) {
        return view(words, form(words, RoadMapPages.LIST + "/approval", ids.size(), ids, wrong));
    }

    private static Form form(Words words, String action, long number, List<Long> ids, String wrong) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.hidden(CONFIRMED, true));
        ids.forEach(id -> fields.add(Field.hidden("id", id)));
        fields.add(Field.shown(words.text("page.roadmaps.chosen"), words.count("page.roadmaps.count.", number)));
        String submit = words.count("page.roadmaps.approve.submit.", number);
        return new Form(action, fields, submit, false, wrong, List.of(), RoadMapPages.LIST);
    }

    private static View view(Words words, Block block) {
        return View.of(
                        words.text("page.roadmaps.approve.title"),
                        Block.Card.of(
                                words.text("page.roadmaps.approve.what"),
                                new Block.Paragraph(words.text("page.roadmaps.approve.lead")),
                                block))
                .up(words.text("page.roadmaps.title"), RoadMapPages.LIST);
    }
}
