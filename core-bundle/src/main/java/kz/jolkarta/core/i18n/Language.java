package kz.jolkarta.core.i18n;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages of every text a person reads, Kazakh first. */
public enum Language {
    KK,
    RU,
    EN;

    /** BCP 47 tag. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag());
    }

    public static Optional<Language> of(String tag) {
        String head = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return List.of(values()).stream().filter(l -> l.tag().equals(head)).findFirst();
    }

    /** The best language for an {@code Accept-Language} header (RFC 9110 §12.5.4); Kazakh when none fits. */
    public static Language accepted(String header) {
        if (header == null || header.isBlank()) {
            return KK;
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(r -> r.getWeight() > 0)
                    .sorted(Comparator.comparingDouble(Locale.LanguageRange::getWeight)
                            .reversed())
                    .map(r -> of(r.getRange()))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(KK);
        } catch (IllegalArgumentException malformed) {
            return KK;
        }
    }
}
