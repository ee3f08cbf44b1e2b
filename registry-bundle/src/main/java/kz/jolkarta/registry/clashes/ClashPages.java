package kz.jolkarta.registry.clashes;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
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
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Clashes on a page: which two records say of a child what cannot both be true. */
@Path("clashes")
@Component(service = Pages.class)
public final class ClashPages implements Pages {
    private static final String LIST = "/clashes";

    private final Clashes clashes;
    private final TerritoryChoice territories;

    @Activate
    public ClashPages(@Reference Clashes clashes, @Reference TerritoryChoice territories) {
        this.clashes = clashes;
        this.territories = territories;
    }

    @GET
    @Needs(Right.RECORDS_READ)
    public View list(@Context Caller caller, @Context Words words, @Context UriInfo asked) {
        Address address = Address.of(asked);
        ClashFilter filter = ClashResource.filter(
                clashes,
                address.value("territory"),
                address.value("year"),
                address.value("kind"),
                address.value("sort"));
        Address sorted = address.usually("kind");
        Page<Clash> page =
                clashes.list(caller.user(), filter, Params.paging(address.value("limit"), address.value("after")));
        List<Field> fields = address.filled(List.of(
                territories.field(words, caller.user().scope(Right.RECORDS_READ), address.value("territory")),
                Field.choice("kind", words.text("clash.heading.kind"), words.options(ClashKind.class, "clash.kind.")),
                Field.number("year", words.text("record.heading.year"))
                        .help(words.text("page.clashes.year-help", String.valueOf(filter.year())))));
        Filters filters = Filters.of(
                        LIST, words.text("page.list.apply"), Action.link(words.text("page.list.reset"), LIST), fields)
                .active(address.active(fields));
        Table table = Table.of(
                        List.of(
                                sorted.sortable(Table.Column.of(words.text("record.heading.name")), "name"),
                                Table.Column.of(words.text("clash.heading.kind")),
                                sorted.sortable(Table.Column.of(words.text("page.clashes.days")), "-day"),
                                Table.Column.of(words.text("clash.heading.one")),
                                Table.Column.of(words.text("clash.heading.other"))),
                        page.items().stream().map(c -> line(words, c)).toList())
                .caption(words.text("page.clashes.title"))
                .pages(address.previous(), address.next(page.next()))
                .exports(address.files("/api/clashes"))
                .empty(words.text("page.clashes.none"));
        return View.of(words.text("page.clashes.title"), filters, table).lead(words.text("page.clashes.lead"));
    }

    private Table.Line line(Words words, Clash clash) {
        String place = territories.name(words, clash.territory());
        Cell child = clash.name() == null
                ? Cell.of(words.text("page.clashes.unnamed", String.valueOf(clash.childId())), place)
                : Cell.link(clash.name(), place, "/children/" + clash.childId());
        return Table.Line.of(
                child,
                Cell.of(words.text("clash.kind." + Json.name(clash.kind()))),
                Cell.of(days(words, clash.from(), clash.to())),
                side(words, clash.one()),
                side(words, clash.other()));
    }

    private static String days(Words words, LocalDate from, LocalDate to) {
        if (from == null) {
            return to == null ? "" : words.date(to);
        }
        return to == null || to.equals(from) ? words.date(from) : words.date(from) + " – " + words.date(to);
    }

    /** A record out of the reader's reach is named by its place and days alone. */
    private Cell side(Words words, Clash.Side side) {
        String record = words.text("clash.record." + side.record());
        String title =
                Optional.ofNullable(side.title()).map(t -> record + ": " + t).orElse(record);
        String when = side.day() == null ? days(words, side.starts(), side.ends()) : words.date(side.day());
        String place = side.territory() == null ? "" : territories.name(words, side.territory());
        String small = when.isEmpty() || place.isEmpty() ? when + place : when + " · " + place;
        return side.id() == null ? Cell.of(title, small) : Cell.link(title, small, href(side));
    }

    private static String href(Clash.Side side) {
        return side.record().equals("child")
                ? "/children/" + side.id()
                : "/measures/" + side.measure() + (side.record().equals("award") ? "/awards/" : "/activities/")
                        + side.id();
    }
}
