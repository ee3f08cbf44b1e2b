package kz.jolkarta.registry.imports;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a column of a list is taken for. */
enum Column {
    IIN,
    SURNAME,
    GIVEN_NAME,
    PATRONYMIC,
    /** Surname, given name and patronymic in one cell. */
    FULL_NAME,
    BIRTH_DATE,
    SEX,
    SCHOOL,
    /** Grade and letter in one cell. */
    CLASS,
    GRADE,
    GRADE_LETTER,
    /** KATO code of the settlement. */
    TERRITORY,
    SETTLEMENT,
    /** Region or district: helps to tell settlements of one name apart. */
    DISTRICT,
    ADDRESS,
    LARGE_FAMILY,
    ASP,
    CATEGORIES,
    TALENT,
    REPRESENTATIVE,
    RELATION,
    PHONE,
    CONSENT,
    LANGUAGE,
    DOCUMENT_KIND,
    DOCUMENT_NUMBER,
    NO_IIN_REASON,
    /** Known and of no use, e.g. the row's number. */
    IGNORED;

    /** The name in JSON and in message keys, e.g. {@code birth-date}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Key of the column's name for people. */
    String key() {
        return "import.column." + code();
    }

    static Optional<Column> of(String code) {
        return Stream.of(values()).filter(c -> c.code().equals(code)).findFirst();
    }
}
