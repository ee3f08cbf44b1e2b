package kz.jolkarta.core.pages;

/**
 * A short word with a tone.
 *
 * @param icon name of an icon, "" for none
 * @param small a second, quieter part, e.g. a date; "" for none
 */
public record Badge(String text, Tone tone, String icon, String small) {
    public static Badge of(String text, Tone tone) {
        return new Badge(text, tone, "", "");
    }

    public static Badge of(String text, Tone tone, String icon) {
        return new Badge(text, tone, icon, "");
    }
}
