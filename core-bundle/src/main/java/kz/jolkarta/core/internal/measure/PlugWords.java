package kz.jolkarta.core.internal.measure;

import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.internal.node.NodeSettings;
import kz.jolkarta.core.internal.profile.PlugWork.Thing;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.roadmap.Resolution997;

/** What is installed and removed, by its name and not by its number alone. */
final class PlugWords {
    private PlugWords() {}

    /** "Install measure 13: …" or "Remove the centre: …". @param number of the clause, or the first digits of the region's code */
    static String title(Words words, NodeSettings settings, boolean install, Thing thing, int number) {
        String key = "page.plugs.title." + (install ? "install." : "remove.") + Json.name(thing);
        return thing == Thing.CENTRE
                ? words.text(key, region(words, settings, number))
                : words.text(
                        key, number, words.text(Resolution997.clause(number).name()));
    }

    static String region(Words words, NodeSettings settings, int number) {
        return settings.place(code(number), words.language());
    }

    /** KATO code of the region. */
    static String code(int number) {
        return number + "0000000";
    }
}
