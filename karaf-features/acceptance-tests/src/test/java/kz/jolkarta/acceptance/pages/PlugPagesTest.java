package kz.jolkarta.acceptance.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
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
import org.junit.jupiter.api.io.TempDir;

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
    void aStrangersMeasureComesFromAFileOnThePageBringsACardAndAPageAndTakesThemAlong(Node node, Browser browser) {
        try (Person person = Person.with(node, browser, "en", "administrator", "coordinator")) {
            person.open("/measures");
            person.page().getByText("Install from a file…").click();
            person.page().setInputFiles("[name=file]", Path.of(KAR));
            person.button("Show what it will do").click();
            person.page().waitForURL("**/plugs/files/*");
            String shown = person.text();
            assertTrue(shown.contains("1: mentoring 1.0.0"), shown);
            assertTrue(shown.contains("mentoring-1.0.0.jar"), shown);
            assertTrue(shown.contains("The code of this file will run within the node"), shown);
            assertEquals(404, person.fetch("/measures/mentoring").status(), "nothing of it runs before");

            person.button("Install").click();
            assertTrue(person.text().contains("Tick this to install."), person.text());
            person.page().check("[name=confirmed]");
            person.button("Install").click();
            person.page().getByText("Done at").waitFor();
            assertEquals(200, person.open("/measures/mentoring"));
            assertTrue(person.text().contains("Mentors"), person.text());
            assertEquals(200, person.open("/measures/mentoring/pages/mentors"));
            assertEquals("Mentors", person.heading());

            bring(person, Path.of(KAR));
            assertTrue(person.text().contains("mentoring is installed already"), person.text());
            change(person, "Remove, keep the data", "/plugs/files/mentoring/removal");
            assertEquals(404, person.open("/measures/mentoring/pages/mentors"));
            assertEquals(404, person.open("/measures/mentoring"));
        }
    }

    private static void bring(Person person, Path file) {
        person.open("/plugs/files");
        person.page().setInputFiles("[name=file]", file);
        person.button("Show what it will do").click();
        person.page().locator("[role=alert]").waitFor();
    }

    @Test
    void whatIsNoMeasureIsRefusedBesideTheFieldAndForeignersInstallNothing(
            Node node, Browser browser, @TempDir Path folder) throws IOException {
        Path damaged = folder.resolve("mentoring.kar");
        Files.write(damaged, java.util.Arrays.copyOf(Files.readAllBytes(Path.of(KAR)), 2000));
        try (Person person = Person.with(node, browser, "ru", "administrator")) {
            person.open("/plugs/files");
            person.page().setInputFiles("[name=file]", damaged);
            person.button("Показать, что он сделает").click();
            person.page().locator("[name=file][aria-invalid=true]").waitFor();
            assertTrue(person.text().contains("не архив KAR или он повреждён"), person.text());
        }
        Api region = Accounts.with(node, "administrator", "230000000");
        assertEquals(403, region.get("/plugs/files").status());
        assertFalse(region.get("/measures").expect(200).text().contains("/plugs/files"));
    }
}
