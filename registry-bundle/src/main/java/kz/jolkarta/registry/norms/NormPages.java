package kz.jolkarta.registry.norms;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.TalentField;
import kz.jolkarta.registry.norms.Standing.Group;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The best of their own schools on a page: talent where few are noticed. */
@Path("norms")
@Component(service = Pages.class)
public final class NormPages implements Pages {
    static final String LIST = "/norms";

    private final BestOfSchools best;
    private final TerritoryChoice territories;

    @Activate
    public NormPages(@Reference BestOfSchools best, @Reference TerritoryChoice territories) {
        this.best = best;
        this.territories = territories;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public View list(@Context Caller caller, @Context Words words, @Context UriInfo asked) {
        Address address = Address.of(asked);
        BestFilter filter = BestResource.filter(
                address.value("territory"),
                address.value("school"),
                address.value("kind"),
                address.value("field"),
                address.value("method"),
                address.value("top"));
        Page<BestOfSchool> page = best.list(caller.user(), filter, Params.paging(address));
        List<Field> fields = address.filled(fields(caller, words, address));
        List<Filters.Chip> active = address.active(fields);
        Filters filters = Filters.of(
                        LIST, words.text("page.list.apply"), Action.link(words.text("page.list.reset"), LIST), fields)
                .active(active);
        List<Table.Line> lines = new ArrayList<>();
        page.items().forEach(school -> lines.addAll(lines(words, school)));
        Table table = Table.of(
                        List.of(
                                Table.Column.of(words.text("record.heading.name")),
                                Table.Column.of(words.text("norms.heading.school")),
                                Table.Column.number(words.text("norms.heading.place")),
                                Table.Column.number(words.text("norms.heading.value")),
                                Table.Column.number(words.text("norms.heading.district-rank")),
                                Table.Column.number(words.text("norms.heading.country-rank"))),
                        lines)
                .caption(words.text("page.norms.title"))
                .pages(address.previous(), address.next(page.next()))
                .empty(words.text(active.isEmpty() ? "page.norms.none" : "page.norms.nothing-found"));
        if (caller.user().has(Right.CHILDREN_EXPORT)) {
            table = table.exports(address.files("/api/norms/best"));
        }
        return View.of(
                        words.text("page.norms.title"),
                        Block.Notice.of(Tone.RUN, words.text("norms.notice")),
                        filters,
                        table)
                .lead(words.text("page.norms.lead"));
    }

    private List<Field> fields(Caller caller, Words words, Address address) {
        List<Field> fields = new ArrayList<>(List.of(
                territories.field(words, caller.user().scope(Right.CHILDREN_READ), address.value("territory")),
                Field.choice(
                        "kind",
                        words.text("page.norms.kind"),
                        words.options(BestFilter.Kind.class, "page.norms.kind.")),
                Field.choice(
                        "field",
                        words.text("page.norms.field"),
                        words.options(TalentField.class, "child.word.talent.")),
                Field.number("top", words.text("page.norms.top"))));
        if (caller.user().has(Right.DIAGNOSTICS_READ)) {
            fields.add(Field.text("method", words.text("page.norms.method")));
        }
        return fields;
    }

    private static List<Table.Line> lines(Words words, BestOfSchool school) {
        List<Table.Line> lines = new ArrayList<>();
        String compared = words.count("page.norms.compared.", school.compared());
        for (BestOfSchool.Best child : school.children()) {
            lines.add(Table.Line.of(
                    Cell.link(child.name(), "/children/" + child.childId() + "/norms"),
                    Cell.of(school.school(), compared),
                    Cell.number(words.number(lines.size() + 1L)),
                    Cell.number(words.number(child.value())),
                    rank(words, child, Group.DISTRICT),
                    rank(words, child, Group.COUNTRY)));
        }
        return lines;
    }

    private static Cell rank(Words words, BestOfSchool.Best child, Group group) {
        return Cell.number(child.standings().stream()
                .filter(standing -> standing.group() == group)
                .map(s -> words.text("page.norms.rank", words.number(s.rank()), words.number(s.of())))
                .findFirst()
                .orElse(""));
    }
}
