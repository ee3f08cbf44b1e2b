package kz.jolkarta.registry.children;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.HexFormat;

/** Puts names in the order of the Kazakh alphabet by a column that is compared byte by byte: neither engine nor the JDK sorts Kazakh right. */
public final class SortKey {
    /** Width of the column. */
    private static final int WIDTH = 400;

    private static final Collator KAZAKH = kazakh();

    private SortKey() {}

    /** @param surname "" for who has none */
    public static String of(String surname, String givenName, String patronymic) {
        String key = hex(surname) + hex(givenName) + hex(patronymic);
        return key.length() > WIDTH ? key.substring(0, WIDTH) : key;
    }

    /** ICU ends a key with a zero byte, less than any other: Ким Юлия comes before Кимова Анна. */
    private static String hex(String name) {
        return HexFormat.of().formatHex(KAZAKH.getCollationKey(name).toByteArray());
    }

    private static Collator kazakh() {
        Collator collator = Collator.getInstance(ULocale.forLanguageTag("kk"));
        collator.setStrength(Collator.SECONDARY);
        return collator.freeze();
    }
}
