package kz.jolkarta.core.internal.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import kz.jolkarta.core.db.Engine;

/** One migration script. Its checksum does not depend on how a checkout ends its lines. */
record Script(int version, String name, String text) {
    static Script read(Class<?> anchor, int version, String name) {
        String prefix = String.format("V%03d__", version);
        if (!name.startsWith(prefix) || !name.endsWith(".sql")) {
            throw new IllegalArgumentException(
                    "script number " + version + " has to be called " + prefix + "….sql, not " + name);
        }
        try (InputStream content = anchor.getResourceAsStream("/db/" + name)) {
            if (content == null) {
                throw new IllegalArgumentException("there is no db/" + name + " beside " + anchor.getName());
            }
            String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            return new Script(version, name, text.replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String checksum() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The statements without comments, in the engine's own words. */
    List<String> statements(Engine engine) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        for (String line : text.split("\n")) {
            if (line.strip().startsWith("--")) {
                continue;
            }
            String bare = line.stripTrailing();
            boolean ends = bare.endsWith(";");
            statement.append(ends ? bare.substring(0, bare.length() - 1) : bare).append('\n');
            if (ends) {
                addUnlessBlank(statements, statement, engine);
            }
        }
        addUnlessBlank(statements, statement, engine);
        return statements;
    }

    private static void addUnlessBlank(List<String> statements, StringBuilder statement, Engine engine) {
        String sql = statement.toString().strip();
        statement.setLength(0);
        if (!sql.isEmpty()) {
            statements.add(sql.replace("${binary}", engine.binary())
                    .replace("${longtext}", engine.longText())
                    .replace("${ascii}", engine.ascii())
                    .replace("${nullable}", engine.nullable()));
        }
    }
}
