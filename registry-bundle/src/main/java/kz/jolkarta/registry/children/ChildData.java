package kz.jolkarta.registry.children;

import java.text.Normalizer;
import java.time.LocalDate;
import kz.jolkarta.core.registry.Sex;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.records.Checks;
import kz.jolkarta.registry.records.Reach.Whereabouts;

/**
 * What a person may change of a child itself; what may be null was not given.
 *
 * @param iin 12 digits; without it the document and the reason are needed
 * @param territory KATO code of the settlement where the child lives
 * @param grade 0 (preparatory) to 12
 * @param language of teaching, by ISO 639-1
 */
public record ChildData(
        String iin,
        String documentKind,
        String documentNumber,
        String noIinReason,
        String surname,
        String givenName,
        String patronymic,
        LocalDate birthDate,
        Sex sex,
        String territory,
        String address,
        Long schoolId,
        Integer grade,
        String gradeLetter,
        String language,
        ChildState state,
        LocalDate leftOn) {
    private static final int KEY = 300;

    public ChildData {
        iin = plain(iin);
        documentKind = plain(documentKind);
        documentNumber = plain(documentNumber);
        noIinReason = plain(noIinReason);
        surname = plain(surname);
        givenName = plain(givenName);
        patronymic = plain(patronymic);
        territory = plain(territory);
        address = plain(address);
        gradeLetter = plain(gradeLetter);
        language = plain(language);
        state = state == null ? ChildState.ACTIVE : state;
    }

    private static String plain(String text) {
        return text == null || text.isBlank() ? null : Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }

    /** Surname first, given name first, and the alphabet's order: what a child is found and sorted by. */
    public record Keys(String surnameFirst, String givenFirst, String sort) {
        public static Keys of(String surname, String givenName, String patronymic) {
            return new Keys(
                    cut(NameKey.of(surname, givenName, patronymic)),
                    cut(NameKey.of(givenName, surname, patronymic)),
                    SortKey.of(surname, givenName, patronymic));
        }

        private static String cut(String key) {
            return key.length() > KEY ? key.substring(0, KEY) : key;
        }
    }

    /** Whether nobody moved since the other; a school that was not known before is no move. */
    boolean samePlace(ChildData before) {
        return before.territory().equals(territory)
                && (before.schoolId() == null || before.schoolId().equals(schoolId));
    }

    Keys keys() {
        return Keys.of(or(surname), or(givenName), or(patronymic));
    }

    private static String or(String name) {
        return name == null ? "" : name;
    }

    Whereabouts where() {
        return new Whereabouts(territory, schoolId == null ? 0 : schoolId);
    }

    void check(Checks checks, LocalDate today, Gazetteer gazetteer) {
        if (iin != null) {
            checks.add("iin", ChildRules.iin(iin));
            PartRules.text(checks, "documentKind", documentKind, 40);
            PartRules.text(checks, "documentNumber", documentNumber, 40);
            PartRules.text(checks, "noIinReason", noIinReason, 300);
        } else {
            checks.add("iin", ChildRules.document(or(documentKind), or(documentNumber), or(noIinReason)));
        }
        name(checks, "surname", surname);
        checks.required("givenName", givenName);
        name(checks, "givenName", givenName);
        name(checks, "patronymic", patronymic);
        checks.required("birthDate", birthDate);
        if (birthDate != null) {
            checks.add("birthDate", ChildRules.birthDate(birthDate, today));
        }
        checks.required("sex", sex);
        checks.required("territory", territory);
        if (territory != null) {
            checks.that(gazetteer.residence(territory, today), "territory", "child.territory");
        }
        PartRules.text(checks, "address", address, 300);
        if (grade != null) {
            checks.add("grade", ChildRules.grade(grade));
        }
        if (gradeLetter != null) {
            checks.add("gradeLetter", ChildRules.gradeLetter(gradeLetter));
        }
        if (language != null) {
            checks.add("language", ChildRules.language(language));
        }
        checks.that(state != ChildState.MERGED, "state", "record.choice", "active, left, archived");
        PartRules.past(checks, "leftOn", leftOn, today);
    }

    private static void name(Checks checks, String field, String name) {
        if (name != null) {
            checks.add(field, ChildRules.name(name));
        }
    }
}
