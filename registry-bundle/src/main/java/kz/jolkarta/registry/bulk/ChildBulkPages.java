package kz.jolkarta.registry.bulk;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.children.ChildQuery;
import kz.jolkarta.registry.coordinators.Assignment;
import kz.jolkarta.registry.coordinators.Assignments;
import kz.jolkarta.registry.coordinators.Coordinators;
import kz.jolkarta.registry.proposals.ManyDrafts;
import kz.jolkarta.registry.roadmaps.RoadMapPrints;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What can be done with many children at once in the background. Each act says first what it will do to how many. */
@Path("children/bulk")
@Component(service = Pages.class)
public final class ChildBulkPages implements Pages {
    public static final String HERE = "/children/bulk";
    private static final String STAFF = "staffId";
    private static final String NOBODY = "none";

    private final Choices choices;
    private final ManyDrafts drafts;
    private final Assignments assignments;
    private final Coordinators coordinators;
    private final RoadMapPrints prints;

    @Activate
    public ChildBulkPages(
            @Reference Choices choices,
            @Reference ManyDrafts drafts,
            @Reference Assignments assignments,
            @Reference Coordinators coordinators,
            @Reference RoadMapPrints prints) {
        this.choices = choices;
        this.drafts = drafts;
        this.assignments = assignments;
        this.coordinators = coordinators;
        this.prints = prints;
    }

    /** The acts a user may do, as they stand below the list; an act's address takes ticked rows by POST and a whole list by GET. */
    public static List<Action> acts(User user, Words words) {
        Stream<Action> some = Stream.of(
                        act(user, words, Right.CHILDREN_WRITE, "drafts", "route"),
                        act(user, words, Right.CHILDREN_WRITE, "coordinator", "user-check"),
                        act(user, words, Right.CHILDREN_EXPORT, "prints", "printer"),
                        act(user, words, Right.RECORDS_WRITE, "records/activity", "calendar-plus"),
                        act(user, words, Right.RECORDS_WRITE, "records/award", "ticket"))
                .flatMap(Optional::stream);
        return some.toList();
    }

