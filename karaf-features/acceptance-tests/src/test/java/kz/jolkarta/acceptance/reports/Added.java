package kz.jolkarta.acceptance.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The country's figures added up anew from the regions' frozen reports, figure by figure.
 *
 * @param standing the frozen report of each region that counts, by its code
 */
record Added(Map<String, JsonNode> standing) {
    /** Sets the roll-up, as whoever may see the country's children reads it, beside what the regions handed in. @return how many figures were compared */
    int agrees(JsonNode rollUp) {
        Set<String> ministry = new TreeSet<>();
        rollUp.get("ministry").forEach(m -> ministry.add(m.asText()));
        int compared = 0;
        for (JsonNode measure : rollUp.get("measures")) {
            for (JsonNode figure : measure.get("indicators")) {
                String key =
                        measure.get("code").asText() + "/" + figure.get("code").asText();
                if (!ministry.contains(key)) {
                    compared += figure(key, figure);
                }
            }
        }
        return compared;
    }

    private int figure(String key, JsonNode figure) {
        Map<String, JsonNode> places = new HashMap<>();
        figure.get("districts").forEach(d -> places.put(d.get("territory").asText(), d));
        assertEquals(20, places.size(), key);
        BigDecimal sum = BigDecimal.ZERO;
        long part = 0;
        long whole = 0;
        int told = 0;
        for (Map.Entry<String, JsonNode> place : places.entrySet()) {
            Optional<JsonNode> own =
                    Optional.ofNullable(standing.get(place.getKey())).flatMap(r -> in(r, key));
            String where = key + " of " + place.getKey();
            if (own.isEmpty()) {
                assertEquals(Optional.empty(), value(place.getValue()), "nothing is silently 0: " + where);
                if (!standing.containsKey(place.getKey())) {
                    assertEquals("not-reported", place.getValue().get("state").asText(), where);
                }
                continue;
            }
            assertEquals(own.get().get("state"), place.getValue().get("state"), where);
            assertEquals(value(own.get()), value(place.getValue()), where);
            if (value(own.get()).isPresent()) {
                told++;
                sum = sum.add(value(own.get()).get());
                part += own.get().path("parts").path("part").asLong();
                whole += own.get().path("parts").path("whole").asLong();
            }
        }
        assertEquals(total(figure.get("adds").asText(), told, sum, part, whole), value(figure), key);
        return places.size() + 1;
    }

    private static Optional<BigDecimal> total(String adds, int told, BigDecimal sum, long part, long whole) {
        if (told == 0 || adds.equals("not")) {
            return Optional.empty();
        }
        return Optional.of(plain(
                adds.equals("sum")
                        ? sum
                        : BigDecimal.valueOf(100 * part).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)));
    }

    /** @param key measure, a slash, indicator */
    static Optional<JsonNode> in(JsonNode report, String key) {
        for (JsonNode measure : report.get("measures")) {
            for (JsonNode figure : measure.get("indicators")) {
                if (key.equals(
                        measure.get("code").asText() + "/" + figure.get("code").asText())) {
                    return Optional.of(figure);
                }
            }
        }
        return Optional.empty();
    }

    static Optional<BigDecimal> value(JsonNode figure) {
        return Optional.ofNullable(figure.get("value")).map(v -> plain(new BigDecimal(v.asText())));
    }

    static BigDecimal plain(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
}
