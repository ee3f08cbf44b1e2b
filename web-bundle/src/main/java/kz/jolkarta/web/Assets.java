package kz.jolkarta.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The static files of the pages, read once; their address holds a hash of them all, so a browser may keep them for good. */
@Component(service = Assets.class)
public final class Assets {
    static final String ROOT = "/assets/";

    /** The order is the cascade's. */
    static final List<String> SHEETS = List.of("tabler.css", "app.css", "scale.css", "icons.css", "pages.css");

    private static final List<String> SCRIPTS = List.of("app.js", "htmx.js");
    private static final List<String> FONTS =
            List.of("inter-latin.woff2", "inter-cyrillic.woff2", "inter-cyrillic-ext.woff2");

    private final Map<String, Asset> files = new TreeMap<>();
    private final String hash;

    /** @param zipped empty when zipping gains nothing */
    record Asset(String type, byte[] plain, Optional<byte[]> zipped) {}

    @Activate
    public Assets() {
        ByteArrayOutputStream style = new ByteArrayOutputStream();
        for (String sheet : SHEETS) {
            style.writeBytes(read(sheet));
            style.write('\n');
        }
        files.put("style.css", text("text/css; charset=utf-8", style.toByteArray()));
        SCRIPTS.forEach(name -> files.put(name, text("text/javascript; charset=utf-8", read(name))));
        files.put("icon.svg", text("image/svg+xml", read("icon.svg")));
        FONTS.forEach(name -> files.put(name, new Asset("font/woff2", read(name), Optional.empty())));
        hash = hash();
    }

    private static Asset text(String type, byte[] content) {
        return new Asset(type, content, Optional.of(zip(content)));
    }

    static byte[] read(String name) {
        try (InputStream file = Assets.class.getResourceAsStream(ROOT + name)) {
            if (file == null) {
                throw new IllegalStateException("the bundle lacks " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] zip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, asset) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(asset.plain());
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    String hashOfAll() {
        return hash;
    }

    /** Fonts lie beside the style sheet, where it looks for them. */
    String address(String name) {
        return ROOT + hash + "/" + name;
    }

    /** @param path after {@link #ROOT}, with the hash */
    Optional<Asset> at(String path) {
        return path.startsWith(hash + "/")
                ? Optional.ofNullable(files.get(path.substring(hash.length() + 1)))
                : Optional.empty();
    }
}
