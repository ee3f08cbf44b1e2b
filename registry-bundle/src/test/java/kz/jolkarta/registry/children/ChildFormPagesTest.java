package kz.jolkarta.registry.children;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.NothingMissed;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.duplicates.AlikeChildren;
import kz.jolkarta.registry.organisations.OrganisationChoice;
import kz.jolkarta.registry.organisations.Organisations;
import kz.jolkarta.registry.places.PlaceChoice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines
class ChildFormPagesTest {
    private static final String IIN = "061211600012";

    private final User atyrau = RegistryWorld.coordinator(RegistryWorld.ATYRAU).user();
    private final User north = RegistryWorld.coordinator(RegistryWorld.NORTH).user();
    private RegistryWorld world;
    private PageWorld pages;
    private Children children;
    private ChildNewPages fresh;
    private ChildEditPages edit;

    @BeforeEach
    void open(TestDatabase database) {
        world = new RegistryWorld(database);
        database.clear("child", "staff", "organisation");
        pages = new PageWorld(world.clock);
        children = new Children(
                database,
                world.audit,
                world.clock,
                world.gazetteer,
                TestTexts.ofClassPath(),
                world.residences(),
                new NothingMissed());
        ChildForm form = new ChildForm(
                new PlaceChoice(world.gazetteer, world.clock),
                new OrganisationChoice(new Organisations(database, world.audit, world.clock, world.gazetteer)));
        fresh = new ChildNewPages(children, new AlikeChildren(world.ledger()), form, world.clock);
        edit = new ChildEditPages(children, form);
    }

    private long child() {
        return children.create(
                        RegistryWorld.coordinator(RegistryWorld.ATYRAU), ChildrenTest.child(ChildrenTest.json(IIN, "")))
                .id();
    }

    private static FormInput typed(String... changed) {
        List<String> all = new ArrayList<>(List.of(
                "surname", "Сейітқали", "givenName", "Мөлдір", "birthDate", "2006-12-11", "sex", "female", "iin", IIN));
        Stream.of("territory", RegistryWorld.ATYRAU_CITY, "grade", "11").forEach(all::add);
        all.addAll(List.of(changed));
        return PageWorld.form(all.toArray(String[]::new));
    }

    private Response find(User user, String... fields) {
        return fresh.find(PageWorld.reader(user), pages.words, PageWorld.form(fields));
    }

    private Response create(User user, FormInput input) {
        return fresh.create(PageWorld.reader(user), pages.words, input);
    }

    private Response change(User user, long id, FormInput input) {
        return edit.change(PageWorld.reader(user), pages.words, id, input);
    }

    private static String text(Response response) {
        return response.getEntity().toString();
    }

    @Test
    void beforeTheSearchThereIsNoFormToRegister() {
        assertFalse(fresh.ask(pages.words).toString().contains("registered"));
    }

    @Test
    void anotherSpellingFindsTheChildWhoIsRegisteredAndTheFormStandsBelow() {
        long id = child();
        String found = text(find(atyrau, "surname", "Сеиткали", "givenName", "Молдир", "birthDate", "2006-12-11"));
        assertTrue(found.contains("href=/children/" + id), found);
        assertTrue(found.contains("••••••••0012"), found);
        assertFalse(found.contains(IIN), found);
        assertTrue(found.indexOf("href=/children/" + id) < found.indexOf("action=/children/new/registered"), found);
        assertTrue(found.contains("values=[Сеиткали]"), found);
    }

    @Test
    void theNumberAloneFindsAChildOfAnotherName() {
        long id = child();
        String found = text(find(atyrau, "givenName", "Анна", "birthDate", "2010-01-01", "iin", IIN));
        assertTrue(found.contains("href=/children/" + id), found);
        assertTrue(found.contains("100% alike"), found);
    }

    @Test
    void aChildElsewhereIsNotShown() {
        long id = child();
        String found = text(find(north, "surname", "Сейітқали", "givenName", "Мөлдір", "birthDate", "2006-12-11"));
        assertFalse(found.contains("href=/children/" + id), found);
        assertTrue(found.contains("There is no such child in your territory."), found);
    }

    @Test
    void aSearchWithoutTheBirthDateIsAskedForIt() {
        Response again = find(atyrau, "givenName", "Мөлдір");
        assertEquals(400, again.getStatus());
        assertTrue(text(again).contains("values=[Мөлдір]"), text(again));
        assertFalse(text(again).contains("registered"));
    }

