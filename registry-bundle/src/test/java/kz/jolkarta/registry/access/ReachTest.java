package kz.jolkarta.registry.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem.Refused;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.internal.files.SheetFiles;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.NothingMissed;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.ResourceHost;
import kz.jolkarta.registry.ResourceHost.Answer;
import kz.jolkarta.registry.attachments.AttachmentResource;
import kz.jolkarta.registry.attachments.Attachments;
import kz.jolkarta.registry.children.AchievementResource;
import kz.jolkarta.registry.children.CategoryResource;
import kz.jolkarta.registry.children.ChildResource;
import kz.jolkarta.registry.children.Children;
import kz.jolkarta.registry.children.ConsentResource;
import kz.jolkarta.registry.children.DiagnosticResource;
import kz.jolkarta.registry.children.MarkResource;
import kz.jolkarta.registry.children.Marks;
import kz.jolkarta.registry.children.Parts;
import kz.jolkarta.registry.children.RepresentativeResource;
import kz.jolkarta.registry.children.TalentResource;
import kz.jolkarta.registry.coordinators.CoordinatorResource;
import kz.jolkarta.registry.coordinators.Coordinators;
import kz.jolkarta.registry.figures.FactsStore;
import kz.jolkarta.registry.lineage.ChildLineageResource;
import kz.jolkarta.registry.lineage.Lineage;
import kz.jolkarta.registry.norms.ChildNormResource;
import kz.jolkarta.registry.norms.Norms;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Nineteen;
import kz.jolkarta.registry.records.Tables;
import kz.jolkarta.registry.residence.MoveResource;
import kz.jolkarta.registry.residence.Moves;
import kz.jolkarta.registry.residence.Transfers;
import kz.jolkarta.registry.roadmaps.ChildRoadMapResource;
import kz.jolkarta.registry.roadmaps.Forms;
import kz.jolkarta.registry.roadmaps.GoalResource;
import kz.jolkarta.registry.roadmaps.RoadMapGoals;
import kz.jolkarta.registry.roadmaps.RoadMapResource;
import kz.jolkarta.registry.roadmaps.RoadMapSteps;
import kz.jolkarta.registry.roadmaps.RoadMaps;
import kz.jolkarta.registry.roadmaps.StepResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who reaches a child by which address: out of reach it is unknown to the caller and refused in the audit trail. */
@BothEngines
class ReachTest {
    private static final String CITY = RegistryWorld.ATYRAU_CITY;
    private static final List<String> PARTS =
            List.of("categories", "talents", "representatives", "achievements", "consents");

    private RegistryWorld world;
    private ResourceHost api;
    private long school;
    private long otherSchool;
    private long child;
    private long map;

    /** One call on the child or its road map. */
    private record Call(String verb, String path, String body) {
        Call(String path) {
            this("GET", path, "");
        }
    }

    @BeforeEach
    void open(TestDatabase database) {
        world = new RegistryWorld(database);
        database.clear(
                "road_map_step", "road_map", "diagnostic_result", "child", "appointment", "staff", "organisation");
        Ledger ledger =
                new Ledger(database, new Nineteen(), world.audit, world.clock, world.gazetteer, new FactsStore());
        var texts = TestTexts.ofClassPath();
        Tables tables = new Tables(new SheetFiles(world.clock), texts);
        Parts parts = new Parts(database, world.clock, world.audit);
        Moves moves = new Moves(ledger, world.residences(), world.gazetteer);
        RoadMaps maps = new RoadMaps(ledger, new Forms(ledger));
        api = new ResourceHost(
                new ChildResource(new Children(
                        database,
                        world.audit,
                        world.clock,
                        world.gazetteer,
                        texts,
                        world.residences(),
                        new NothingMissed())),
                new CategoryResource(parts),
                new TalentResource(parts),
                new RepresentativeResource(parts),
                new AchievementResource(parts),
                new ConsentResource(parts),
                new MoveResource(moves, new Transfers(ledger, moves)),
                new DiagnosticResource(parts),
                new MarkResource(new Marks(database, world.clock, world.audit)),
                new CoordinatorResource(new Coordinators(ledger)),
                new ChildLineageResource(new Lineage(ledger)),
                new ChildNormResource(new Norms(ledger), texts),
                new AttachmentResource(new Attachments(ledger)),
                new ChildRoadMapResource(maps, tables),
                new RoadMapResource(maps, tables),
                new GoalResource(new RoadMapGoals(ledger, maps), tables),
                new StepResource(new RoadMapSteps(ledger, maps), tables));
        school = organisation(database);
        otherSchool = organisation(database);
        child = database.nextId();
        map = database.nextId();
        database.run(tx -> {
            tx.update(
                    "insert into child (id, surname, given_name, key_surname, key_given, sort_key, birth_date, sex, territory,"
                            + " school_id, registered_on, updated_at) values (:id, 'Сынақов', 'Әлихан', 'a', 'b', 'c', :born,"
                            + " 'MALE', :territory, :school, :born, :at)",
                    Map.of(
                            "id",
                            child,
                            "born",
                            LocalDate.of(2014, 5, 1),
                            "territory",
                            CITY,
                            "school",
                            school,
                            "at",
                            world.clock.now()));
        });
        Answer made = api.as(RegistryWorld.coordinator(RegistryWorld.ATYRAU))
                .post("children/" + child + "/road-maps", "{\"schoolYear\": 2026}");
        assertEquals(201, made.status(), made.text());
        map = made.json().get("id").asLong();
        api.refused();
    }

