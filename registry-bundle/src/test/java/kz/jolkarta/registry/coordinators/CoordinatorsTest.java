package kz.jolkarta.registry.coordinators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.ResourceHost.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who answers for a child by name. */
@BothEngines
class CoordinatorsTest {
    private CoordinatorWorld world;

    @BeforeEach
    void open(TestDatabase database) {
        world = new CoordinatorWorld(database);
    }

    @Test
    void a_coordinator_is_named_by_whoever_saw_the_childs_version_and_shown_on_the_child() {
        long cabinet = world.cabinet(CoordinatorWorld.CITY);
        long staff = world.appointed(cabinet, null);
        long child = world.child(CoordinatorWorld.CITY);
        String path = "children/" + child + "/coordinator";
        assertEquals(
                428, world.api.put(path, "", "{\"staffId\": " + staff + "}").status());
        Answer named = world.name(child, staff);
        assertEquals(200, named.status(), named.text());
        assertEquals("\"2\"", kz.jolkarta.registry.ResourceHost.version(named));
        assertEquals(412, world.api.put(path, "\"1\"", "{\"staffId\": null}").status());
        JsonNode shown = world.api.get("children/" + child).json().get("coordinator");
        assertEquals(staff, shown.get("staffId").asLong());
        assertEquals("Серік Айгүл", shown.get("name").asText());
        assertEquals(cabinet, shown.get("cabinetId").asLong());
        assertEquals(RegistryWorld.TODAY.toString(), shown.get("since").asText());
        assertTrue(shown.get("acting").asBoolean());
        assertTrue(world.world.audited.stream()
                .anyMatch(e -> e.action() == Action.UPDATE
                        && e.id() == child
                        && e.detail().equals("coordinator")));
        assertEquals(200, world.name(child, "null").status());
        assertFalse(world.api.get("children/" + child).json().has("coordinator"));
    }

    @Test
    void a_child_that_is_sent_back_as_it_was_read_keeps_its_coordinator() {
        long staff = world.appointed(world.cabinet(CoordinatorWorld.REGION), null);
        Answer made = world.api.post("children", """
                {"documentKind": "а", "documentNumber": "1", "noIinReason": "б", "surname": "Аа", "givenName": "Бб",
                 "birthDate": "2013-05-17", "sex": "female", "territory": "%s"}""".formatted(CoordinatorWorld.CITY));
        long child = made.json().get("id").asLong();
        world.name(child, staff);
        String read = world.api.get("children/" + child).text();
        Answer sent = world.api.put("children/" + child, "\"2\"", read.replace("\"Бб\"", "\"Вв\""));
        assertEquals(200, sent.status(), sent.text());
        assertEquals("Вв", sent.json().get("givenName").asText());
        assertEquals(staff, sent.json().get("coordinator").get("staffId").asLong());
    }

    @Test
    void only_who_is_appointed_today_to_a_cabinet_that_covers_the_child_can_be_named() {
        long region = world.appointed(world.cabinet(CoordinatorWorld.REGION), null);
        long elsewhere = world.appointed(world.cabinet(world.district()), null);
        long gone = world.appointed(world.cabinet(CoordinatorWorld.CITY), RegistryWorld.TODAY.minusDays(1));
        long today = world.appointed(world.cabinet(CoordinatorWorld.CITY), RegistryWorld.TODAY);
        long child = world.child(CoordinatorWorld.CITY);
        for (long other : List.of(elsewhere, gone, 1L)) {
            Answer refused = world.name(child, other);
            assertEquals(400, refused.status(), refused.text());
            assertEquals("staffId", refused.json().get("fields").get(0).asText());
        }
        assertEquals(200, world.name(child, region).status(), "the region's cabinet answers for every district");
        assertEquals(200, world.name(child, today).status(), "the last day is a day");
    }

    @Test
    void when_an_appointment_ends_or_the_child_moves_away_the_child_is_without_a_coordinator() {
        long staff = world.appointed(world.cabinet(CoordinatorWorld.CITY), null);
        long kept = world.child(CoordinatorWorld.CITY);
        long moved = world.child(CoordinatorWorld.CITY);
        long nobody = world.child(CoordinatorWorld.CITY);
        world.name(kept, staff);
        world.name(moved, staff);
        assertEquals(List.of(kept, moved), world.children("coordinator=" + staff));
        assertEquals(List.of(nobody), world.children("coordinator=none"));
        world.database.run(tx -> tx.update(
                "update child set territory = :village where id = :id", Map.of("village", world.village, "id", moved)));
        assertEquals(List.of(kept), world.children("coordinator=" + staff));
        assertEquals(List.of(moved, nobody), world.children("coordinator=none"));
        world.end(staff, RegistryWorld.TODAY.minusDays(1));
        assertEquals(List.of(kept, moved, nobody), world.children("coordinator=none"));
        JsonNode shown = world.api.get("children/" + kept).json().get("coordinator");
        assertFalse(shown.get("acting").asBoolean(), "who it was can still be read");
        assertFalse(shown.has("cabinet"));
        assertEquals(400, world.api.get("children?coordinator=x").status());
    }

