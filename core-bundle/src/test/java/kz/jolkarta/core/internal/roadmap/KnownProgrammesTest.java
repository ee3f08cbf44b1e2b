package kz.jolkarta.core.internal.roadmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.core.roadmap.Programme;
import kz.jolkarta.core.roadmap.Programmes;
import kz.jolkarta.core.roadmap.Resolution997;
import kz.jolkarta.core.testing.TestTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownProgrammesTest {
    @TempDir
    Path folder;

    @Test
    void resolution997HasNineteenMeasuresIn2020To2025() {
        Programme act = Resolution997.programme();
        assertEquals("997", act.code());
        assertEquals(LocalDate.of(2019, 12, 27), act.adopted());
        assertEquals(List.of(2020, 2025), List.of(act.firstYear(), act.lastYear()));
        assertEquals(
                IntStream.rangeClosed(1, 19).boxed().toList(),
                act.clauses().stream().map(Clause::number).toList());
        assertEquals(Set.of(Language.KK), act.official());
        for (Clause clause : act.clauses()) {
            for (Language language : Language.values()) {
                List.of(clause.name(), clause.text(), clause.completion(), clause.responsible())
                        .forEach(text -> assertFalse(text.in(language).isBlank(), clause.code()));
            }
        }
    }

    @Test
    void regionsReportBy10JanuaryAndTheMinistryBy25JanuaryOfTheFollowingYear() {
        assertEquals(
                List.of(new Programme.Reporting("year", MonthDay.of(1, 10), MonthDay.of(1, 25), true)),
                Resolution997.programme().reports());
    }

    @Test
    void onlyMeasures4And7And17AreTheMinistrysOwn() {
        assertEquals(
                List.of(4, 7, 17),
                Resolution997.programme().clauses().stream()
                        .filter(Clause::ministry)
                        .map(Clause::number)
                        .toList());
        assertEquals(Set.of(FundingSource.LOCAL_BUDGET), Resolution997.clause(4).sources());
        assertEquals(Set.of(FundingSource.OFF_BUDGET), Resolution997.clause(11).sources());
        assertEquals(Set.of(), Resolution997.clause(1).sources());
    }

    @Test
    void whatIsDueOnceAndWhatIsDueEachDecember() {
        assertEquals(
                Optional.of(LocalDate.of(2020, 5, 31)),
                Resolution997.clause(1).deadline().in(2020));
        assertEquals(Optional.empty(), Resolution997.clause(1).deadline().in(2021));
        assertEquals(
                Optional.of(LocalDate.of(2025, 12, 31)),
                Resolution997.clause(13).deadline().in(2025));
        assertEquals(Optional.empty(), Resolution997.clause(13).deadline().in(2026));
    }

    @Test
    void aHalfYearlyProgrammeComesAsAFile() throws IOException {
        write("order-191.json", programme("191", "school-clubs"));
        Programmes programmes = new KnownProgrammes(List.of(folder));
        assertEquals(
                List.of("997", "191"),
                programmes.all().stream().map(Programme::code).toList());
        assertEquals(
                List.of(
                        new Programme.Reporting("half-1", MonthDay.of(7, 5), MonthDay.of(7, 20), false),
                        new Programme.Reporting("half-2", MonthDay.of(1, 5), MonthDay.of(1, 20), true)),
                programmes.all().get(1).reports());
        Clause clause = programmes.clause("school-clubs").orElseThrow();
        assertEquals("Кружки", clause.name().in(Language.EN), "a language that is missing is shown in another");
        assertEquals("191", clause.programme());
        assertTrue(programmes.clause("statistics").isPresent());
        assertEquals(List.of(), programmes.rejected());
    }

    @Test
    void aBrokenFileIsListedWithItsReasonAndHurtsNothingElse() throws IOException {
        write("a-cut.json", "{\"code\": \"cut");
        write("b-without-years.json", programme("192", "choirs").replace("\"years\"", "\"ages\""));
        write("c-bad-deadline.json", programme("193", "choirs").replace("\"yearly\"", "\"sometimes\""));
        write("d-taken.json", programme("194", "statistics"));
        write("e-twice.json", programme("997", "choirs"));
        write("f-good.json", programme("195", "school-clubs"));
        write("notes.txt", "not a programme");
        Programmes programmes = new KnownProgrammes(List.of(folder));
        assertEquals(
                List.of("997", "195"),
                programmes.all().stream().map(Programme::code).toList());
        List<String> reasons = programmes.rejected().stream()
                .map(r -> r.file() + ": " + TestTexts.ofClassPath().text(Language.EN, r.reason()))
                .toList();
        assertTrue(reasons.get(0).startsWith("a-cut.json: The file could not be read: "), reasons.get(0));
        assertEquals(
                List.of(
                        "b-without-years.json: The file could not be read: \"years\" is missing",
                        "c-bad-deadline.json: The file could not be read: deadline is neither once nor yearly: sometimes",
                        "d-taken.json: The code “statistics” is already in another programme",
                        "e-twice.json: The code “997” is already in another programme"),
                reasons.subList(1, reasons.size()));
    }

    @Test
    void withoutAFolderThereIsResolution997() {
        assertEquals(1, new KnownProgrammes(List.of()).all().size());
        assertEquals(
                1, new KnownProgrammes(List.of(folder.resolve("absent"))).all().size());
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }

    private static String programme(String code, String measure) {
        return """
                {"code": "%s", "act": {"title": {"kk": "Өкім", "ru": "Распоряжение"}, "date": "2023-12-13"},
                 "official": ["kk", "ru"], "years": {"first": 2024, "last": 2026},
                 "reports": [
                  {"code": "half-1", "regions": "--07-05", "ministry": "--07-20", "following_year": false},
                  {"code": "half-2", "regions": "--01-05", "ministry": "--01-20", "following_year": true}],
                 "measures": [{"number": 1, "code": "%s", "name": {"ru": "Кружки"}, "text": {"ru": "Кружки"},
                  "completion": {"ru": "информация"}, "responsible": {"codes": ["LOCAL_EXECUTIVE_BODY"], "ru": "МИО"},
                  "deadline": {"kind": "yearly", "month": 6, "first_year": 2024, "last_year": 2026},
                  "funding": {"sources": ["LOCAL_BUDGET"]}}]}
                """.formatted(code, measure);
    }
}