    private long organisation(TestDatabase database) {
        long id = database.nextId();
        database.run(tx -> tx.update(
                "insert into organisation (id, kind, name, name_key, territory, created_at)"
                        + " values (:id, 'SCHOOL', 'Мектеп', 'mektep', :territory, :at)",
                Map.of("id", id, "territory", CITY, "at", world.clock.now())));
        return id;
    }

    private List<Call> reading() {
        String path = "children/" + child;
        return Stream.of(
                        Stream.of(
                                new Call(path),
                                new Call(path + "/marks"),
                                new Call(path + "/coordinator"),
                                new Call(path + "/lineage"),
                                new Call(path + "/norms"),
                                new Call(path + "/road-maps"),
                                new Call(path + "/move"),
                                new Call("attachments?owner=child:" + child),
                                new Call("road-maps/" + map),
                                new Call("road-maps/" + map + "/history")),
                        PARTS.stream().map(part -> new Call(path + "/" + part)))
                .flatMap(calls -> calls)
                .toList();
    }

    private List<Call> writing() {
        String path = "children/" + child;
        String step = "{\"title\": \"Үйірме\", \"dueOn\": \"2027-05-20\"}";
        return List.of(
                new Call("PUT", path, "{\"givenName\": \"Әли\"}"),
                new Call("PUT", path + "/marks", "{\"schoolYear\": 2025, \"excellent\": true}"),
                new Call("PUT", path + "/coordinator", "{\"staffId\": null}"),
                new Call("POST", path + "/talents", "{\"field\": \"sport\", \"identifiedOn\": \"2026-01-01\"}"),
                new Call("POST", path + "/categories", "{\"category\": \"asp\", \"validFrom\": \"2026-01-01\"}"),
                new Call("POST", path + "/representatives", "{\"name\": \"Абай\", \"relation\": \"father\"}"),
                new Call(
                        "POST",
                        path + "/achievements",
                        "{\"event\": \"Турнир\", \"level\": \"school\", \"place\": 2, \"wonOn\": \"2026-01-01\"}"),
                new Call("POST", path + "/road-maps", "{\"schoolYear\": 2025}"),
                new Call("PUT", "road-maps/" + map, "{\"content\": {}, \"dueOn\": \"2027-01-15\"}"),
                new Call("POST", "road-maps/" + map + "/goals", "{\"title\": \"Мақсат\"}"),
                new Call("POST", "road-maps/" + map + "/steps", step));
    }

    private List<Call> diagnostics() {
        String path = "children/" + child + "/diagnostics";
        return List.of(new Call(path), new Call("POST", path, "{\"heldOn\": \"2026-01-01\", \"method\": \"матрицы\"}"));
    }

    private Answer send(Call call) {
        return switch (call.verb()) {
            case "GET" -> api.get(call.path());
            case "POST" -> api.post(call.path(), call.body());
            default -> api.put(call.path(), "\"1\"", call.body());
        };
    }

