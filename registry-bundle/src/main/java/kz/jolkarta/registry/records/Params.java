package kz.jolkarta.registry.records;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.pages.Address;

/** Parameters of a request; what is not given is null or blank. A wrong one is told, not taken for an unknown address. */
public final class Params {
    private static final int MOST = 200;
    private static final int ROWS = 25;

    private Params() {}

    public static Optional<String> text(String field, String given) {
        if (given != null && given.length() > MOST) {
            throw Problem.field(field, "record.too-long", MOST);
        }
        return Optional.ofNullable(given).map(String::strip).filter(t -> !t.isEmpty());
    }

    public static Optional<Long> number(String field, String given) {
        try {
            return text(field, given).map(Long::valueOf);
        } catch (NumberFormatException malformed) {
            throw Problem.field(field, "record.whole-number");
        }
    }

    public static Optional<Integer> year(String field, String given) {
        Optional<Long> year = number(field, given);
        if (year.isPresent() && (year.get() < 2000 || year.get() > 2100)) {
            throw Problem.field(field, "record.range", 2000, 2100);
        }
        return year.map(Long::intValue);
    }

    public static Optional<LocalDate> date(String field, String given) {
        try {
            return text(field, given).map(LocalDate::parse);
        } catch (DateTimeException malformed) {
            throw Problem.field(field, "record.date");
        }
    }

    public static Optional<Boolean> flag(String field, String given) {
        Optional<String> flag = text(field, given);
        if (flag.filter(f -> !f.equals("true") && !f.equals("false")).isPresent()) {
            throw Problem.field(field, "record.choice", "true, false");
        }
        return flag.map("true"::equals);
    }

    /** A KATO code of 9 digits. */
    public static Optional<String> territory(String given) {
        Optional<String> code = text("territory", given);
        if (code.filter(c -> !c.matches("\\d{9}")).isPresent()) {
            throw Problem.field("territory", "record.territory-unknown");
        }
        return code;
    }

    /** Whether a list with one order is read from its end, e.g. {@code -name}. */
    public static boolean down(String order, String given) {
        String sort = text("sort", given).orElse(order);
        if (!sort.equals(order) && !sort.equals("-" + order)) {
            throw Problem.field("sort", "record.choice", order + ", -" + order);
        }
        return !sort.equals(order);
    }

    public static Paging paging(String limit, String after) {
        return Paging.of(number("limit", limit).map(Params::narrow).orElse(null), after);
    }

    /** Of a page for people, who are shown fewer rows than the API gives. */
    public static Paging paging(Address address) {
        String limit = address.value("limit");
        return paging(limit.isEmpty() ? String.valueOf(ROWS) : limit, address.value("after"));
    }

    private static Integer narrow(long number) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
    }

    /** @throws Problem INVALID for an input that is no JSON object */
    public static <T> T body(T input) {
        if (input == null) {
            throw Problem.invalid("record.body-needed");
        }
        return input;
    }
}