    private static Optional<Action> act(User user, Words words, Right right, String path, String icon) {
        String name = path.substring(path.indexOf('/') + 1);
        return user.has(right)
                ? Optional.of(Action.post(words.text("page.bulk." + name), HERE + "/" + path)
                        .icon(icon))
                : Optional.empty();
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public View all(@Context Caller caller, @Context Words words, @Context UriInfo asked, @BeanParam ChildQuery query) {
        Address address = Address.of(asked);
        Chosen chosen = choices.all(caller, address, query);
        List<Action> acts = acts(caller.user(), words).stream()
                .map(a -> Action.go(a.label(), address.at(a.href())).icon(a.icon()))
                .toList();
        return View.of(
                        words.text("page.bulk.title"),
                        Block.Card.of(
                                words.count("page.children.found.", chosen.count()),
                                new Block.Paragraph(words.text("page.bulk.choose")),
                                new Block.Buttons(acts)))
                .up(words.text("page.children.title"), address.at(Choices.LIST));
    }

    @GET
    @Path("drafts")
    @Needs(Right.CHILDREN_WRITE)
    public View draftsOfAll(
            @Context Caller caller, @Context Words words, @Context UriInfo asked, @BeanParam ChildQuery query) {
        return drafts(words, choices.all(caller, Address.of(asked), query));
    }

    @POST
    @Path("drafts")
    @Needs(Right.CHILDREN_WRITE)
    public Response drafts(
            @Context Caller caller,
            @Context Words words,
            @Context UriInfo asked,
            @BeanParam ChildQuery query,
            FormInput input) {
        Chosen chosen = choices.sent(caller, Address.of(asked), query, input);
        return answer(
                words,
                input,
                drafts(words, chosen),
                () -> drafts.start(caller.user(), Optional.empty(), chosen.ids(), chosen.filter()));
    }

    private View drafts(Words words, Chosen chosen) {
        Form form = choices.form(words, chosen, HERE + "/drafts", "page.bulk.drafts", List.of());
        return choices.view(words, chosen, "page.bulk.drafts", "page.bulk.drafts.will.", form);
    }

    @GET
    @Path("coordinator")
    @Needs(Right.CHILDREN_WRITE)
    public View coordinatorOfAll(
            @Context Caller caller, @Context Words words, @Context UriInfo asked, @BeanParam ChildQuery query) {
        return coordinator(caller, words, choices.all(caller, Address.of(asked), query));
    }

    @POST
    @Path("coordinator")
    @Needs(Right.CHILDREN_WRITE)
    public Response coordinator(
            @Context Caller caller,
            @Context Words words,
            @Context UriInfo asked,
            @BeanParam ChildQuery query,
            FormInput input) {
        Chosen chosen = choices.sent(caller, Address.of(asked), query, input);
        return answer(words, input, coordinator(caller, words, chosen), () -> {
            boolean nobody = input.first(STAFF).equals(NOBODY);
            Long staff = nobody ? null : input.number(STAFF).orElseThrow(() -> Problem.field(STAFF, "record.required"));
            return assignments.submit(
                    caller.user(),
                    chosen.filter().isEmpty()
                            ? new Assignment(staff, chosen.ids(), null)
                            : new Assignment(staff, null, chosen.filter()));
        });
    }

    private View coordinator(Caller caller, Words words, Chosen chosen) {
        List<Field.Option> options = new ArrayList<>(words.sorted(
                coordinators.acting(caller.user()).stream()
                        .map(c -> new Field.Option(String.valueOf(c.staffId()), c.name() + " · " + c.cabinet()))
                        .toList(),
                Field.Option::label));
        options.add(new Field.Option(NOBODY, words.text("page.bulk.coordinator.nobody")));
        Field who = Field.choice(STAFF, words.text("page.children.coordinator"), options)
                .require();
        Form form = choices.form(words, chosen, HERE + "/coordinator", "page.bulk.coordinator", List.of(who));
        return choices.view(words, chosen, "page.bulk.coordinator", "page.bulk.coordinator.will.", form);
    }

    @GET
    @Path("prints")
    @Needs(Right.CHILDREN_EXPORT)
    public View printsOfAll(
            @Context Caller caller, @Context Words words, @Context UriInfo asked, @BeanParam ChildQuery query) {
        return prints(words, choices.all(caller, Address.of(asked), query));
    }

    @POST
    @Path("prints")
    @Needs(Right.CHILDREN_EXPORT)
    public Response prints(
            @Context Caller caller,
            @Context Words words,
            @Context UriInfo asked,
            @BeanParam ChildQuery query,
            FormInput input) {
        Chosen chosen = choices.sent(caller, Address.of(asked), query, input);
        return answer(
                words,
                input,
                prints(words, chosen),
                () -> prints.start(
                        caller.user(), choices.ids(caller, chosen), words.language(), input.first("format")));
    }

    private View prints(Words words, Chosen chosen) {
        Field format = Field.radio(
                        "format",
                        words.text("page.bulk.prints.format"),
                        List.of(new Field.Option("pdf", "PDF"), new Field.Option("docx", "DOCX")))
                .value("pdf");
        Form form = choices.form(words, chosen, HERE + "/prints", "page.bulk.prints", List.of(format));
        return choices.view(words, chosen, "page.bulk.prints", "page.bulk.prints.will.", form);
    }

    /** The question first, then the job. */
    private static Response answer(Words words, FormInput input, View question, Supplier<Long> job) {
        if (!input.flag(Choices.SURE)) {
            return Response.ok(question).build();
        }
        return Answer.of(
                () -> Answer.to(BulkJobPages.HERE + "/" + job.get()),
                problem -> Choices.refused(question, input, problem, words));
    }
}
