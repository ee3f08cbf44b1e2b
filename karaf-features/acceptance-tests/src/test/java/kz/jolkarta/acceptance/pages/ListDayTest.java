package kz.jolkarta.acceptance.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import kz.jolkarta.acceptance.Api;
import kz.jolkarta.acceptance.Children;
import kz.jolkarta.acceptance.DemoNode;
import kz.jolkarta.acceptance.Node;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A school's list from the coordinator's first look at it to its being taken back, on the pages alone. */
@ExtendWith({kz.jolkarta.acceptance.pages.Browser.class, DemoNode.class})
class ListDayTest {
    private static final String VILLAGE = "233633100";
    private static final String CLUBS = "Үйірмесі";
    private static final List<String> COLUMNS = List.of(
            "iin",
            "surname",
            "given-name",
            "birth-date",
            "sex",
            "territory",
            "class",
            "document-kind",
            "document-number",
            "no-iin-reason");

    private static List<String> row(String iin, String surname, String given, String... document) {
        return Stream.concat(
                        Stream.of(iin, surname, given, "17.05.2013", "қыз", VILLAGE, "7А"),
                        document.length > 0 ? Stream.of(document) : Stream.of("", "", "", "шахмат"))
                .toList();
    }

    /** Two new girls, one whose number is wrong, and one without a number who may be the known child. */
    private static FilePayload list(Person person, String surname, String known) {
        String wrong = Children.iin();
        String check = wrong.endsWith("9") ? "8" : "9";
        List<String> headings =
                COLUMNS.stream().map(c -> person.says("import.column." + c)).toList();
        byte[] bytes = SchoolList.of(List.of(
                Stream.concat(headings.stream(), Stream.of(CLUBS)).toList(),
                row(Children.iin(), surname, "Айша"),
                row(Children.iin(), surname, "Дана"),
                row(wrong.substring(0, 11) + check, surname, "Жания"),
                row("", known, "Мөлдір", "туу туралы куәлік", surname.hashCode() + "", "рәсімделуде", "домбыра")));
        return new FilePayload(
                "7А сынып.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes);
    }

    private static void counted(Person person, String outcome, int number) {
        assertEquals(number + "", person.figure("page.imports.count." + outcome).innerText(), outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void aListIsTriedReadAnewBroughtInSettledAndTakenBack(String language, Node node, Browser browser)
            throws IOException {
        String surname = "Тізімбекова" + "абв".charAt("kk ru en".indexOf(language) / 3);
        String known = "Бұрыннан" + surname.toLowerCase();
        Api api = node.api();
        long child = api.post("/api/children", Children.json(VILLAGE, "").replace("Сейітқали", known))
                .expect(201)
                .json()
                .path("id")
                .asLong();
        try (Person coordinator = Person.with(node, browser, language, "coordinator@230000000")) {
            Page page = coordinator.page();
            page.locator("nav a[href='/imports']").click();
            page.setInputFiles("[name=file]", list(coordinator, surname, known));
            page.check("[name=dryRun]");
            coordinator.press("page.imports.start");
            page.getByText(coordinator.says("page.imports.tried")).waitFor();

            readAnewWithTheColumnCorrected(coordinator);
            coordinator.press("page.imports.bring-in");
            page.locator(".flow [aria-current=step]:has-text('" + coordinator.says("page.imports.step.doubtful") + "')")
                    .waitFor();
            counted(coordinator, "created", 2);
            counted(coordinator, "doubtful", 1);
            counted(coordinator, "rejected", 1);
            String batch = page.url();
            theRemarkSaysWhatToDo(coordinator);

            coordinator.follow("page.imports.settle");
            page.locator("main table a[href^='/doubtful/']").click();
            assertTrue(coordinator.text().contains(known), coordinator.text());
            coordinator.press("page.doubtful.same");
            coordinator.told("page.doubtful.done.same");
            coordinator.open("/children/" + child);
            assertTrue(page.locator(".ch-head").innerText().contains(language.equals("en") ? "arts" : "домбыра"));

            coordinator.open("/children?q=" + surname);
            assertEquals(2, page.locator("main tbody tr").count());
            page.navigate(batch);
            coordinator.follow("page.imports.undo");
            coordinator.press("page.imports.undo-submit");
            coordinator.told("page.imports.undone");
            coordinator.open("/children?q=" + surname);
            assertEquals(0, page.locator("main tbody tr").count(), "who came by the list has gone with it");
            assertEquals(List.of(), coordinator.complaints());
        }
        api.get("/api/children/" + child).expect(200);
    }

    private static void readAnewWithTheColumnCorrected(Person coordinator) {
        String unread = coordinator.says("page.imports.unread", CLUBS);
        assertTrue(coordinator.text().contains(unread), coordinator.text());
        coordinator
                .called(coordinator.card("columns"), AriaRole.LINK, "page.imports.columns-change")
                .click();
        Locator column = coordinator.page().locator("main").getByLabel(CLUBS);
        assertTrue(coordinator.text().contains("шахмат"), "some values tell what the column is");
        column.selectOption("talent");
        coordinator.press("page.imports.again");
        coordinator.page().getByText(coordinator.says("page.imports.tried")).waitFor();
        assertFalse(coordinator.text().contains(unread), coordinator.text());
        counted(coordinator, "created", 2);
    }

    /** On the page, and in a copy of the school's own file. */
    private static void theRemarkSaysWhatToDo(Person coordinator) throws IOException {
        String remarks = coordinator.card("remarks").innerText();
        assertTrue(remarks.contains(coordinator.says("import.reason.iin-check")), remarks);
        assertTrue(remarks.contains(coordinator.says("import.remedy.iin-check")), remarks);
        Download copy = coordinator.page().waitForDownload(() -> coordinator.follow("page.imports.copy"));
        try (InputStream file = copy.createReadStream();
                XSSFWorkbook book = new XSSFWorkbook(file)) {
            StringBuilder wrong = new StringBuilder();
            book.getSheetAt(0)
                    .getRow(3)
                    .forEach(c ->
                            wrong.append(new DataFormatter().formatCellValue(c)).append('|'));
            assertTrue(wrong.toString().contains("Жания"), wrong.toString());
            assertTrue(wrong.toString().contains(coordinator.says("import.remedy.iin-check")), wrong.toString());
        }
    }
}
