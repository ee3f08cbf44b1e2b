package kz.jolkarta.acceptance.pages;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import kz.jolkarta.acceptance.Api;

/**
 * A chess club of a school that goes on today.
 *
 * @param participants ids of the participations, in the order of the children
 */
record Club(Api api, long id, List<Long> participants) {
    static final String TITLE = "Шахмат үйірмесі";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Almaty"));

    /** One with these children in it. */
    static Club open(Api api, long... children) {
        long id = api.post("/api/measures/coverage/activities", """
                        {"type": "club", "title": "%s", "territory": "231010000", "starts": "%s",
                         "fields": {"field": "sport", "level": "school"}}""".formatted(TITLE, TODAY))
                .expect(201)
                .json()
                .get("id")
                .asLong();
        Club club = new Club(api, id, List.of());
        api.post(club.path("/state"), "{\"state\": \"open\"}").expect(200);
        var items = api.post(club.path("/participants"), "{\"childIds\": " + Arrays.toString(children) + "}")
                .expect(200)
                .json()
                .get("items");
        return new Club(
                api,
                id,
                StreamSupport.stream(items.spliterator(), false)
                        .map(p -> p.get("id").asLong())
                        .toList());
    }

    private String path(String more) {
        return "/api/measures/coverage/activities/" + id + more;
    }

    /** Where its page is. */
    String page() {
        return "/measures/coverage/activities/" + id;
    }

    /** These were there today, and it is over. */
    void held(List<Long> present) {
        api.post(path("/sessions"), "{\"heldOn\": \"%s\", \"present\": %s}".formatted(TODAY, present))
                .expect(201);
        api.post(path("/state"), "{\"state\": \"held\"}").expect(200);
    }
}
