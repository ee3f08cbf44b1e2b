package kz.jolkarta.registry.entitlement;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem;
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
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** "What if" on pages: the form with the answer below it, and the children who would come in or go. The address holds all that was asked. */
@Path("measures/{code}/what-if")
@Component(service = Pages.class)
public final class WhatIfPages implements Pages {
    private final WhatIfs whatIfs;
    private final WhatIfChildren children;
    private final TerritoryChoice territories;

    @Activate
    public WhatIfPages(
            @Reference WhatIfs whatIfs, @Reference WhatIfChildren children, @Reference TerritoryChoice territories) {
        this.whatIfs = whatIfs;
        this.children = children;
        this.territories = territories;
    }

    static String home(String measure) {
        return "/measures/" + measure + "/what-if";
    }

    @GET
    @Needs(value = Right.CHILDREN_READ, also = Right.RECORDS_READ)
    public View look(
            @Context Caller caller,
            @Context Words words,
            @Context UriInfo asked,
            @PathParam("code") String code,
            @BeanParam WhatIfQuery query) {
        Address address = Address.of(asked);
        WhatIfs.Question question = whatIfs.fitting(query.question(code, address));
        WhatIfView view = new WhatIfView(caller, words, address, territories, whatIfs.sweeps());
        try {
            return view.of(whatIfs.look(caller, question, query.byRegion()));
        } catch (Problem refused) {
            if (refused.fields().isEmpty() || refused.kind() != Problem.Kind.INVALID) {
                throw refused;
            }
            // Nothing ordered is always an answer, so the form comes back with its present values beside the errors.
            WhatIfs.Question plain = new WhatIfs.Question(
                    code,
                    question.type()
                            .filter(t -> refused.fields().stream()
                                    .noneMatch(f -> f.field().equals("type"))),
                    question.territory(),
                    Map.of());
            return view.refused(whatIfs.look(caller, plain, query.byRegion()), refused);
        }
    }

    @GET
    @Path("children")
    @Needs(value = Right.CHILDREN_READ, also = Right.RECORDS_READ)
    public View children(
            @Context Caller caller,
            @Context Words words,
            @Context UriInfo asked,
            @PathParam("code") String code,
            @BeanParam WhatIfQuery query) {
        Address address = Address.of(asked);
        WhatIfChildren.Side side = query.side();
        Page<WhatIfChildren.Row> page = children.list(
                caller, whatIfs.fitting(query.question(code, address)), side, query.names(), Params.paging(address));
        String back = new Address(home(code), address.parameters())
                .without("side", "q", "after", "limit", "sort")
                .href();
        List<Field> searched = address.filled(List.of(Field.text("q", words.text("page.entitlements.search"))));
        List<Field> fields = new ArrayList<>(searched);
        address.without("q", "after", "limit")
                .parameters()
                .forEach((name, values) -> fields.add(Field.hidden(name, "").values(values)));
        String bare = address.without("q", "after", "limit").href();
        Filters filters = Filters.of(
                        home(code) + "/children",
                        words.text("page.list.apply"),
                        Action.link(words.text("page.list.reset"), bare),
                        fields)
                .active(address.active(searched));
        Table table = Table.of(
                        List.of(
                                Table.Column.of(words.text("record.heading.name")),
                                Table.Column.of(words.text("entitlement.heading.place")),
                                Table.Column.of(words.text("entitlement.heading.school")),
                                Table.Column.of(words.text("entitlement.heading.reasons"))),
                        page.items().stream().map(WhatIfPages::line).toList())
                .caption(title(side, words))
                .pages(address.previous(), address.next(page.next()))
                .empty(words.text("page.entitlements.nobody"));
        if (caller.user().has(Right.CHILDREN_EXPORT)) {
            table = table.exports(address.files("/api" + home(code) + "/children"));
        }
        return View.of(title(side, words), filters, table)
                .lead(whatIfs.sweeps()
                        .ledger()
                        .measures()
                        .require(code)
                        .clause()
                        .name()
                        .in(words.language()))
                .up(words.text("page.what-if.title"), back);
    }

    private static String title(WhatIfChildren.Side side, Words words) {
        return words.text(
                switch (side) {
                    case IN -> "page.what-if.comers";
                    case OUT -> "page.what-if.goers";
                    case PLACE -> "page.what-if.placed";
                });
    }

    private static Table.Line line(WhatIfChildren.Row row) {
        String form =
                row.grade() == null ? "" : row.grade() + (row.gradeLetter() == null ? "" : " " + row.gradeLetter());
        return Table.Line.of(
                Cell.link(row.name(), "/children/" + row.id()),
                Cell.of(row.territory().name(), row.territory().district()),
                Cell.of(row.school() == null ? "" : row.school().name(), form),
                Cell.of(String.join("; ", row.reasons())));
    }
}
