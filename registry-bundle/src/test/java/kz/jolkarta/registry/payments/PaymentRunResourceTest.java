package kz.jolkarta.registry.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.files.SheetFiles;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.ResourceHost;
import kz.jolkarta.registry.budgets.BudgetExport;
import kz.jolkarta.registry.budgets.BudgetResource;
import kz.jolkarta.registry.budgets.Budgets;
import kz.jolkarta.registry.indices.IndexResource;
import kz.jolkarta.registry.indices.Indices;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a month's payment over HTTP, as the pages go it. */
class PaymentRunResourceTest {
    private static final String RUNS = "measures/stipends/payment-runs";
    private static final String MARCH =
            "{\"type\":\"monthly\",\"month\":\"2026-03\",\"territory\":\"230000000\"," + "\"source\":\"local-budget\"}";

    private final TestDatabase database = TestDatabase.derby();
    private final Stipends stipends;
    private final SheetFiles sheets;
    private final ResourceHost host;

    PaymentRunResourceTest() {
        new RecordTables().in(database);
        stipends = Stipends.in(database);
        RecordWorld world = stipends.world;
        sheets = new SheetFiles(world.clock);
        Tables tables = new Tables(sheets, TestTexts.ofClassPath());
        Budgets budgets = new Budgets(world.ledger);
        host = new ResourceHost(
                new PaymentRunResource(stipends.runs, stipends.decisions, tables),
                new PaymentResource(stipends.payments, tables),
                new BudgetResource(budgets),
                new BudgetExport(budgets, tables),
                new IndexResource(new Indices(world.ledger)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private ResourceHost as(User user) {
        return host.as(new Caller(user, Language.EN));
    }

    @Test
    void aMonthIsPreviewedProposedDecidedAndReadBack(@TempDir Path dir) throws IOException {
        stipends.issued();
        long returned = stipends.issued();
        as(stipends.approver)
                .put(
                        "measures/stipends/budgets",
                        "",
                        "{\"territory\":\"230000000\",\"source\":\"local-budget\",\"year\":2026,\"planned\":60000}");
        JsonNode preview = as(stipends.proposer)
                .post(RUNS + "/preview?lines=due&limit=1", MARCH)
                .json();
        assertEquals(2, preview.path("due").asInt());
        assertEquals(1, preview.path("items").size());
        assertFalse(preview.path("next").asText().isEmpty());
        assertEquals(1, preview.path("warnings").size(), "100 000 of 60 000 planned");

        ResourceHost.Answer made = host.post(RUNS, MARCH);
        assertEquals(201, made.status(), made.text());
        long run = made.json().path("run").path("id").asLong();
        User both = RecordWorld.user(1, RecordWorld.REGION, Role.COORDINATOR, Role.APPROVER);
        assertEquals(
                403,
                as(both).post(path(run, "decision"), "{\"decision\":\"approve\"}")
                        .status());
        stipends.set("award", returned, "state", "RETURNED");
        ResourceHost.Answer decided = as(stipends.approver).post(path(run, "decision"), "{\"decision\":\"approve\"}");
        assertEquals(200, decided.status(), decided.text());
        assertEquals("approved", decided.json().path("run").path("state").asText());
        assertEquals("2026-03", decided.json().path("run").path("month").asText());
        JsonNode dropped = decided.json().path("dropped").path(0);
        assertEquals("returned", dropped.path("verdict").asText());
        assertEquals("The support was returned.", dropped.path("why").asText());
        assertEquals(
                409,
                host.post(path(run, "decision"), "{\"decision\":\"reject\",\"reason\":\"x\"}")
                        .status());

        assertEquals(
                1,
                host.get(RUNS + "?year=2026&state=approved&territory=230000000")
                        .json()
                        .path("items")
                        .size());
        assertEquals(0, host.get(RUNS + "?state=proposed").json().path("items").size());
        assertEquals(0, host.get(RUNS + "?year=2025").json().path("items").size());
        assertEquals(2, host.get(path(run, "lines")).json().path("items").size());
        assertEquals("\"2\"", ResourceHost.version(host.get(RUNS + "/" + run)));
        assertEquals(
                1, host.get("measures/stipends/payments").json().path("items").size());

        List<List<String>> table = table(dir, host.get(path(run, "lines.xlsx")));
        assertEquals("Award no.", table.get(0).get(0));
        assertEquals(3, table.size());
        assertTrue(table.get(2).contains("The support was returned."));
        List<List<String>> budgets = table(dir, host.get("measures/stipends/budgets.xlsx?year=2026"));
        assertEquals(
                List.of(
                        "Year",
                        "KATO code",
                        "Source of money",
                        "Planned, tenge",
                        "Spent, tenge",
                        "Committed, tenge",
                        "Left, tenge"),
                budgets.get(0));
        assertEquals(List.of("2026", "230000000", "local budget", "60000", "50000", "0", "10000"), budgets.get(1));
    }

    private static String path(long run, String part) {
        return RUNS + "/" + run + "/" + part;
    }

    private List<List<String>> table(Path dir, ResourceHost.Answer answer) throws IOException {
        assertEquals(200, answer.status());
        Path file = dir.resolve("table.xlsx");
        Files.write(file, answer.body());
        List<List<String>> rows = new ArrayList<>();
        sheets.read(
                file,
                "table.xlsx",
                row -> rows.add(row.cells().stream().map(cell -> cell.text()).toList()));
        return rows;
    }

    @Test
    void anIndexIsReadByDateAndChangedOnlyWithTheVersionSeen() {
        JsonNode values = as(stipends.proposer).get("indices/MRP").json().path("items");
        assertEquals("2026-01-01", values.path(0).path("from").asText());
        assertEquals(4325, values.path(0).path("amount").asInt());
        User administrator = RecordWorld.user(4, "", Role.ADMINISTRATOR);
        String body = "{\"from\":\"2027-01-01\",\"amount\":4500}";
        ResourceHost.Answer made = as(administrator).put("indices/MRP", "", body);
        assertEquals(200, made.status(), made.text());
        assertEquals(428, host.put("indices/MRP", "", body).status());
        assertEquals(
                200, host.put("indices/MRP", ResourceHost.version(made), body).status());
        assertEquals(404, host.get("indices/USD").status());
    }

    @Test
    void whatIsMissingIsNamed() {
        ResourceHost.Answer bare = as(stipends.proposer).post(RUNS + "/preview", "{}");
        assertEquals(400, bare.status());
        assertEquals(
                List.of("type", "territory", "source", "month"),
                Json.mapper().convertValue(bare.json().path("fields"), List.class));
        assertEquals(400, host.post(RUNS + "/preview?lines=some", MARCH).status());
        assertEquals(404, host.get(RUNS + "/1").status());
    }
}
