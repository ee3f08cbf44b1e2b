package kz.jolkarta.acceptance.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.acceptance.Api;
import kz.jolkarta.acceptance.Children;
import kz.jolkarta.acceptance.DemoNode;
import kz.jolkarta.acceptance.Node;
import kz.jolkarta.acceptance.access.Accounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A day without a mouse: a list is brought in, a child opened, a road map approved, a report handed in, and the focus is in sight all the while. */
@ExtendWith({kz.jolkarta.acceptance.pages.Browser.class, DemoNode.class})
class KeyboardTest {
    private static final String REGION = "470000000";
    private static final String VILLAGE = "471043100";
    private static final int ROWS = 200;

    /** Long enough to be looked at while it is read. */
    private static FilePayload list(Says says) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                says.text("import.column.iin"),
                says.text("import.column.surname"),
                says.text("import.column.given-name"),
                says.text("import.column.birth-date"),
                says.text("import.column.sex"),
                says.text("import.column.territory")));
        for (int i = 0; i < ROWS; i++) {
            String letters = "" + (char) ('а' + i % 20) + (char) ('а' + i / 20);
            rows.add(List.of(Children.iin(), "Пернебек" + letters, "Айша", "17.05.2013", "қыз", VILLAGE));
        }
        return new FilePayload(
                "тізім.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", SchoolList.of(rows));
    }

    /** Drawn up by somebody else, and agreed. */
    private static long agreedMap(Api api) {
        long child = Children.create(api, VILLAGE, "");
        long map = api.post("/api/children/" + child + "/road-maps/draft", "{\"steps\": [\"coverage/club\"]}")
                .expect(201)
                .json()
                .get("id")
                .asLong();
        Api.Reply seen = api.get("/api/road-maps/" + map).expect(200);
        ObjectNode content = (ObjectNode) seen.json().get("content");
        for (String field : List.of("strengths", "goals", "directions", "support-needed", "coordinator")) {
            content.put(field, "Ұстазбен келісілді");
        }
        content.put("talent", "academic");
        api.put("/api/road-maps/" + map, "{\"content\": " + content + "}", seen.header("ETag"))
                .expect(200);
        api.post("/api/road-maps/" + map + "/agreement", "{\"name\": \"Сейітқали Гүлнәр\"}")
                .expect(200);
        return map;
    }

    /** Whatever was not recorded is explained, so that the report can go. @return its page */
    private static String explainedReport(Node node) {
        String page = Accounts.with(node, "approver", REGION)
                .get("/reports")
                .expect(303)
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
        Api api = node.api();
        api.get("/api" + page)
                .expect(200)
                .json()
                .get("measures")
                .forEach(row -> api.post("/api" + page + "/texts", """
                        {"measure": "%s", "kk": "Іс-шара өткізілмеді.", "ru": "Мероприятия не проводились."}""".formatted(
                                        row.get("code").asText()))
                        .expect(200));
        return page;
    }

    @Test
    void theKeyboardAloneDoesTheDay(Node node, Browser browser) {
        long map = agreedMap(node.api());
        String report = explainedReport(node);
        Accounts.Secret secret = Accounts.secret(node, "coordinator@" + REGION, "approver@" + REGION);
        try (Person person = Person.anybody(node, browser, "kk")) {
            Page page = person.page();
            Keys keys = new Keys(page);
            person.open("/login");
            keys.to("[name=login]").type(secret.login()).to("[name=password]").type(secret.password());
            keys.enter(".*:\\d+/$");
            keys.press("Tab").kept();
            assertEquals(person.says("page.web.skip"), page.evaluate("() => document.activeElement.innerText"));

            listIsBroughtIn(person, keys);

            keys.press("/").type("Пернебекаа").enter(".*/children\\?q=.*");
            keys.to("main tbody a[href^='/children/']").enter(".*/children/\\d+");
            assertTrue(person.heading().contains("Пернебекаа"), person.heading());

            keys.to("a.brand").enter(".*:\\d+/$");
            keys.to("main a[href='/road-maps?state=agreed']").enter(".*state=agreed");
            keys.to("main a[href='/road-maps/" + map + "']").enter(".*/road-maps/\\d+");
            keys.to("main form[action$='/state'] button:not(.btn-danger)").enter(".*done=.*");
            person.told("page.roadmap.approve.done");

            node.api().post("/api" + report + "/preparation", "{}").expect(200);
            keys.to("nav a[href='/reports']").enter(".*" + report);
            keys.to("main a[href$='/submission']").enter(".*/submission");
            keys.to("main form[action$='/submission'] button").enter(".*" + report + "\\?done=.*");
            person.told("page.report.submitted");
            assertEquals(List.of(), person.complaints());
        }
    }

    /** While the page looks again and again how far the list is, the focus stays where it was. */
    private static void listIsBroughtIn(Person person, Keys keys) {
        Page page = person.page();
        keys.to("nav a[href='/imports']").enter(".*/imports");
        keys.to("[name=file]").choose(list(Says.in("kk")));
        keys.to("[name=dryRun]").press("Space").press("Space");
        keys.to("main form[action*='/imports'] button[type=submit]").enter(".*/imports/\\d+");
        keys.to("main a.back");
        page.getByText(person.says("import.state.done")).first().waitFor();
        page.locator("#columns a[href$='/columns']").waitFor();
        keys.kept();
        assertEquals(ROWS + "", person.figure("page.imports.count.created").innerText());
    }
}
