package kz.jolkarta.registry.deliverables;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.children.ChildQuery;
import kz.jolkarta.registry.children.ChildRow;
import kz.jolkarta.registry.children.Children;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Person;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The children that a material shows, each of whom needs a consent to publicity. */
@Path("measures/{code}/deliverables/{deliverable}/children")
@Component(service = Pages.class)
public final class ShownChildrenPages implements Pages {
    private final Measures measures;
    private final Deliverables deliverables;
    private final Children children;

    @Activate
    public ShownChildrenPages(
            @Reference Measures measures, @Reference Deliverables deliverables, @Reference Children children) {
        this.measures = measures;
        this.deliverables = deliverables;
        this.children = children;
    }

    @GET
    @Path("new")
    @Needs(Right.RECORDS_WRITE)
    public View find(
            @Context Caller caller,
            @Context Words words,
            @Context UriInfo asked,
            @PathParam("code") String code,
            @PathParam("deliverable") long id) {
        measures.require(code);
        Deliverable found = deliverables.get(caller.user(), code, id);
        Address address = Address.of(asked);
        List<Field> fields = address.filled(List.of(Field.text("q", words.text("record.heading.name"))));
        Filters filters = Filters.of(
                address.path(),
                words.text("page.list.apply"),
                Action.link(words.text("page.list.reset"), address.path()),
                fields);
        Page<ChildRow> page = children.list(
                caller,
                ChildQuery.named(address.value("q")),
                Params.paging(address.value("limit"), address.value("after")));
        Table table = Table.of(
                        List.of(
                                Table.Column.of(words.text("record.heading.name")),
                                Table.Column.of(words.text("record.heading.school"))),
                        page.items().stream().map(ShownChildrenPages::line).toList())
                .caption(words.text("page.deliverables.add-children"))
                .pages(address.previous(), address.next(page.next()))
                .empty(words.text("page.activities.none-found"))
                .bulk(
                        List.of(),
                        Action.postPrimary(
                                words.text("page.deliverables.show-these"),
                                DeliverableLook.of(code, id) + "/children"));
        return view(words, found, List.of(filters, table));
    }

    private static Table.Line line(ChildRow child) {
        String name =
                Person.name(child.surname(), child.givenName(), child.patronymic() == null ? "" : child.patronymic());
        String school = child.school() == null || child.school().name() == null
                ? ""
                : child.school().name();
        return Table.Line.of(
                child.id(),
                List.of(
                        Cell.link(name, child.iin() == null ? "" : child.iin(), "/children/" + child.id()),
                        Cell.of(school)));
    }

    private static View view(Words words, Deliverable found, List<Block> blocks) {
        return View.of(words.text("page.deliverables.add-children"), blocks)
                .lead(found.title())
                .up(found.title(), DeliverableLook.of(found.measure(), found.id()));
    }

    @POST
    @Needs(Right.RECORDS_WRITE)
    public Response add(
            @Context Caller caller,
            @Context Words words,
            @PathParam("code") String code,
            @PathParam("deliverable") long id,
            FormInput input) {
        return change(caller, words, code, id, input, true);
    }

    @POST
    @Path("removed")
    @Needs(Right.RECORDS_WRITE)
    public Response remove(
            @Context Caller caller,
            @Context Words words,
            @PathParam("code") String code,
            @PathParam("deliverable") long id,
            FormInput input) {
        return change(caller, words, code, id, input, false);
    }

    private Response change(Caller caller, Words words, String code, long id, FormInput input, boolean shown) {
        measures.require(code);
        Deliverable found = deliverables.get(caller.user(), code, id);
        return Answer.of(
                () -> {
                    Collection<Long> all = new ArrayList<>(found.childIds());
                    if (shown) {
                        all.addAll(input.numbers("id"));
                    } else {
                        all.removeAll(input.numbers("id"));
                    }
                    deliverables.update(
                            caller.user(),
                            code,
                            id,
                            found.version(),
                            found.input().showing(all));
                    return Answer.to(DeliverableLook.of(code, id) + "#children", "page.deliverables.saved");
                },
                problem -> view(words, found, List.of(told(caller, words, problem))));
    }

    /** Which children have no consent, by name as far as the reader may know them. */
    private Block told(Caller caller, Words words, Problem problem) {
        String message = problem.fields().isEmpty()
                ? words.text(problem.message())
                : words.text(problem.fields().get(0).message());
        if (!(problem.details().get("children") instanceof List<?> without)) {
            return Block.Notice.of(Tone.LATE, message);
        }
        List<Long> ids = without.stream()
                .filter(Long.class::isInstance)
                .map(Long.class::cast)
                .toList();
        Map<Long, String> names = deliverables.childNames(caller.user(), ids);
        List<Block.Row> rows = ids.stream()
                .map(c -> Block.Row.of(
                        "circle-x",
                        Tone.LATE,
                        names.getOrDefault(c, words.text("page.activities.unnamed", String.valueOf(c))),
                        words.text("page.deliverables.no-consent"),
                        names.containsKey(c) ? "/children/" + c + "/consents" : ""))
                .toList();
        return Block.Card.of(message, new Block.Rows(rows, ""));
    }
}
