package kz.jolkarta.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.pages.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {
    private static final Frame FRAME = Gallery.frame(Language.KK);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "\" autofocus onfocus=\"alert(1)",
                "</textarea></title></option><svg onload=alert(1)>",
                "${7*7} @if(true) <!-- ]]>",
                "javascript:alert(1)"
            })
    void textStaysText(String hostile) {
        String plain = GalleryTest.html(new Gallery("Мәтін", "/children/1").everything(), FRAME);
        String attacked = GalleryTest.html(new Gallery(hostile, "/children/1").everything(), FRAME);
        assertEquals(Markup.of(plain).shapes(), Markup.of(attacked).shapes());
        assertTrue(attacked.contains(hostile.contains("javascript") ? hostile : "alert(1)") || hostile.contains("7*7"));
        assertFalse(attacked.contains("<script>alert"));
        assertFalse(attacked.contains("<img"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                " javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "/\t/elsewhere.example",
                "https://elsewhere.example"
            })
    void aLinkThatLeavesTheNodeIsNone(String href) {
        String html = GalleryTest.html(new Gallery("", href).everything(), FRAME);
        List<Markup.Tag> tags = Markup.of(html).tags();
        for (String name : List.of("href", "action", "formaction", "src", "hx-get")) {
            tags.stream().filter(t -> t.has(name)).forEach(t -> {
                String target = t.at(name).isEmpty() ? "/" : t.at(name);
                assertTrue(target.matches("[/?#](?![/\\\\\\t]).*|[/?#]|tel:\\+?\\d+"), t.toString());
            });
        }
        assertFalse(html.contains("elsewhere.example"), href);
        assertFalse(html.toLowerCase(java.util.Locale.ROOT).contains("script:alert"), href);
    }

    @Test
    void linksWithinTheNodeStay() {
        for (String href : List.of("/", "/children?q=a&b=c", "?after=1", "#why")) {
            assertEquals(href, Page.within(href));
        }
    }
}
