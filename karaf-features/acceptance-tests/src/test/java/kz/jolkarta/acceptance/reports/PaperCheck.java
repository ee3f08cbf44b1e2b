package kz.jolkarta.acceptance.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.acceptance.Api;

/**
 * Sets the figures of papers beside those of the snapshot they are made from.
 *
 * @param snapshot as its reader may see it
 * @param path of the papers in the API
 */
record PaperCheck(Api reader, String path, int revision, JsonNode snapshot) {
    /** What stands in a cell without a value, in the paper's language. */
    private static final Map<String, Map<String, String>> WORDS = Map.of(
            "kk",
            Map.of(
                    "not-applicable", "қолданылмайды",
                    "not-reported", "есеп берілмеген",
                    "not-run", "мұнда жүргізілмейді"),
            "ru",
            Map.of(
                    "not-applicable", "не применяется",
                    "not-reported", "нет отчёта",
                    "not-run", "здесь не проводится"));

    private byte[] paper(String format, String language) {
        return reader.get(path + "?format=" + format + "&language=" + language + "&revision=" + revision)
                .expect(200)
                .bytes();
    }

    /** A region's letter in both forms and languages, and its workbook. @param hash of the revision @return how many figures were compared */
    int region(String hash) {
        int compared = 0;
        for (String language : List.of("kk", "ru")) {
            List<List<String>> rows = PaperReader.rows(paper("docx", language));
            String pdf = PaperReader.text(paper("pdf", language));
            assertTrue(pdf.contains(hash), pdf);
            int from = 0;
            for (JsonNode measure : snapshot.get("measures")) {
                int line = 0;
                for (JsonNode figure : measure.get("indicators")) {
                    line++;
                    String number = measure.get("number").asInt() + "." + line;
                    List<String> row = row(rows, number, columns(5));
                    String written = row.get(4);
                    same(figure, written, language, number);
                    assertEquals(
                            before(measure, figure),
                            PaperReader.number(row.get(3)).map(Added::plain),
                            number + " last year");
                    aimed(measure, figure, row, number);
                    from = inOrder(pdf, from, " " + number + " ", number);
                    // Words may stand on several lines of a cell; a number has no blank that breaks.
                    for (String part : written.split(" ")) {
                        from = inOrder(pdf, from, part.replace('\u00a0', ' '), number);
                    }
                    compared++;
                }
            }
        }
        return compared + workbook();
    }

    /** Last year's value, as it was frozen. */
    private Optional<BigDecimal> before(JsonNode measure, JsonNode figure) {
        String name = measure.get("code").asText() + "/" + figure.get("code").asText();
        JsonNode value = snapshot.path("lastYear").path("values").path(name);
        return value.isMissingNode() ? Optional.empty() : Optional.of(Added.plain(value.decimalValue()));
    }

    private boolean aims() {
        return !snapshot.path("targets").isEmpty();
    }

    /** Two more where any figure has a target. */
    private int columns(int without) {
        return without + (aims() ? 2 : 0);
    }

    /** The target and how much of it is there, as it was frozen. */
    private void aimed(JsonNode measure, JsonNode figure, List<String> row, String number) {
        if (!aims()) {
            return;
        }
        String name = measure.get("code").asText() + "/" + figure.get("code").asText();
        Optional<BigDecimal> aim = Optional.of(
                        snapshot.path("targets").path(name).path("value"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue);
        assertEquals(
                aim.map(Added::plain),
                PaperReader.number(row.get(row.size() - 2)).map(Added::plain),
                number + " target");
        assertEquals(
                aim.flatMap(a -> Added.value(figure)
                        .map(v ->
                                Added.plain(v.multiply(BigDecimal.valueOf(100)).divide(a, 1, RoundingMode.DOWN)))),
                PaperReader.number(row.get(row.size() - 1)).map(Added::plain),
                number + " in per cent of the target");
    }

    private int workbook() {
        int compared = 0;
        Map<Integer, List<Optional<BigDecimal>>> totals = PaperReader.totals(paper("xlsx", "kk"));
        assertEquals(19, totals.size());
        for (JsonNode measure : snapshot.get("measures")) {
            List<Optional<BigDecimal>> cells = totals.get(measure.get("number").asInt());
            for (int i = 0; i < measure.get("indicators").size(); i++) {
                assertSame(measure.get("indicators").get(i), cells.get(i), "sheet " + measure.get("number"));
                compared++;
            }
        }
        return compared;
    }

    /** The letter to the government in both forms and languages: the total of the figure that each measure is known by, and the regions that are missing. */
    int nation(String hash, Map<String, String> missing) {
        int compared = 0;
        for (String language : List.of("kk", "ru")) {
            List<List<String>> rows = PaperReader.rows(paper("docx", language));
            String pdf = PaperReader.text(paper("pdf", language));
            assertTrue(pdf.contains(hash), pdf);
            assertTrue(pdf.contains(missing.get(language)), missing.get(language) + " is named in " + pdf);
            for (JsonNode measure : snapshot.get("measures")) {
                String number = measure.get("number").asText();
                List<String> row = row(rows, number, columns(6));
                Optional<JsonNode> figure = called(measure, row.get(2), language);
                if (figure.isPresent() && !figure.get().get("adds").asText().equals("not")) {
                    same(figure.get(), row.get(5), language, number);
                    assertEquals(
                            before(measure, figure.get()),
                            PaperReader.number(row.get(4)).map(Added::plain),
                            number + " last year");
                    aimed(measure, figure.get(), row, number);
                    assertTrue(pdf.contains(row.get(5).replace('\u00a0', ' ')), number + ": " + row.get(5));
                    compared++;
                }
            }
        }
        return compared;
    }

    /** The figure that the paper shows of the measure: by its name in a Kazakh paper, the language of the snapshot. */
    private Optional<JsonNode> called(JsonNode measure, String name, String language) {
        if (language.equals("kk")) {
            for (JsonNode figure : measure.get("indicators")) {
                if (figure.get("name").asText().equals(name)) {
                    return Optional.of(figure);
                }
            }
            return Optional.empty();
        }
        List<List<String>> kazakh = PaperReader.rows(paper("docx", "kk"));
        return called(
                measure, row(kazakh, measure.get("number").asText(), columns(6)).get(2), "kk");
    }

    private static List<String> row(List<List<String>> rows, String number, int columns) {
        return rows.stream()
                .filter(r -> r.size() == columns && r.get(0).equals(number))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + number + " in " + rows));
    }

    private static int inOrder(String text, int from, String part, String number) {
        int at = text.indexOf(part, from);
        assertTrue(at >= 0, () -> number + ": “" + part + "” does not follow in “" + text.substring(from) + "”");
        return at + part.length() - 1;
    }

    private static void same(JsonNode figure, String written, String language, String number) {
        Optional<BigDecimal> value = PaperReader.number(written);
        assertSame(figure, value, number);
        if (value.isEmpty()) {
            String state = figure.get("state").asText();
            assertTrue(
                    written.equals(WORDS.get(language).get(state)) || state.equals("suppressed"),
                    number + ": " + written + " for " + figure);
        }
    }

    private static void assertSame(JsonNode figure, Optional<BigDecimal> written, String where) {
        assertEquals(Added.value(figure), written.map(Added::plain), () -> where + ": " + figure);
    }
}