    @Test
    void aChildIsRegisteredAndItsPageOpens() {
        Response done = create(atyrau, typed());
        assertEquals(303, done.getStatus(), () -> text(done));
        assertTrue(
                done.getLocation().toString().matches("/children/\\d+\\?done=page.children.made"),
                done.getLocation().toString());
        long registered = world.database.call(tx -> tx.number("select count(*) from child where grade = 11", Map.of()));
        assertEquals(1, registered);
    }

    @Test
    void aWrongNumberKeepsWhatWasTypedAndIsToldAtItsField() {
        Response again = create(atyrau, typed("iin", "123"));
        assertEquals(400, again.getStatus());
        assertTrue(text(again).matches("(?s).*name=iin,[^\\]]*\\[123\\][^\\]]*\\][^\\]]*error=[^\\]]+.*"), text(again));
        assertTrue(text(again).contains("values=[Сейітқали]"));
    }

    @Test
    void aKnownNumberLeadsToTheChildWhoHasIt() {
        long id = child();
        Response again = create(atyrau, typed("surname", "Басқа"));
        assertEquals(409, again.getStatus());
        assertTrue(text(again).contains("href=/children/" + id), text(again));
    }

    @Test
    void aSettlementIsFoundByTheBeginningOfItsName() {
        Response again = create(atyrau, typed("territory", "", "territory-search", "Атырау"));
        String shown = again.getStatus() == 303 ? "" : text(again);
        assertTrue(again.getStatus() == 303 || shown.contains("value=" + RegistryWorld.ATYRAU_CITY), shown);
        Response none = create(atyrau, typed("territory", "", "territory-search", "Ешқайда"));
        assertEquals(400, none.getStatus());
        assertTrue(text(none).contains("Nothing is called so."), text(none));
    }

    @Test
    void ofSeveralSchoolsOneIsChosenAndTheOnlyOneIsTaken() {
        school("№ 1 орта мектебі");
        long second = school("№ 2 орта мектебі");
        Response several = create(atyrau, typed("schoolId-search", "орта"));
        assertEquals(400, several.getStatus());
        assertTrue(text(several).contains("Several were found."), text(several));
        assertTrue(text(several).contains("value=" + second), text(several));
        assertEquals(303, create(atyrau, typed("schoolId-search", "2")).getStatus());
        long chosen = world.database.call(tx -> tx.number("select school_id from child", Map.of()));
        assertEquals(second, chosen);
    }

    private long school(String name) {
        long id = world.database.nextId();
        world.database.run(tx -> tx.update(
                "insert into organisation (id, kind, name, name_key, territory, created_at)"
                        + " values (:id, :kind, :name, :key, :territory, :at)",
                Map.of(
                        "id",
                        id,
                        "kind",
                        OrganisationKind.SCHOOL,
                        "name",
                        name,
                        "key",
                        NameKey.of(name),
                        "territory",
                        RegistryWorld.ATYRAU_CITY,
                        "at",
                        world.clock.now())));
        return id;
    }

    @Test
    void whatIsChangedIsSavedOverTheVersionThatWasSeen() {
        long id = child();
        String shown = edit.open(PageWorld.reader(atyrau), pages.words, id).toString();
        assertTrue(shown.contains("values=[Сейітқали]"), shown);
        Response done = change(atyrau, id, typed("givenName", "Мөлдірай", "version", "1", "state", "active"));
        assertEquals(
                "/children/" + id + "?done=page.children.changed",
                done.getLocation().toString());
    }

    @Test
    void whoWasSlowerSeesBothValues() {
        long id = child();
        change(atyrau, id, typed("grade", "10", "version", "1", "state", "active"));
        Response again = change(atyrau, id, typed("grade", "9", "version", "1", "state", "active"));
        assertEquals(412, again.getStatus());
        assertTrue(text(again).contains("yours=9, theirs=10"), text(again));
    }

    @Test
    void whoWorksElsewhereOpensNoForm() {
        long id = child();
        Problem refusal = assertThrows(Problem.class, () -> edit.open(PageWorld.reader(north), pages.words, id));
        assertEquals(Problem.Kind.NOT_FOUND, refusal.kind());
    }
}
