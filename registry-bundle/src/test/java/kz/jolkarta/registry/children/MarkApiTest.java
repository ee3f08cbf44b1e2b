package kz.jolkarta.registry.children;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.NothingMissed;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.ResourceHost;
import kz.jolkarta.registry.ResourceHost.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines
class MarkApiTest {
    private RegistryWorld world;
    private ResourceHost api;
    private String child;

    @BeforeEach
    void aChildIsRegistered(TestDatabase database) {
        world = new RegistryWorld(database);
        database.clear("child", "staff", "organisation");
        Children children = new Children(
                database,
                world.audit,
                world.clock,
                world.gazetteer,
                TestTexts.ofClassPath(),
                world.residences(),
                new NothingMissed());
        Parts parts = new Parts(database, world.clock, world.audit);
        api = new ResourceHost(
                        new ChildResource(children),
                        new AchievementResource(parts),
                        new MarkResource(new Marks(database, world.clock, world.audit)))
                .as(RegistryWorld.coordinator(RegistryWorld.ATYRAU));
        Answer made = api.post("children", ChildrenTest.json("061211600012", ""));
        child = "children/" + made.json().get("id");
    }

    private String version() {
        return ResourceHost.version(api.get(child));
    }

    private Answer put(String json) {
        return api.put(child + "/marks", version(), json);
    }

    private long coach() {
        long organisation = world.database.nextId();
        long staff = world.database.nextId();
        world.database.run(tx -> {
            tx.update(
                    "insert into organisation (id, kind, name, name_key, territory, created_at)"
                            + " values (:id, 'SCHOOL', 'Мектеп', 'mektep', :territory, :at)",
                    java.util.Map.of(
                            "id", organisation, "territory", RegistryWorld.ATYRAU_CITY, "at", world.clock.now()));
            tx.update(
                    "insert into staff (id, organisation_id, surname, given_name, name_key, position, valid_from, created_at)"
                            + " values (:id, :organisation, 'Ұстаз', 'Айгүл', 'ustaz', 'TEACHER', :from, :at)",
                    java.util.Map.of(
                            "id",
                            staff,
                            "organisation",
                            organisation,
                            "from",
                            RegistryWorld.TODAY,
                            "at",
                            world.clock.now()));
        });
        return staff;
    }

    @Test
    void marksOfASchoolYearAreSetOnceAndCorrectedInPlace() {
        assertEquals(200, put("{\"schoolYear\": 2024, \"excellent\": true}").status());
        assertEquals(200, put("{\"schoolYear\": 2025, \"excellent\": true}").status());
        Answer corrected = put("{\"schoolYear\": 2024, \"excellent\": false}");
        assertEquals(200, corrected.status(), corrected.text());
        JsonNode items = api.get(child + "/marks").json().get("items");
        assertEquals(2, items.size());
        assertEquals(2025, items.get(0).get("schoolYear").asInt());
        assertTrue(items.get(0).get("excellent").asBoolean());
        assertFalse(items.get(1).get("excellent").asBoolean());
        assertEquals("2026-11-25", items.get(1).get("recordedOn").asText());
    }

    @Test
    void whoSetsMarksHasChangedTheChild() {
        String before = version();
        Answer set = put("{\"schoolYear\": 2025, \"excellent\": true}");
        assertEquals(version(), ResourceHost.version(set));
        assertFalse(before.equals(version()));
        assertEquals(
                412,
                api.put(child + "/marks", before, "{\"schoolYear\": 2025, \"excellent\": false}")
                        .status());
        assertEquals(
                428,
                api.put(child + "/marks", "", "{\"schoolYear\": 2025, \"excellent\": false}")
                        .status());
        assertTrue(world.audited.stream()
                .anyMatch(e -> e.action() == Audit.Action.UPDATE && e.detail().equals("marks")));
    }

    @Test
    void aSchoolYearThatHasNotBegunHasNoMarks() {
        assertEquals(200, put("{\"schoolYear\": 2026, \"excellent\": true}").status(), "it began in September");
        Answer early = put("{\"schoolYear\": 2027, \"excellent\": true}");
        assertEquals(400, early.status());
        assertEquals("schoolYear", early.json().get("fields").get(0).asText());
        assertEquals(400, put("{\"schoolYear\": 2025}").status());
    }

    @Test
    void marksOfAChildOfAnotherRegionAreUnknownAndAReaderDoesNotWrite() {
        String seen = version();
        String json = "{\"schoolYear\": 2025, \"excellent\": true}";
        api.as(RegistryWorld.coordinator(RegistryWorld.NORTH));
        assertEquals(404, api.get(child + "/marks").status());
        assertEquals(404, api.put(child + "/marks", seen, json).status());
        api.as(RegistryWorld.caller(RegistryWorld.ATYRAU, Role.APPROVER));
        assertEquals(200, api.get(child + "/marks").status());
        assertEquals(403, api.put(child + "/marks", seen, json).status());
    }

    @Test
    void aCoachIsKnownAndShownByNameToWhoMaySeeTheStaff() {
        String won = """
                {"event": "Олимпиада", "level": "republic", "place": 1, "wonOn": "2026-03-01", "coachId": %d}""";
        long coach = coach();
        Answer unknown = api.post(child + "/achievements", won.formatted(987_654_321L));
        assertEquals(400, unknown.status());
        assertEquals("coachId", unknown.json().get("fields").get(0).asText());

        Answer made = api.post(child + "/achievements", won.formatted(coach));
        assertEquals(201, made.status(), made.text());
        assertEquals("Ұстаз Айгүл", made.json().get("coach").asText());
        Answer whole = api.get(child);
        JsonNode shown = whole.json().get("achievements").get(0);
        assertEquals(coach, shown.get("coachId").asLong());
        assertEquals("Ұстаз Айгүл", shown.get("coach").asText());
        Answer sentBack = api.put(child, version(), whole.text());
        assertEquals(200, sentBack.status(), sentBack.text());
    }
}
