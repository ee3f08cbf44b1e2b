package kz.jolkarta.registry.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.files.Sheets.Cell;
import kz.jolkarta.core.files.Sheets.CellKind;
import kz.jolkarta.core.files.Sheets.SheetRow;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.Sex;
import kz.jolkarta.core.registry.TalentField;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final String IIN = Numbering.iin("140905", true, 100);
    private static final Places PLACES = new Places(List.of(
            new Places.Place("590000000", "Солтүстік Қазақстан облысы", "Северо-Казахстанская область", false),
            new Places.Place("591010000", "", "г.Петропавловск", true),
            new Places.Place("593246200", "", "с.Ботай", true),
            new Places.Place("595233600", "", "с.Чистое", true),
            new Places.Place("595845500", "", "с.Чистое", true),
            new Places.Place("231010000", "", "г.Атырау", true)));
    private static final List<Column> COLUMNS = List.of(Column.values());

    private static Line read(Map<Column, String> cells) {
        Layout layout = new Layout(
                1,
                COLUMNS.stream().map(Column::code).toList(),
                COLUMNS.stream().map(Optional::of).toList());
        return new RowReader(layout, PLACES, Scope.of("590000000"), TODAY)
                .read(new SheetRow(
                        2,
                        COLUMNS.stream()
                                .map(c -> cells.getOrDefault(c, ""))
                                .map(t -> t.isEmpty() ? Cell.BLANK : new Cell(t, CellKind.TEXT))
                                .toList()));
    }

    private static Map<Column, String> whole() {
        Map<Column, String> cells = new LinkedHashMap<>();
        cells.put(Column.IIN, IIN);
        cells.put(Column.SURNAME, "Иванов");
        cells.put(Column.GIVEN_NAME, "Пётр");
        cells.put(Column.BIRTH_DATE, "05.09.2014");
        cells.put(Column.SEX, "м");
        cells.put(Column.TERRITORY, "591010000");
        cells.put(Column.CONSENT, "01.09.2026");
        cells.put(Column.IGNORED, "x");
        return cells;
    }

    private static Line with(Column column, String text) {
        Map<Column, String> cells = whole();
        cells.put(column, text);
        return read(cells);
    }

    private static String reasons(Line line) {
        return line.remarks().stream()
                .map(r -> r.outcome() + " " + r.reason())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    @Test
    void aWholeRowNeedsNoRemark() {
        Line line = read(whole());
        assertEquals("", reasons(line));
        assertEquals(List.of(), line.missing());
        assertEquals(Optional.of(Sex.MALE), line.sex());
    }

    @ParameterizedTest
    @CsvSource({
        "05.09.2014,",
        "5.9.2014,date-form",
        "05/09/2014,date-form",
        "2014-09-05,date-form",
        "2014-09-05T00:00,date-form",
        "05.09.14,date-form",
        "41887,date-form",
        "20140905,date-form",
        "5 9 2014 г.,date-form"
    })
    void daysAreReadAsTheyAreWritten(String text, String reason) {
        Line line = with(Column.BIRTH_DATE, text);
        assertEquals(Optional.of(LocalDate.of(2014, 9, 5)), line.birthDate());
        assertEquals(reason == null ? "" : "REPAIRED " + reason, reasons(line));
    }

    @ParameterizedTest
    @CsvSource({
        "31.02.2014,birth-unreadable-iin",
        "29.02.2015,birth-unreadable-iin",
        "31.04.2014,birth-unreadable-iin",
        "кешегі,birth-unreadable-iin",
        "05.09.2027,birth-range",
        "05.09.0000,birth-range",
        "05.09.1950,birth-range"
    })
    void impossibleDaysAreRefusedWithWhatTheNumberSays(String text, String reason) {
        Line line = with(Column.BIRTH_DATE, text);
        assertTrue(reasons(line).contains("REJECTED " + reason), reasons(line));
    }

    @Test
    void numbersAreRepairedWhereTheyCanBe() {
        assertEquals(
                IIN,
                with(Column.IIN, IIN.substring(0, 6) + " " + IIN.substring(6)).iin());
        assertEquals(IIN, with(Column.IIN, IIN + ".0").iin());
        assertEquals(
                IIN,
                with(
                                Column.IIN,
                                IIN.chars()
                                        .mapToObj(c -> String.valueOf((char) (c - '0' + '\u0660')))
                                        .collect(Collectors.joining()))
                        .iin());
        String early = Numbering.iin("080905", true, 7);
        Line line = with(Column.IIN, early.substring(1));
        assertEquals(early, line.iin());
        assertTrue(reasons(line).contains("REPAIRED iin-zeros"));
    }

    @ParameterizedTest
    @CsvSource({
        "1.40905E+11,iin-rounded",
        "14090550О001,iin-characters",
        "1234,iin-length",
        "1409055001234,iin-length",
        "149905500123,iin-date"
    })
    void numbersThatCannotBeRepairedAreRefused(String text, String reason) {
        assertEquals("REJECTED " + reason, reasons(with(Column.IIN, text)).replaceAll(",.*", ""));
    }

    @Test
    void anotherDayOrSexThanTheNumbersIsAWarning() {
        assertEquals("WARNING iin-other-date", reasons(with(Column.BIRTH_DATE, "06.09.2014")));
        assertEquals("WARNING iin-other-sex", reasons(with(Column.SEX, "қыз")));
    }

    @ParameterizedTest
    @CsvSource({
        "'  ПЁТР ',Пётр",
        "пётр,Пётр",
        "әлихан,Әлихан",
        "АБАЙ-ХАН,Абай-Хан",
        "Aлмa,Алма",
        "Ай\u200Bша,Айша",
        "МакКинли,МакКинли",
        "Й,Й"
    })
    void namesAreTidied(String text, String name) {
        assertEquals(name, with(Column.GIVEN_NAME, text).givenName());
    }

    @ParameterizedTest
    @CsvSource({"=1+1", "Пётр1", "<b>", "@Пётр", "😀"})
    void whatIsNoNameIsRefusedAndNeverEvaluated(String text) {
        assertEquals("REJECTED name-letters", reasons(with(Column.GIVEN_NAME, text)));
    }

    @Test
    void aFullNameIsTakenApart() {
        Map<Column, String> cells = whole();
        cells.remove(Column.SURNAME);
        cells.remove(Column.GIVEN_NAME);
        cells.put(Column.FULL_NAME, "ИВАНОВ Пётр Абай ұлы");
        Line line = read(cells);
        assertEquals("Иванов|Пётр|Абай ұлы", line.surname() + "|" + line.givenName() + "|" + line.patronymic());
    }

    @Test
    void settlementsByCodeAndByName() {
        assertEquals("REJECTED kato-unknown", reasons(with(Column.TERRITORY, "999999999")));
        assertEquals("REJECTED kato-no-settlement", reasons(with(Column.TERRITORY, "590000000")));
        assertEquals("REJECTED territory-outside", reasons(with(Column.TERRITORY, "231010000")));
        Map<Column, String> cells = whole();
        cells.remove(Column.TERRITORY);
        cells.put(Column.SETTLEMENT, "село Ботай");
        assertEquals("593246200", read(cells).territory());
        cells.put(Column.SETTLEMENT, "Чистое");
        Line ambiguous = read(cells);
        assertEquals("REJECTED settlement-ambiguous", reasons(ambiguous));
        assertTrue(ambiguous.remarks().get(0).args().get(0).contains("595233600"));
        cells.put(Column.SETTLEMENT, "Атырау");
        assertEquals("REJECTED settlement-unknown", reasons(read(cells)));
    }

    @ParameterizedTest
    @CsvSource({"8В,8,В", "10 «А»,10,А", "8-в,8,В", "8 класс,8,''", "11,11,''", "0,0,''", "6 сынып Ә,6,Ә"})
    void classesAreTakenApart(String text, int grade, String letter) {
        Line line = with(Column.CLASS, text);
        assertEquals(OptionalInt.of(grade), line.grade());
        assertEquals(letter, line.gradeLetter());
    }

    @Test
    void everyFaultOfARowIsNamed() {
        Map<Column, String> cells = whole();
        cells.put(Column.IIN, "1234");
        cells.put(Column.SURNAME, "=1");
        cells.put(Column.BIRTH_DATE, "31.02.2014");
        cells.put(Column.CLASS, "13А");
        cells.put(Column.TERRITORY, "1");
        assertEquals(
                5,
                read(cells).remarks().stream()
                        .filter(r -> r.outcome() == Remark.Outcome.REJECTED)
                        .count());
    }

    @Test
    void wordsInThreeLanguages() {
        for (String yes : List.of("иә", "ДА", "yes", "+", "1", "true", "ия")) {
            assertEquals(
                    Map.of(Category.LARGE_FAMILY, true),
                    with(Column.LARGE_FAMILY, yes).categories(),
                    yes);
        }
        for (String no : List.of("жоқ", "нет", "No", "-", "0", "жок")) {
            assertEquals(Map.of(Category.ASP, false), with(Column.ASP, no).categories(), no);
        }
        assertEquals("WARNING flag-unreadable", reasons(with(Column.ASP, "может быть")));
        assertEquals(
                Map.of(Category.ORPHAN, true, Category.LARGE_FAMILY, true),
                with(Column.CATEGORIES, "сирота; көп балалы").categories());
        assertEquals(
                List.of(TalentField.ARTS, TalentField.ACADEMIC),
                with(Column.TALENT, "домбыра, математика").talents().stream()
                        .map(Line.Talent::field)
                        .toList());
        assertEquals("WARNING talent-unknown", reasons(with(Column.TALENT, "жонглирование")));
    }

    @Property(tries = 3000)
    void noRowEverThrows(@ForAll @Size(max = 30) List<String> texts) {
        List<Cell> cells = new ArrayList<>();
        texts.forEach(t -> cells.add(t.isEmpty() ? Cell.BLANK : new Cell(t, CellKind.TEXT)));
        Layout layout = new Layout(
                1,
                COLUMNS.stream().map(Column::code).toList(),
                COLUMNS.stream().map(Optional::of).toList());
        Line line = new RowReader(layout, PLACES, Scope.COUNTRY, TODAY).read(new SheetRow(2, cells));
        assertEquals(2, line.row());
    }
}
