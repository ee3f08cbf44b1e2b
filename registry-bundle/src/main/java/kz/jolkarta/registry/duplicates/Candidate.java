package kz.jolkarta.registry.duplicates;

import java.time.LocalDate;
import java.util.Arrays;
import kz.jolkarta.core.registry.Sex;
import kz.jolkarta.registry.children.NameKey;

/**
 * What of a child is compared with another one. Texts are "" when they are not known.
 *
 * @param surname folded, as are the given name and the patronymic
 * @param school null when none is known
 */
record Candidate(
        long id,
        String iin,
        String surname,
        String given,
        String patronymic,
        LocalDate birth,
        Sex sex,
        String documentKind,
        String document,
        String territory,
        Long school) {
    static String folded(String name) {
        return NameKey.of(name);
    }

    String names() {
        return surname + " " + given;
    }

    /** Surname and given name in an order that does not depend on which is which. */
    String unordered() {
        String[] words = names().strip().split(" ");
        Arrays.sort(words);
        return String.join(" ", words);
    }
}
