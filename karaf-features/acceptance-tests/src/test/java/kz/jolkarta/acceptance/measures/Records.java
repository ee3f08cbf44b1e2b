package kz.jolkarta.acceptance.measures;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;
import kz.jolkarta.acceptance.Api;
import kz.jolkarta.acceptance.Children;

/** The records of one measure in one region, and the figures they become. */
record Records(Api api, String measure, String region) {
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Almaty"));
    static final int YEAR = TODAY.getYear();
    static final String GIFTED = ", \"talents\": [{\"field\": \"sport\", \"identifiedOn\": \"2021-01-10\"}]";

    String path(String records) {
        return "/api/measures/" + measure + "/" + records;
    }

    long child(String territory, String more) {
        return Children.create(api, territory, more);
    }

    /** A child in this grade. */
    long pupil(String territory, int grade, String more) {
        String json = Children.json(territory, more).replace("\"grade\": 7", "\"grade\": " + grade);
        return id(api.post("/api/children", json));
    }

    long organisation(String kind, String name, String territory) {
        return id(api.post(
                "/api/organisations",
                "{\"kind\": \"%s\", \"name\": \"%s\", \"territory\": \"%s\"}".formatted(kind, name, territory)));
    }

    long staff(long organisation, String position, String name) {
        return id(api.post(
                "/api/organisations/" + organisation + "/staff",
                "{\"surname\": \"Оспанова\", \"givenName\": \"%s\", \"position\": \"%s\", \"validFrom\": \"2015-09-01\"}"
                        .formatted(name, position)));
    }

    /** An achievement of the child under the coach. @param level e.g. {@code republic} */
    void won(long child, String level, LocalDate on, long coach) {
        api.post(
                        "/api/children/" + child + "/achievements",
                        "{\"event\": \"Олимпиада\", \"level\": \"%s\", \"field\": \"academic\", \"place\": 1, \"wonOn\": \"%s\"%s}"
                                .formatted(level, on, coach == 0 ? "" : ", \"coachId\": " + coach))
                .expect(201);
    }

    long create(String records, String json) {
        return id(api.post(path(records), json));
    }

    void state(String records, long id, String state) {
        api.post(path(records) + "/" + id + "/state", "{\"state\": \"" + state + "\"}")
                .expect(200);
    }

    /** The award goes through the commission to being issued. */
    void issue(long award) {
        List.of("commission", "approved", "issued").forEach(state -> state("awards", award, state));
    }

    /** The persons take part in one session of the activity, which is then held. @return their participations */
    List<Long> attend(long activity, String persons, LocalDate on, long... ids) {
        state("activities", activity, "open");
        String list = StreamSupport.stream(java.util.Arrays.stream(ids).spliterator(), false)
                .map(String::valueOf)
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
        JsonNode answer = api.post(
                        path("activities") + "/" + activity + "/participants", "{\"" + persons + "\": [" + list + "]}")
                .expect(200)
                .json();
        List<Long> participations = StreamSupport.stream(answer.get("items").spliterator(), false)
                .map(p -> p.get("id").asLong())
                .toList();
        api.post(
                        path("activities") + "/" + activity + "/sessions",
                        "{\"heldOn\": \"%s\", \"present\": %s}".formatted(on, participations))
                .expect(201);
        state("activities", activity, "held");
        return participations;
    }

    /** Refused with the status, and told so in each language. */
    void refused(int status, String records, String json, String kk, String ru, String en) {
        told(status, path(records), json, "kk", kk);
        told(status, path(records), json, "ru", ru);
        told(status, path(records), json, "en", en);
    }

    void told(int status, String path, String json, String language, String words) {
        String answer = api.in(language).post(path, json).expect(status).text();
        assertTrue(answer.contains(words), () -> "“" + words + "” is not in: " + answer);
    }

    long value(String indicator) {
        return value(indicator, YEAR);
    }

    long value(String indicator, int year) {
        return figure(indicator, year).path("value").asLong(0);
    }

    JsonNode figure(String indicator, int year) {
        JsonNode all = api.get(path("indicators") + "?year=" + year + "&territory=" + region)
                .expect(200)
                .json();
        return StreamSupport.stream(all.get("indicators").spliterator(), false)
                .filter(one -> one.get("code").asText().equals(indicator))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + indicator + " in " + all));
    }

    /** Ids of the rows behind the figure. */
    List<Long> rows(String indicator) {
        return rows(indicator, YEAR);
    }

    List<Long> rows(String indicator, int year) {
        JsonNode page = api.get(path("indicators/" + indicator + "/rows") + "?year=" + year + "&territory=" + region)
                .expect(200)
                .json();
        return StreamSupport.stream(page.get("items").spliterator(), false)
                .map(row -> row.get("id").asLong())
                .toList();
    }

    /** The measure's line in the region's report. */
    JsonNode line(int year) {
        JsonNode report =
                api.get("/api/reports/" + year + "/" + region).expect(200).json();
        return StreamSupport.stream(report.get("measures").spliterator(), false)
                .filter(m -> m.get("code").asText().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    static long id(Api.Reply reply) {
        return reply.expect(201).json().get("id").asLong();
    }
}
