package kz.jolkarta.core.i18n;

/**
 * All texts of all installed bundles. A bundle brings its own as {@code messages_kk.properties}, {@code messages_ru.properties}
 * and {@code messages_en.properties} (UTF-8) in its root; keys are unique over all bundles (a measure's keys begin with its code).
 */
public interface Texts {
    /** The text with its places filled (java.text.MessageFormat); the key itself in square brackets when no bundle has it. */
    String text(Language language, Message message);

    default String text(Language language, String key, Object... args) {
        return text(language, Message.of(key, args));
    }

    boolean has(String key);
}
