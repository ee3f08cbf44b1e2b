package kz.jolkarta.registry.consents;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
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
import kz.jolkarta.core.registry.ConsentPurpose;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Consents that end soon, and children without one, on a page. */
@Path("consents-ending")
@Component(service = Pages.class)
public final class EndingPages implements Pages {
    private static final String LIST = "/consents-ending";

    private final Endings endings;
    private final TerritoryChoice territories;

    @Activate
    public EndingPages(@Reference Endings endings, @Reference TerritoryChoice territories) {
        this.endings = endings;
        this.territories = territories;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public View list(@Context Caller caller, @Context Words words, @Context UriInfo asked) {
        Address address = Address.of(asked);
        EndingFilter filter = EndingResource.filter(
                address.value("of"),
                address.value("days"),
                address.value("purpose"),
                address.value("territory"),
                address.value("school"));
        Page<EndingConsent> page = endings.list(caller.user(), filter, Params.paging(address));
        List<Field> fields = address.filled(List.of(
                Field.choice(
                        "of",
                        words.text("page.consents-ending.of"),
                        List.of(
                                new Field.Option("ending", words.text("page.consents-ending.of.ending")),
                                new Field.Option("missing", words.text("page.consents-ending.of.missing")))),
                Field.number("days", words.text("page.ending.days")),
                Field.choice(
                        "purpose",
                        words.text("consent.heading.purpose"),
                        words.options(ConsentPurpose.class, "consent.purpose.")),
                territories.field(words, caller.user().scope(Right.CHILDREN_READ), address.value("territory"))));
        Filters filters = Filters.of(
                        LIST, words.text("page.list.apply"), Action.link(words.text("page.list.reset"), LIST), fields)
                .active(address.active(fields));
        Table table = Table.of(
                        List.of(
                                Table.Column.of(words.text("record.heading.name")),
                                Table.Column.of(words.text("page.children.school-and-place")),
                                Table.Column.of(words.text("consent.heading.purpose")),
                                Table.Column.of(words.text("consent.heading.valid-to"))),
                        page.items().stream().map(row -> line(words, row)).toList())
                .caption(words.text("page.consents-ending.title"))
                .pages(address.previous(), address.next(page.next()))
                .empty(words.text("page.consents-ending.none"));
        if (caller.user().has(Right.CHILDREN_EXPORT)) {
            table = table.exports(address.files("/api/consents/ending"));
        }
        return View.of(words.text("page.consents-ending.title"), filters, table)
                .lead(words.text("page.consents-ending.lead"));
    }

    private Table.Line line(Words words, EndingConsent row) {
        String place = territories.name(words, row.territory());
        return Table.Line.of(
                Cell.link(row.name(), "/children/" + row.childId() + "/consents"),
                row.school() == null ? Cell.of(place) : Cell.of(row.school(), place),
                Cell.of(words.text("consent.purpose." + Json.name(row.purpose()))),
                row.validTo() == null
                        ? Cell.badge(Badge.of(words.text("page.consents-ending.of.missing"), Tone.LATE))
                        : Cell.of(words.date(row.validTo())));
    }
}
