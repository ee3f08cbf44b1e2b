package kz.jolkarta.registry.copies;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.children.ChildTabs;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The access log of a child on a page. */
@Path("children/{child: \\d+}/access-log")
@Component(service = Pages.class)
public final class AccessLogPages implements Pages {
    private final AccessLog log;

    @Activate
    public AccessLogPages(@Reference AccessLog log) {
        this.log = log;
    }

    @GET
    @Needs({Right.AUDIT_READ, Right.CHILDREN_EXPORT})
    public View list(
            @Context Caller caller, @Context Words words, @Context UriInfo asked, @PathParam("child") long child) {
        Address address = Address.of(asked);
        AccessFilter filter =
                AccessLogResource.filter(address.value("from"), address.value("to"), address.value("login"), "");
        Page<AccessEntry> page =
                log.list(caller, child, filter, Params.paging(address.value("limit"), address.value("after")));
        List<Field> fields = address.filled(List.of(
                Field.date("from", words.text("record.heading.from")),
                Field.date("to", words.text("record.heading.to")),
                Field.text("login", words.text("page.child.access.who"))));
        String here = ChildTabs.page(child, ChildTabs.ACCESS);
        Filters filters = Filters.of(
                        here, words.text("page.list.apply"), Action.link(words.text("page.list.reset"), here), fields)
                .active(address.active(fields));
        Table table = Table.of(
                        List.of(
                                Table.Column.of(words.text("page.child.access.when")),
                                Table.Column.of(words.text("page.child.access.who")),
                                Table.Column.of(words.text("page.child.access.what")),
                                Table.Column.of(words.text("page.child.access.right"))),
                        page.items().stream().map(entry -> line(entry, words)).toList())
                .caption(words.text("page.child.tab.access-log"))
                .pages(address.previous(), address.next(page.next()))
                .empty(words.text("page.child.access.none"))
                .exports(address.files("/api" + here));
        return View.of(words.text("page.child.tab.access-log"), filters, table)
                .lead(words.text("page.child.access.lead"))
                .up(words.text("page.child.back"), ChildTabs.page(child, ChildTabs.WHOLE))
                .tabs(ChildTabs.of(words, caller.user(), child, ChildTabs.ACCESS));
    }

    private Table.Line line(AccessEntry entry, Words words) {
        AccessWords told = log.words();
        return Table.Line.of(
                Cell.number(words.moment(entry.at())),
                Cell.of(entry.login(), String.join(", ", told.roles(entry.roles(), words.language()))),
                Cell.of(entry.what()),
                Cell.of(told.right(entry.right(), words.language())));
    }
}
