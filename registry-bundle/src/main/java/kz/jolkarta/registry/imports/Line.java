package kz.jolkarta.registry.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.Sex;
import kz.jolkarta.core.registry.TalentField;

/**
 * One row of a list as it was understood; a text that the row does not have is "".
 *
 * @param categories true where the row says that the child is of the category, false where it says the contrary
 * @param missing columns without which a child cannot be registered
 */
record Line(
        int row,
        String iin,
        String documentKind,
        String documentNumber,
        String noIinReason,
        String surname,
        String givenName,
        String patronymic,
        Optional<LocalDate> birthDate,
        Optional<Sex> sex,
        String territory,
        String address,
        String school,
        OptionalInt grade,
        String gradeLetter,
        String language,
        Map<Category, Boolean> categories,
        List<Talent> talents,
        String representative,
        String relation,
        String phone,
        Optional<LocalDate> consent,
        List<Column> missing,
        List<Remark> remarks) {
    record Talent(TalentField field, String subject) {}

    Line {
        categories = Map.copyOf(categories);
        talents = List.copyOf(talents);
        missing = List.copyOf(missing);
        remarks = List.copyOf(remarks);
    }

    boolean rejected() {
        return remarks.stream().anyMatch(r -> r.outcome() == Remark.Outcome.REJECTED);
    }

    /** What tells children of one list apart: the IIN, or without it the document. */
    String identity() {
        return iin.isEmpty() ? "doc:" + WordList.folded(documentNumber) : iin;
    }
}
