package kz.jolkarta.core.internal.measure;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.db.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table of declarations. */
final class DeclarationStore {
    private static final Logger LOG = LoggerFactory.getLogger(DeclarationStore.class);

    /**
     * A kept declaration.
     *
     * @param declared empty when it was written by a version that declared otherwise
     * @param left since when the measure is not installed
     */
    record Kept(Optional<Declared> declared, Optional<Instant> left) {}

    private DeclarationStore() {}

    /** By the measure's code. */
    static Map<String, Kept> all(Tx tx) {
        Map<String, Kept> all = new LinkedHashMap<>();
        tx.each(
                "select code, declaration, texts, left_at from measure_declaration order by code",
                Map.of(),
                row -> all.put(
                        row.text("code"),
                        new Kept(
                                declared(row.text("code"), row.text("declaration"), row.text("texts")),
                                row.optionalInstant("left_at"))));
        return all;
    }

    private static Optional<Declared> declared(String code, String declaration, String texts) {
        try {
            return Optional.of(new Declared(DeclarationJson.read(declaration), DeclarationJson.readTexts(texts)));
        } catch (IllegalArgumentException unreadable) {
            // The row stays for a version that can read it; the other measures are shown meanwhile.
            LOG.warn("The kept declaration of the measure {} cannot be read", code, unreadable);
            return Optional.empty();
        }
    }

    static void insert(Tx tx, Declared declared) {
        tx.update(
                "insert into measure_declaration (code, declaration, texts) values (:code, :declaration, :texts)",
                values(declared));
    }

    static void update(Tx tx, Declared declared) {
        tx.update(
                "update measure_declaration set declaration = :declaration, texts = :texts, left_at = null"
                        + " where code = :code",
                values(declared));
    }

    private static Map<String, Object> values(Declared declared) {
        return Map.of(
                "code",
                declared.measure().code(),
                "declaration",
                DeclarationJson.write(declared.measure()),
                "texts",
                DeclarationJson.writeTexts(declared.texts()));
    }

    static void left(Tx tx, String code, Instant when) {
        tx.update(
                "update measure_declaration set left_at = :left where code = :code",
                Map.of("code", code, "left", when));
    }
}
