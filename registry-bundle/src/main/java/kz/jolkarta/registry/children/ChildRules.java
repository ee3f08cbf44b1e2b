package kz.jolkarta.registry.children;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.registry.Sex;

/** What holds for every child's data, however they come in. A rule's answer is what is wrong; empty when nothing is. */
public final class ChildRules {
    public static final int NAME_LENGTH = 100;
    public static final int MAX_AGE = 25;
    public static final int MAX_GRADE = 12;
    /** Languages of teaching, by ISO 639-1. */
    public static final Set<String> LANGUAGES = Set.of("kk", "ru", "en", "ug", "uz", "tg");

    /** Letters of one alphabet or the other, between them a hyphen, an apostrophe, a dot or a space. */
    private static final Pattern NAME = Pattern.compile(
            "[\\p{IsCyrillic}\\p{IsLatin}]([\\p{IsCyrillic}\\p{IsLatin}\\p{M}'’ʼ. \\-]*[\\p{IsCyrillic}\\p{IsLatin}\\p{M}.])?");

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()\\-]{3,38}");
    private static final Pattern GRADE_LETTER = Pattern.compile("[\\p{L}0-9\\-]{1,5}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private ChildRules() {}

    /** Of a surname, a given name or a patronymic, without spaces around. */
    public static Optional<Message> name(String name) {
        if (name.isEmpty()) {
            return fault("child.required");
        }
        if (name.length() > NAME_LENGTH) {
            return fault("child.too-long", NAME_LENGTH);
        }
        return NAME.matcher(name).matches() ? Optional.empty() : fault("child.name.letters");
    }

    /** Of a name in one piece, e.g. a representative's. */
    public static Optional<Message> fullName(String name) {
        return NAME.matcher(name.strip()).matches() ? Optional.empty() : fault("child.name.letters");
    }

    public static Optional<Message> iin(String digits) {
        return Iin.fault(digits);
    }

    /** A child without a number is known by a document, with the reason for having none. */
    public static Optional<Message> document(String kind, String number, String reason) {
        if (kind.isBlank() || number.isBlank() || reason.isBlank()) {
            return fault("child.document-needed");
        }
        return kind.length() > 40 || number.length() > 40 ? fault("child.too-long", 40) : text(reason, 300);
    }

    public static Optional<Message> birthDate(LocalDate birth, LocalDate today) {
        if (birth.isAfter(today)) {
            return fault("child.date.future");
        }
        return Period.between(birth, today).getYears() > MAX_AGE
                ? fault("child.birth-date.age", MAX_AGE)
                : Optional.empty();
    }

    /** A day something happened or was written: from 1990 to today. */
    public static Optional<Message> pastDate(LocalDate date, LocalDate today) {
        if (date.isAfter(today)) {
            return fault("child.date.future");
        }
        return date.getYear() < 1990 ? fault("child.date.early") : Optional.empty();
    }

    /** @param to null while it is open */
    public static Optional<Message> span(LocalDate from, LocalDate to) {
        return to != null && to.isBefore(from) ? fault("child.date.order") : Optional.empty();
    }

    /** @param grade 0 is the preparatory one */
    public static Optional<Message> grade(int grade) {
        return grade < 0 || grade > MAX_GRADE ? fault("child.grade", MAX_GRADE) : Optional.empty();
    }

    public static Optional<Message> gradeLetter(String letter) {
        return GRADE_LETTER.matcher(letter).matches() ? Optional.empty() : fault("child.grade-letter");
    }

    public static Optional<Message> language(String code) {
        return LANGUAGES.contains(code) ? Optional.empty() : fault("child.language");
    }

    public static Optional<Message> phone(String phone) {
        return PHONE.matcher(phone).matches() ? Optional.empty() : fault("child.phone");
    }

    /** Any other text: not longer than its column, on one line. */
    public static Optional<Message> text(String text, int max) {
        if (text.length() > max) {
            return fault("child.too-long", max);
        }
        return CONTROL.matcher(text).find() ? fault("child.control-characters") : Optional.empty();
    }

    /** What the number says otherwise than the child's data: reasons to look again, never to refuse. */
    public static List<Message> differences(Iin iin, LocalDate birth, Sex sex) {
        List<Message> differences = new ArrayList<>();
        if (!iin.birthDate().equals(birth)) {
            differences.add(Message.of("child.iin.other-date", iin.birthDate().toString()));
        }
        if (iin.sex() != sex) {
            differences.add(Message.of("child.iin.other-sex"));
        }
        return differences;
    }

    private static Optional<Message> fault(String key, Object... args) {
        return Optional.of(Message.of(key, args));
    }
}
