package kz.jolkarta.registry.staff;

/** A telephone number as it is kept: plus and digits (E.164), whatever blanks, dashes and brackets it was typed with. */
public final class Phone {
    private static final String KEPT = "\\+[1-9]\\d{6,14}";

    private Phone() {}

    /** A number of Kazakhstan may begin with 8, as it is dialled within the country, or with 7. */
    static String plain(String typed) {
        String digits = typed.replaceAll("[\\s\\u00a0()-]", "");
        return digits.replaceFirst("^8(\\d{10})$", "+7$1").replaceFirst("^7(\\d{10})$", "+7$1");
    }

    static boolean valid(String plain) {
        return plain.matches(KEPT);
    }

    /** As it is read: {@code +7 701 234 56 78}; of another country without blanks. */
    public static String shown(String plain) {
        return plain.replaceFirst("^\\+7(\\d{3})(\\d{3})(\\d{2})(\\d{2})$", "+7\u00a0$1\u00a0$2\u00a0$3\u00a0$4");
    }
}
