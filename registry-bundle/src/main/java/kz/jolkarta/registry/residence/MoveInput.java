package kz.jolkarta.registry.residence;

import java.time.LocalDate;
import kz.jolkarta.registry.children.School;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.places.Place;
import kz.jolkarta.registry.records.Checks;

/**
 * A child's new place, as it is entered.
 *
 * @param territory the settlement moved to
 * @param school null while it is not known
 * @param address null while it is not known: the old one does not go along
 * @param onDay the first day at the new place, at the latest today
 */
public record MoveInput(
        Place territory,
        School school,
        Integer grade,
        String gradeLetter,
        String address,
        LocalDate onDay,
        String reason) {
    private static final int HIGHEST_GRADE = 12;

    public MoveInput {
        gradeLetter = plain(gradeLetter);
        address = plain(address);
        reason = plain(reason);
    }

    private static String plain(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    String to() {
        return territory.code();
    }

    Long schoolId() {
        return school == null ? null : school.id();
    }

    /** @throws kz.jolkarta.core.Problem INVALID with every wrong field */
    void check(LocalDate today, Gazetteer gazetteer) {
        Checks checks = new Checks();
        String code = territory == null ? null : territory.code();
        checks.required("territory", code);
        if (code != null) {
            checks.that(gazetteer.residence(code, today), "territory", "child.territory");
        }
        checks.range("grade", grade, 0, HIGHEST_GRADE);
        checks.text("gradeLetter", gradeLetter, 5);
        checks.text("address", address, 300);
        checks.required("onDay", onDay);
        checks.that(onDay == null || !onDay.isAfter(today), "onDay", "child.date.future");
        checks.required("reason", reason);
        checks.text("reason", reason, 500);
        checks.done();
    }

    /** @param coordinator who goes on answering for the child, null when another cabinet does now */
    Stay stay(Long coordinator) {
        return new Stay(to(), schoolId(), grade, gradeLetter, address, coordinator);
    }

    MoveInput settled(MoveAnswer answer) {
        return new MoveInput(
                territory,
                answer.school() == null ? school : answer.school(),
                answer.grade() == null ? grade : answer.grade(),
                answer.gradeLetter() == null ? gradeLetter : answer.gradeLetter(),
                answer.address() == null ? address : answer.address(),
                onDay,
                reason);
    }
}
