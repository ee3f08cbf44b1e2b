package kz.jolkarta.registry.views;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class ViewPagesTest {
    private static final String QUERY = "talent=sport&roadMap=none";

    private final TestDatabase database;
    private final RecordWorld world;
    private final PageWorld pages;
    private final SavedViews views;
    private final ViewPages shown;
    private final User owner = RecordWorld.user(1, RecordWorld.REGION, Role.COORDINATOR);
    private final User colleague = RecordWorld.user(2, RecordWorld.DISTRICT, Role.COORDINATOR);
    private final User elsewhere = RecordWorld.user(3, "610000000", Role.COORDINATOR);

    ViewPagesTest(TestDatabase database) {
        this.database = database;
        world = new RecordWorld(database);
        pages = new PageWorld(world);
        views = new SavedViews(world.ledger);
        shown = new ViewPages(views, new TerritoryChoice(new Gazetteer(database), world.clock));
    }

    @BeforeEach
    void none() {
        database.clear("saved_view");
    }

    private Response save(User user, String name, String query, String territory) {
        return shown.create(
                PageWorld.reader(user),
                pages.words,
                PageWorld.form("page", "/children", "name", name, "query", query, "territory", territory));
    }

    private SavedView only(User user) {
        return views.list(user, "/children").get(0);
    }

    private static List<String> names(List<SavedView> views) {
        return views.stream().map(SavedView::name).toList();
    }

    @Test
    void filtersAreKeptWithoutNamesOfPersonsAndTheListShowsThemAgain() {
        Response done = save(owner, "Спорт", "q=Әлихан&" + QUERY + "&after=abc", "");
        assertEquals(303, done.getStatus());
        assertEquals(
                "/children?" + QUERY + "&done=page.views.saved",
                done.getLocation().toString());
        assertEquals(QUERY, only(owner).query());
    }

    @Test
    void aViewIsTheCurrentOneInWhateverOrderItsFiltersStand() {
        save(owner, "Спорт", QUERY, "");
        assertTrue(SavedViews.shows("roadMap=none&talent=sport&after=abc", only(owner)));
        assertFalse(SavedViews.shows("talent=sport", only(owner)));
    }

    @Test
    void aNameAloneIsNoView() {
        Response again = save(owner, "Әлихан", "q=Әлихан", "");
        assertEquals(400, again.getStatus());
        assertTrue(again.getEntity().toString().contains("There is no filter to keep"));
        assertTrue(again.getEntity().toString().contains("values=[Әлихан]"));
    }

    @Test
    void aPrivateViewIsSeenByNobodyElse() {
        save(owner, "Спорт", QUERY, "");
        assertEquals(List.of(), views.list(colleague, "/children"));
    }

    @Test
    void aSharedViewIsSeenByThoseOfTheTerritoryOnly() {
        save(owner, "Спорт", QUERY, RecordWorld.REGION);
        assertEquals(List.of("Спорт"), names(views.list(colleague, "/children")));
        assertEquals(List.of(), views.list(elsewhere, "/children"));
    }

    @Test
    void aSharedViewIsChangedAndDeletedByItsOwnerAlone() {
        save(owner, "Спорт", QUERY, RecordWorld.REGION);
        long id = only(owner).id();
        assertEquals(
                Problem.Kind.NOT_FOUND,
                assertThrows(Problem.class, () -> views.delete(colleague, id)).kind());
        assertEquals(
                Problem.Kind.NOT_FOUND,
                assertThrows(Problem.class, () -> views.change(colleague, id, 1, new SavedViews.Data("x", "")))
                        .kind());
        assertFalse(shown.list(PageWorld.reader(colleague), pages.words, "")
                .toString()
                .contains("/views/" + id));
        shown.delete(PageWorld.reader(owner), id, PageWorld.form());
        assertEquals(List.of(), views.list(colleague, "/children"));
    }

    @Test
    void aViewIsSharedOnlyWithTheOwnTerritory() {
        Response again = save(owner, "Спорт", QUERY, "610000000");
        assertEquals(400, again.getStatus());
        assertEquals(List.of(), views.list(owner, "/children"));
    }

    @Test
    void theSameNameTwiceIsToldInTheForm() {
        save(owner, "Спорт", QUERY, "");
        Response again = save(owner, "Спорт", "sex=male", "");
        assertEquals(409, again.getStatus());
        assertTrue(again.getEntity().toString().contains("There is a view of this name already."));
        assertEquals(303, save(colleague, "Спорт", QUERY, "").getStatus(), "another's name is free");
    }

    @Test
    void aViewIsRenamedOverTheVersionThatWasSeen() {
        save(owner, "Спорт", QUERY, "");
        long id = only(owner).id();
        Response done = shown.change(
                PageWorld.reader(owner), pages.words, id, PageWorld.form("name", "Спорт, картасыз", "version", "1"));
        assertEquals(
                "/views?done=page.views.saved#view-" + id, done.getLocation().toString());
        Response slower =
                shown.change(PageWorld.reader(owner), pages.words, id, PageWorld.form("name", "Басқа", "version", "1"));
        assertEquals(412, slower.getStatus());
        assertTrue(slower.getEntity().toString().contains("yours=Басқа, theirs=Спорт, картасыз"));
    }

    @Test
    void whoMayNotSeeChildrenKeepsNoViews() {
        User analyst = RecordWorld.user(4, RecordWorld.REGION, Role.ANALYST);
        assertThrows(Problem.class, () -> save(analyst, "Спорт", QUERY, ""));
    }
}
