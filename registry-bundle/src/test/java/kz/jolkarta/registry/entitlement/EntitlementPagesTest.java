package kz.jolkarta.registry.entitlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.pages.LocaleWording;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.awards.Awards;
import kz.jolkarta.registry.awards.Quotas;
import kz.jolkarta.registry.children.ChildPages;
import kz.jolkarta.registry.children.ChildQueries;
import kz.jolkarta.registry.children.ChildQuery;
import kz.jolkarta.registry.children.Children;
import kz.jolkarta.registry.children.NotReached;
import kz.jolkarta.registry.organisations.OrganisationChoice;
import kz.jolkarta.registry.organisations.Organisations;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.views.SavedViews;
import org.junit.jupiter.api.Test;

@BothEngines(Village.Tables.class)
class EntitlementPagesTest {
    private static final String REGION = RegistryWorld.ATYRAU;
    private static final Caller KEEPER = RegistryWorld.caller(Language.EN, REGION, Role.COORDINATOR);
    private static final Caller ANALYST = RegistryWorld.caller(Language.EN, REGION, Role.ANALYST);

    private final Village village;
    private final Offering offering;
    private final Words words;
    private final EntitlementPages pages;
    private final EntitledDistrictPages districts;
    private final EntitledPages entitled;
    private final EntitledSchoolPages schools;
    private final EntitledPart measurePart;
    private final ChildPages list;
    private final AlarmPages alarmPages;
    private final AlarmPart part;

    EntitlementPagesTest(TestDatabase database) {
        RegistryWorld world = new RegistryWorld(database);
        village = new Village(database);
        offering = new Offering(world, RegistryWorld.TODAY)
                .with(Criterion.targetGroup(), Criterion.gifted(), Criterion.rural(), Criterion.gifted());
        LocaleWording wording = new LocaleWording(TestTexts.ofClassPath(), offering.clock);
        words = wording.in(Language.EN);
        TerritoryChoice choice = new TerritoryChoice(world.gazetteer, offering.clock);
        Awards awards = new Awards(offering.sweeps.ledger(), new Quotas(offering.sweeps.ledger()));
        pages = new EntitlementPages(offering.figures, choice, offering.sweeps);
        districts = new EntitledDistrictPages(offering.figures, choice, offering.sweeps);
        entitled = new EntitledPages(
                offering.children, new EntitledProposals(offering.sweeps, awards), choice, offering.sweeps);
        schools = new EntitledSchoolPages(
                offering.schools, new EntitledProposals(offering.sweeps, awards), choice, offering.sweeps);
        NotReached missed = new Unreached(offering.sweeps);
        measurePart = new EntitledPart(missed, wording);
        list = new ChildPages(
                new Children(
                        database,
                        world.audit,
                        offering.clock,
                        world.gazetteer,
                        TestTexts.ofClassPath(),
                        world.residences(),
                        missed),
                offering.clock,
                choice,
                new OrganisationChoice(new Organisations(database, world.audit, offering.clock, world.gazetteer)),
                new SavedViews(world.ledger()),
                missed);
        Alarms alarms = new Alarms(offering.sweeps);
        alarmPages = new AlarmPages(alarms, choice);
        part = new AlarmPart(alarms, wording);
    }

    private String figures(Caller caller) {
        return pages.figures(caller, words, PageWorld.address("entitlements"), null, null)
                .toString();
    }

