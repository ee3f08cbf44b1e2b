package kz.jolkarta.acceptance.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.jolkarta.acceptance.Api;
import kz.jolkarta.acceptance.Node;
import kz.jolkarta.acceptance.access.Accounts;

/** The country in the story of the year: the ministry, the regions by their codes with what each of them will do, and what stands. */
final class Country {
    static final int YEAR = 2026;
    static final String ATYRAU = "230000000";
    static final List<String> EARLY = List.of("100000000", "110000000", "150000000");
    static final String LAST_SECOND = "390000000";
    static final String MIDNIGHT = "550000000";
    static final List<String> LATE = List.of("470000000", "710000000");
    static final String MISSING = "620000000";
    static final String GIVEN_BACK = "610000000";
    /** The figure that has targets: of Atyrau and of the whole country. */
    static final String AIMED = "statistics/rural-gifted";

    static final Map<String, Integer> AIMS = Map.of(ATYRAU, 900, "country", 950);

    final HeldClock clock;
    final Node node;
    /** Prepares the ministry's report; the other one hands it in. */
    final Api ministry;

    final Api handsIn;
    final Map<String, Reporter> regions;
    /** The last revision of each region whose report stands. */
    final Map<String, Integer> revisions = new TreeMap<>();

    Country(HeldClock clock, Node node) {
        this.clock = clock;
        this.node = node;
        this.ministry = Accounts.with(node, "administrator", "");
        this.handsIn = Accounts.with(node, "administrator", "");
        this.regions = Reporter.all(node, YEAR);
        assertEquals(20, regions.size());
    }

    Reporter region(String code) {
        return regions.get(code);
    }

    static JsonNode one(JsonNode list, String member, String value) {
        for (JsonNode each : list) {
            if (each.get(member).asText().equals(value)) {
                return each;
            }
        }
        throw new AssertionError("no " + value + " in " + list);
    }

    long created(String path, String json) {
        return node.api().post(path, json).expect(201).json().get("id").asLong();
    }

    void onTime(JsonNode submission) {
        assertTrue(submission.get("onTime").asBoolean(), submission.toString());
        revisions.put(submission.get("region").asText(), 1);
    }

    void late(JsonNode submission) {
        assertFalse(submission.get("onTime").asBoolean(), submission.toString());
        revisions.put(
                submission.get("region").asText(), submission.get("revision").asInt());
    }

    static String nation() {
        return "/api/nation-reports/" + YEAR;
    }

    JsonNode rollUp() {
        return node.api().get(nation()).expect(200).json();
    }

    /** What the roll-up and the list of reports say of the regions. */
    Set<String> states(Collection<String> codes) {
        JsonNode added = rollUp().get("regions");
        JsonNode listed = ministry.get("/api/reports/" + YEAR).expect(200).json();
        Set<String> states = new TreeSet<>();
        for (String code : codes) {
            String state = one(added, "code", code).get("state").asText();
            JsonNode line = one(listed, "region", code);
            if (!line.get("returned").asBoolean()) {
                assertEquals(state, line.get("timeliness").asText(), code);
            }
            states.add(state);
        }
        return states;
    }

    Map<String, JsonNode> standing() {
        Map<String, JsonNode> standing = new HashMap<>();
        revisions.forEach((code, revision) -> standing.put(code, region(code).content(revision)));
        return standing;
    }

    static JsonNode nationContent(Api reader, int revision) {
        return reader.get(nation() + "/submissions/" + revision + ".json")
                .expect(200)
                .json();
    }
}
