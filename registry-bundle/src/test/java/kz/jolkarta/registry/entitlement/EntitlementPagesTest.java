package kz.jolkarta.registry.entitlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
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
import kz.jolkarta.registry.places.TerritoryChoice;
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
        pages = new EntitlementPages(
                offering.figures,
                offering.children,
                new EntitledProposals(offering.sweeps, awards),
                choice,
                offering.sweeps);
        Alarms alarms = new Alarms(offering.sweeps);
        alarmPages = new AlarmPages(alarms, choice);
        part = new AlarmPart(alarms, wording, offering.clock);
    }

    private String figures(Caller caller) {
        return pages.figures(caller, words, PageWorld.address("entitlements"), null, null)
                .toString();
    }

    private String children(Caller caller, String measure, String state) {
        EntitledQuery query = new EntitledQuery();
        query.measure = measure;
        query.state = state;
        View view = pages.children(
                caller,
                words,
                PageWorld.address("entitlements/children", "measure", measure, "state", state),
                query,
                null,
                null);
        return view.toString();
    }

    private Response propose(Caller caller, String type, long child) {
        return pages.propose(
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
                () -> pages.propose(KEEPER, words, PageWorld.form("measure", "health-camps", "type", "camp")));
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
