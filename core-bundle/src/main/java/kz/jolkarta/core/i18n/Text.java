package kz.jolkarta.core.i18n;

/** A text that comes as data in the three languages, e.g. the name of a clause or of a territory. */
public record Text(String kk, String ru, String en) {
    public Text {
        if (kk == null || ru == null || en == null) {
            throw new IllegalArgumentException("a text needs kk, ru and en");
        }
    }

    /** The text in this language; where it is empty, in the next one that has it. */
    public String in(Language language) {
        String wanted = switch (language) {
            case KK -> kk;
            case RU -> ru;
            case EN -> en;
        };
        if (!wanted.isEmpty()) {
            return wanted;
        }
        return !ru.isEmpty() ? ru : !kk.isEmpty() ? kk : en;
    }
}
