package kz.jolkarta.registry.coordinators;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How much each cabinet and its coordinator have to do, on a page. */
@Path("caseload")
@Component(service = Pages.class)
public final class CaseloadPages implements Pages {
    private static final String LIST = "/caseload";

    private final Caseload caseload;
    private final TerritoryChoice territories;

    @Activate
    public CaseloadPages(@Reference Caseload caseload, @Reference TerritoryChoice territories) {
        this.caseload = caseload;
        this.territories = territories;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public View list(@Context Caller caller, @Context Words words, @Context UriInfo asked) {
        Address address = Address.of(asked);
        LoadFilter filter =
                CaseloadResource.filter(address.value("territory"), address.value("covered"), address.value("sort"));
        Page<CabinetLoad> page =
                caseload.list(caller.user(), filter, Params.paging(address.value("limit"), address.value("after")));
        List<Field> fields = address.filled(List.of(
                territories.field(words, caller.user().scope(Right.CHILDREN_READ), address.value("territory")),
                Field.choice(
                        "covered",
                        words.text("coordinator.heading.coordinator"),
                        List.of(
                                new Field.Option("true", words.text("page.caseload.covered")),
                                new Field.Option("false", words.text("page.caseload.uncovered"))))));
        Filters filters = Filters.of(
                        LIST, words.text("page.list.apply"), Action.link(words.text("page.list.reset"), LIST), fields)
                .active(address.active(fields));
        boolean asIs = address.without("after").parameters().isEmpty();
        Table table = Table.of(
                        columns(words, address),
                        page.items().stream().map(load -> line(words, load)).toList())
                .caption(words.text("page.caseload.title"))
                .pages(address.previous(), address.next(page.next()));
        table = asIs
                ? table.empty(words.text("page.caseload.none"))
                : table.empty(words.text("page.caseload.none-found"), Action.link(words.text("page.list.reset"), LIST));
        if (caller.user().has(Right.CHILDREN_EXPORT)) {
            table = table.exports(address.files("/api/caseload"));
        }
        return View.of(words.text("page.caseload.title"), filters, table).lead(words.text("page.caseload.lead"));
    }

    private static List<Table.Column> columns(Words words, Address address) {
        return List.of(
                Table.Column.of(words.text("coordinator.heading.cabinet")),
                Table.Column.of(words.text("coordinator.heading.coordinator")),
                falling(words, address, "coordinator.heading.children", "-children"),
                Table.Column.number(words.text("coordinator.heading.gifted")),
                Table.Column.number(words.text("coordinator.heading.approved-maps")),
                falling(words, address, "coordinator.heading.overdue-steps", "-overdue"),
                falling(words, address, "coordinator.heading.open-tasks", "-tasks"),
                Table.Column.of(words.text("coordinator.heading.last-activity")));
    }

    private static Table.Column falling(Words words, Address address, String heading, String order) {
        boolean now = address.value("sort").equals(order);
        return Table.Column.number(words.text(heading))
                .sort(
                        address.without("after").with("sort", order).href(),
                        now ? Table.Sorted.DESCENDING : Table.Sorted.NOT);
    }

    private Table.Line line(Words words, CabinetLoad load) {
        Cell coordinator = load.staffId() == null
                ? Cell.badge(Badge.of(words.text("page.caseload.uncovered"), Tone.LATE, "user-off"))
                : Cell.link(load.coordinator(), "/staff/" + load.staffId());
        Cell overdue = Cell.number(words.number(load.overdueSteps()));
        return Table.Line.of(
                Cell.link(
                        load.cabinet(),
                        territories.name(words, load.territory()),
                        "/organisations/" + load.cabinetId()),
                coordinator,
                Cell.number(words.number(load.children()), "/children?cabinet=" + load.cabinetId() + "&state=active"),
                Cell.number(words.number(load.gifted())),
                Cell.number(words.number(load.approvedMaps())),
                overdue,
                Cell.number(words.number(load.openTasks())),
                Cell.number(
                        load.lastActivity() == null
                                ? words.text("page.caseload.no-activity")
                                : words.moment(load.lastActivity())));
    }
}
