package kz.jolkarta.registry.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.pages.LocaleWording;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.lineage.Lineage;
import kz.jolkarta.registry.organisations.OrganisationChoice;
import kz.jolkarta.registry.organisations.Organisations;
import kz.jolkarta.registry.places.PlaceChoice;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.places.TerritoryPages;
import kz.jolkarta.registry.places.TerritoryRegister;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Organisations, their people and the territories on pages. */
@BothEngines
class OrganisationPagesTest {
    private TestDatabase database;
    private final Caller coordinator = of(RegistryWorld.ATYRAU, Role.COORDINATOR);
    private final Caller elsewhere = of(RegistryWorld.NORTH, Role.COORDINATOR);
    private Words words;
    private OrganisationPages organisations;
    private OrganisationStaffPages newStaff;
    private AppointmentPages appointments;
    private StaffPages staff;
    private TerritoryPages territories;

    private static Caller of(String territory, Role role) {
        return RegistryWorld.caller(Language.EN, territory, role);
    }

    @BeforeEach
    void open(TestDatabase tables) {
        database = tables;
        RegistryWorld world = new RegistryWorld(database);
        database.clear("appointment", "child", "staff", "organisation");
        words = new LocaleWording(TestTexts.ofClassPath(), world.clock).in(Language.EN);
        Organisations kept = new Organisations(database, world.audit, world.clock, world.gazetteer);
        Staff people = new Staff(database, world.audit, world.clock, kept);
        Appointments coordinators = new Appointments(database, world.audit, world.clock, kept);
        PlaceChoice places = new PlaceChoice(world.gazetteer, world.clock);
        organisations = new OrganisationPages(
                kept,
                people,
                coordinators,
                new TerritoryChoice(world.gazetteer, world.clock),
                new OrganisationForm(places));
        newStaff = new OrganisationStaffPages(kept, people);
        appointments = new AppointmentPages(kept, coordinators, people);
        staff = new StaffPages(people, new Lineage(world.ledger()), new OrganisationChoice(kept));
        territories = new TerritoryPages(
                world.gazetteer, new TerritoryRegister(database, world.audit, world.gazetteer), places);
    }

    private static FormInput form(String... fields) {
        return PageWorld.form(fields);
    }

    private static long idOf(Response answer) {
        assertEquals(303, answer.getStatus(), String.valueOf(answer.getEntity()));
        return Long.parseLong(answer.getLocation().getPath().replaceAll("\\D", ""));
    }

    private long organisation(String kind) {
        return idOf(organisations.create(
                coordinator,
                words,
                form(
                        "kind",
                        kind,
                        "name",
                        "№ 15 мекеме",
                        "territory-code-search",
                        RegistryWorld.ATYRAU_CITY,
                        "active",
                        "true")));
    }

    private long member(long organisation) {
        idOf(newStaff.create(
                coordinator,
                words,
                organisation,
                form(
                        "surname",
                        "Сынақова",
                        "givenName",
                        "Айгүл",
                        "position",
                        "coordinator",
                        "validFrom",
                        "2020-09-01")));
        return database.<Long>read(tx -> tx.number("select max(id) from staff", java.util.Map.of()));
    }

    private static void says(Object page, String what) {
        assertTrue(page.toString().contains(what), page.toString());
    }

    @Test
    void theListGoesOnWhereAPageEndsInBothOrders() {
        for (String name : List.of("Алма мектебі", "Бұлақ мектебі", "Гүл мектебі")) {
            organisations.create(
                    coordinator,
                    words,
                    form(
                            "kind",
                            "school",
                            "name",
                            name,
                            "active",
                            "true",
                            "territory-code-search",
                            RegistryWorld.ATYRAU_CITY));
        }
        for (String sort : List.of("name", "-name")) {
            String first = page("sort", sort, "limit", "1");
            says(first, sort.equals("name") ? "Алма" : "Гүл");
            java.util.regex.Matcher next =
                    java.util.regex.Pattern.compile("after=([\\w-]+)").matcher(first);
            assertTrue(next.find(), first);
            says(page("sort", sort, "limit", "1", "after", next.group(1)), "Бұлақ мектебі");
        }
    }

