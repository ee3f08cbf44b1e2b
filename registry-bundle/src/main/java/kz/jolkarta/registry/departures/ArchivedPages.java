package kz.jolkarta.registry.departures;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Person;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The archive on pages: the list, and the archiving of those who left long ago, who are counted first. */
@Path("archived")
@Component(service = Pages.class)
public final class ArchivedPages implements Pages {
    private static final String LIST = "/archived";
    private static final String MANY = LIST + "/many";

    private final Archive archive;
    private final ArchiveJob job;
    private final TerritoryChoice territories;

    @Activate
    public ArchivedPages(
            @Reference Archive archive, @Reference ArchiveJob job, @Reference TerritoryChoice territories) {
        this.archive = archive;
        this.job = job;
        this.territories = territories;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public View list(
            @Context Caller caller, @Context Words words, @Context UriInfo asked, @BeanParam ArchivedQuery query) {
        Address address = Address.of(asked);
        Page<Archived> page = archive.list(caller, query.filter(), Params.paging(address));
        List<Field> fields = address.filled(List.of(
                Field.text("q", words.text("page.children.q-name")),
                territories.field(words, caller.user().scope(Right.CHILDREN_READ), address.value("territory")),
                Field.date("from", words.text("page.archived.from")),
                Field.date("until", words.text("page.archived.until"))));
        Filters filters = Filters.of(
                        LIST, words.text("page.list.apply"), Action.link(words.text("page.list.reset"), LIST), fields)
                .active(address.active(fields));
        Table table = Table.of(
                        List.of(
                                by(address, Table.Column.of(words.text("record.heading.name")), "name"),
                                Table.Column.of(words.text("page.children.school-and-place")),
                                Table.Column.number(words.text("record.heading.grade")),
                                by(address, Table.Column.number(words.text("record.heading.left-on")), "left-on"),
                                Table.Column.of(words.text("record.heading.reason"))),
                        page.items().stream().map(row -> line(words, row)).toList())
                .caption(words.text("page.archived.title"))
                .pages(address.previous(), address.next(page.next()))
                .empty(words.text(
                        address.active(fields).isEmpty() ? "page.archived.none" : "page.children.nothing-found"));
        if (caller.user().has(Right.CHILDREN_EXPORT)) {
            table = table.exports(address.files("/api/archived/list"));
        }
        View view = View.of(words.text("page.archived.title"), filters, table).lead(words.text("page.archived.lead"));
        return caller.user().has(Right.CHILDREN_WRITE)
                ? view.actions(Action.go(words.text("page.archived.many"), MANY))
                : view;
    }

    /** By name upwards, by the day of leaving with the latest first; the other way round there is no list. */
    private static Table.Column by(Address address, Table.Column column, String order) {
        String now = address.value("sort").isEmpty() ? "name" : address.value("sort");
        Table.Sorted sorted = order.equals("name") ? Table.Sorted.ASCENDING : Table.Sorted.DESCENDING;
        return column.sort(
                address.without("after").with("sort", order).href(), now.equals(order) ? sorted : Table.Sorted.NOT);
    }

    private static Table.Line line(Words words, Archived row) {
        String name = Person.name(or(row.surname()), row.givenName(), or(row.patronymic()));
        String place = or(row.territory().name());
        return Table.Line.of(
                Cell.link(name, words.date(row.birthDate()), "/children/" + row.id()),
                row.school() == null ? Cell.of(place) : Cell.of(row.school(), place),
                Cell.number(row.grade() == null ? "" : String.valueOf(row.grade())),
                Cell.number(row.leftOn() == null ? "" : words.date(row.leftOn())),
                Cell.of(or(row.reason())));
    }

    private static String or(String text) {
        return text == null ? "" : text;
    }

    @GET
    @Path("many")
    @Needs(Right.CHILDREN_WRITE)
    public View ask(@Context Caller caller, @Context Words words) {
        return view(words, question(caller, words, ""));
    }

    private Form question(Caller caller, Words words, String territory) {
        return Form.of(
                        MANY,
                        words.text("page.archived.count"),
                        List.of(
                                Field.number("years", words.text("page.archived.years"))
                                        .require()
                                        .help(words.text("page.archived.years-help")),
                                territories.field(words, caller.user().scope(Right.CHILDREN_WRITE), territory)))
                .cancel(LIST);
    }

    /** Says first how many it would be, and archives them when that is sent again. */
    @POST
    @Path("many")
    @Needs(Right.CHILDREN_WRITE)
    public Response many(@Context Caller caller, @Context Words words, FormInput input) {
        String chosen = input.first("territory");
        return Answer.of(
                () -> {
                    Integer years = input.number("years").map(Long::intValue).orElse(null);
                    Optional<String> territory = Params.territory(chosen);
                    if (input.flag("sure")) {
                        return Answer.to("/bulk-changes/" + job.start(caller.user(), years, territory));
                    }
                    ArchiveJob.Found found = job.preview(caller.user(), years, territory);
                    return Response.ok(view(
                                    words, question(caller, words, chosen).typed(input), found(words, input, found)))
                            .build();
                },
                problem -> view(words, question(caller, words, chosen).refused(input, problem, words)));
    }

    private static Block found(Words words, FormInput input, ArchiveJob.Found found) {
        String sentence = words.count("page.archived.found.", found.children(), words.date(found.leftBy()));
        if (found.children() == 0) {
            return Block.Card.of(words.text("page.bulk.will"), new Block.Paragraph(sentence));
        }
        Action sure = Action.danger(words.text("page.archived.archive"), MANY)
                .with("years", input.first("years"))
                .with("territory", input.first("territory"))
                .with("sure", true);
        return Block.Card.of(words.text("page.bulk.will"), new Block.Paragraph(sentence), Block.Buttons.of(sure));
    }

    private static View view(Words words, Block... blocks) {
        return View.of(words.text("page.archived.many"), blocks).up(words.text("page.archived.title"), LIST);
    }
}
