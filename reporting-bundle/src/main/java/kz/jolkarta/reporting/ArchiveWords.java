package kz.jolkarta.reporting;

import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;

/** How it is said where figures of entered returns come from. */
final class ArchiveWords {
    /** So much of a hash tells files apart at sight. */
    private static final int SHORT = 12;

    private ArchiveWords() {}

    /** Entered by whom, in what role, when and from which file. */
    static String source(Words words, ArchiveEntry.Source source) {
        String level = words.text("page.archive.level." + Json.name(source.level()));
        String by = words.text("page.archive.by", source.by(), level, words.moment(source.at()));
        return source.file()
                .map(f -> f.sha256().isEmpty()
                        ? words.text("page.archive.from-named", by, f.name())
                        : words.text(
                                "page.archive.from-file",
                                by,
                                f.name(),
                                f.sha256().substring(0, SHORT)))
                .orElse(by);
    }

    static Badge badge(Words words, Archive.State state) {
        Tone tone = switch (state) {
            case ENTERED, HANDED_IN -> Tone.OK;
            case NOT_ENTERED -> Tone.NONE;
        };
        return Badge.of(words.text("page.archive.state." + Json.name(state)), tone);
    }

    static Badge entered(Words words) {
        return badge(words, Archive.State.ENTERED);
    }
}
