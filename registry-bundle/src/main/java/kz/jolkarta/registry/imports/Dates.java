package kz.jolkarta.registry.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as lists write them: 01.02.2014, 1.2.14, 01/02/2014, 2014-02-01, 41671. */
final class Dates {
    /** @param usual written as a day is usually written here, so that nothing has to be said about it */
    record Day(LocalDate date, boolean usual) {}

    private static final Pattern DAY_FIRST = Pattern.compile(
            "(\\d{1,2})\\s*[./,\\- ]\\s*(\\d{1,2})\\s*[./,\\- ]\\s*(\\d{4}|\\d{2})\\s*(?:[гж]|жыл|года?)?\\.?");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})\\s*[./\\-]\\s*(\\d{1,2})\\s*[./\\-]\\s*(\\d{1,2})(?:[T ].*)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:[.,]0+)?");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private Dates() {}

    /** The day; empty when the text is none or the calendar has no such day. */
    static Optional<Day> read(String text, LocalDate today) {
        String t = text.strip().replace('\u00A0', ' ');
        try {
            Matcher m = DAY_FIRST.matcher(t);
            if (m.matches()) {
                int year = Integer.parseInt(m.group(3));
                boolean shortYear = m.group(3).length() == 2;
                if (shortYear) {
                    year += year <= today.getYear() % 100 ? 2000 : 1900;
                }
                boolean usual = t.matches("\\d{2}\\.\\d{2}\\.\\d{4}");
                return Optional.of(
                        new Day(LocalDate.of(year, Integer.parseInt(m.group(2)), Integer.parseInt(m.group(1))), usual));
            }
            m = YEAR_FIRST.matcher(t);
            if (!m.matches()) {
                m = COMPACT.matcher(t);
            }
            if (m.matches()) {
                return Optional.of(new Day(
                        LocalDate.of(
                                Integer.parseInt(m.group(1)),
                                Integer.parseInt(m.group(2)),
                                Integer.parseInt(m.group(3))),
                        false));
            }
            m = SERIAL.matcher(t);
            return m.matches()
                    ? Optional.of(new Day(SERIAL_ZERO.plusDays(Integer.parseInt(m.group(1))), false))
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
