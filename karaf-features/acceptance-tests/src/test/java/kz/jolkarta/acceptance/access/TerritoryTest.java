package kz.jolkarta.acceptance.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import kz.jolkarta.acceptance.Api;
import kz.jolkarta.acceptance.Children;
import kz.jolkarta.acceptance.Node;
import kz.jolkarta.acceptance.SharedNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Another region's child answers exactly as an unknown one, wherever it is asked for. */
@ExtendWith(SharedNode.class)
class TerritoryTest {
    private static final String ATYRAU = "231035100";
    private static final String ELSEWHERE = "630000000";
    private static final String UNKNOWN = "999999999999";

    @Test
    void aChildOfAnotherRegionIsNotThere(Node node) {
        String id = String.valueOf(Children.create(
                node.api(), ATYRAU, ", \"talents\": [{\"field\": \"arts\", \"identifiedOn\": \"2026-01-10\"}]"));
        for (String role : List.of("coordinator", "psychologist", "approver")) {
            Api stranger = Accounts.with(node, role, ELSEWHERE);
            Api local = Accounts.with(node, role, "230000000");
            int seen = 0;
            for (EntryPoint entry : EntryPoint.expected()) {
                if (!entry.path().startsWith("/children/{")
                        || entry.path().endsWith("/{id}") && entry.path().contains("{child}")) {
                    continue;
                }
                Api.Reply other = on(entry, id).call(stranger);
                Api.Reply none = on(entry, UNKNOWN).call(stranger);
                assertEquals(none.status(), other.status(), role + " " + entry.name());
                assertEquals(none.text().replace(UNKNOWN, id), other.text(), role + " " + entry.name());
                if (entry.method().equals("GET") && on(entry, id).call(local).status() == 200) {
                    seen++;
                    assertEquals(404, other.status(), role + " " + entry.name());
                }
            }
            assertTrue(seen > 0, role + " sees the own region's child");
        }
    }

    @Test
    void isFoundByNoSearchListOrIinOfAnotherRegion(Node node) {
        String iin = Children.iin();
        String json = Children.json(ATYRAU, "").replaceFirst("\"iin\": \"\\d+\"", "\"iin\": \"" + iin + "\"");
        node.api().post("/api/children", json).expect(201);
        Api stranger = Accounts.with(node, "coordinator", ELSEWHERE);
        for (String query : List.of("iin=" + iin, "q=" + iin, "q=сейітқали", "territory=" + ATYRAU)) {
            assertEquals(
                    0,
                    stranger.get("/api/children?" + query)
                            .expect(200)
                            .json()
                            .get("items")
                            .size(),
                    query);
            assertNotEquals(
                    0,
                    node.api()
                            .get("/api/children?" + query)
                            .expect(200)
                            .json()
                            .get("items")
                            .size(),
                    query);
        }
        JsonNode refused = stranger.post("/api/children", json.replace(ATYRAU, "631000000"))
                .json();
        assertTrue(refused.toString().indexOf("\"id\"") < 0, "no id of another region's child: " + refused);
    }

    @Test
    void whatIsRecordedInAnotherRegionIsNotThere(Node node) {
        Api api = node.api();
        long activity = api.post("/api/measures/technoparks/activities", """
                        {"type": "project", "title": "Робот", "territory": "%s", "starts": "2026-10-01", "ends": "2026-10-02"}""".formatted(ATYRAU))
                .expect(201)
                .json()
                .get("id")
                .asLong();
        Api stranger = Accounts.with(node, "coordinator", ELSEWHERE);
        Api.Reply other = stranger.get("/api/measures/technoparks/activities/" + activity);
        Api.Reply none = stranger.get("/api/measures/technoparks/activities/" + UNKNOWN);
        assertEquals(404, other.status());
        assertEquals(none.text(), other.text());
        assertEquals(
                stranger.get("/api/reports/2026/990000000").expect(404).text(),
                stranger.get("/api/reports/2026/230000000").expect(404).text());
    }

    private static EntryPoint on(EntryPoint entry, String child) {
        return new EntryPoint(entry.method(), entry.path().replaceFirst("\\{(child|id)}", child), entry.needs());
    }
}
