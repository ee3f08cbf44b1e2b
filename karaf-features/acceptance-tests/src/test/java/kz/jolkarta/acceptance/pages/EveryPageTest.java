package kz.jolkarta.acceptance.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import kz.jolkarta.acceptance.Children;
import kz.jolkarta.acceptance.DemoNode;
import kz.jolkarta.acceptance.Node;
import kz.jolkarta.acceptance.access.Accounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every kind of page that can be reached by links from the home page, by somebody who may see everything: it opens, hurts nobody and lacks no text in any language. */
@ExtendWith({kz.jolkarta.acceptance.pages.Browser.class, DemoNode.class})
class EveryPageTest {
    private static final String EVERYTHING = "administrator coordinator approver psychologist analyst auditor";
    private static final Pattern HREF = Pattern.compile("<a [^>]*href=\"([^\"]+)\"");
    /** A text that no bundle has is shown as its key in brackets. */
    private static final Pattern MISSING = Pattern.compile(">[^<]*\\[[a-z]+(-[a-z]+)*\\.[a-z.-]+][^<]*<");

    /** So many pages of each shape are asked for further links, since not every child has a road map. */
    private static final int FOLLOWED = 2;

    /** Addresses of one shape: numbers stand for one another. */
    private static String shape(String path) {
        return path.replaceAll("[?#].*", "")
                .replaceAll("/reports/\\d+/\\d+", "/reports/{year}/{region}")
                .replaceAll(
                        "/measures/[a-z-]+/indicators/[a-z-]+/years", "/measures/{code}/indicators/{indicator}/years")
                .replaceAll("/\\d+", "/{id}");
    }

    /** Addresses of one kind: measures stand for one another besides. */
    private static String kind(String path) {
        return shape(path).replaceAll("/(measures|money)/[a-z][a-z-]+", "/$1/{code}");
    }

    private static List<String> links(String html) {
        return HREF.matcher(html)
                .results()
                .map(m -> m.group(1).replace("&amp;", "&"))
                .filter(h -> h.startsWith("/") && !h.startsWith("/api/") && !h.startsWith("/assets/"))
                .filter(h -> !h.contains("lang=") && !h.endsWith(".json"))
                .toList();
    }

    /** A child with something on each of its pages. @return the address of its page */
    private static String child(Node node) {
        long child = Children.create(
                node.api(),
                "233633100",
                ", \"talents\": [{\"field\": \"sport\", \"identifiedOn\": \"2021-01-10\"}], "
                        + "\"categories\": [{\"category\": \"large-family\", \"validFrom\": \"2020-01-01\"}]");
        String won =
                "{\"event\": \"Олимпиада\", \"level\": \"republic\", \"field\": \"academic\", \"place\": 1, \"wonOn\": \"2026-03-01\"}";
        node.api().post("/api/children/" + child + "/achievements", won).expect(201);
        node.api().post("/api/children/" + child + "/road-maps/draft", "{}").expect(201);
        return "/children/" + child;
    }

    /** The first page of each kind, without drawing any. @param look given the address and the markup; @return kind to address */
    private static Map<String, String> found(Person person, String child, BiConsumer<String, String> look) {
        Map<String, String> pages = new LinkedHashMap<>();
        List.of("/", child).forEach(path -> pages.put(kind(path), path));
        Map<String, Integer> followed = new HashMap<>();
        Set<String> known = new HashSet<>(pages.values());
        Set<String> wrong = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(known);
        while (!next.isEmpty()) {
            String path = next.poll();
            APIResponse answer = person.fetch(path);
            if (answer.status() != 200) {
                wrong.add(answer.status() + " " + path);
                continue;
            }
            look.accept(path, answer.text());
            for (String link : links(answer.text())) {
                pages.putIfAbsent(kind(link), link);
                if (followed.getOrDefault(shape(link), 0) < FOLLOWED && known.add(link)) {
                    followed.merge(shape(link), 1, Integer::sum);
                    next.add(link);
                }
            }
        }
        assertTrue(wrong.isEmpty(), wrong.toString());
        return pages;
    }

    @Test
    void hurtsNobody(Node node, Browser browser) {
        List<String> wrong = new ArrayList<>();
        String child = child(node);
        try (Person person = Person.with(node, browser, "kk", EVERYTHING.split(" "))) {
            Map<String, String> pages = found(person, child, speaking("kk", wrong));
            assertTrue(pages.size() > 110, pages.keySet().toString());
            long begun = System.nanoTime();
            pages.forEach((kind, path) -> {
                assertEquals(200, person.open(path), path);
                wrong.addAll(Inspection.of(person.page(), kind));
            });
            long millis = (System.nanoTime() - begun) / 1_000_000;
            System.out.println(pages.size() + " pages looked at, each in " + millis / pages.size() + " ms");
            wrong.addAll(person.complaints());
        }
        assertEquals("", String.join("\n", wrong));
    }

