package kz.jolkarta.core.measure;

/** The form of every code that a measure declares. */
final class Codes {
    private Codes() {}

    static void check(String code) {
        if (!code.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("not a code (lower case words joined by hyphens): " + code);
        }
    }
}