    private String page(String... asked) {
        return organisations
                .list(coordinator, words, PageWorld.address("organisations", asked))
                .toString();
    }

    @Test
    void anOrganisationIsEnteredByTheNameOfItsPlaceFoundAndClosed() {
        long id = organisation("school");
        says(organisations.list(coordinator, words, PageWorld.address("organisations", "q", "15")), "№ 15 мекеме");
        says(
                organisations.list(coordinator, words, PageWorld.address("organisations", "kind", "camp")),
                "There are no such organisations.");
        says(organisations.open(coordinator, words, id), "There is no staff.");
        says(organisations.edit(coordinator, words, id), "values=[№ 15 мекеме]");
        Response closed = organisations.change(
                coordinator,
                words,
                id,
                form(
                        "version",
                        "1",
                        "kind",
                        "school",
                        "name",
                        "№ 15 мекеме",
                        "territory.code",
                        RegistryWorld.ATYRAU_CITY));
        assertEquals(303, closed.getStatus(), String.valueOf(closed.getEntity()));
        says(organisations.list(coordinator, words, PageWorld.address("organisations", "active", "false")), "№ 15");
    }

    @Test
    void aWrongOrganisationKeepsWhatWasTypedWithTheErrorAtItsField() {
        Response wrong = organisations.create(coordinator, words, form("kind", "school", "name", "№ 16", "bin", "123"));
        assertEquals(400, wrong.getStatus());
        says(wrong.getEntity(), "values=[№ 16]");
        says(wrong.getEntity(), "The BIN is wrong");
        assertTrue(
                wrong.getEntity()
                        .toString()
                        .matches("(?s).*name=territory-code-search,[^]]*\\][^]]*\\][^]]*error=[^]]+].*"),
                wrong.getEntity().toString());
    }

    @Test
    void anotherRegionSeesNothingOfItAndAnAnalystChangesNothing() {
        long id = organisation("school");
        assertEquals(
                Problem.Kind.NOT_FOUND,
                assertThrows(Problem.class, () -> organisations.open(elsewhere, words, id))
                        .kind());
        Caller analyst = of(RegistryWorld.ATYRAU, Role.ANALYST);
        assertFalse(organisations.open(analyst, words, id).toString().contains("/edit"));
        assertEquals(
                Problem.Kind.FORBIDDEN,
                assertThrows(
                                Problem.class,
                                () -> newStaff.create(
                                        analyst,
                                        words,
                                        id,
                                        form(
                                                "surname",
                                                "А",
                                                "givenName",
                                                "Б",
                                                "position",
                                                "teacher",
                                                "validFrom",
                                                "2020-09-01")))
                        .kind());
    }

    @Test
    void aCoordinatorOfACabinetIsAppointedOneAtATimeAndTheAppointmentEnds() {
        long cabinet = organisation("cabinet");
        long member = member(cabinet);
        says(organisations.open(coordinator, words, cabinet), "No coordinator is appointed yet.");
        FormInput order = form(
                "staffId",
                String.valueOf(member),
                "orderNumber",
                "15-б",
                "orderDate",
                "2024-08-20",
                "from",
                "2024-09-01");
        idOf(appointments.appoint(coordinator, words, cabinet, order));
        says(organisations.open(coordinator, words, cabinet), "15-б");
        Response second = appointments.appoint(coordinator, words, cabinet, order);
        assertEquals(409, second.getStatus());
        says(second.getEntity(), "one acting coordinator at a time");
        long id = database.<Long>read(tx -> tx.number("select max(id) from appointment", java.util.Map.of()));
        Response early = appointments.end(coordinator, words, cabinet, id, form("version", "1", "to", "2024-08-01"));
        assertEquals(400, early.getStatus());
        says(early.getEntity(), "values=[2024-08-01]");
        Response ended = appointments.end(coordinator, words, cabinet, id, form("version", "1", "to", "2026-06-30"));
        assertEquals(303, ended.getStatus(), String.valueOf(ended.getEntity()));
    }