    /** What no link leads to: before one is signed in, what is refused, what stands over a page, a form that comes back. */
    @Test
    void refusalsHurtNobodyEither(Node node, Browser browser) {
        List<String> wrong = new ArrayList<>();
        outside(node, browser, "kk", (page, name) -> wrong.addAll(Inspection.of(page, name)));
        try (Person analyst = Person.with(node, browser, "kk", "analyst")) {
            Page page = analyst.page();
            assertEquals(403, analyst.open("/accounts"));
            wrong.addAll(Inspection.of(page, "no right"));
            assertEquals(404, analyst.open("/reports/2026/1"));
            wrong.addAll(Inspection.of(page, "not found"));
            assertEquals(400, analyst.open("/entitlements?year=never"));
            wrong.addAll(Inspection.of(page, "not understood"));
            page.evaluate("() => document.getElementById('idle').showModal()");
            wrong.addAll(Inspection.of(page, "question whether somebody is there"));
        }
        try (Person coordinator = Person.with(node, browser, "kk", "coordinator")) {
            Page page = coordinator.page();
            page.setViewportSize(390, 844);
            page.locator(".burger").click();
            wrong.addAll(Inspection.of(page, "menu"));
            coordinator.open("/organisations/new");
            page.locator("main form button[type=submit]").click();
            page.locator("[aria-invalid=true]").first().waitFor();
            wrong.addAll(Inspection.of(page, "form with errors"));
            assertEquals(
                    List.of(),
                    coordinator.complaints().stream()
                            .filter(c -> c.contains("Policy"))
                            .toList());
        }
        assertEquals("", String.join("\n", wrong));
    }

    /** The pages before one is in: the sign-in and its refusal, the first sign-in, the second step and its refusal, with how it is switched on. */
    private static void outside(Node node, Browser browser, String language, BiConsumer<Page, String> look) {
        Accounts.Secret first = Accounts.untouched(node, "analyst");
        try (Person newcomer = Person.anybody(node, browser, language)) {
            Page page = newcomer.page();
            newcomer.open("/login");
            look.accept(page, language + " sign-in");
            page.locator("main form button[type=submit]").click();
            page.locator("[role=alert]").waitFor();
            look.accept(page, language + " sign-in refused");
            newcomer.signIn(first.login(), first.password());
            assertTrue(page.url().endsWith("/first-run"), page.url());
            look.accept(page, language + " first run");
        }
        Accounts.Secret careful = Accounts.secret(node, "analyst");
        try (Person owner = Person.anybody(node, browser, language)) {
            owner.signIn(careful.login(), careful.password());
            owner.open("/account/second-factor");
            look.accept(owner.page(), language + " second factor");
            owner.fill("code", Authenticator.code(owner.fact("page.factor.secret")));
            owner.press("page.factor.turn-on");
            owner.reads(owner.says("page.factor.codes.once"));
            look.accept(owner.page(), language + " recovery codes");
        }
        try (Person again = Person.anybody(node, browser, language)) {
            Page page = again.page();
            again.enter(careful.login(), careful.password());
            page.waitForURL(url -> url.contains("/login/code"));
            look.accept(page, language + " second step");
            page.fill("[name=code]", "000000");
            page.locator("main form button[type=submit]").first().click();
            page.locator("[role=alert]").waitFor();
            look.accept(page, language + " second step refused");
        }
    }

    @Test
    void speaksEveryOtherLanguage(Node node, Browser browser) {
        List<String> wrong = new ArrayList<>();
        String child = child(node);
        for (String language : List.of("ru", "en")) {
            try (Person person = Person.with(node, browser, language, EVERYTHING.split(" "))) {
                Map<String, String> pages = found(person, child, speaking(language, wrong));
                wrong.addAll(unnamed(person, language, pages));
                outside(node, browser, language, (page, name) -> wrong.addAll(Inspection.ofNames(page, name)));
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    /** Notes pages in another language, and those that lack a text. */
    private static BiConsumer<String, String> speaking(String language, List<String> wrong) {
        return (path, html) -> {
            if (!html.contains("<html lang=\"" + language + "\"")
                    || MISSING.matcher(html).find()) {
                wrong.add(language + " " + path);
            }
        };
    }

    /** Kazakh is asked for everything elsewhere; in another language only names can be wanting. */
    private static List<String> unnamed(Person person, String language, Map<String, String> pages) {
        List<String> wrong = new ArrayList<>();
        long begun = System.nanoTime();
        pages.forEach((kind, path) -> {
            assertEquals(200, person.open(path), path);
            wrong.addAll(Inspection.ofNames(person.page(), language + " " + kind));
        });
        long millis = (System.nanoTime() - begun) / 1_000_000;
        System.out.println(pages.size() + " pages asked for names in " + language + ", in " + millis + " ms");
        return wrong;
    }
}
