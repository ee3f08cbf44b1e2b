package kz.jolkarta.acceptance.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import kz.jolkarta.acceptance.DemoNode;
import kz.jolkarta.acceptance.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every kind of page that can be reached by links from the home page, by somebody who may see everything, opens and lacks no text in any language. */
@ExtendWith({kz.jolkarta.acceptance.pages.Browser.class, DemoNode.class})
class EveryPageTest {
    private static final String EVERYTHING = "administrator coordinator approver psychologist analyst auditor";
    private static final Pattern HREF = Pattern.compile("<a [^>]*href=\"([^\"]+)\"");
    /** A text that no bundle has is shown as its key in brackets. */
    private static final Pattern MISSING = Pattern.compile(">[^<]*\\[[a-z]+(-[a-z]+)*\\.[a-z.-]+][^<]*<");

    /** Addresses of one kind: numbers and codes stand for one another. */
    private static String kind(String path) {
        return path.replaceAll("\\?.*", "")
                .replaceAll("#.*", "")
                .replaceAll("/measures/[a-z][a-z-]+", "/measures/{code}")
                .replaceAll("/reports/\\d+/\\d+", "/reports/{year}/{region}")
                .replaceAll("/\\d+", "/{id}");
    }

    private static List<String> links(String html) {
        return HREF.matcher(html)
                .results()
                .map(m -> m.group(1).replace("&amp;", "&"))
                .filter(h -> h.startsWith("/") && !h.startsWith("/api/") && !h.startsWith("/assets/"))
                .filter(h -> !h.contains("lang=") && !h.endsWith(".json"))
                .toList();
    }

    /** The first page of each kind, without drawing any. @param look given the address and the markup; @return kind to address */
    private static Map<String, String> found(Person person, BiConsumer<String, String> look) {
        Map<String, String> pages = new LinkedHashMap<>(Map.of("/", "/"));
        Set<String> wrong = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of("/"));
        while (!next.isEmpty()) {
            String path = next.poll();
            APIResponse answer = person.fetch(path);
            if (answer.status() != 200) {
                wrong.add(answer.status() + " " + path);
                continue;
            }
            look.accept(path, answer.text());
            for (String link : links(answer.text())) {
                if (pages.putIfAbsent(kind(link), link) == null) {
                    next.add(link);
                }
            }
        }
        assertTrue(wrong.isEmpty(), wrong.toString());
        return pages;
    }

    @Test
    void speaksEveryLanguage(Node node, Browser browser) {
        List<String> wrong = new ArrayList<>();
        for (String language : List.of("kk", "ru", "en")) {
            try (Person person = Person.with(node, browser, language, EVERYTHING.split(" "))) {
                found(person, (path, html) -> {
                    boolean own = html.contains("<html lang=\"" + language + "\"");
                    if (!own || MISSING.matcher(html).find()) {
                        wrong.add(language + " " + path);
                    }
                });
            }
        }
        assertEquals("", String.join("\n", wrong));
    }
}
