package kz.jolkarta.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.pages.View;
import org.junit.jupiter.api.Test;

class AssetsTest {
    private final Assets assets = GalleryTest.ASSETS;
    private final String style = "/" + assets.hashOfAll() + "/style.css";

    /** What came back. */
    private static final class Answer {
        int status = 200;
        final Map<String, String> headers = new TreeMap<>();
        final ByteArrayOutputStream body = new ByteArrayOutputStream();
    }

    private Answer ask(String path, Map<String, String> headers) throws Exception {
        Answer answer = new Answer();
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "getPathInfo" -> path;
                    case "getMethod" -> "GET";
                    case "getHeader" -> headers.get(args[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (proxy, method, args) -> {
                    switch (method.getName()) {
                        case "setHeader" -> answer.headers.put((String) args[0], (String) args[1]);
                        case "setContentType" -> answer.headers.put("Content-Type", (String) args[0]);
                        case "setContentLength" -> answer.headers.put("Content-Length", args[0].toString());
                        case "setStatus", "sendError" -> answer.status = (int) args[0];
                        case "getOutputStream" -> {
                            return stream(answer.body);
                        }
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                    return null;
                });
        new AssetFiles(assets).doGet(request, response);
        return answer;
    }

    private static ServletOutputStream stream(ByteArrayOutputStream to) {
        return new ServletOutputStream() {
            @Override
            public void write(int b) {
                to.write(b);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Test
    void aFileIsKeptForAYearAndZippedForThoseWhoTakeIt() throws Exception {
        Answer plain = ask(style, Map.of());
        Answer zipped = ask(style, Map.of("Accept-Encoding", "br, gzip;q=0.8"));
        assertEquals("public, max-age=31536000, immutable", plain.headers.get("Cache-Control"));
        assertEquals("text/css; charset=utf-8", plain.headers.get("Content-Type"));
        assertEquals("gzip", zipped.headers.get("Content-Encoding"));
        byte[] unzipped = new GZIPInputStream(new ByteArrayInputStream(zipped.body.toByteArray())).readAllBytes();
        assertEquals(plain.body.toString(StandardCharsets.UTF_8), new String(unzipped, StandardCharsets.UTF_8));
        assertEquals(String.valueOf(zipped.body.size()), zipped.headers.get("Content-Length"));
        assertTrue(!plain.headers.get("ETag").equals(zipped.headers.get("ETag")), "two bodies, two tags");
        assertEquals(
                null, ask(style, Map.of("Accept-Encoding", "gzip;q=0")).headers.get("Content-Encoding"));
    }

    @Test
    void whatABrowserHasIsNotSentAgain() throws Exception {
        String tag = ask(style, Map.of()).headers.get("ETag");
        Answer again = ask(style, Map.of("If-None-Match", tag));
        assertEquals(304, again.status);
        assertEquals(0, again.body.size());
    }

    @Test
    void nothingElseIsGivenOut() throws Exception {
        for (String path : List.of(
                "/",
                "/style.css",
                "/0123456789abcdef/style.css",
                style + "/",
                "/" + assets.hashOfAll() + "/../app.css",
                "/" + assets.hashOfAll() + "/README.md",
                "/" + assets.hashOfAll() + "/")) {
            assertEquals(404, ask(path, Map.of()).status, path);
        }
    }

    @Test
    void theStyleSheetFindsItsFontsAndNothingElseOutside() throws Exception {
        String css = ask(style, Map.of()).body.toString(StandardCharsets.UTF_8);
        List<String> targets = Pattern.compile("url\\(\"?([^\")]*)")
                .matcher(css)
                .results()
                .map(r -> r.group(1))
                .toList();
        for (String target : targets) {
            assertTrue(
                    target.startsWith("data:image/svg+xml")
                            || assets.at(assets.hashOfAll() + "/" + target).isPresent(),
                    target);
        }
        assertTrue(targets.stream().anyMatch(t -> t.endsWith(".woff2")));
        assertTrue(!css.contains("@import"));
    }

    @Test
    void aPageNamesOnlyFilesThatAreThere() {
        Markup page = Markup.of(GalleryTest.html(View.of("Бет"), Gallery.frame(Language.KK)));
        List<String> named = page.tags().stream()
                .flatMap(t -> java.util.stream.Stream.of(t.at("href"), t.at("src")))
                .filter(h -> h.startsWith(Assets.ROOT))
                .toList();
        assertTrue(named.size() >= 5, named.toString());
        named.forEach(h ->
                assertTrue(assets.at(h.substring(Assets.ROOT.length())).isPresent(), h));
    }

    /** A village school's line: the first page in one breath, later ones in less. */
    @Test
    void theFirstPageIsSmall() throws IOException {
        byte[] children = GalleryTest.html(View.of("Балалар", Gallery.PLAIN.children(25)), Gallery.frame(Language.KK))
                .getBytes(StandardCharsets.UTF_8);
        int page = Assets.zip(children).length;
        assertTrue(page <= 10 * 1024, "the page alone has " + page);
        int first = page;
        for (String name : List.of(
                "style.css",
                "app.js",
                "htmx.js",
                "inter-latin.woff2",
                "inter-cyrillic.woff2",
                "inter-cyrillic-ext.woff2")) {
            Assets.Asset asset = assets.at(assets.hashOfAll() + "/" + name).orElseThrow();
            first += asset.zipped().orElse(asset.plain()).length;
        }
        assertTrue(first <= 110 * 1024, "the first page has " + first);
    }
}
