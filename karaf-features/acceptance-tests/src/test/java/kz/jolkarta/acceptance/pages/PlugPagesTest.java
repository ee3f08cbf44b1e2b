package kz.jolkarta.acceptance.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import kz.jolkarta.acceptance.Api;
import kz.jolkarta.acceptance.DemoNode;
import kz.jolkarta.acceptance.Node;
import kz.jolkarta.acceptance.access.Accounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A regional administrator removes a measure and brings it back on the page while others work; a stranger's measure brings a card and a page. */
@ExtendWith({kz.jolkarta.acceptance.pages.Browser.class, DemoNode.class})
class PlugPagesTest {
    private static final String KAR =
            Path.of(System.getProperty("jolkarta.stranger")).toAbsolutePath().toString();

    /** Somebody who goes on working with pages, each request of whom has to be answered. */
    private static final class Colleague implements AutoCloseable {
        private final AtomicBoolean goOn = new AtomicBoolean(true);
        private final AtomicInteger answered = new AtomicInteger();
        private final ConcurrentLinkedQueue<String> failed = new ConcurrentLinkedQueue<>();
        private final Thread thread;

        Colleague(Api api) {
            List<String> pages = List.of("/", "/children", "/children?q=А", "/measures", "/measures/technoparks");
            thread = new Thread(() -> {
                for (int i = 0; goOn.get(); i++) {
                    String path = pages.get(i % pages.size());
                    int status = api.get(path).status();
                    answered.incrementAndGet();
                    if (status != 200) {
                        failed.add(status + " " + path);
                    }
                }
            });
            thread.start();
        }

        @Override
        public void close() {
            goOn.set(false);
            try {
                thread.join();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void change(Person admin, String verb, String address) {
        admin.open(address);
        admin.button(verb).click();
        admin.page().waitForURL("**/measures**");
        admin.page().getByText("Done at").waitFor();
    }

    @Test
    void aMeasureGoesAndComesOnThePageAndNobodyElseNotices(Node node, Browser browser) {
        Api coordinator = Accounts.with(node, "coordinator", "");
        Colleague colleague = new Colleague(coordinator);
        try (colleague;
                Person admin = Person.with(node, browser, "en", "administrator")) {
            admin.open("/plugs/measure/12");
            assertTrue(admin.text().contains("The data stay"), admin.text());
            assertTrue(admin.text().contains("1: measure-12-cultural-visits"), admin.text());

            change(admin, "Remove, keep the data", "/plugs/measure/12");
            assertEquals(404, admin.open("/measures/cultural-visits"));
            assertTrue(admin.text().contains("is not installed here"), admin.text());
            assertEquals(
                    0,
                    admin.page()
                            .locator("nav a[href='/measures/cultural-visits']")
                            .count());

            change(admin, "Install", "/plugs/measure/12");
            assertEquals(200, admin.open("/measures/cultural-visits"));
            assertEquals(
                    List.of(),
                    admin.complaints().stream().filter(c -> !c.contains("404")).toList());
        }
        assertTrue(colleague.answered.get() > 20, "the colleague worked meanwhile");
        assertEquals(List.of(), List.copyOf(colleague.failed));
    }

    @Test
    void whoRunsOneRegionChangesNothingOnANodeOfMany(Node node) {
        Api region = Accounts.with(node, "administrator", "230000000");
        assertFalse(region.get("/measures").expect(200).text().contains("/plugs/measure/12"));
        Api.Reply refused = region.send(
                "POST",
                "/plugs/measure/12",
                BodyPublishers.ofString("install=false"),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
        assertEquals(403, refused.status());
        assertEquals(200, region.get("/measures/cultural-visits").status());
    }

    @Test
    void aStrangersMeasureBringsACardAndAPageAndTakesThemAlong(Node node, Browser browser) {
        try (Person person = Person.with(node, browser, "kk", "administrator", "coordinator")) {
            node.shell("jolkarta:measure-install -l en " + KAR);
            assertEquals(200, person.open("/measures/mentoring"));
            assertTrue(person.text().contains("Тәлімгерлер"), person.text());
            assertEquals(200, person.open("/measures/mentoring/pages/mentors"));
            assertEquals("Тәлімгерлер", person.heading());
            person.open("/measures");
            assertTrue(person.text().contains("Тәлімгерлік"), person.text());

            node.shell("jolkarta:measure-uninstall -l en mentoring");
            assertEquals(404, person.open("/measures/mentoring/pages/mentors"));
            assertEquals(404, person.open("/measures/mentoring"));
        }
    }
}
