package kz.jolkarta.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Frame;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import org.junit.jupiter.api.Test;

class GalleryTest {
    static final Assets ASSETS = new Assets();

    static String html(View view, Frame frame) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new JtePages(ASSETS).render(view, frame, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Everything a value is made of. */
    private static Stream<Object> parts(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.stream().flatMap(GalleryTest::parts);
        }
        if (value instanceof List<?> list) {
            return list.stream().flatMap(GalleryTest::parts);
        }
        if (!value.getClass().isRecord()) {
            return Stream.of(value);
        }
        List<Object> inner = new ArrayList<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                inner.add(component.getAccessor().invoke(value));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return Stream.concat(Stream.of(value), inner.stream().flatMap(GalleryTest::parts));
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(GalleryTest::kinds)
                : Stream.of(type);
    }

    /** The pages lie in the build's folder afterwards, to be looked at. */
    @Test
    void aPageOfEverythingIsWrittenInEveryLanguage() throws IOException {
        for (Language language : Language.values()) {
            String html = html(Gallery.PLAIN.everything(), Gallery.frame(language));
            assertTrue(
                    html.startsWith("<!doctype html>\n<html lang=\"" + language.tag() + "\""), html.substring(0, 80));
            assertTrue(html.strip().endsWith("</html>"));
            assertFalse(html.contains("page.web."), "a text without words in " + language);
            Files.writeString(Path.of("target", "gallery-" + language.tag() + ".html"), html);
        }
    }

    @Test
    void whoSignsInHasAFormAlone() throws IOException {
        String html = html(Gallery.signIn(), Gallery.outside(Language.KK));
        assertTrue(html.contains("autocomplete=\"username\"") && html.contains("autocomplete=\"current-password\""));
        Files.writeString(Path.of("target", "gallery-sign-in.html"), html);
    }

    @Test
    void theGalleryHasOneOfEverything() {
        List<Object> parts = parts(Gallery.PLAIN.everything()).toList();
        Set<Class<?>> shown = new HashSet<>();
        parts.forEach(p -> shown.add(p.getClass()));
        assertEquals(
                List.of(), kinds(Block.class).filter(k -> !shown.contains(k)).toList(), "blocks");
        assertTrue(parts.containsAll(EnumSet.allOf(Tone.class)), "tones");
        assertTrue(parts.containsAll(EnumSet.allOf(Field.Kind.class)), "fields");
        assertTrue(parts.containsAll(EnumSet.allOf(Action.Kind.class)), "acts");
    }

    @Test
    void everyKindOfBlockIsSeenWhereverItStands() {
        Frame frame = Gallery.frame(Language.KK);
        String nothing = html(View.of("Бет"), frame);
        String emptyCard = html(View.of("Бет", Block.Card.of("")), frame);
        parts(Gallery.PLAIN.everything())
                .filter(Block.class::isInstance)
                .map(Block.class::cast)
                .forEach(block -> {
                    assertNotEquals(nothing, html(View.of("Бет", block), frame), block.toString());
                    assertNotEquals(emptyCard, html(View.of("Бет", Block.Card.of("", block)), frame), block.toString());
                });
    }

    @Test
    void aFilterSharesTheCardOfItsList() {
        View everything = Gallery.PLAIN.everything();
        List<Slot> slots = Slot.of(everything.blocks());
        assertTrue(slots.stream().anyMatch(s -> s.framed() && s.blocks().size() == 2));
        assertEquals(
                everything.blocks().size(),
                slots.stream().mapToInt(s -> s.blocks().size()).sum());
    }

    @Test
    void whoIsNotSignedInHasNoMenuAndNothingToSignOutOf() {
        String html = html(View.of("Кіру", new Block.Paragraph("Көмек")), Gallery.outside(Language.KK));
        assertTrue(html.contains("<body class=\"login\">"));
        assertFalse(html.contains("/sign-out"));
        assertFalse(html.contains("id=\"side\""));
        assertFalse(html.contains("data-idle"));
    }

    @Test
    void aPageAsksForItselfOnlyWhileAJobRuns() {
        Frame frame = Gallery.frame(Language.RU);
        View view = View.of("Импорт", new Block.Paragraph("976"));
        Markup.Tag polling = Markup.of(html(view.refresh(3), frame)).all("main").get(0);
        assertEquals("/children?category=rural", polling.at("hx-get"));
        assertEquals("every 3s", polling.at("hx-trigger"));
        assertEquals("#main", polling.at("hx-select"));
        assertEquals("outerHTML", polling.at("hx-swap"));
        assertTrue(html(view.refresh(3), frame)
                .contains("<noscript><meta http-equiv=\"refresh\" content=\"3\"></noscript>"));

        String done = html(view, frame);
        assertFalse(done.contains("hx-get"));
        assertFalse(done.contains("http-equiv"));
    }

    @Test
    void onlyWhoMaySeeChildrenCanLookForThem() {
        Frame all = Gallery.frame(Language.KK);
        Frame few = new Frame(
                all.words(),
                all.path(),
                all.query(),
                all.reader(),
                all.csrf(),
                all.dark(),
                List.of(),
                all.idle(),
                all.done(),
                all.node(),
                all.version());
        assertTrue(html(View.of("Бет"), all).contains("action=\"/children\""));
        assertFalse(html(View.of("Бет"), few).contains("action=\"/children\""));
    }

    @Test
    void anIconThatIsNotDrawnIsLeftOut() {
        Block.Row row = Block.Row.of("no-such-icon", Tone.OK, "Мәтін", "", "");
        assertFalse(html(View.of("Бет", new Block.Rows(List.of(row), "")), Gallery.frame(Language.KK))
                .contains("no-such-icon"));
    }

    @Test
    void whatWasDoneIsSaid() {
        Frame plain = Gallery.frame(Language.KK);
        Frame done = new Frame(
                plain.words(),
                plain.path(),
                plain.query(),
                plain.reader(),
                plain.csrf(),
                Optional.of(true),
                plain.menu(),
                plain.idle(),
                "Сақталды.",
                plain.node(),
                plain.version());
        String html = html(View.of("Бет"), done);
        assertTrue(html.contains("role=\"status\"") && html.contains("Сақталды."));
        assertTrue(html.contains("data-bs-theme=\"dark\""));
    }
}
