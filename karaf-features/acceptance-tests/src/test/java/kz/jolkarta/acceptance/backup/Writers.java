package kz.jolkarta.acceptance.backup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import kz.jolkarta.acceptance.Api;
import kz.jolkarta.acceptance.Children;

/** People who keep entering children of a village in Turkistan Region until they are told to stop; every one must be confirmed. */
final class Writers {
    /** All their children live here, and no others. */
    static final String REGION = "610000000";

    private static final String VILLAGE = "611633100";
    private static final int PEOPLE = 3;

    private final Api api;
    private final Set<Long> confirmed = new ConcurrentSkipListSet<>();
    private final ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
    private final List<Future<?>> busy;
    private volatile boolean stopping;

    Writers(Api api) {
        this.api = api;
        this.busy = IntStream.range(0, PEOPLE)
                .<Future<?>>mapToObj(i -> people.submit(this::write))
                .toList();
    }

    private void write() {
        while (!stopping) {
            confirmed.add(Children.create(api, VILLAGE, ""));
        }
    }

    /** Ids of the children that are confirmed by now. */
    Set<Long> confirmed() {
        return new TreeSet<>(confirmed);
    }

    /** @return all they entered */
    Set<Long> stop() throws Exception {
        stopping = true;
        for (Future<?> one : busy) {
            one.get(1, TimeUnit.MINUTES);
        }
        people.shutdown();
        return confirmed();
    }

    /** Ids of their children in a node. */
    static Set<Long> children(Api api) {
        return ids(api, "/api/children?territory=" + REGION);
    }

    /** Ids of their children as the audit trail tells of their making. */
    static Set<Long> told(Api api) {
        Set<Long> told = new TreeSet<>();
        for (JsonNode entry : items(api, "/api/audit?kind=child&action=create")) {
            if (entry.path("territory").asText().equals(VILLAGE)) {
                told.add(entry.get("id").asLong());
            }
        }
        return told;
    }

    private static Set<Long> ids(Api api, String list) {
        Set<Long> ids = new TreeSet<>();
        items(api, list).forEach(item -> ids.add(item.get("id").asLong()));
        return ids;
    }

    private static List<JsonNode> items(Api api, String list) {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = api.get(list + "&limit=200" + (after.isEmpty() ? "" : "&after=" + after))
                    .expect(200)
                    .json();
            page.get("items").forEach(all::add);
            after = page.get("next").asText();
        } while (!after.isEmpty());
        return all;
    }
}
