package kz.jolkarta.acceptance.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.List;
import kz.jolkarta.acceptance.Api;
import kz.jolkarta.acceptance.Children;
import kz.jolkarta.acceptance.DemoNode;
import kz.jolkarta.acceptance.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A coordinator's day in Kazakh: finds a child in another spelling, opens it, sees its number by an act of its own, drafts its road map, proposes support. */
@ExtendWith({kz.jolkarta.acceptance.pages.Browser.class, DemoNode.class})
class CoordinatorDayTest {
    private static final String REGION = "230000000";
    private static final String VILLAGE = "233633100";
    private static final String GIFTED = ", \"talents\": [{\"field\": \"sport\", \"identifiedOn\": \"2021-01-10\"}]";

    @Test
    void fromTheSearchToTheRoadMap(Node node, Browser browser) {
        Api api = node.api();
        long child = Children.create(api, VILLAGE, GIFTED);
        String iin =
                api.get("/api/children/" + child).expect(200).json().path("iin").asText();
        try (Person coordinator = Person.with(node, browser, "kk", "coordinator@" + REGION)) {
            coordinator.page().fill("header input[name=q]", "Сейткали Молдир");
            coordinator.page().press("header input[name=q]", "Enter");
            coordinator.page().waitForURL("**/children?q=**");
            assertFalse(coordinator.text().contains(iin), "a number is masked in a list");
            coordinator
                    .page()
                    .locator("main a[href='/children/" + child + "']")
                    .first()
                    .click();
            assertTrue(coordinator.heading().contains("Сейітқали"), coordinator.heading());

            String masked = "••••••••" + iin.substring(8);
            assertTrue(coordinator.text().contains(masked), coordinator.text());
            coordinator.button("ЖСН-ді толық көрсету").click();
            coordinator.page().waitForURL("**/iin");
            assertTrue(coordinator.text().contains(iin), "shown by an act of its own");

            coordinator.open("/children/" + child);
            coordinator.button("Жобасын шаралар ұсыныстарынан жасау").click();
            coordinator.page().getByText("Жол картасының жобасы жасалды.").waitFor();
            assertTrue(coordinator.page().locator("ol.tl li").count() > 0, "the measures have proposed steps");
            assertEquals(List.of(), coordinator.complaints());
        }
        try (Person elsewhere = Person.with(node, browser, "kk", "coordinator@610000000")) {
            assertEquals(
                    404, elsewhere.open("/children/" + child), "who works elsewhere is not told that the child exists");
            assertTrue(elsewhere.text().contains("Сіздің аумағыңызда емес"), elsewhere.text());
        }
    }

    @Test
    void aWrongFormKeepsWhatWasTypedAndSaysWhereItIsWrong(Node node, Browser browser) {
        long child = Children.create(node.api(), VILLAGE, GIFTED);
        try (Person coordinator = Person.with(node, browser, "kk", "coordinator@" + REGION)) {
            coordinator.open("/children/" + child + "/talents");
            coordinator
                    .page()
                    .locator("main summary", new Page.LocatorOptions().setHasText("Жаңасын қосу"))
                    .click();
            coordinator.page().selectOption("[name=field]", "arts");
            coordinator.page().fill("[name=identifiedOn]", "2999-01-01");
            coordinator.button("Қосу").click();
            assertEquals("arts", coordinator.page().inputValue("[name=field]"));
            assertEquals("2999-01-01", coordinator.page().inputValue("[name=identifiedOn]"));
            assertEquals("true", coordinator.page().getAttribute("[name=identifiedOn]", "aria-invalid"));
            assertEquals(1, coordinator.page().locator("[role=alert]").count());
        }
    }
}
