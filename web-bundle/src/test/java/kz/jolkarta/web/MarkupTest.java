package kz.jolkarta.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.View;
import org.junit.jupiter.api.Test;

/** What a page owes to those who do not see it, and to the session. */
class MarkupTest {
    private final String html = GalleryTest.html(Gallery.PLAIN.everything(), Gallery.frame(Language.KK));
    private final Markup page = Markup.of(html);

    @Test
    void everyIdIsOneElements() {
        assertEquals(
                new HashSet<>(page.ids()).size(), page.ids().size(), page.ids().toString());
    }

    @Test
    void whatIsReferredToIsThere() {
        Set<String> ids = Set.copyOf(page.ids());
        for (Markup.Tag tag : page.tags()) {
            for (String name : List.of("for", "form", "aria-describedby", "aria-labelledby", "popovertarget")) {
                for (String id : tag.at(name).split(" ")) {
                    assertTrue(id.isEmpty() || ids.contains(id), name + " " + tag);
                }
            }
            boolean jump = tag.at("href").startsWith("#") && tag.at("href").length() > 1;
            assertTrue(!jump || ids.contains(tag.at("href").substring(1)), tag.toString());
        }
    }

    @Test
    void everyFieldHasALabel() {
        Set<String> labelled = page.all("label").stream().map(t -> t.at("for")).collect(Collectors.toSet());
        int depth = 0;
        for (Markup.Tag tag : page.tags()) {
            depth += tag.name().equals("label") ? 1 : tag.name().equals("/label") ? -1 : 0;
            boolean field = Set.of("input", "select", "textarea").contains(tag.name())
                    && !tag.at("type").equals("hidden");
            if (field) {
                assertTrue(depth > 0 || labelled.contains(tag.at("id")) || tag.has("aria-label"), tag.toString());
            }
        }
    }

    @Test
    void headingsBeginWithOneAndDoNotJump() {
        List<Integer> levels = page.tags().stream()
                .filter(t -> t.name().matches("h[1-6]"))
                .map(t -> t.name().charAt(1) - '0')
                .toList();
        assertEquals(1, levels.stream().filter(l -> l == 1).count());
        List<Integer> main = levels.subList(levels.indexOf(1), levels.size());
        for (int i = 1; i < main.size(); i++) {
            assertTrue(main.get(i) <= main.get(i - 1) + 1, main.toString());
        }
    }

    @Test
    void everyHeadOfATableSaysWhatItHeads() {
        assertTrue(page.all("th").size() > 20);
        page.all("th").forEach(th -> assertTrue(th.at("scope").matches("col|row"), th.toString()));
        assertEquals(
                List.of("ascending", "descending"),
                page.all("th").stream()
                        .map(t -> t.at("aria-sort"))
                        .filter(s -> !s.isEmpty())
                        .toList());
    }

    @Test
    void whatScrollsCanBeReachedByKeyboard() {
        List<Markup.Tag> scrolls = page.all("div").stream()
                .filter(t -> t.at("class").equals("scroll"))
                .toList();
        assertTrue(scrolls.size() >= 3);
        scrolls.forEach(t -> assertEquals(
                List.of("0", "region", false),
                List.of(t.at("tabindex"), t.at("role"), t.at("aria-label").isEmpty())));
    }

    @Test
    void formsDoNotNest() {
        int depth = 0;
        for (Markup.Tag tag : page.tags()) {
            depth += tag.name().equals("form") ? 1 : tag.name().equals("/form") ? -1 : 0;
            assertTrue(depth == 0 || depth == 1, tag.toString());
        }
    }

    @Test
    void everyFormThatChangesSomethingSaysWhereItComesFrom() {
        List<Markup.Tag> unproved = new ArrayList<>();
        int posts = 0;
        for (Markup.Tag form : page.all("form")) {
            if (form.at("method").equals("post")) {
                posts++;
                String inside = html.substring(form.end(), html.indexOf("</form>", form.end()));
                boolean hidden = inside.contains("<input type=\"hidden\" name=\"csrf\" value=\"c-s_rf\">");
                boolean file = form.at("enctype").equals("multipart/form-data");
                boolean query = form.at("action").matches(".*[?&](amp;)?csrf=c-s_rf");
                if (file ? !query || hidden : !hidden) {
                    unproved.add(form);
                }
            }
        }
        assertTrue(posts > 10);
        assertEquals(List.of(), unproved);
        assertTrue(html.contains("action=\"/imports?kind=children&amp;csrf=c-s_rf\""));
    }