    private String districts(Caller caller, String... parameters) {
        String[] asked = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("measure", "health-camps"), java.util.stream.Stream.of(parameters))
                .toArray(String[]::new);
        return districts
                .districts(
                        caller, words, PageWorld.address("entitlements/districts", asked), "health-camps", null, null)
                .toString();
    }

    private String children(Caller caller, String measure, String state) {
        EntitledQuery query = new EntitledQuery();
        query.measure = measure;
        query.state = state;
        View view = entitled.children(
                caller,
                words,
                PageWorld.address("entitlements/children", "measure", measure, "state", state),
                query,
                null,
                null);
        return view.toString();
    }

    private Response propose(Caller caller, String type, long child) {
        return entitled.propose(
                caller,
                words,
                PageWorld.form(
                        "measure",
                        "health-camps",
                        "type",
                        type,
                        "id",
                        String.valueOf(child),
                        "back",
                        "/entitlements/children?measure=health-camps&state=not-reached"));
    }

    private String alarms(Caller caller, String kind) {
        AlarmQuery query = new AlarmQuery();
        query.kind = kind;
        return alarmPages
                .list(caller, words, PageWorld.address("alarms", "kind", kind), query, null, null)
                .toString();
    }

    @Test
    void eachFigureOpensItsChildrenWhoMayBeSeen() {
        village.child(Village.VILLAGE, null);
        assertTrue(figures(KEEPER).contains("/entitlements/children?measure=health-camps&state=not-reached"));
        assertFalse(figures(ANALYST).contains("/entitlements/children?"));
        assertTrue(figures(ANALYST).contains("text=<5"), "fewer than five children are not told");
        assertTrue(figures(KEEPER).contains("4. "), "what has no kind for children is named");
    }

    @Test
    void aMeasureOpensItsDistrictsWithTheRuleAndTheOrderIsKeptInTheFile() {
        village.child(Village.VILLAGE, null);
        assertTrue(figures(KEEPER).contains("/entitlements/districts?measure=health-camps"));
        String shown = districts(KEEPER, "sort", "-entitled");
        assertTrue(shown.contains("Who is entitled:"), shown);
        assertTrue(shown.contains("/api/entitlements/districts.xlsx?measure=health-camps&sort=-entitled"), shown);
        assertTrue(shown.contains("&sort=entitled, sorted=DESCENDING"), shown);
        assertTrue(districts(ANALYST).contains("text=<5"), "fewer than five children are not told here either");
        assertTrue(districts(KEEPER).contains("sorted=ASCENDING"), "by name when no order is asked for");
        assertThrows(Problem.class, () -> districts(KEEPER, "sort", "size"));
    }

    @Test
    void theListNamesTheChildrenWithTheReasonAndOffersTheSupport() {
        long child = village.child(Village.VILLAGE, null);
        String shown = children(KEEPER, "health-camps", "not-reached");
        assertTrue(shown.contains("href=/children/" + child), shown);
        assertTrue(shown.contains("lives in a rural settlement"), shown);
        assertTrue(shown.contains("/entitlements/children/proposals"), shown);
        assertTrue(shown.contains("/api/entitlements/children.xlsx?measure=health-camps&state=not-reached"), shown);
        Caller approver = RegistryWorld.caller(Language.EN, REGION, Role.APPROVER);
        assertFalse(children(approver, "health-camps", "not-reached").contains("/entitlements/children/proposals"));
    }

    @Test
    void theListOfAllChildrenIsNarrowedToWhoIsNotReachedByAMeasureAndNamesTheMeasures() {
        long missed = village.child(Village.VILLAGE, null);
        long proposed = village.child(Village.VILLAGE, null);
        propose(KEEPER, "camp", proposed);
        String shown = listed("health-camps");
        assertTrue(shown.contains("href=/children/" + missed), shown);
        assertTrue(shown.contains("text=8,") && shown.contains("text=13,"), shown);
        assertFalse(shown.contains("href=/children/" + proposed), shown);
        assertTrue(shown.contains("/api/children.xlsx?notReached=health-camps"), shown);
        assertTrue(listed("any").contains("href=/children/" + proposed), "not reached by another measure");
        assertThrows(Problem.class, () -> listed("seminars"));
        assertTrue(measurePart.blocks(KEEPER, "health-camps").toString().contains("/children?notReached=health-camps"));
        assertEquals(List.of(), measurePart.blocks(ANALYST, "health-camps"));
        assertTrue(children(KEEPER, "health-camps", "not-reached").contains("/children?notReached=health-camps"));
    }

    private String listed(String measure) {
        ChildQuery query = ChildQueries.of("notReached", measure);
        return list.list(KEEPER, words, PageWorld.address("children", "notReached", measure), query)
                .toString();
    }

    @Test
    void schoolsWithTheMostChildrenWhoAreNotReachedComeFirst() {
        long school = village.school(Village.VILLAGE);
        village.child(Village.VILLAGE, school);
        EntitledQuery query = new EntitledQuery();
        query.measure = "health-camps";
        String shown = schools.list(
                        KEEPER, words, PageWorld.address("entitlements/schools", "measure", "health-camps"), query)
                .toString();
        assertTrue(
                shown.contains("/entitlements/children?measure=health-camps&school=" + school + "&state=not-reached"),
                shown);
        assertTrue(districts(KEEPER).contains("/entitlements/schools?measure=health-camps"));
        assertFalse(districts(ANALYST).contains("/entitlements/schools"));
        assertTrue(shown.contains("/api/entitlements/schools.csv?measure=health-camps"), shown);
        assertTrue(
                shown.contains("sort=/entitlements/schools?measure=health-camps&sort=not-reached, sorted=DESCENDING"),
                shown);
    }

    @Test
    void aChildThatIsProposedIsOnTheWay() {
        long child = village.child(Village.VILLAGE, null);
        Response done = propose(KEEPER, "camp", child);
        assertEquals(303, done.getStatus());
        assertTrue(done.getLocation().toString().startsWith("/entitlements/children?measure=health-camps"));
        assertTrue(children(KEEPER, "health-camps", "on-the-way").contains("href=/children/" + child));
    }

    @Test
    void whoIsNotEntitledToTheKindIsNamedWithWhatStandsAgainstIt() {
        long child = village.child(Village.VILLAGE, null);
        String again = propose(KEEPER, "sanatorium", child).getEntity().toString();
        assertTrue(again.contains("Not proposed: 1."), again);
        assertTrue(again.contains("href=/children/" + child), again);
    }

    @Test
    void nobodyIsProposedWithoutBeingChosenOrByWhoSeesNoChildren() {
        Problem nobody = assertThrows(
                Problem.class,
                () -> entitled.propose(KEEPER, words, PageWorld.form("measure", "health-camps", "type", "camp")));
        assertEquals(Problem.Kind.INVALID, nobody.kind());
        Problem refused = assertThrows(Problem.class, () -> propose(ANALYST, "camp", 1));
        assertEquals(Problem.Kind.FORBIDDEN, refused.kind());
    }

    @Test
    void alarmsListTheChildrenAndThePlaces() {
        long silent = village.child(Village.VILLAGE, null);
        village.talent(silent, LocalDate.of(2026, 2, 1));
        String shown = alarms(KEEPER, "silent");
        assertTrue(shown.contains("href=/children/" + silent), shown);
        assertTrue(shown.contains("/api/alarms/children.xlsx?kind=silent"), shown);
        assertTrue(alarms(KEEPER, "school").contains("/api/alarms/places.xlsx"));
        assertFalse(alarms(ANALYST, "silent").contains("href=/children/"));
        assertThrows(Problem.class, () -> alarms(KEEPER, "noise"));
    }

    @Test
    void theHomePageTellsHowManyAndOfWhatTime() {
        long silent = village.child(Village.VILLAGE, null);
        village.talent(silent, LocalDate.of(2026, 2, 1));
        String shown = part.blocks(KEEPER, "").toString();
        assertTrue(shown.contains("Children of whom nothing is recorded: 1"), shown);
        assertTrue(shown.contains("As of "), shown);
        assertEquals(
                0,
                part.blocks(RegistryWorld.caller(REGION, Role.PSYCHOLOGIST), "").size());
    }
}