    @Test
    void the_load_of_a_cabinet_is_whom_its_coordinator_was_named_for_and_whom_nobody_was() {
        long city = world.cabinet(CoordinatorWorld.CITY);
        long region = world.cabinet(CoordinatorWorld.REGION);
        long empty = world.cabinet(world.district());
        long cityStaff = world.appointed(city, null);
        long regionStaff = world.appointed(region, null);
        long ofCity = world.child(CoordinatorWorld.CITY);
        long ofRegion = world.child(CoordinatorWorld.CITY);
        long ofNobody = world.child(CoordinatorWorld.CITY);
        long ofVillage = world.child(world.village);
        long left = world.child(CoordinatorWorld.CITY);
        world.database.run(tx -> {
            tx.update("update child set state = 'LEFT' where id = :id", Map.of("id", left));
            tx.update(
                    "insert into child_talent (id, child_id, field, identified_on) values (1, :c, 'SPORT', :on)",
                    Map.of("c", ofCity, "on", RegistryWorld.TODAY));
            tx.update(
                    "insert into task (id, kind, child_id, record_id, territory, due_on, created_at)"
                            + " values (1, 'CATEGORY_ENDS', :c, 5, :t, :on, :at)",
                    Map.of(
                            "c",
                            ofNobody,
                            "t",
                            CoordinatorWorld.CITY,
                            "on",
                            RegistryWorld.TODAY,
                            "at",
                            world.world.clock.now()));
        });
        world.name(ofCity, cityStaff);
        world.name(ofRegion, regionStaff);
        JsonNode items = world.api.get("caseload?sort=-children").json().get("items");
        assertEquals(List.of(region, city, empty), ids(items), items.toString());
        assertLoad(items.get(0), 3, 1, 0, 1);
        assertLoad(items.get(1), 2, 1, 1, 1);
        assertLoad(items.get(2), 1, 0, 0, 0);
        assertEquals(regionStaff, items.get(0).get("staffId").asLong());
        assertFalse(items.get(2).has("staffId"), "a cabinet without a coordinator");
        assertTrue(items.get(0).has("lastActivity"));
        assertEquals(List.of(ofRegion, ofNobody, ofVillage), world.children("state=active&cabinet=" + region));
        assertEquals(List.of(ofCity, ofNobody), world.children("state=active&cabinet=" + city));
        assertEquals(List.of(ofVillage), world.children("state=active&cabinet=" + empty));
    }

    private static List<Long> ids(JsonNode items) {
        List<Long> ids = new java.util.ArrayList<>();
        items.forEach(item -> ids.add(item.get("cabinetId").asLong()));
        return ids;
    }

    private static void assertLoad(JsonNode row, int children, int named, int gifted, int tasks) {
        assertEquals(
                List.of(children, named, gifted, tasks),
                List.of(
                        row.get("children").asInt(),
                        row.get("named").asInt(),
                        row.get("gifted").asInt(),
                        row.get("openTasks").asInt()),
                row.toString());
    }

    @Test
    void maps_that_hold_and_their_steps_past_the_term_are_in_the_load() {
        long cabinet = world.cabinet(CoordinatorWorld.CITY);
        long child = world.child(CoordinatorWorld.CITY);
        world.database.run(tx -> {
            long form = world.database.nextId();
            tx.update(
                    "insert into road_map_form (id, form_no, state, content, created_by, created_at)"
                            + " values (:id, :id, 'DRAFT', '{}', 1, :at)",
                    Map.of("id", form, "at", world.world.clock.now()));
            for (int year : List.of(2024, 2025)) {
                tx.update(
                        "insert into road_map (id, child_id, form_id, school_year, state, content, due_on, drawn_up_on,"
                                + " created_by, created_at) values (:id, :child, :form, :id, :state, '{}', :on, :on, 1, :at)",
                        Map.of(
                                "id",
                                year,
                                "child",
                                child,
                                "form",
                                form,
                                "state",
                                year == 2025 ? "APPROVED" : "CLOSED",
                                "on",
                                RegistryWorld.TODAY,
                                "at",
                                world.world.clock.now()));
                for (int days : List.of(-1, 0)) {
                    tx.update(
                            "insert into road_map_step (id, road_map_id, ordinal, title, measure, due_on)"
                                    + " values (:id, :map, 1, 'Қадам', '', :on)",
                            Map.of("id", year * 10 + days, "map", year, "on", RegistryWorld.TODAY.plusDays(days)));
                }
            }
        });
        JsonNode row = world.api
                .get("caseload?territory=" + CoordinatorWorld.CITY)
                .json()
                .get("items")
                .get(0);
        assertEquals(cabinet, row.get("cabinetId").asLong());
        assertEquals(1, row.get("approvedMaps").asInt());
        assertEquals(1, row.get("overdueSteps").asInt(), "not the closed map's, and not the one due today");
    }

    @Test
    void loads_are_read_page_by_page_filtered_and_taken_away_as_a_file_within_the_own_district() {
        List<Long> all = new java.util.ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(world.cabinet(CoordinatorWorld.CITY));
        }
        world.appointed(all.get(2), null);
        List<Long> read = new java.util.ArrayList<>();
        String after = "";
        do {
            JsonNode page = world.api.get("caseload?limit=2&after=" + after).json();
            read.addAll(ids(page.get("items")));
            after = page.get("next").asText();
        } while (!after.isEmpty());
        assertEquals(all, read);
        assertEquals(
                List.of(all.get(2)),
                ids(world.api.get("caseload?covered=true").json().get("items")));
        assertEquals(
                4, world.api.get("caseload?covered=false").json().get("items").size());
        assertEquals(400, world.api.get("caseload?sort=beauty").status());
        Answer file = world.api.get("caseload.xlsx?territory=" + CoordinatorWorld.CITY);
        assertEquals(200, file.status());
        assertTrue(file.body().length > 1000);
        assertTrue(world.world.audited.stream()
                .anyMatch(e -> e.action() == Action.EXPORT
                        && e.kind().equals("caseload")
                        && e.detail().equals("rows=5 filters=territory")));
        world.api.as(RegistryWorld.coordinator(world.district()));
        assertEquals(0, world.api.get("caseload").json().get("items").size());
    }
}
