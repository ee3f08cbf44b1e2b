package kz.jolkarta.acceptance.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.jolkarta.acceptance.Api;
import kz.jolkarta.acceptance.Node;
import kz.jolkarta.acceptance.OwnNode;
import kz.jolkarta.acceptance.Shell;
import kz.jolkarta.acceptance.access.Accounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A region with 20 000 children and a year of records: each figure of its report, in each district and each part, equals a count made with nothing of the
 * product; the report as it was handed in is counted anew from the rows to the same hash, and one changed byte of it is found.
 */
class EveryFigureTest {
    /** Is over, so that no figure hangs on the day the test runs. */
    private static final int YEAR = LocalDate.now(ZoneId.of("Asia/Almaty")).getYear() - 1;

    private static final String REPORT = "/api/reports/" + YEAR + "/" + Region.CODE;

    @TempDir
    Path folder;

    private final List<String> wrong = new ArrayList<>();
    private int compared;

    @Test
    void equalsAnIndependentCountAndStaysAsItWasHandedIn() throws SQLException {
        try (OwnNode own = OwnNode.unpacked(folder)) {
            Path data = own.start().data();
            own.stop();
            Map<String, Figure> figures;
            Spent money;
            try (Tables tables = new Tables(data)) {
                new Region(tables, YEAR).write();
                figures = new Counted(tables, LocalDate.of(YEAR, 12, 31)).figures();
                money = new Spent(tables, YEAR, new Places(tables));
            }
            Node node = own.start();
            Set<String> told = report(node.api().get(REPORT).expect(200).json(), figures, money);
            assertEquals(List.of(), wrong);
            assertEquals(new TreeSet<>(figures.keySet()), told, "every figure, and no other one");
            assertTrue(compared > 1000, compared + " values");
            handedIn(node, figures);
            own.stop();
            damage(data);
            found(own.start());
        }
    }

    private void same(String where, Optional<BigDecimal> counted, JsonNode told) {
        compared++;
        Optional<BigDecimal> value = Optional.ofNullable(told.get("value")).map(v -> new BigDecimal(v.asText()));
        boolean equal = counted.isPresent() == value.isPresent()
                && counted.map(c -> c.compareTo(value.get()) == 0).orElse(true);
        if (!equal) {
            wrong.add(where + ": counted " + counted + ", told " + told);
        }
    }

    /** @return the figures of the report that have a value at all */
    private Set<String> report(JsonNode report, Map<String, Figure> figures, Spent money) {
        assertEquals(19, report.get("measures").size());
        Set<String> told = new TreeSet<>();
        for (JsonNode measure : report.get("measures")) {
            String code = measure.get("code").asText();
            if (code.equals("admission-rules")) {
                assertEquals("not-applicable", measure.get("state").asText(), "the ministry's measure");
                continue;
            }
            for (JsonNode indicator : measure.get("indicators")) {
                String key = code + "/" + indicator.get("code").asText();
                told.add(key);
                Figure figure = Optional.ofNullable(figures.get(key)).orElseThrow(() -> new AssertionError(key));
                same(key, figure.value(), indicator);
                assertTrue(indicator.get("districts").size() >= 8, key);
                indicator
                        .get("districts")
                        .forEach(d -> same(
                                key + " in " + d.get("territory"),
                                figure.in(d.get("territory").asText()),
                                d));
                for (JsonNode by : indicator.get("by")) {
                    String breakdown = by.get("dimension").asText();
                    by.get("items")
                            .forEach(i -> same(
                                    key + " by " + breakdown + " " + i.get("key"),
                                    figure.of(breakdown, i.get("key").asText()),
                                    i));
                }
            }
            money(code, measure.get("money"), money);
        }
        return told;
    }

    private void money(String measure, JsonNode sources, Spent money) {
        for (JsonNode source : sources) {
            for (String what : List.of("planned", "spent")) {
                String key = Spent.key(measure, source.get("source").asText(), what);
                Figure figure = money.of(key);
                sum(key, figure.value(), source.get(what));
                source.get("districts")
                        .forEach(d -> sum(
                                key + " in " + d.get("territory"),
                                figure.in(d.get("territory").asText()),
                                d.get(what)));
            }
        }
    }

