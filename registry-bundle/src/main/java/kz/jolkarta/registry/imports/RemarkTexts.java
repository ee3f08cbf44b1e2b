package kz.jolkarta.registry.imports;

import java.util.List;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Texts;

/** What is said of rows, in the reader's language. */
final class RemarkTexts {
    private final Texts texts;

    RemarkTexts(Texts texts) {
        this.texts = texts;
    }

    String reason(Language language, Remark remark) {
        return text(language, "import.reason." + remark.reason(), remark.args());
    }

    /** What the user can do. */
    String remedy(Language language, Remark remark) {
        return text(language, "import.remedy." + remark.reason(), remark.args());
    }

    /** A value that was taken; of a few it is a word of the language. */
    String taken(Language language, Remark remark) {
        return remark.taken().startsWith("@")
                ? texts.text(language, remark.taken().substring(1))
                : remark.taken();
    }

    String outcome(Language language, Remark.Outcome outcome) {
        return texts.text(language, "import.outcome." + outcome.name().toLowerCase(java.util.Locale.ROOT));
    }

    String text(Language language, Message message) {
        return texts.text(language, message);
    }

    String text(Language language, String key, List<String> args) {
        Object[] values = args.stream()
                .map(a -> a.startsWith("@") ? Message.of(a.substring(1)) : a)
                .toArray();
        return texts.text(language, key, values);
    }
}
