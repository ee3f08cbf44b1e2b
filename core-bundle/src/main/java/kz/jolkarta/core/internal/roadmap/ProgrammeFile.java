package kz.jolkarta.core.internal.roadmap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Deadline;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.core.roadmap.Programme;

/** A programme as a JSON file; the form is that of {@code programmes/roadmap-997.json}. */
public final class ProgrammeFile {
    private static final Set<String> MINISTRY = Set.of("MINISTRY", "DARYN");

    private ProgrammeFile() {}

    /** A programme that the core brings along. */
    public static Programme shipped(String name) {
        try (InputStream in = ProgrammeFile.class.getResourceAsStream("/programmes/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no such programme is shipped: " + name);
            }
            return programme(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws RuntimeException or {@link IOException} with the reason when the file is no programme */
    static Programme read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return programme(new ObjectMapper().readTree(in));
        }
    }

    private static Programme programme(JsonNode root) {
        String code = word(root, "code");
        JsonNode act = member(root, "act");
        JsonNode years = member(root, "years");
        Set<Language> official = EnumSet.noneOf(Language.class);
        for (JsonNode tag : list(root, "official")) {
            official.add(Language.of(tag.asText()).orElseThrow(() -> wrong("official", tag)));
        }
        List<Programme.Reporting> reports = new ArrayList<>();
        for (JsonNode report : list(root, "reports")) {
            reports.add(new Programme.Reporting(
                    word(report, "code"),
                    MonthDay.parse(word(report, "regions")),
                    MonthDay.parse(word(report, "ministry")),
                    member(report, "following_year").asBoolean()));
        }
        List<Clause> clauses = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (JsonNode measure : list(root, "measures")) {
            Clause clause = clause(code, measure);
            if (!codes.add(clause.code()) || !codes.add("№ " + clause.number())) {
                throw new IllegalArgumentException(
                        "measure " + clause.number() + " (" + clause.code() + ") stands twice");
            }
            clauses.add(clause);
        }
        return new Programme(
                code,
                text(act, "title"),
                LocalDate.parse(word(act, "date")),
                official,
                number(years, "first"),
                number(years, "last"),
                reports,
                clauses);
    }

    private static Clause clause(String programme, JsonNode measure) {
        JsonNode responsible = member(measure, "responsible");
        Set<String> bodies = new HashSet<>();
        list(responsible, "codes").forEach(body -> bodies.add(body.asText()));
        Set<FundingSource> sources = EnumSet.noneOf(FundingSource.class);
        list(member(measure, "funding"), "sources")
                .forEach(source -> sources.add(FundingSource.valueOf(source.asText())));
        return new Clause(
                programme,
                number(measure, "number"),
                word(measure, "code"),
                text(measure, "name"),
                text(measure, "text"),
                text(measure, "completion"),
                text(measure, "responsible"),
                bodies.contains("MINISTRY") && MINISTRY.containsAll(bodies),
                deadline(member(measure, "deadline")),
                sources);
    }

    private static Deadline deadline(JsonNode deadline) {
        String kind = word(deadline, "kind");
        return switch (kind) {
            case "once" -> new Deadline.Once(LocalDate.parse(word(deadline, "last_day")));
            case "yearly" ->
                new Deadline.Yearly(
                        Month.of(number(deadline, "month")),
                        number(deadline, "first_year"),
                        number(deadline, "last_year"));
            default -> throw new IllegalArgumentException("deadline is neither once nor yearly: " + kind);
        };
    }

    private static Text text(JsonNode parent, String name) {
        JsonNode text = member(parent, name);
        Text read = new Text(
                text.path("kk").asText(""),
                text.path("ru").asText(""),
                text.path("en").asText(""));
        if (read.in(Language.KK).isBlank()) {
            throw wrong(name, text);
        }
        return read;
    }

    private static String word(JsonNode parent, String name) {
        JsonNode word = member(parent, name);
        if (!word.isTextual() || word.asText().isBlank()) {
            throw wrong(name, word);
        }
        return word.asText();
    }

    private static int number(JsonNode parent, String name) {
        JsonNode number = member(parent, name);
        if (!number.canConvertToInt() || !number.isIntegralNumber()) {
            throw wrong(name, number);
        }
        return number.asInt();
    }

    private static JsonNode list(JsonNode parent, String name) {
        JsonNode list = member(parent, name);
        if (!list.isArray()) {
            throw wrong(name, list);
        }
        return list;
    }

    private static JsonNode member(JsonNode parent, String name) {
        JsonNode member = parent.get(name);
        if (member == null || member.isNull()) {
            throw new IllegalArgumentException("\"" + name + "\" is missing");
        }
        return member;
    }

    private static IllegalArgumentException wrong(String name, JsonNode value) {
        return new IllegalArgumentException("\"" + name + "\" cannot be read: " + value);
    }
}
