package kz.jolkarta.core.i18n;

import java.util.List;

/**
 * A text of a bundle: its key in {@code messages_{kk,ru,en}.properties} and what stands in its places {0}, {1} ….
 * An argument may itself be a {@link Message} or a {@link Text}; it is put into the same language.
 */
public record Message(String key, List<Object> args) {
    public Message {
        if (key == null || key.isBlank()) {
            throw new IllegalArgumentException("a message needs a key");
        }
        args = List.copyOf(args);
    }

    public static Message of(String key, Object... args) {
        return new Message(key, List.of(args));
    }
}