    @Test
    void aMemberOfStaffIsFoundAndChangedAndShownWithTheLineage() {
        long cabinet = organisation("cabinet");
        long member = member(cabinet);
        says(staff.list(coordinator, words, PageWorld.address("staff", "q", "Сынақ")), "Сынақова Айгүл");
        says(
                staff.list(coordinator, words, PageWorld.address("staff", "position", "teacher")),
                "There is no such staff.");
        says(staff.open(coordinator, words, member), "No prize of a child coached is on record.");
        Response wrong = staff.change(
                coordinator,
                words,
                member,
                form("version", "1", "surname", "Сынақова", "position", "methodist", "validFrom", "2020-09-01"));
        assertEquals(400, wrong.getStatus());
        Response changed = staff.change(
                coordinator,
                words,
                member,
                form(
                        "version",
                        "1",
                        "surname",
                        "Сынақова",
                        "givenName",
                        "Айгүл",
                        "position",
                        "methodist",
                        "validFrom",
                        "2020-09-01"));
        assertEquals(303, changed.getStatus(), String.valueOf(changed.getEntity()));
        says(staff.open(coordinator, words, member), "methodist");
        assertEquals(
                Problem.Kind.NOT_FOUND,
                assertThrows(Problem.class, () -> staff.open(elsewhere, words, member))
                        .kind());
    }

    @Test
    void aTelephoneIsKeptInOneWayHoweverItIsTypedAndAWrongOneIsSaid() {
        long member = member(organisation("cabinet"));
        String[] typed = {
            "version",
            "1",
            "surname",
            "Сынақова",
            "givenName",
            "Айгүл",
            "position",
            "methodist",
            "validFrom",
            "2020-09-01",
            "phone",
            "12-34"
        };
        Response wrong = staff.change(coordinator, words, member, form(typed));
        assertEquals(400, wrong.getStatus());
        says(wrong.getEntity(), "values=[12-34]");
        says(wrong.getEntity(), "A telephone number is a plus and 7 to 15 digits");
        typed[11] = "8 (701) 234-56-78";
        assertEquals(303, staff.change(coordinator, words, member, form(typed)).getStatus());
        says(staff.open(coordinator, words, member), "href=tel:+77012345678");
        says(staff.list(coordinator, words, PageWorld.address("staff")), "text=+7\u00a0701\u00a0234\u00a056\u00a078");
    }

    @Test
    void territoriesBeginWithTheRegionsAndAreAddedAndRenamedWithTheRight() {
        Caller administrator = of("", Role.ADMINISTRATOR);
        says(territories.list(coordinator, words, PageWorld.address("territories")), RegistryWorld.ATYRAU);
        assertFalse(territories
                .list(coordinator, words, PageWorld.address("territories"))
                .toString()
                .contains("/territories/new"));
        Response wrong = territories.create(
                administrator,
                words,
                form("parent", RegistryWorld.ATYRAU, "kind", "district", "validFrom", "2026-01-01"));
        assertEquals(400, wrong.getStatus());
        Response made = territories.create(
                administrator,
                words,
                form(
                        "parent-search",
                        RegistryWorld.ATYRAU,
                        "kind",
                        "district",
                        "names.kk",
                        "Сынақ ауданы",
                        "validFrom",
                        "2026-01-01"));
        assertEquals(303, made.getStatus(), String.valueOf(made.getEntity()));
        String code = made.getLocation().getPath().replaceAll("\\D", "");
        says(territories.open(administrator, words, code), "Сынақ ауданы");
        Response renamed = territories.change(
                administrator,
                words,
                code,
                form("version", "1", "names.kk", "Жаңа аудан", "validFrom", "2026-01-01", "renamedOn", "2026-06-01"));
        assertEquals(303, renamed.getStatus(), String.valueOf(renamed.getEntity()));
        says(territories.list(administrator, words, PageWorld.address("territories", "q", "Жаңа аудан")), code);
        assertEquals(
                Problem.Kind.FORBIDDEN,
                assertThrows(
                                Problem.class,
                                () -> territories.change(
                                        of(RegistryWorld.NORTH, Role.ADMINISTRATOR),
                                        words,
                                        code,
                                        form("version", "2", "names.kk", "Х", "validFrom", "2026-01-01")))
                        .kind());
    }
}