    @Test
    void anActInARowOfAListToChooseFromHasAFormOfItsOwn() {
        Markup.Tag button = page.all("button").stream()
                .filter(t -> t.has("form"))
                .findFirst()
                .orElseThrow();
        Markup.Tag form = page.all("form").stream()
                .filter(t -> t.at("id").equals(button.at("form")))
                .findFirst()
                .orElseThrow();
        assertEquals("/children/1/act", form.at("action"));
        String inside = html.substring(form.end(), html.indexOf("</form>", form.end()));
        assertTrue(inside.contains("name=\"year\" value=\"2026\""), inside);
    }

    @Test
    void theActsOnAChoiceCarryTheirValues() {
        Markup.Tag act = page.all("button").stream()
                .filter(t -> t.at("formaction").equals("/activities/enrol"))
                .findFirst()
                .orElseThrow();
        assertEquals("way", act.at("name"));
        assertEquals("list", act.at("value"));
        assertTrue(
                html.contains(
                        "<input type=\"hidden\" name=\"year\" value=\"2026\"><button type=\"submit\" class=\"btn btn-sm btn-primary"));
    }

    @Test
    void aMistakeIsSaidAtItsFieldAndAboveTheForm() {
        Form form = Form.of(
                "/x",
                "Сақтау",
                List.of(Field.text("name", "Аты").require().help("Құжаттағыдай").error("Аты жазылмаған.")));
        String shown = GalleryTest.html(View.of("Бала", form), Gallery.frame(Language.KK));
        Markup.Tag field = Markup.of(shown).all("input").stream()
                .filter(t -> t.at("name").equals("name"))
                .findFirst()
                .orElseThrow();
        assertEquals("true", field.at("aria-invalid"));
        assertEquals("true", field.at("aria-required"));
        assertEquals(2, field.at("aria-describedby").split(" ").length);
        assertTrue(shown.contains("role=\"alert\""));
        assertTrue(shown.contains("<a href=\"#" + field.at("id") + "\">Аты</a>: Аты жазылмаған."));
    }

    @Test
    void whatIsRequiredIsToldUnlessEverythingIs() {
        Field name = Field.text("name", "Аты").require();
        String both = GalleryTest.html(
                View.of("Бала", Form.of("/x", "Сақтау", List.of(name, Field.text("note", "Ескерту")))),
                Gallery.frame(Language.KK));
        String all = GalleryTest.html(
                View.of("Бала", Form.of("/x", "Сақтау", List.of(Field.hidden("id", 1), name))),
                Gallery.frame(Language.KK));
        assertTrue(both.contains("form-label required") && both.contains("міндетті өріс"));
        assertFalse(all.contains("form-label required") || all.contains("міндетті өріс"));
        assertTrue(all.contains("aria-required=\"true\""));
    }

    @Test
    void valuesStandWhereTheyWereTyped() {
        assertTrue(html.contains("value=\"b\" selected"));
        Stream.of("radio.two", "checks.two")
                .forEach(name -> assertTrue(
                        page.all("input").stream()
                                        .anyMatch(t -> t.at("name").equals(name)
                                                && t.at("value").equals("b")
                                                && t.has("checked"))
                                && page.all("input").stream()
                                        .anyMatch(t -> t.at("name").equals(name)
                                                && t.at("value").equals("a")
                                                && !t.has("checked")),
                        name));
        assertFalse(
                page.all("input").stream().anyMatch(t -> t.at("type").equals("password") && t.has("value")),
                "a secret is typed anew");
        String flag = GalleryTest.html(
                View.of(
                        "x",
                        Form.of(
                                "/x",
                                "y",
                                List.of(
                                        Field.flag("f", "F").value(true),
                                        Field.flag("g", "G").value(false)))),
                Gallery.frame(Language.EN));
        List<Boolean> ticked = Markup.of(flag).all("input").stream()
                .filter(t -> t.at("type").equals("checkbox"))
                .map(t -> t.has("checked"))
                .toList();
        assertEquals(List.of(true, false), ticked);
    }
}
