package kz.jolkarta.registry.children;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.bulk.ChildBulkPages;
import kz.jolkarta.registry.organisations.OrganisationChoice;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.views.SavedView;
import kz.jolkarta.registry.views.SavedViews;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The list of children on a page. */
@Path("children")
@Component(service = Pages.class)
public final class ChildPages implements Pages {
    static final String LIST = "/children";
    private static final int REGION_DIGITS = 2;

    private final Children children;
    private final OfficeClock clock;
    private final ChildFilterFields filters;
    private final SavedViews views;

    @Activate
    public ChildPages(
            @Reference Children children,
            @Reference OfficeClock clock,
            @Reference TerritoryChoice territories,
            @Reference OrganisationChoice organisations,
            @Reference SavedViews views,
            @Reference NotReached notReached) {
        this.children = children;
        this.clock = clock;
        this.views = views;
        this.filters = new ChildFilterFields(territories, organisations, notReached);
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public View list(
            @Context Caller caller, @Context Words words, @Context UriInfo asked, @BeanParam ChildQuery query) {
        Address address = Address.of(asked);
        ChildFilter filter = query.filter();
        Page<ChildRow> page = children.list(caller, filter, Params.paging(address));
        ChildLines lines = new ChildLines(words, clock.today());
        Table table = Table.of(
                        lines.columns(address),
                        page.items().stream().map(lines::line).toList())
                .caption(words.text("page.children.title"))
                .pages(address.previous(), address.next(page.next()));
        if (counted(caller, filter)) {
            table = table.count(words.count("page.children.found.", children.count(caller.user(), filter)));
        }
        if (caller.user().has(Right.CHILDREN_EXPORT)) {
            table = table.exports(address.files("/api/children"));
        }
        List<Action> acts = ChildBulkPages.acts(caller.user(), words);
        if (!acts.isEmpty()) {
            table = table.bulk(List.of(), acts.toArray(Action[]::new));
        }
        Filters shown = filters(caller, words, address);
        return View.of(words.text("page.children.title"), shown, empty(caller, words, shown, table))
                .lead(words.text("page.children.lead"))
                .actions(actions(caller, words, address));
    }

    /** Counting all children of the country takes longer than showing a page of them; so does asking all of a region what they are entitled to. */
    private static boolean counted(Caller caller, ChildFilter filter) {
        Scope scope = caller.user().scope(Right.CHILDREN_READ);
        Scope wanted =
                filter.territory().map(code -> scope.within(Scope.of(code))).orElse(scope);
        return filter.notReached().isEmpty()
                ? !wanted.isCountry()
                : wanted.prefixes().stream().allMatch(prefix -> prefix.length() > REGION_DIGITS);
    }

    private Filters filters(Caller caller, Words words, Address address) {
        List<Field> first = address.filled(filters.first(caller, words, address));
        List<Field> more = address.filled(filters.more(caller, words, address));
        List<Field> all = new ArrayList<>(first);
        all.addAll(more);
        return Filters.of(LIST, words.text("page.list.apply"), Action.link(words.text("page.list.reset"), LIST), first)
                .views(chips(caller, words, address))
                .more(more)
                .active(address.active(all))
                .actions(saving(words, address));
    }

    private List<Filters.Chip> chips(Caller caller, Words words, Address address) {
        String query = address.at("").replaceFirst("^\\?", "");
        List<Filters.Chip> chips = new ArrayList<>();
        chips.add(new Filters.Chip(
                words.text("page.views.all"), LIST, SavedViews.kept(query).isEmpty(), count(caller, words, "")));
        for (SavedView view : views.list(caller.user(), LIST)) {
            String mark = view.shared() ? words.text("page.views.mark") : "";
            String href = LIST + "?" + view.query();
            chips.add(new Filters.Chip(
                    view.name(), href, SavedViews.shows(query, view), count(caller, words, view.query()), mark));
        }
        return chips;
    }

    /** How many a view holds, as far as it is known; "" for one whose filters are no longer understood. */
    private String count(Caller caller, Words words, String query) {
        try {
            ChildFilter filter = ChildQuery.of(SavedViews.filters(query));
            return counted(caller, filter)
                    ? children.lately(caller.user(), filter).map(words::number).orElse("")
                    : "";
        } catch (Problem old) {
            return "";
        }
    }

    private static Action[] saving(Words words, Address address) {
        String query = SavedViews.kept(address.at("").replaceFirst("^\\?", ""));
        Action manage = Action.link(words.text("page.views.title"), "/views");
        return query.isEmpty()
                ? new Action[] {manage}
                : new Action[] {
                    Action.go(
                                    words.text("page.views.save"),
                                    Address.of("/views").with("query", query).href())
                            .icon("bookmark"),
                    manage
                };
    }

    private static Table empty(Caller caller, Words words, Filters shown, Table table) {
        if (!shown.active().isEmpty()) {
            Filters.Chip last = shown.active().get(shown.active().size() - 1);
            return table.empty(
                    words.text("page.children.nothing-found"),
                    Action.link(words.text("page.children.drop", last.label()), last.href()),
                    shown.reset());
        }
        return caller.user().has(Right.CHILDREN_IMPORT)
                ? table.empty(
                        words.text("page.children.none"), Action.go(words.text("page.children.import"), "/imports"))
                : table.empty(words.text("page.children.none"));
    }

    private static List<Action> actions(Caller caller, Words words, Address address) {
        List<Action> actions = new ArrayList<>();
        if (caller.user().has(Right.CHILDREN_IMPORT)) {
            actions.add(
                    Action.go(words.text("page.children.import"), "/imports").icon("file-import"));
        }
        if (!ChildBulkPages.acts(caller.user(), words).isEmpty()) {
            actions.add(Action.go(words.text("page.bulk.all"), address.at(ChildBulkPages.HERE)));
        }
        if (caller.user().has(Right.CHILDREN_WRITE)) {
            actions.add(Action.primary(words.text("page.children.add"), "/children/new")
                    .icon("plus"));
        }
        return actions;
    }
}
