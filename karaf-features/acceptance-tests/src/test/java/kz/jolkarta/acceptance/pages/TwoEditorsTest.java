package kz.jolkarta.acceptance.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import kz.jolkarta.acceptance.Children;
import kz.jolkarta.acceptance.DemoNode;
import kz.jolkarta.acceptance.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing typed is lost: not to another editor of the same record, not by leaving the page. */
@ExtendWith({kz.jolkarta.acceptance.pages.Browser.class, DemoNode.class})
class TwoEditorsTest {
    private static final String ROLE = "coordinator@230000000";
    private static final String VILLAGE = "233633100";
    private static final String GIFTED = ", \"talents\": [{\"field\": \"sport\", \"identifiedOn\": \"2021-01-10\"}]";
    private static final Map<String, String> WORDS = Map.of(
            "kk", "бұл жазбаны басқа адам өзгертті",
            "ru", "эту запись изменил другой человек",
            "en", "another person changed this record");

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void theSecondSeesWhatDiffersAndChooses(String language, Node node, Browser browser) {
        String child = "/children/" + Children.create(node.api(), VILLAGE, "");
        try (Person slow = Person.with(node, browser, language, ROLE);
                Person quick = Person.with(node, browser, language, ROLE)) {
            slow.open(child + "/edit");
            quick.open(child + "/edit");
            quick.page().fill("[name=address]", "Абай көшесі, 5");
            quick.press("page.children.save");
            quick.done();

            Page page = slow.page();
            page.fill("[name=address]", "Абай көшесі, 7");
            page.fill("[name=gradeLetter]", "Б");
            slow.press("page.children.save");
            Locator difference = page.locator("main table.cmp");
            difference.waitFor();
            assertTrue(slow.text().contains(WORDS.get(language)), slow.text());
            String told = difference.innerText();
            assertTrue(told.contains(slow.says("page.web.yours")) && told.contains("Абай көшесі, 7"), told);
            assertTrue(told.contains(slow.says("page.web.stored")) && told.contains("Абай көшесі, 5"), told);
            assertEquals("Абай көшесі, 7", page.inputValue("[name=address]"), "what was typed stands in the form");
            page.fill("[name=address]", "Абай көшесі, 5");
            slow.press("page.children.save");
            slow.done();
            assertEquals(List.of(), slow.complaints());
        }
        var kept = node.api().get("/api" + child).expect(200).json();
        assertEquals("Абай көшесі, 5", kept.path("address").asText(), "theirs, as chosen");
        assertEquals("Б", kept.path("gradeLetter").asText(), "and mine");
    }

    @Test
    void whoLeavesAChangedFormIsAsked(Node node, Browser browser) {
        String child = "/children/" + Children.create(node.api(), VILLAGE, "");
        try (Person coordinator = Person.with(node, browser, "kk", ROLE)) {
            Page page = coordinator.page();
            AtomicInteger asked = new AtomicInteger();
            page.onDialog(dialog -> {
                assertEquals("beforeunload", dialog.type());
                asked.incrementAndGet();
                dialog.dismiss();
            });
            coordinator.open(child + "/edit");
            page.click("[name=address]");
            page.keyboard().type("Абай көшесі, 9");
            page.locator("nav a[href='/imports']").click();
            page.waitForCondition(() -> asked.get() == 1);
            assertTrue(page.url().endsWith("/edit"), page.url());
            assertEquals("Абай көшесі, 9", page.inputValue("[name=address]"));
            coordinator.press("page.children.save");
            coordinator.done();
            assertEquals(1, asked.get(), "who saves is not asked");
        }
    }

    @Test
    void aWrongFormKeepsWhatWasTypedAndSaysWhereItIsWrong(Node node, Browser browser) {
        long child = Children.create(node.api(), VILLAGE, GIFTED);
        try (Person coordinator = Person.with(node, browser, "kk", ROLE)) {
            Page page = coordinator.page();
            coordinator.open("/children/" + child + "/talents");
            page.locator("main summary", new Page.LocatorOptions().setHasText("Жаңасын қосу"))
                    .click();
            page.selectOption("[name=field]", "arts");
            page.fill("[name=identifiedOn]", "2999-01-01");
            coordinator.button("Қосу").click();
            assertEquals("arts", page.inputValue("[name=field]"));
            assertEquals("2999-01-01", page.inputValue("[name=identifiedOn]"));
            assertEquals("true", page.getAttribute("[name=identifiedOn]", "aria-invalid"));
            assertEquals(1, page.locator("[role=alert]").count());
        }
    }
}
