package kz.jolkarta.registry.copies;

import java.util.List;
import java.util.Locale;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.AuditDetail;
import kz.jolkarta.core.access.Right;
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
        String fields = AuditDetail.words(texts, language, beside(entry));
        return fields.isEmpty() ? done : texts.text(language, "access-log.with", done, fields);
    }

    /** What the verb and the right do not say already. */
    private static String beside(Kept entry) {
        return entry.action() == Action.REFUSED ? "" : entry.detail().replaceFirst("^(print|copy)\\b", "");
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

    String right(Right right, Language language) {
        return AuditDetail.said(texts, language, right.name());
    }

    private String known(Language language, String topic, String code, String otherwise) {
        String key = topic + code;
        return texts.has(key)
                ? texts.text(language, key)
                : otherwise.isEmpty() ? code : texts.text(language, otherwise);
    }
}
