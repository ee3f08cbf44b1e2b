package kz.jolkarta.registry.roadmaps;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.registry.records.Checks;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Moves;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Query;

/**
 * Which road maps are printed together, and how. What was not given is null and means all.
 *
 * @param maps ids of single maps, at most {@value #MOST_IDS}
 * @param territory KATO code of a unit; all below it too
 * @param school organisation where the child learns
 * @param gradeLetter of the class, in either case
 * @param schoolYear the year the school year begins in
 * @param state of the maps
 * @param format pdf or docx; pdf when it is not given
 * @param language kk, ru or en; Kazakh when it is not given
 */
public record PrintChoice(
        List<Long> maps,
        String territory,
        Long school,
        Integer grade,
        String gradeLetter,
        Integer schoolYear,
        String state,
        String format,
        String language) {
    private static final int MOST_IDS = 500;

    public PrintChoice {
        maps = maps == null
                ? List.of()
                : maps.stream().filter(Objects::nonNull).distinct().toList();
        territory = plain(territory);
        gradeLetter = plain(gradeLetter);
        state = plain(state);
        format = plain(format);
        language = plain(language);
    }

    private static String plain(String text) {
        return text == null ? "" : text.strip();
    }

    /** @throws Problem INVALID with what is wrong, and when nothing at all was chosen */
    void check() {
        Params.territory(territory);
        Params.year("schoolYear", schoolYear == null ? "" : String.valueOf(schoolYear));
        Choice.of(RoadMapState.class, "state", state);
        printFormat();
        printLanguage();
        Checks checks = new Checks();
        checks.that(maps.size() <= MOST_IDS, "maps", "record.too-many", MOST_IDS);
        checks.that(grade == null || grade >= 0 && grade <= 12, "grade", "record.range", 0, 12);
        checks.text("gradeLetter", gradeLetter, 5);
        checks.that(grade == null || school != null, "school", "record.required");
        checks.that(gradeLetter.isEmpty() || grade != null, "grade", "record.required");
        checks.done();
        if (maps.isEmpty() && territory.isEmpty() && school == null && schoolYear == null && state.isEmpty()) {
            throw Problem.invalid("roadmap.print-choose");
        }
    }

    Print.Format printFormat() {
        return Print.Format.of(format);
    }

    Language printLanguage() {
        return Print.language(language);
    }

    Query query(Scope scope) {
        Scope wanted = territory.isEmpty() ? scope : scope.within(Scope.of(territory));
        Query query = new Query().and(wanted.persons("c"));
        if (!maps.isEmpty()) {
            query.and("m.id in (:maps)", "maps", maps);
        }
        return query.and("c.school_id = :school", "school", school)
                .and("c.grade = :grade", "grade", grade)
                .and("upper(c.grade_letter) = :letter", "letter", gradeLetter.toUpperCase(Locale.ROOT))
                .and("m.school_year = :year", "year", schoolYear)
                .and("m.state = :state", "state", Choice.of(RoadMapState.class, "state", state));
    }

    /** Names of what was chosen by, never the values. */
    String names() {
        Map<String, Boolean> given = new LinkedHashMap<>();
        given.put("maps", !maps.isEmpty());
        given.put("territory", !territory.isEmpty());
        given.put("school", school != null);
        given.put("grade", grade != null);
        given.put("gradeLetter", !gradeLetter.isEmpty());
        given.put("schoolYear", schoolYear != null);
        given.put("state", !state.isEmpty());
        return given.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(","));
    }

    /** As a job keeps it. */
    Map<String, String> params() {
        Map<String, String> params = new HashMap<>();
        params.put("maps", maps.stream().map(String::valueOf).collect(Collectors.joining(",")));
        params.put("territory", territory);
        params.put("school", text(school));
        params.put("grade", text(grade));
        params.put("gradeLetter", gradeLetter);
        params.put("schoolYear", text(schoolYear));
        params.put("state", state);
        params.put("format", Moves.code(printFormat()));
        params.put("language", printLanguage().tag());
        params.values().removeIf(String::isEmpty);
        return params;
    }

    private static String text(Object value) {
        return value == null ? "" : String.valueOf(value);
    }

    static PrintChoice of(Map<String, String> params) {
        return new PrintChoice(
                Arrays.stream(params.getOrDefault("maps", "").split(","))
                        .filter(id -> !id.isEmpty())
                        .map(Long::valueOf)
                        .toList(),
                params.get("territory"),
                Optional.ofNullable(params.get("school")).map(Long::valueOf).orElse(null),
                Optional.ofNullable(params.get("grade")).map(Integer::valueOf).orElse(null),
                params.get("gradeLetter"),
                Optional.ofNullable(params.get("schoolYear"))
                        .map(Integer::valueOf)
                        .orElse(null),
                params.get("state"),
                params.get("format"),
                params.get("language"));
    }
}
