package kz.jolkarta.acceptance.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.jolkarta.acceptance.Api;
import kz.jolkarta.acceptance.Node;
import kz.jolkarta.acceptance.OwnNode;
import kz.jolkarta.acceptance.Poll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list of 20 000 on an empty node: the report's figures are those of the list, whatever happens to the node meanwhile. */
class ListOf20000Test {
    private static final String LIST = "children-20000.csv.gz";

    @TempDir
    Path folder;

    @Test
    void isImportedWithoutAPauseAndTheReportAgreesWithAnIndependentCount() throws IOException {
        IndependentCount count = count();
        try (OwnNode own = OwnNode.unpacked(folder)) {
            Api api = own.start().api();

            JsonNode done = new Imports(api).whole(Imports.sample(LIST, folder));

            assertEquals(count.rows(), Imports.count(done, "read"));
            assertEquals(count.children(), Imports.count(done, "created"));
            assertEquals(
                    count.rows() - count.children(),
                    Imports.count(done, "doubtful"),
                    "one IIN stands there for two children");
            assertEquals(0, Imports.count(done, "rejected"));
            assertReports(count, api);
        }
    }

    @Test
    void survivesAKillInTheMiddleNothingLostNothingTwice() throws IOException {
        IndependentCount count = count();
        Path list = Imports.sample(LIST, folder);
        try (OwnNode own = OwnNode.unpacked(folder)) {
            Api api = own.start().api();
            String location = new Imports(api).start(list);
            Poll.until("the import is in its middle", Duration.ofMinutes(2), () -> {
                JsonNode counts = api.get(location).expect(200).json().get("counts");
                long read = counts.get("read").asLong();
                assertTrue(read < count.rows(), "killed before the end");
                return read > 2000 ? Optional.of(read) : Optional.empty();
            });

            own.kill();
            Node again = own.start();

            JsonNode second = new Imports(again.api()).whole(list);
            assertEquals(count.rows(), Imports.count(second, "read"));
            assertEquals(count.rows(), Imports.sum(second));
            assertEquals(0, Imports.count(second, "rejected"));
            assertReports(count, again.api());
        }
    }

    private static void assertReports(IndependentCount count, Api api) {
        int year = LocalDate.now(ZoneId.of("Asia/Almaty")).getYear();
        assertEquals(20, count.regions().size());
        for (String region : count.regions()) {
            JsonNode report = api.get("/api/reports/" + year + "/" + region + "0000000")
                    .expect(200)
                    .json();
            JsonNode rural = indicator(report, "rural-gifted");
            JsonNode urban = indicator(report, "urban-vulnerable-gifted");
            assertEquals(count.rural(region), districts(rural), "rural, by district of region " + region);
            assertEquals(
                    count.vulnerable(region),
                    districts(urban),
                    "urban and vulnerable, by district of region " + region);
            assertEquals(sum(count.rural(region)), rural.get("value").asLong());
            assertEquals(sum(count.vulnerable(region)), urban.get("value").asLong());
            assertEquals(count.ruralGirls(region), by(rural, "sex", "female"), "rural girls of region " + region);
        }
    }

    static JsonNode indicator(JsonNode report, String code) {
        for (JsonNode measure : report.get("measures")) {
            for (JsonNode indicator : measure.get("indicators")) {
                if (indicator.get("code").asText().equals(code)) {
                    return indicator;
                }
            }
        }
        throw new AssertionError("no indicator " + code + " in " + report);
    }

    private static Map<String, Long> districts(JsonNode indicator) {
        Map<String, Long> values = new TreeMap<>();
        for (JsonNode district : indicator.get("districts")) {
            long value = district.get("value").asLong();
            if (value != 0) {
                values.put(district.get("territory").asText(), value);
            }
        }
        return values;
    }

    private static long by(JsonNode indicator, String dimension, String key) {
        for (JsonNode breakdown : indicator.get("by")) {
            if (breakdown.get("dimension").asText().equals(dimension)) {
                for (JsonNode item : breakdown.get("items")) {
                    if (item.get("key").asText().equals(key)) {
                        return item.get("value").asLong();
                    }
                }
            }
        }
        return 0;
    }

    private static long sum(Map<String, Long> values) {
        return values.values().stream().mapToLong(Long::longValue).sum();
    }

    private static IndependentCount count() throws IOException {
        try (InputStream list = ListOf20000Test.class.getResourceAsStream("/lists/" + LIST)) {
            return new IndependentCount(list, Path.of("../../registry-bundle/src/main/resources/data/territories.csv"));
        }
    }
}
