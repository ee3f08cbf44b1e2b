package kz.jolkarta.registry.budgets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.OptionalInt;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Nineteen;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class MoneyPagesTest {
    private static final String CAMPS = "health-camps";

    private final TestDatabase database;
    private final RecordWorld world;
    private final PageWorld pages;
    private final Budgets budgets;
    private final MoneyPages money;
    private final User approver = RecordWorld.coordinator(RecordWorld.REGION);

    MoneyPagesTest(TestDatabase database) {
        this.database = database;
        world = new RecordWorld(database, new Nineteen());
        pages = new PageWorld(world);
        budgets = new Budgets(world.ledger);
        money = new MoneyPages(budgets, new TerritoryChoice(new Gazetteer(database), world.clock), world.ledger);
    }

    @BeforeEach
    void nothingPlanned() {
        database.clear("budget");
    }

    private Budget plan(String territory, String tenge) {
        return budgets.set(
                approver,
                CAMPS,
                OptionalInt.empty(),
                new BudgetInput(territory, FundingSource.LOCAL_BUDGET, 2026, new BigDecimal(tenge)));
    }

    private String all(User user, String... parameters) {
        return money.all(PageWorld.reader(user), pages.words, PageWorld.address("money", parameters))
                .toString();
    }

    private Response set(String... fields) {
        return money.set(PageWorld.reader(approver), pages.words, CAMPS, PageWorld.form(fields));
    }

    @Test
    void aDistrictsPlanIsPartOfItsRegionsAndAMeasureWithoutAPlanShowsNoZero() {
        plan(RecordWorld.REGION, "1000000");
        plan(RecordWorld.DISTRICT, "400000");
        MeasureMoney camps = budgets.money(approver, BudgetResource.filter("2026", "", "")).stream()
                .filter(m -> m.measure().code().equals(CAMPS))
                .findFirst()
                .orElseThrow();
        assertEquals(0, new BigDecimal("1000000").compareTo(camps.planned().orElseThrow()));
        String shown = all(approver, "year", "2026");
        assertTrue(shown.contains("small=no plan"), shown);
        assertTrue(shown.contains("Measures that need no money: 1."), shown);
        assertTrue(shown.contains("href=/money/health-camps?year=2026"), shown);
    }

    @Test
    void anUnlawfulSourceIsToldAtItsField() {
        Response refused =
                set("territory", RecordWorld.REGION, "source", "off-budget", "year", "2026", "planned", "500000");
        assertEquals(400, refused.getStatus());
        String shown = refused.getEntity().toString();
        assertTrue(shown.contains("error=“off-budget funds” is not a lawful source for clause 13"), shown);
        assertTrue(shown.contains("values=[500000]"), shown);
    }

    @Test
    void aPlanIsMadeChangedAndTakenAway() {
        assertEquals(
                303,
                set("territory", RecordWorld.REGION, "source", "local-budget", "year", "2026", "planned", "500000")
                        .getStatus());
        Budget made = budgets.list(approver, CAMPS, BudgetResource.filter("2026", "", ""))
                .get(0);
        Response stale = set(
                "territory",
                RecordWorld.REGION,
                "source",
                "local-budget",
                "year",
                "2026",
                "planned",
                "600000",
                "version",
                "9",
                "set",
                String.valueOf(made.id()));
        assertEquals(412, stale.getStatus());
        assertTrue(
                stale.getEntity().toString().contains("Change[field=Planned, tenge"),
                stale.getEntity().toString());
        assertEquals(
                303,
                money.remove(PageWorld.reader(approver), CAMPS, made.id(), PageWorld.form("version", "1"))
                        .getStatus());
        assertTrue(budgets.list(approver, CAMPS, BudgetResource.filter("2026", "", ""))
                .isEmpty());
    }

    @Test
    void whoMayNotPlanSeesNoFormAndElsewhereNothing() {
        plan(RecordWorld.REGION, "1000000");
        User keeper = RecordWorld.user(9, RecordWorld.REGION, Role.COORDINATOR);
        String shown = money.one(
                        PageWorld.reader(keeper),
                        pages.words,
                        PageWorld.address("money/health-camps", "year", "2026"),
                        CAMPS)
                .toString();
        assertFalse(shown.contains("submit=Add a plan"), shown);
        assertFalse(shown.contains("/removal"), shown);
        assertTrue(shown.contains("href=/api/measures/health-camps/budgets.xlsx?year=2026"), shown);
        String elsewhere = money.one(
                        PageWorld.reader(RecordWorld.coordinator("610000000")),
                        pages.words,
                        PageWorld.address("money/health-camps", "year", "2026"),
                        CAMPS)
                .toString();
        assertTrue(elsewhere.contains("Nothing is planned for 2026."), elsewhere);
    }
}
