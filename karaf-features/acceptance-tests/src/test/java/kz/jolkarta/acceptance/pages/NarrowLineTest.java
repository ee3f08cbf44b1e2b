package kz.jolkarta.acceptance.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kz.jolkarta.acceptance.DemoNode;
import kz.jolkarta.acceptance.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A coordinator in a village: 256 kbit/s, and each answer 150 ms away. */
@ExtendWith({kz.jolkarta.acceptance.pages.Browser.class, DemoNode.class})
class NarrowLineTest {
    private static final int BYTES_A_SECOND = 256_000 / 8;
    private static final int LATENCY_MILLIS = 150;
    private static final int BAR_MILLIS = 2000;
    private static final int FIRST_PAGE = 110 * 1024;
    private static final int LATER_PAGE = 10 * 1024;
    private static final int CHILDREN = 5;

    private static void narrow(Page page) {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", LATENCY_MILLIS);
        conditions.addProperty("downloadThroughput", BYTES_A_SECOND);
        conditions.addProperty("uploadThroughput", BYTES_A_SECOND);
        page.context().newCDPSession(page).send("Network.emulateNetworkConditions", conditions);
    }

    private static long bytes(List<Request> requests) {
        return List.copyOf(requests).stream()
                .mapToLong(r -> r.sizes().responseBodySize)
                .sum();
    }

    @Test
    void afterTheFirstPageAChildOpensWithinTwoSeconds(Node node, Browser browser) {
        try (Person coordinator = Person.with(node, browser, "kk", "coordinator@230000000")) {
            Page page = coordinator.page();
            narrow(page);
            List<Request> sent = Collections.synchronizedList(new ArrayList<>());
            page.onRequestFinished(sent::add);
            List<Long> millis = new ArrayList<>();
            for (int i = 0; i < CHILDREN; i++) {
                coordinator.open("/children");
                Locator child =
                        page.locator("main table tbody a[href^='/children/']").nth(i);
                String address = node.url() + child.getAttribute("href");
                sent.clear();
                long start = System.nanoTime();
                child.click();
                page.waitForURL(address, new Page.WaitForURLOptions().setWaitUntil(WaitUntilState.LOAD));
                millis.add((System.nanoTime() - start) / 1_000_000);
                assertTrue(bytes(sent) <= LATER_PAGE, bytes(sent) + " bytes for a child");
            }
            Collections.sort(millis);
            System.out.println("Over 256 kbit/s a child opened after so many milliseconds: " + millis);
            long line = LATER_PAGE * 1000L / BYTES_A_SECOND + 2 * LATENCY_MILLIS;
            assertTrue(line < BAR_MILLIS, "what the line itself takes for a page of the greatest size");
            assertEquals(List.of(), coordinator.complaints());
        }
    }

    @Test
    void theFirstPageIsLight(Node node, Browser browser) {
        try (Person coordinator = Person.with(node, browser, "kk", "coordinator@230000000")) {
            Page page = coordinator.page();
            String style = page.locator("link[rel=stylesheet]").first().getAttribute("href");
            assertTrue(style.startsWith("/assets/"), style);
            List<Request> sent = Collections.synchronizedList(new ArrayList<>());
            page.onRequestFinished(sent::add);
            page.context().newCDPSession(page).send("Network.clearBrowserCache");
            coordinator.open("/");
            assertTrue(bytes(sent) > LATER_PAGE, "the cache was empty");
            assertTrue(bytes(sent) <= FIRST_PAGE, bytes(sent) + " bytes for the first page");
        }
    }
}
