package kz.jolkarta.acceptance.measures;

import static kz.jolkarta.acceptance.measures.Records.GIFTED;
import static kz.jolkarta.acceptance.measures.Records.TODAY;
import static kz.jolkarta.acceptance.measures.Records.YEAR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import kz.jolkarta.acceptance.Node;
import kz.jolkarta.acceptance.SharedNode;
import kz.jolkarta.acceptance.access.Accounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Measures about the people and maps of the database itself. */
@ExtendWith(SharedNode.class)
class PeopleCasesTest {
    private static final String CONTENT = """
            {"strengths": "алгебра", "talent": "academic", "goals": "облыстық олимпиада", "directions": "математика",
             "support-needed": "онлайн курс", "coordinator": "А. Оспанова"}""";

    @Test
    void measure3ACabinetHasOneActingCoordinator(Node node) {
        Records coordinators = new Records(node.api(), "coordinators", "330000000");
        long covered = coordinators.organisation("cabinet", "Талдықорған әдістемелік кабинеті", "331010000");
        long empty = coordinators.organisation("cabinet", "Ақсу әдістемелік кабинеті", "331800000");
        long first = coordinators.staff(covered, "coordinator", "Айгүл");
        long second = coordinators.staff(covered, "coordinator", "Марат");
        String path = "/api/organisations/" + covered + "/appointments";
        String order =
                "{\"staffId\": %d, \"orderNumber\": \"15-б\", \"orderDate\": \"2021-08-20\", \"from\": \"2021-09-01\"}";
        coordinators.api().post(path, order.formatted(first)).expect(201);
        coordinators.told(409, path, order.formatted(second), "kk", "бір ғана үйлестіруші");
        coordinators.told(409, path, order.formatted(second), "ru", "только один координатор");
        coordinators.told(409, path, order.formatted(second), "en", "one acting coordinator");
        coordinators.child("331010000", GIFTED);
        coordinators.child("331010000", GIFTED);
        assertEquals(50, coordinators.value("cabinets-covered"));
        assertEquals(List.of(empty), coordinators.rows("cabinets-without"));
        assertEquals(2, coordinators.value("caseload-median"));
        assertEquals(2, coordinators.value("caseload-max"));
    }

    @Test
    void measure7AMapKeepsTheFormItWasMadeWith(Node node) {
        Records maps = new Records(node.api(), "individual-roadmap", "550000000");
        long child = maps.child("551041100", GIFTED);
        long map = drawnUp(maps, child);
        assertEquals(1, maps.value("drawn-up"));
        assertEquals(0, maps.value("approved"));
        approve(node, maps, map);
        assertEquals(1, maps.value("approved"));
        assertEquals(List.of(map), maps.rows("approved"));
        assertEquals(1, maps.value("form-versions"));
        assertEquals(0, maps.value("steps-done"));

        JsonNode forms =
                maps.api().get("/api/road-map-forms").expect(200).json().get("items");
        long published = forms.get(forms.size() - 1).get("id").asLong();
        for (String language : List.of("kk", "ru", "en")) {
            maps.api()
                    .in(language)
                    .send(
                            "POST",
                            "/api/road-map-forms/" + published + "/publish",
                            java.net.http.HttpRequest.BodyPublishers.noBody(),
                            java.util.Map.of("If-Match", "\"1\""))
                    .expect(409);
        }
    }

    @Test
    void measure19ARecordIsCompleteWithGroundTalentConsentAndApprovedMap(Node node) {
        Records database = new Records(node.api(), "gifted-database", "710000000");
        String consent = ", \"consents\": [{\"purpose\": \"processing\", \"givenOn\": \"2021-01-01\"}]";
        long bare = database.child("711110000", "");
        long complete = database.child(
                "711110000",
                GIFTED + consent
                        + ", \"categories\": [{\"category\": \"large-family\", \"validFrom\": \"2020-01-01\","
                        + " \"groundKind\": \"куәлік\", \"groundNumber\": \"77\"}]");
        assertEquals(0, database.value("complete"));
        approve(node, database, drawnUp(database, complete));
        assertEquals(List.of(complete), database.rows("complete"));
        assertEquals(50, database.value("complete-share"));
        for (String lacking : List.of("without-ground", "without-talent", "without-consent", "without-road-map")) {
            assertEquals(List.of(bare), database.rows(lacking), lacking);
        }
    }

    private static long drawnUp(Records records, long child) {
        return Records.id(
                records.api().post("/api/children/" + child + "/road-maps", "{\"content\": " + CONTENT + "}"));
    }

    /** The representative agrees to what the map says, and another person than its author approves it. */
    private static void approve(Node node, Records records, long map) {
        String path = "/api/road-maps/" + map;
        records.api().post(path + "/state", "{\"state\": \"approved\"}").expect(409);
        int schoolYear = TODAY.getMonthValue() >= 9 ? YEAR : YEAR - 1;
        records.api()
                .post(
                        path + "/steps",
                        "{\"title\": \"Олимпиадаға дайындық\", \"measure\": \"coverage\", \"dueOn\": \"%d-05-20\"}"
                                .formatted(schoolYear + 1))
                .expect(201);
        records.api()
                .post(path + "/agreement", "{\"name\": \"Оспанова Гүлнәр\"}")
                .expect(200);
        records.api().post(path + "/state", "{\"state\": \"approved\"}").expect(403);
        JsonNode approved = Accounts.with(node, "approver", records.region())
                .post(path + "/state", "{\"state\": \"approved\"}")
                .expect(200)
                .json();
        assertTrue(approved.toString().contains("approved"), approved.toString());
    }
}
