package kz.jolkarta.acceptance.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import kz.jolkarta.acceptance.Children;
import kz.jolkarta.acceptance.DemoNode;
import kz.jolkarta.acceptance.Node;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A coordinator's day with one child: finds it in another spelling, sees all there is, draws up its road map, has it approved, prints it. */
@ExtendWith({kz.jolkarta.acceptance.pages.Browser.class, DemoNode.class})
class CoordinatorDayTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Almaty"));
    private static final String REGION = "230000000";
    private static final String VILLAGE = "233633100";
    /** What a person reads at the places of the day, in the order of the day. */
    private static final Map<String, List<String>> WORDS = Map.of(
            "kk",
                    List.of(
                            "Құқығы бар, қамтылмаған",
                            "көп балалы",
                            "Деректерді өңдеу",
                            "Кім қарады",
                            "Жол картасы бекітілді."),
            "ru",
                    List.of(
                            "Имеет право, но не охвачен",
                            "многодетная семья",
                            "Обработка данных",
                            "Кто смотрел",
                            "Дорожная карта утверждена."),
            "en",
                    List.of(
                            "Entitled but not reached",
                            "large family",
                            "Processing of data",
                            "Who looked",
                            "The road map is approved."));

    private static long child(Node node) {
        String more = """
                , "categories": [{"category": "large-family", "validFrom": "2020-01-01", "validTo": "%s"}],
                "talents": [{"field": "sport", "subject": "шахмат", "identifiedOn": "2021-01-10"}],
                "achievements": [{"event": "Ақ бота", "level": "region", "field": "sport", "place": 2, "wonOn": "%s"}],
                "representatives": [{"name": "Қуанышбек Гүлнәр", "relation": "mother"}],
                "consents": [{"purpose": "processing", "givenOn": "2024-09-01"}]""".formatted(TODAY.plusDays(45), TODAY.minusDays(90));
        String json =
                Children.json(VILLAGE, more).replace("Сейітқали", "Қуанышбек").replace("Мөлдір", "Ғайни");
        long child = node.api()
                .post("/api/children", json)
                .expect(201)
                .json()
                .get("id")
                .asLong();
        Club club = Club.open(node.api(), child);
        club.held(club.participants());
        return child;
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void fromTheSearchToTheApprovedMapOnPaper(String language, Node node, Browser browser) throws IOException {
        long child = child(node);
        List<String> words = WORDS.get(language);
        String map;
        try (Person coordinator = Person.with(node, browser, language, "coordinator@" + REGION)) {
            found(coordinator, child);
            everythingIsThere(coordinator, words);
            theNumberIsShownByAnActOfItsOwn(coordinator, node, child);
            map = drafted(coordinator, child);
            assertEquals(List.of(), coordinator.complaints());
            try (Person approver = Person.with(node, browser, language, "approver@" + REGION)) {
                approver.figure("page.duties.maps-agreed").click();
                approver.page().locator("main a[href='" + map + "']").click();
                approver.press("page.roadmap.approve");
                approver.page().getByText(words.get(4)).waitFor();
                assertEquals(List.of(), approver.complaints());
            }
            coordinator.open(map);
            for (String paper : List.of("kk", "ru")) {
                String label = coordinator.says("page.roadmap.language." + paper);
                Download pdf =
                        coordinator.page().waitForDownload(() -> coordinator.follow("page.roadmap.print.pdf", label));
                try (InputStream file = pdf.createReadStream();
                        var document = Loader.loadPDF(file.readAllBytes())) {
                    String text = new PDFTextStripper().getText(document);
                    assertTrue(text.contains("Ғайни"), text);
                    assertTrue(
                            text.toLowerCase().contains(paper.equals("kk") ? "жол картасы" : "дорожная карта"), text);
                }
            }
        }
    }

    @Test
    void whoWorksElsewhereIsNotToldThatTheChildExists(Node node, Browser browser) {
        long child = Children.create(node.api(), VILLAGE, "");
        try (Person elsewhere = Person.with(node, browser, "kk", "coordinator@610000000")) {
            assertEquals(404, elsewhere.open("/children/" + child));
            assertTrue(elsewhere.text().contains("Сіздің аумағыңызда емес"), elsewhere.text());
        }
    }

    /** The tasks are on the first page; the search stands above every page. */
    private static void found(Person coordinator, long child) {
        Page page = coordinator.page();
        assertTrue(coordinator.text().contains(coordinator.says("page.duties.tasks")), coordinator.text());
        page.fill("header input[name=q]", "Куанышбек Гайни");
        page.press("header input[name=q]", "Enter");
        page.locator("main a[href='/children/" + child + "']").first().click();
        assertTrue(coordinator.heading().contains("Қуанышбек"), coordinator.heading());
    }

    private static void everythingIsThere(Person coordinator, List<String> words) {
        String head = coordinator.page().locator(".ch-head").innerText();
        assertTrue(head.contains(words.get(1)), head);
        assertTrue(head.contains("45"), "the category ends in 45 days: " + head);
        assertTrue(head.contains("шахмат"), head);
        assertTrue(coordinator.card("achievements").innerText().contains("Ақ бота"));
        assertTrue(coordinator.card("support").innerText().contains("Шахмат үйірмесі"));
        String consents = coordinator.card("consents").innerText();
        assertTrue(consents.contains(words.get(2)), consents);
        assertTrue(consents.contains("Қуанышбек Гүлнәр"), consents);
        assertTrue(coordinator.card("entitled").innerText().contains(words.get(0)));
        coordinator.follow("page.child.tab.access-log");
        assertEquals(words.get(3), coordinator.heading());
        String login = coordinator.page().locator("header .me b").innerText();
        assertTrue(coordinator.page().locator("main tbody").innerText().contains(login), coordinator.text());
    }

    private static void theNumberIsShownByAnActOfItsOwn(Person coordinator, Node node, long child) {
        String iin = node.api()
                .get("/api/children/" + child)
                .expect(200)
                .json()
                .path("iin")
                .asText();
        coordinator.open("/children/" + child);
        assertTrue(coordinator.text().contains("••••••••" + iin.substring(8)), coordinator.text());
        assertFalse(coordinator.text().contains(iin), "masked until it is asked for");
        coordinator.press("page.child.iin.show");
        coordinator.page().getByText(iin).waitFor();
        coordinator.open("/children/" + child);
    }

    /** One click makes an entitlement a step; the rest is chosen from what the measures propose. @return the map's address */
    private static String drafted(Person coordinator, long child) {
        Page page = coordinator.page();
        coordinator.card("entitled").locator("button").first().click();
        coordinator.told("page.child.proposed");
        assertEquals(1, coordinator.card("plan").locator("ol.tl > li").count());
        coordinator.follow("page.child.map.work");
        String map = page.url().replaceFirst("[?#].*", "").substring(page.url().indexOf("/road-maps"));
        coordinator.follow("page.roadmap.tab.proposals");
        page.locator(
                        "main button",
                        new Page.LocatorOptions().setHasText(coordinator.says("page.roadmap.proposal.take")))
                .first()
                .click();
        coordinator.told("page.roadmap.proposal.taken");
        assertEquals(2, coordinator.card("plan").locator("ol.tl > li").count());

        coordinator
                .card("plan")
                .getByText(coordinator.says("page.roadmap.step.open"))
                .first()
                .click();
        page.fill("[name=title]", "Қалалық турнирге дайындық");
        coordinator.press("page.roadmap.step.save");
        coordinator.told("page.roadmap.step.changed");
        assertTrue(coordinator.card("plan").innerText().contains("Қалалық турнирге дайындық"));

        coordinator.follow("page.roadmap.edit");
        Locator needed = page.locator("main .field:has(.help:has-text('"
                + coordinator.says("page.roadmap.edit.required") + "')) :is(input, textarea, select)");
        for (Locator field : needed.all()) {
            if (field.inputValue().isEmpty()) {
                if (field.evaluate("e => e.tagName").equals("SELECT")) {
                    field.selectOption(new SelectOption().setIndex(1));
                } else {
                    field.fill("Ұстазымен бірге талқыланды");
                }
            }
        }
        coordinator.press("page.roadmap.edit.submit");
        coordinator.told("page.roadmap.edit.done");
        page.selectOption("[name=representativeId]", new SelectOption().setIndex(1));
        coordinator.press("page.roadmap.agreement.submit");
        coordinator.told("page.roadmap.agreement.done");
        assertEquals(
                0,
                coordinator.button(coordinator.says("page.roadmap.approve")).count(),
                "who drew it up does not approve it");
        return map;
    }
}
