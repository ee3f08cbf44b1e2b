package kz.jolkarta.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.pages.Frame;
import kz.jolkarta.core.pages.View;
import org.junit.jupiter.api.Test;

class GalleryTest {
    static final Assets ASSETS = new Assets();

    static String html(View view, Frame frame) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new JtePages(ASSETS).render(view, frame, out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyKindOfBlockIsWritten() throws IOException {
        for (Language language : Language.values()) {
            String html = html(Gallery.PLAIN.everything(), Gallery.frame(language));
            assertTrue(html.contains("</html>"), language.toString());
            java.nio.file.Files.writeString(
                    java.nio.file.Path.of("target", "gallery-" + language.tag() + ".html"), html);
        }
    }
}