    /** The record that the audit trail is to name. */
    private void assertUnknownAndRefused(Caller caller, Call call) {
        api.as(caller);
        Answer answer = send(call);
        List<Refused> refused = api.refused();
        assertEquals(404, answer.status(), caller.user().login() + " " + call + answer.text());
        assertEquals(1, refused.size(), call.toString());
        boolean ofMap = call.path().startsWith("road-maps");
        assertEquals(ofMap ? "road-map" : "child", refused.get(0).kind(), call.toString());
        assertEquals(ofMap ? map : child, refused.get(0).id(), call.toString());
        assertEquals(CITY, refused.get(0).territory(), "whose auditor sees it");
        Answer unknown = send(new Call(
                call.verb(),
                call.path()
                        .replace(String.valueOf(child), "999999999999")
                        .replace("road-maps/" + map, "road-maps/999999999999"),
                call.body()));
        assertEquals(unknown.status(), answer.status(), call.toString());
        assertEquals(unknown.text(), answer.text(), "nobody learns that it exists");
        assertTrue(api.refused().isEmpty(), "of what does not exist nothing is kept");
    }

    @Test
    void a_coordinator_of_another_district_finds_no_child_at_any_address() {
        Caller stranger = RegistryWorld.coordinator(RegistryWorld.NORTH);
        reading().forEach(call -> assertUnknownAndRefused(stranger, call));
        writing().forEach(call -> assertUnknownAndRefused(stranger, call));
    }

    @Test
    void a_psychologist_of_another_school_finds_no_child_at_any_address() {
        Caller stranger = RegistryWorld.psychologistOf(otherSchool);
        reading().forEach(call -> assertUnknownAndRefused(stranger, call));
        diagnostics().forEach(call -> assertUnknownAndRefused(stranger, call));
    }

    @Test
    void the_psychologist_of_the_school_reads_the_child_and_writes_its_diagnostics_and_nothing_else() {
        api.as(RegistryWorld.psychologistOf(school));
        for (Call call : reading()) {
            assertEquals(200, send(call).status(), call.toString());
        }
        world.audited.clear();
        assertEquals(200, send(diagnostics().get(0)).status());
        assertTrue(world.audited.stream()
                .anyMatch(e -> e.id() == child && e.detail().equals("diagnostics")));
        Answer made = send(diagnostics().get(1));
        assertEquals(201, made.status(), made.text());
        for (Call call : writing()) {
            assertEquals(403, send(call).status(), call.toString());
        }
        assertEquals(1, api.get("children").json().get("items").size());
        assertEquals(1, api.get("road-maps").json().get("items").size());
        assertEquals(
                0,
                api.get("children?territory=" + RegistryWorld.NORTH)
                        .json()
                        .get("items")
                        .size());
        api.as(RegistryWorld.psychologistOf(otherSchool));
        assertEquals(0, api.get("children").json().get("items").size());
        assertEquals(0, api.get("children?school=" + school).json().get("items").size());
        assertEquals(0, api.get("road-maps").json().get("items").size());
    }

    @Test
    void a_child_that_changes_the_school_is_reached_by_the_new_ones_psychologist_alone() {
        world.database.run(tx ->
                tx.update("update child set school_id = :s where id = :id", Map.of("s", otherSchool, "id", child)));
        assertUnknownAndRefused(RegistryWorld.psychologistOf(school), reading().get(0));
        api.as(RegistryWorld.psychologistOf(otherSchool));
        assertEquals(200, send(reading().get(0)).status());
    }

    @Test
    void diagnostics_are_for_who_has_the_right_and_every_refusal_is_kept() {
        for (Caller caller : List.of(
                RegistryWorld.coordinator(RegistryWorld.ATYRAU),
                RegistryWorld.caller(RegistryWorld.ATYRAU, Role.COORDINATOR, Role.APPROVER))) {
            api.as(caller);
            for (Call call : diagnostics()) {
                assertEquals(403, send(call).status(), call.toString());
                List<Refused> refused = api.refused();
                assertEquals(List.of(child), refused.stream().map(Refused::id).toList(), call.toString());
                assertTrue(refused.get(0).detail().startsWith("DIAGNOSTICS"), refused.toString());
            }
            assertFalse(api.get("children/" + child).json().has("diagnostics"));
        }
    }

    @Test
    void who_may_read_but_not_write_a_child_is_refused_and_that_is_kept() {
        api.as(RegistryWorld.caller(RegistryWorld.ATYRAU, Role.APPROVER));
        for (Call call : writing().subList(0, 7)) {
            Answer answer = send(call);
            assertEquals(403, answer.status(), call + answer.text());
            assertEquals(List.of(child), api.refused().stream().map(Refused::id).toList(), call.toString());
        }
    }
}
