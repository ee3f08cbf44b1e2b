package kz.jolkarta.registry.copies;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.registry.copies.AccessStore.Kept;

/** What was done, as it is told to people. */
final class AccessWords {
    private final Texts texts;

    AccessWords(Texts texts) {
        this.texts = texts;
    }

    String of(Kept entry, Language language) {
        String record = known(language, "access-log.kind.", entry.kind(), "access-log.kind.other");
        String done = texts.text(language, "access-log.did." + verb(entry), record);
        String fields = Stream.of(entry.detail().split("[^A-Za-z-]+"))
                .filter(word -> !word.isEmpty())
                .map(AccessWords::hyphened)
                .map(code -> "access-log.field." + code)
                .filter(texts::has)
                .distinct()
                .map(key -> texts.text(language, key))
                .collect(Collectors.joining(", "));
        return fields.isEmpty() ? done : texts.text(language, "access-log.with", done, fields);
    }

    private static String verb(Kept entry) {
        if (entry.action() == Action.EXPORT) {
            return entry.detail().startsWith("print") ? "print" : entry.detail().startsWith("copy") ? "copy" : "export";
        }
        return switch (entry.action()) {
            case CREATE -> "create";
            case READ -> "read";
            case DELETE -> "delete";
            case IMPORT -> "import";
            case UNDO -> "undo";
            case APPROVE -> "approve";
            case REFUSED -> "refused";
            default -> "update";
        };
    }

    /** {@code birthDate} as {@code birth-date}. */
    private static String hyphened(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    List<String> roles(List<String> codes, Language language) {
        return codes.stream()
                .map(code -> known(
                        language,
                        "access-log.role.",
                        code.toLowerCase(Locale.ROOT).replace('_', '-'),
                        ""))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    String right(kz.jolkarta.core.access.Right right, Language language) {
        return known(
                language,
                "access-log.right.",
                right.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "access-log.right.other");
    }

    private String known(Language language, String topic, String code, String otherwise) {
        String key = topic + code;
        return texts.has(key)
                ? texts.text(language, key)
                : otherwise.isEmpty() ? code : texts.text(language, otherwise);
    }
}