    /** @param told null where nothing is planned */
    private void sum(String where, Optional<BigDecimal> counted, JsonNode told) {
        compared++;
        BigDecimal value = told == null ? BigDecimal.ZERO : new BigDecimal(told.asText());
        if (counted.orElseThrow().compareTo(value) != 0) {
            wrong.add(where + ": counted " + counted + ", told " + told);
        }
    }

    /** The rows behind each count are as many as were counted, and the report counted again from the rows is the same one. */
    private static void handedIn(Node node, Map<String, Figure> figures) {
        Api coordinator = Accounts.with(node, "coordinator", Region.CODE);
        Api approver = Accounts.with(node, "approver", Region.CODE);
        String prepared = coordinator
                .post(REPORT + "/preparation", "{}")
                .expect(200)
                .json()
                .get("hash")
                .asText();
        JsonNode made = approver.post(REPORT + "/submissions", "{}").expect(201).json();
        assertEquals(prepared, made.get("hash").asText(), "counted twice");
        Api.Reply content = approver.get(REPORT + "/submissions/1.json").expect(200);
        assertEquals(sha256(content.bytes()), made.get("hash").asText());
        rows(content.json(), figures);
        assertEquals("whole", verification(node, 1).get("state").asText());
        assertEquals(0, verify(node).exit());
    }

    /** How many rows stand behind each count that is one of things, as frozen. */
    private static void rows(JsonNode content, Map<String, Figure> figures) {
        int checked = 0;
        for (JsonNode measure : content.get("measures")) {
            for (JsonNode indicator : measure.get("indicators")) {
                String key = measure.get("code").asText() + "/"
                        + indicator.get("code").asText();
                for (JsonNode frozen : indicator.path("frozen")) {
                    boolean things = frozen.get("part").asText().equals("counted")
                            && figures.get(key).items().stream().allMatch(i -> i.value() == 1);
                    if (things) {
                        assertEquals(
                                figures.get(key).items().size(),
                                frozen.get("rows").asInt(),
                                key);
                        checked++;
                    }
                }
            }
        }
        assertTrue(checked > 20, checked + " counts");
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode verification(Node node, int revision) {
        return node.api()
                .get(REPORT + "/submissions/" + revision + "/verification")
                .expect(200)
                .json();
    }

    private static Shell.Answer verify(Node node) {
        return node.shell("jolkarta:report-verify " + YEAR + " 23");
    }

    /** One byte of the rows behind a figure, and one of the content of a copy of the revision. */
    private static void damage(Path data) throws SQLException {
        try (Tables tables = new Tables(data)) {
            String columns = tables.columns("report_submission");
            String second = columns.replaceFirst("\\bID\\b", "ID + 1").replaceFirst("\\bREVISION\\b", "REVISION + 1");
            tables.change(
                    "insert into report_submission (" + columns + ") select " + second + " from report_submission");
            assertEquals(1, tables.changeByte("report_submission", "content", "revision = 2"));
            String hash = tables.read(
                            "select hash from report_rows order by length(packed) desc", row -> row.getString(1))
                    .get(0);
            assertEquals(1, tables.changeByte("report_rows", "packed", "hash = '" + hash + "'"));
        }
    }

    private static void found(Node node) {
        JsonNode rows = verification(node, 1);
        assertEquals("damaged", rows.get("state").asText());
        assertEquals("rows", rows.get("flaws").get(0).get("kind").asText());
        assertTrue(rows.get("flaws").get(0).get("measure").asText().length() > 1, "the figure is named");
        JsonNode content = verification(node, 2);
        assertEquals("damaged", content.get("state").asText());
        assertEquals("content", content.get("flaws").get(0).get("kind").asText());
        Shell.Answer told = verify(node);
        assertNotEquals(0, told.exit(), told.output());
        assertTrue(told.output().contains("2, 1"), told.output());
    }
}
