package kz.jolkarta.acceptance.measures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import kz.jolkarta.acceptance.Api;
import kz.jolkarta.acceptance.Children;
import kz.jolkarta.acceptance.Node;
import kz.jolkarta.acceptance.SharedNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One measure of each kind: what is recorded becomes a figure, and the figure opens the rows it is made of. Each test has a region of its own. */
@ExtendWith(SharedNode.class)
class FromRecordToReportTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Almaty"));
    private static final int YEAR = TODAY.getYear();
    private static final String GIFTED = ", \"talents\": [{\"field\": \"arts\", \"identifiedOn\": \"2026-01-10\"}]";

    @Test
    void aGiftedVillageChildIsCountedOnceAmongTheRural(Node node) {
        Api api = node.api();
        long child = Children.create(
                api,
                "271033400",
                GIFTED + ", \"categories\": [{\"category\": \"large-family\", \"validFrom\": \"2026-01-01\"}]");

        assertEquals(1, value(api, "statistics", "rural-gifted", "270000000"));
        assertEquals(0, value(api, "statistics", "urban-vulnerable-gifted", "270000000"));
        assertEquals(List.of(child), rows(api, "statistics", "rural-gifted", "270000000"));
    }

    @Test
    void fourSessionsOfASchoolYearMakeARegularParticipant(Node node) {
        Api api = node.api();
        long child = Children.create(api, "153233100", GIFTED);
        String activities = "/api/measures/technoparks/activities";
        LocalDate first = LocalDate.of(YEAR, 1, 15);
        long activity = id(api.post(
                activities,
                "{\"type\": \"project\", \"title\": \"Робот\", \"territory\": \"151010000\", \"starts\": \"%s\", \"ends\": \"%s\", \"seats\": 1}"
                        .formatted(first, first.plusDays(30))));
        state(api, activities + "/" + activity, "open");
        long participant = api.post(activities + "/" + activity + "/participants", "{\"childIds\": [" + child + "]}")
                .expect(200)
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asLong();
        for (int session = 0; session < 4; session++) {
            assertEquals(
                    0,
                    value(api, "technoparks", "regular-participants", "150000000"),
                    "after " + session + " sessions");
            api.post(
                            activities + "/" + activity + "/sessions",
                            "{\"heldOn\": \"%s\", \"present\": [%d]}"
                                    .formatted(first.plusDays(7L * session), participant))
                    .expect(201);
        }
        state(api, activities + "/" + activity, "held");

        assertEquals(1, value(api, "technoparks", "regular-participants", "150000000"));
        assertEquals(List.of(child), rows(api, "technoparks", "regular-participants", "150000000"));
    }

    @Test
    void theLastVoucherGoesToOneChildAndToTheFirstInTheQueueWhenReturned(Node node) {
        Api api = node.api();
        String awards = "/api/measures/health-camps/awards";
        api.put(
                        "/api/measures/health-camps/quotas",
                        "{\"type\": \"camp\", \"territory\": \"310000000\", \"year\": %d, \"cap\": 1}".formatted(YEAR),
                        "")
                .expect(200);
        long one = voucher(api, Children.create(api, "311010000", GIFTED));
        long other = voucher(api, Children.create(api, "311010000", GIFTED));
        state(api, awards + "/" + one, "commission");
        state(api, awards + "/" + other, "commission");
        state(api, awards + "/" + one, "approved");
        JsonNode waiting = api.post(awards + "/" + other + "/state", "{\"state\": \"approved\"}")
                .expect(200)
                .json();
        assertEquals("commission", waiting.get("state").asText(), "no place is left: it waits");
        assertEquals(1, waiting.get("queuePlace").asInt());
        state(api, awards + "/" + one, "issued");
        assertEquals(1, value(api, "health-camps", "issued", "310000000"));
        assertEquals(List.of(one), rows(api, "health-camps", "issued", "310000000"));

        api.post(awards + "/" + one + "/state", "{\"state\": \"returned\", \"reason\": \"ауырып қалды\"}")
                .expect(200);

        assertEquals(
                "approved",
                api.get(awards + "/" + other).expect(200).json().get("state").asText(),
                "the place goes to the first in the queue");
        assertEquals(1, value(api, "health-camps", "returned", "310000000"));
        assertEquals(0, value(api, "health-camps", "issued", "310000000"));
    }

    @Test
    void aVideoShowsOnlyChildrenWhoseRepresentativeAgreed(Node node) {
        Api api = node.api();
        String deliverables = "/api/measures/information-support/deliverables";
        String video = """
                {"type": "video", "title": "Ұшқыр ой", "territory": "350000000", "language": "kk", "year": %d, "channel": "Qarağandy",
                 "link": "https://example.kz/v", "reach": 1200, "childIds": [%d]}""";
        long hidden = Children.create(api, "351010000", GIFTED);
        long shown = Children.create(
                api,
                "351010000",
                GIFTED + ", \"consents\": [{\"purpose\": \"publicity\", \"givenOn\": \"2026-01-01\"}]");

        api.post(deliverables, video.formatted(YEAR, hidden)).expect(409);
        long adopted = id(api.post(deliverables, video.formatted(YEAR, shown)));
        state(api, deliverables + "/" + adopted, "review");
        state(api, deliverables + "/" + adopted, "adopted");

        assertEquals(1, value(api, "information-support", "materials", "350000000"));
        assertEquals(1200, value(api, "information-support", "reach", "350000000"));
        assertEquals(List.of(adopted), rows(api, "information-support", "materials", "350000000"));
    }

    @Test
    void theRegionsReportTellsZeroFromNotRunAndNotReported(Node node) {
        Api api = node.api();
        Children.create(api, "191010000", GIFTED);
        JsonNode report =
                api.get("/api/reports/" + YEAR + "/190000000").expect(200).json();

        assertEquals(19, report.get("measures").size());
        assertEquals(
                "not-applicable", report.get("measures").get(16).get("state").asText(), "the ministry's measure");
        assertEquals("not-reported", report.get("measures").get(7).get("state").asText());
        JsonNode rural = report.get("measures").get(0).get("indicators").get(0);
        assertEquals("zero", rural.get("state").asText());
        assertTrue(rural.get("rule").asText().length() > 20, rural.toString());
        byte[] sheet =
                api.get("/api/reports/" + YEAR + "/190000000.xlsx").expect(200).bytes();
        assertEquals("PK", new String(sheet, 0, 2, java.nio.charset.StandardCharsets.US_ASCII));
    }

    private static long voucher(Api api, long child) {
        return id(api.post(
                "/api/measures/health-camps/awards",
                "{\"type\": \"camp\", \"childId\": %d, \"year\": %d, \"amount\": 150000, \"source\": \"local-budget\"}"
                        .formatted(child, YEAR)));
    }

    private static void state(Api api, String path, String state) {
        api.post(path + "/state", "{\"state\": \"" + state + "\"}").expect(200);
    }

    private static long id(Api.Reply reply) {
        return reply.expect(201).json().get("id").asLong();
    }

    private static long value(Api api, String measure, String indicator, String region) {
        JsonNode all = api.get("/api/measures/" + measure + "/indicators?year=" + YEAR + "&territory=" + region)
                .expect(200)
                .json();
        for (JsonNode one : all.get("indicators")) {
            if (one.get("code").asText().equals(indicator)) {
                return one.path("value").asLong(0);
            }
        }
        throw new AssertionError("no " + indicator + " in " + all);
    }

    private static List<Long> rows(Api api, String measure, String indicator, String region) {
        JsonNode page = api.get("/api/measures/" + measure + "/indicators/" + indicator + "/rows?year=" + YEAR
                        + "&territory=" + region)
                .expect(200)
                .json();
        return page.findValues("id").stream().map(JsonNode::asLong).toList();
    }
}
