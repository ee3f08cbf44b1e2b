package kz.jolkarta.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.testing.TestTexts;

/** The real texts of one language; the rest as plain as can be, since a page is given its dates and numbers as text. */
record SpokenWords(Language language) implements Words {
    private static final Texts TEXTS = TestTexts.ofClassPath();

    @Override
    public String text(String key, Object... args) {
        return TEXTS.text(language, key, args);
    }

    @Override
    public String text(Message message) {
        return message.toString();
    }

    @Override
    public String text(Text text) {
        return text.toString();
    }

    @Override
    public boolean has(String key) {
        return TEXTS.has(key);
    }

    @Override
    public String count(String key, long number, Object... more) {
        return number + " " + key;
    }

    @Override
    public String date(LocalDate day) {
        return day.toString();
    }

    @Override
    public String moment(Instant instant) {
        return instant.toString();
    }

    @Override
    public String time(Instant instant) {
        return instant.toString();
    }

    @Override
    public String month(int month) {
        return Integer.toString(month);
    }

    @Override
    public String number(long number) {
        return Long.toString(number);
    }

    @Override
    public String number(BigDecimal number) {
        return number.toPlainString();
    }

    @Override
    public String money(BigDecimal tenge) {
        return tenge.toPlainString();
    }

    @Override
    public String percent(long part, long whole) {
        return 100 * part / whole + " %";
    }

    @Override
    public <T> List<T> sorted(Collection<T> all, Function<T, String> name) {
        return all.stream().sorted(Comparator.comparing(name)).toList();
    }

    @Override
    public <E extends Enum<E>> List<Field.Option> options(Class<E> type, String prefix) {
        return List.of();
    }
}
