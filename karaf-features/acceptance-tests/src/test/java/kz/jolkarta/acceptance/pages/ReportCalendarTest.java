package kz.jolkarta.acceptance.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.acceptance.Api;
import kz.jolkarta.acceptance.DemoNode;
import kz.jolkarta.acceptance.Node;
import kz.jolkarta.acceptance.Shell;
import kz.jolkarta.acceptance.access.Accounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The national office moves the lock of a report by an order and opens it for one region; regions read it, and change nothing. */
@ExtendWith({kz.jolkarta.acceptance.pages.Browser.class, DemoNode.class})
class ReportCalendarTest {
    private static final String REGION = "230000000";
    private static final String TERM = "/report-calendar/997/year/region";

    @Test
    void anOrderLocksAReportAndTheLevelAboveOpensIt(Node node, Browser browser) {
        int year = node.api()
                .get("/api/report-calendar")
                .expect(200)
                .json()
                .get(0)
                .get("year")
                .asInt();
        String report = "/reports/" + year + "/" + REGION;
        try (Person office = Person.with(node, browser, "kk", "administrator@");
                Person region = Person.with(node, browser, "ru", "coordinator@" + REGION, "approver@" + REGION)) {
            office.open("/");
            office.page().locator("nav a[href='/report-calendar']").first().click();
            office.reads("10.01." + (year + 1));
            office.reads(office.says("page.calendar.never"));
            office.page()
                    .locator("main tbody a")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions()
                            .setHasText(office.says("report.reporter.region")))
                    .first()
                    .click();
            office.fill("lock", "25");
            office.choose("lockMonth", "1");
            office.page()
                    .locator("main form[method=post] [name=weekend][value=none]")
                    .check();
            office.fill("validFrom", year + "-12-31");
            office.fill("order", "112-қ");
            office.fill("orderDate", year + "-02-20");
            office.press("page.calendar.change");
            office.reads(office.says("report.calendar.required"));
            office.fill("reason", "Аймақтардың есебі кешіктірілмесін");
            office.press("page.calendar.change");
            office.told("page.calendar.changed");
            office.reads("112-қ");

            region.open(report);
            region.reads(region.says("page.report.locks", "25.01." + (year + 1)));
            region.open(TERM);
            region.reads("Аймақтардың есебі кешіктірілмесін");
            assertEquals(0, region.page().locator("main form[method=post]").count(), "regions only read it");

            office.open(report + "/opening");
            office.fill("until", (year + 1) + "-02-05");
            office.fill("reason", "Су тасқыны");
            office.press("page.opening.grant");
            office.told("page.opening.granted");
            region.open(report + "/opening");
            region.reads("Су тасқыны");

            List<String> wrong = new ArrayList<>();
            for (Person person : List.of(office, region)) {
                for (String path : List.of("/report-calendar", TERM, report + "/opening", report)) {
                    assertEquals(200, person.open(path), path);
                    wrong.addAll(Inspection.of(person.page(), path));
                }
            }
            assertEquals(List.of(), wrong);
            assertEquals(List.of(), office.faults());
            assertEquals(List.of(), region.faults());
        }
        api(node, year);
    }

    /** The same over HTTP and in the shell. */
    private static void api(Node node, int year) {
        Api region = Accounts.with(node, "approver", REGION);
        JsonNode terms = region.get("/api" + TERM).expect(200).json();
        assertEquals("--01-25", terms.get(terms.size() - 1).get("lock").asText());
        JsonNode standing = region.get("/api/reports/" + year).expect(200).json();
        assertEquals(1, standing.size(), "the own region only");
        assertEquals("open", standing.get(0).get("timeliness").asText());
        JsonNode opened = region.get("/api/reports/" + year + "/" + REGION + "/openings")
                .expect(200)
                .json();
        assertEquals((year + 1) + "-02-05", opened.get(0).get("until").asText());
        assertEquals(
                403,
                region.post(
                                "/api/reports/" + year + "/" + REGION + "/openings",
                                "{\"until\": \"" + (year + 1) + "-02-06\", \"reason\": \"x\"}")
                        .status());
        assertEquals(
                404, region.get("/api/reports/" + year + "/610000000/openings").status());
        assertEquals(403, region.post("/api" + TERM, "{}").status());
        assertEquals(428, node.api().post("/api" + TERM, change(year)).status());
        Shell.Answer answer = node.shell("jolkarta:report-calendar " + year);
        assertTrue(answer.output().contains((year + 1) + "-01-10T19:00:00Z"), answer.output());
        JsonNode health = node.anonymous().get("/health").expect(200).json();
        assertTrue(health.toString().contains("time-zone"), health.toString());
    }

    private static String change(int year) {
        return """
                {"due": "--01-12", "weekend": "next", "validFrom": "%d-12-31", "reason": "x", "order": "7", "orderDate": "2026-03-01"}
                """.formatted(year);
    }
}
