package kz.jolkarta.acceptance.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/** The national office sets a target of a region's figure by an order, changes it and takes it back; the region reads it beside the figure. */
@ExtendWith({kz.jolkarta.acceptance.pages.Browser.class, DemoNode.class})
class ReportTargetsTest {
    private static final String REGION = "230000000";

    @Test
    void anOrderSetsATargetWhichStandsBesideTheFigure(Node node, Browser browser) {
        int year = node.api()
                .get("/api/report-calendar")
                .expect(200)
                .json()
                .get(0)
                .get("year")
                .asInt();
        String target = "/report-targets/" + year + "/" + REGION + "/statistics/rural-gifted";
        String row = "/reports/" + year + "/" + REGION + "/rows/statistics";
        try (Person office = Person.with(node, browser, "kk", "administrator@");
                Person region = Person.with(node, browser, "kk", "coordinator@" + REGION)) {
            office.open("/");
            office.page().locator("nav a[href='/report-targets']").first().click();
            office.reads(office.says("page.target.empty"));
            office.follow("page.target.new");
            String chosen = "/report-targets/new?year=" + year + "&region=" + REGION + "&measure=statistics";
            office.open(chosen);
            office.page().locator("main tbody a[href='" + target + "']").click();
            office.fill("value", "12,5");
            office.fill("title", "Министрдің бұйрығы");
            office.fill("number", "112-қ");
            office.press("page.target.new");
            office.reads(office.says("report.calendar.required"));
            assertEquals("12,5", office.page().inputValue("[name=value]"), "what was typed stands");
            office.fill("value", "900");
            office.fill("date", year + "-01-20");
            office.press("page.target.new");
            office.told("page.target.saved");

            region.open(row + "?why=statistics%2Frural-gifted");
            region.reads("нысаналы мәні 900");
            region.reads("112-қ");
            region.open(target);
            region.reads("112-қ");
            assertEquals(0, region.page().locator("main form[method=post]").count(), "a region only reads it");

            List<String> wrong = new ArrayList<>();
            for (String path : List.of("/report-targets?year=" + year, target, row)) {
                assertEquals(200, region.open(path), path);
                wrong.addAll(Inspection.of(region.page(), path));
                assertEquals(200, office.open(path), path);
                wrong.addAll(Inspection.of(office.page(), path));
            }
            office.open(chosen);
            wrong.addAll(Inspection.of(office.page(), "a figure is chosen"));
            office.open(target);
            office.fill("reason", "Қате енгізілген");
            api(node, year, target);
            office.press("page.target.remove");
            office.told("page.target.removed");
            region.open(row);
            assertFalse(region.text().contains("нысаналы мәні"), region.text());
            assertEquals(List.of(), wrong);
            assertEquals(List.of(), office.faults());
            assertEquals(List.of(), region.faults());
        }
    }

    /** The same over HTTP and in the shell. */
    private static void api(Node node, int year, String target) {
        Api region = Accounts.with(node, "approver", REGION);
        JsonNode history = region.get("/api" + target).expect(200).json();
        assertEquals(900, history.get(0).get("value").asInt());
        assertEquals("112-қ", history.get(0).get("ground").get("number").asText());
        assertEquals(403, region.post("/api" + target, "{}").status());
        assertEquals(403, region.post("/api" + target + "/removal", "{}").status());
        Api elsewhere = Accounts.with(node, "approver", "610000000");
        assertEquals(404, elsewhere.get("/api" + target).status());
        assertEquals(
                0,
                elsewhere
                        .get("/api/report-targets?year=" + year)
                        .expect(200)
                        .json()
                        .get("items")
                        .size());
        assertEquals(400, node.api().post("/api" + target, "{}").status(), "each field is asked for");
        Shell.Answer answer = node.shell("jolkarta:report-targets " + year + " 23");
        assertTrue(answer.output().contains("112-қ"), answer.output());
        assertTrue(region.get("/api/report-targets.csv?year=" + year)
                .expect(200)
                .text()
                .contains("112-қ"));
    }
}
