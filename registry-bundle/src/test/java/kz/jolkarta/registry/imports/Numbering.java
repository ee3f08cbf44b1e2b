package kz.jolkarta.registry.imports;

import kz.jolkarta.registry.children.Iin;

/** Valid numbers of children who do not exist. */
final class Numbering {
    private Numbering() {}

    /** @param born yymmdd of this century */
    static String iin(String born, boolean male, int serial) {
        for (int s = serial; ; s++) {
            for (int check = 0; check < 10; check++) {
                String digits = born + (male ? "5" : "6") + "%04d".formatted(s % 10_000) + check;
                if (Iin.of(digits).isPresent()) {
                    return digits;
                }
            }
        }
    }
}
