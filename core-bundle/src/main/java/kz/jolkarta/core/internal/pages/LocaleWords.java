package kz.jolkarta.core.internal.pages;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.PluralRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Words;

/** Words of one language: dates as they are written in the country, numbers with its separators, the order of its alphabet. */
final class LocaleWords implements Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final char NO_BREAK_SPACE = '\u00a0';

    private final Texts texts;
    private final Language language;
    private final ZoneId zone;
    private final PluralRules plurals;

    LocaleWords(Texts texts, Language language, ZoneId zone) {
        this.texts = texts;
        this.language = language;
        this.zone = zone;
        this.plurals = PluralRules.forLocale(language.locale());
    }

    @Override
    public Language language() {
        return language;
    }

    @Override
    public String text(String key, Object... args) {
        return texts.text(language, key, args);
    }

    @Override
    public String text(Message message) {
        return texts.text(language, message);
    }

    @Override
    public String text(Text text) {
        return text.in(language);
    }

    @Override
    public boolean has(String key) {
        return texts.has(key);
    }

    @Override
    public String count(String key, long number, Object... more) {
        String form = plurals.select(number);
        String known = form.equals("one") || form.equals("few") ? form : "many";
        Object[] args =
                Stream.concat(Stream.of(number(number)), Stream.of(more)).toArray();
        return text(key + known, args);
    }

    @Override
    public String date(LocalDate day) {
        return (language == Language.EN ? DAY_EN : DAY).format(day);
    }

    @Override
    public String moment(Instant instant) {
        return date(LocalDate.ofInstant(instant, zone)) + "," + NO_BREAK_SPACE + time(instant);
    }

    @Override
    public String time(Instant instant) {
        return TIME.format(LocalTime.ofInstant(instant, zone));
    }

    @Override
    public String month(int month) {
        return text("page.month." + month);
    }

    private DecimalFormat format(String pattern) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(language == Language.EN ? ',' : NO_BREAK_SPACE);
        symbols.setDecimalSeparator(language == Language.EN ? '.' : ',');
        DecimalFormat format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    @Override
    public String number(long number) {
        return format("#,##0").format(number);
    }

    @Override
    public String number(BigDecimal number) {
        return format("#,##0.##").format(number);
    }

    @Override
    public String money(BigDecimal tenge) {
        boolean whole = tenge.stripTrailingZeros().scale() <= 0;
        return format(whole ? "#,##0" : "#,##0.00").format(tenge) + NO_BREAK_SPACE + "₸";
    }

    @Override
    public String percent(long part, long whole) {
        long share = whole == 0 ? 0 : Math.round(100.0 * part / whole);
        return share + (language == Language.EN ? "%" : NO_BREAK_SPACE + "%");
    }

    @Override
    public <T> List<T> sorted(Collection<T> all, Function<T, String> name) {
        Collator collator = Collator.getInstance(language.locale());
        return all.stream()
                .sorted(Comparator.comparing(name, collator::compare))
                .toList();
    }

    @Override
    public <E extends Enum<E>> List<Field.Option> options(Class<E> type, String prefix) {
        return Stream.of(type.getEnumConstants())
                .map(c -> new Field.Option(Json.name(c), text(prefix + Json.name(c))))
                .toList();
    }
}
