package kz.jolkarta.registry.awards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.files.Sheets.Cell;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.files.SheetFiles;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.ResourceHost;
import kz.jolkarta.registry.ResourceHost.Answer;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BothEngines(RecordTables.class)
class AwardApiTest {
    private static final String LIST = "measures/teacher-awards/awards";

    private final RecordWorld world;
    private final SheetFiles sheets;
    private final ResourceHost api;

    AwardApiTest(TestDatabase database) {
        world = new RecordWorld(database, AwardRulesTest.STIPENDS, AwardRulesTest.TEACHERS);
        sheets = new SheetFiles(world.clock);
        Awards awards = new Awards(world.ledger, new Quotas(world.ledger));
        Tables tables = new Tables(sheets, TestTexts.ofClassPath());
        api = new ResourceHost(
                new AwardResource(awards, tables), new ScoreResource(awards, tables), new AwardExport(awards, tables));
    }

    @BeforeEach
    void nobodyIsNominated() {
        world.database.run(tx -> tx.update("delete from award", Map.of()));
        speak(Language.RU);
    }

    private void speak(Language language) {
        api.as(new Caller(RecordWorld.coordinator(RecordWorld.REGION), language));
    }

    private long coach(AchievementLevel... won) {
        long coach = world.staff(RecordWorld.CITY, "TEACHER");
        long child = world.child(RecordWorld.VILLAGE);
        for (AchievementLevel level : won) {
            world.achievement(child, coach, level, 1, false, RecordWorld.TODAY);
        }
        return coach;
    }

    private Answer nominate(long coach) {
        return api.post(LIST, "{\"type\": \"best-teacher\", \"staffId\": " + coach + "}");
    }

    private List<Long> staff(String query) {
        List<Long> found = new ArrayList<>();
        String after = "";
        do {
            Answer page = api.get(LIST + "?limit=1&" + query + "&after=" + after);
            assertEquals(200, page.status(), page.text());
            page.json().get("items").forEach(i -> found.add(i.get("staffId").asLong()));
            after = page.json().get("next").asText();
        } while (!after.isEmpty());
        return found;
    }

    @Test
    void aListIsSortedByScorePageByPageAndFilteredByStaff() {
        long middle = coach(AchievementLevel.REPUBLIC);
        long best = coach(AchievementLevel.INTERNATIONAL, AchievementLevel.REPUBLIC);
        long equal = coach(AchievementLevel.REPUBLIC);
        List.of(middle, best, equal).forEach(c -> assertEquals(201, nominate(c).status()));
        assertEquals(List.of(best, equal, middle), staff("sort=-score"));
        assertEquals(List.of(middle, best, equal), staff("sort=id"));
        assertEquals(List.of(best), staff("staff=" + best));
        Answer unknown = api.get(LIST + "?sort=score");
        assertEquals(400, unknown.status());
        assertEquals("sort", unknown.json().get("fields").get(0).asText());
    }

    @Test
    void aScoreIsExplainedByItsResultsTheTableAndTheRule() {
        Answer made = nominate(coach(AchievementLevel.INTERNATIONAL, AchievementLevel.REPUBLIC));
        assertEquals(16, made.json().get("score").asInt());
        JsonNode told = api.get(LIST + "/" + made.json().get("id") + "/score").json();
        assertEquals(16, told.get("score").asInt());
        assertEquals(16, told.get("sum").asInt());
        assertEquals("2026-03-02", told.get("scoredOn").asText());
        assertTrue(told.get("rule").asText().startsWith("Балл – только справка"), told.toString());
        assertEquals(10, told.get("points").get(0).get("first").asInt());
        assertEquals(2, told.get("results").size());
        JsonNode first = told.get("results").get(0);
        assertEquals("Сынақов Әлихан", first.get("result").get("childName").asText());
        assertFalse(first.get("result").has("territory"));
    }

    @Test
    void aRefusalSaysInEachLanguageWhatThePersonLacks() {
        long coach = coach(AchievementLevel.REGION);
        Map<Language, String> lacking =
                Map.of(Language.KK, "республикалық", Language.RU, "республиканский", Language.EN, "republican");
        lacking.forEach((language, level) -> {
            speak(language);
            Answer refused = nominate(coach);
            assertEquals(409, refused.status());
            assertEquals("award.unentitled-staff", refused.json().get("key").asText());
            String said = refused.json().get("objections").get(0).asText();
            assertTrue(said.contains(level), said);
        });
    }

    @Test
    void aCorrectionThatTheProofDoesNotCarryIsRefusedInWordsToo() {
        long child = world.child(RecordWorld.VILLAGE);
        world.achievement(child, coach(), AchievementLevel.REGION, 1, false, RecordWorld.TODAY);
        String stipend =
                "{\"type\": \"named\", \"childId\": " + child + ", \"amount\": 100, \"source\": \"local-budget\","
                        + " \"from\": \"%s\", \"fields\": {\"ground\": \"a\"}}";
        Answer made = api.post("measures/stipends/awards", stipend.formatted("2026-04-01"));
        assertEquals(201, made.status(), made.text());
        String one = "measures/stipends/awards/" + made.json().get("id");
        Answer late = api.put(one, ResourceHost.version(made), stipend.formatted("2027-04-01"));
        assertEquals(409, late.status(), late.text());
        assertEquals("award.unentitled", late.json().get("key").asText());
    }

    @Test
    void theSpreadsheetHasTheProtocolAndTheScore(@TempDir Path folder) throws IOException {
        long coach = coach(AchievementLevel.REPUBLIC);
        nominate(coach(AchievementLevel.INTERNATIONAL));
        api.post(
                LIST,
                "{\"type\": \"best-teacher\", \"staffId\": " + coach
                        + ", \"protocolNumber\": \"12-к\", \"protocolDate\": \"2026-02-27\"}");
        Answer file = api.get(LIST + ".xlsx?staff=" + coach);
        assertEquals(200, file.status());
        Path kept = Files.write(folder.resolve("awards.xlsx"), file.body());
        List<List<String>> rows = new ArrayList<>();
        sheets.read(
                kept,
                "awards.xlsx",
                row -> rows.add(row.cells().stream().map(Cell::text).toList()));
        assertEquals(2, rows.size());
        int protocol = rows.get(0).indexOf("Номер протокола");
        assertEquals(List.of("12-к", "2026-02-27", "6"), rows.get(1).subList(protocol, protocol + 3));
    }
}
