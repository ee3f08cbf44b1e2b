package kz.jolkarta.core.pages;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Text;

/** Texts, dates, numbers, money and order of one language. */
public interface Words {
    Language language();

    /** The text of a key with its places filled; numbers and dates are to be given as they are to be read. */
    String text(String key, Object... args);

    String text(Message message);

    String text(Text text);

    /** Whether there is such a text. */
    boolean has(String key);

    /** A text whose form follows the number: {@code key} ends in a dot and goes on with one, few or many; the number stands at {0}. */
    String count(String key, long number, Object... more);

    /** {@code 23.11.2026}, in English {@code 23 Nov 2026}. */
    String date(LocalDate day);

    /** Day and time of the office's zone. */
    String moment(Instant instant);

    /** Time of the day of the office's zone. */
    String time(Instant instant);

    /** Short name of a month, 1 to 12. */
    String month(int month);

    /** With the language's separators. */
    String number(long number);

    String number(BigDecimal number);

    /** In tenge, with its sign. */
    String money(BigDecimal tenge);

    String percent(long part, long whole);

    /** In the order of the language's alphabet. */
    <T> List<T> sorted(Collection<T> all, Function<T, String> name);

    /** The constants of an enum as options; the key of each is {@code prefix} and the constant's name in JSON. */
    <E extends Enum<E>> List<Field.Option> options(Class<E> type, String prefix);
}
