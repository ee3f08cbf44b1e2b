package kz.jolkarta.registry.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.files.Sheets.Cell;
import kz.jolkarta.core.files.Sheets.CellKind;
import kz.jolkarta.core.files.Sheets.SheetRow;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.testing.TestTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LayoutTest {
    private static final Texts TEXTS = TestTexts.ofClassPath();

    static SheetRow row(int number, String... cells) {
        List<Cell> list = new ArrayList<>();
        for (String cell : cells) {
            list.add(cell.isEmpty() ? Cell.BLANK : new Cell(cell, CellKind.TEXT));
        }
        return new SheetRow(number, list);
    }

    private static Column only(String heading) {
        return Layout.of(List.of(row(1, "ЖСН", "Туған күні", heading)), Map.of())
                .orElseThrow()
                .columns()
                .get(2)
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "Тегі, surname",
        "ТЕГІ, surname",
        "Теги, surname",
        "Фамилия ребёнка, surname",
        "Surname, surname",
        "'Әкесінің аты\n(болса)', patronymic",
        "Отчество (при наличии), patronymic",
        "ФИО, full-name",
        "Ф.И.О., full-name",
        "Аты-жөні, full-name",
        "Тегі / Фамилия, surname",
        "3. Имя*, given-name",
        "Пол, sex",
        "Жынысы, sex",
        "Мектеп, school",
        "Организация образования, school",
        "Сынып, class",
        "Елді мекен (ӘАОЖ коды), territory",
        "Населённый пункт (код КАТО), territory",
        "Населенный пункт, settlement",
        "Көп балалы отбасы, large-family",
        "Получатель АСП, asp",
        "Дарындылық бағыты, talent",
        "Направление одарённости, talent",
        "Заңды өкілі, representative",
        "Телефон, phone",
        "Келісім күні, consent",
        "№ п/п, ignored",
        "Что сделать, ignored",
        "Тeгі, surname"
    })
    void headingsAreRecognisedInThreeLanguagesAndAsPeopleTypeThem(String heading, String field) {
        assertEquals(field, only(heading).code());
    }

    @Test
    void theHeaderIsFoundBelowATitle() {
        Layout layout = Layout.of(
                        List.of(
                                row(1, "Список одарённых детей"),
                                row(2, "на 1 сентября"),
                                row(5, "№", "ИИН", "Фамилия", "Имя", "Прочее"),
                                row(6, "1", "1", "А", "Б", "")),
                        Map.of())
                .orElseThrow();
        assertEquals(5, layout.lastHeaderRow());
        assertEquals(1, layout.index(Column.IIN));
        assertEquals(List.of("Прочее"), layout.unrecognised());
    }

    @Test
    void aHeaderOfTwoRowsIsRead() {
        Layout layout = Layout.of(
                        List.of(
                                row(1, "ИИН", "Ребёнок", "", "", "Место жительства", ""),
                                row(2, "", "Фамилия", "Имя", "Дата рождения", "КАТО", "Населённый пункт"),
                                row(3, "1", "А", "Б", "В", "Г", "Д")),
                        Map.of())
                .orElseThrow();
        assertEquals(2, layout.lastHeaderRow());
        assertEquals(0, layout.index(Column.IIN));
        assertEquals(4, layout.index(Column.TERRITORY));
    }

    @Test
    void aColumnThatComesTwiceCountsOnce() {
        Layout layout =
                Layout.of(List.of(row(1, "ИИН", "Имя", "Имя")), Map.of()).orElseThrow();
        assertEquals(Optional.empty(), layout.columns().get(2));
    }

    @Test
    void whatIsNoListOfChildrenHasNoLayout() {
        assertTrue(Layout.of(List.of(row(1, "Дата", "Сумма"), row(2, "1", "2")), Map.of())
                .isEmpty());
        assertTrue(Layout.of(List.of(row(1, "Школа", "Класс"), row(2, "1", "2")), Map.of())
                .isEmpty());
    }

    @ParameterizedTest
    @EnumSource(value = Column.class, mode = EnumSource.Mode.EXCLUDE, names = "IGNORED")
    void theNamesThatListsGoOutWithAreRecognisedWhenTheyComeBack(Column column) {
        for (Language language : Language.values()) {
            String heading = TEXTS.text(language, column.key());
            Layout layout = Layout.of(List.of(row(1, heading, "ЖСН", "Туған күні", "Аты")), Map.of())
                    .orElseThrow();
            assertEquals(Optional.of(column), layout.columns().get(0), heading);
        }
    }
}
