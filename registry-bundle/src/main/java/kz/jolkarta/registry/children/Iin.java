package kz.jolkarta.registry.children;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.registry.Sex;

/**
 * An individual identification number: birth date, century and sex, serial, check digit (government resolution № 853 of 22.08.2003; law
 * № 223-III of 12.01.2007). It is not issued anew when the data in it change, so it may differ from the birth date and the sex.
 */
public record Iin(String digits) {
    private static final int LENGTH = 12;
    private static final int[] FIRST = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    private static final int[] SECOND = {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};

    public Iin {
        fault(digits).ifPresent(fault -> {
            throw new IllegalArgumentException(fault.key());
        });
    }

    /** @return empty for what is no valid number */
    public static Optional<Iin> of(String digits) {
        return fault(digits).isEmpty() ? Optional.of(new Iin(digits)) : Optional.empty();
    }

    /** @return what is wrong with the number; empty when it is valid */
    public static Optional<Message> fault(String digits) {
        if (!twelveDigits(digits)) {
            return Optional.of(Message.of("child.iin.length"));
        }
        if (birthDate(digits).isEmpty()) {
            return Optional.of(Message.of("child.iin.date"));
        }
        return checked(digits) ? Optional.empty() : Optional.of(Message.of("child.iin.check-digit"));
    }

    /** Whether the text has the form of a number, right or wrong. */
    public static boolean twelveDigits(String text) {
        return text.length() == LENGTH && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** A business identification number has the same check digit: year and month of registration, type, attribute, serial. */
    public static Optional<Message> binFault(String digits) {
        boolean form =
                twelveDigits(digits) && digits.substring(2, 4).matches("0[1-9]|1[0-2]") && digits.charAt(4) >= '4';
        return form && checked(digits) ? Optional.empty() : Optional.of(Message.of("organisation.bin"));
    }

    public LocalDate birthDate() {
        return birthDate(digits).orElseThrow();
    }

    public Sex sex() {
        return (digits.charAt(6) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** For lists: the last four digits only. */
    public String masked() {
        return masked(digits);
    }

    /** The same of digits that are known to be a number. */
    public static String masked(String digits) {
        return "•".repeat(LENGTH - 4) + digits.substring(LENGTH - 4);
    }

    private static Optional<LocalDate> birthDate(String digits) {
        int century = digits.charAt(6) - '0';
        if (century < 1 || century > 6) {
            return Optional.empty();
        }
        int year = 1800 + (century - 1) / 2 * 100 + Integer.parseInt(digits.substring(0, 2));
        try {
            return Optional.of(LocalDate.of(
                    year, Integer.parseInt(digits.substring(2, 4)), Integer.parseInt(digits.substring(4, 6))));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static boolean checked(String digits) {
        int sum = sum(digits, FIRST);
        if (sum == 10) {
            sum = sum(digits, SECOND);
        }
        return sum == digits.charAt(LENGTH - 1) - '0';
    }

    /** 10 after the second weights means that the number was never issued; no digit equals it. */
    private static int sum(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return sum % 11;
    }
}
