package kz.jolkarta.registry.children;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.registry.Sex;
import kz.jolkarta.registry.coordinators.ChildCoordinator;
import kz.jolkarta.registry.places.Place;

/**
 * A child with all that is kept of it, in JSON, both ways; what may be null is left out. Given by the registry and not taken from what is
 * sent: id, rural, coordinator, registeredOn, version, warnings.
 *
 * @param territory where the child lives
 * @param warnings what was accepted and should be looked at again
 */
public record Child(
        Long id,
        String iin,
        String documentKind,
        String documentNumber,
        String noIinReason,
        String surname,
        String givenName,
        String patronymic,
        LocalDate birthDate,
        Sex sex,
        Place territory,
        Boolean rural,
        String address,
        School school,
        ChildCoordinator coordinator,
        Integer grade,
        String gradeLetter,
        String language,
        ChildState state,
        LocalDate leftOn,
        LocalDate registeredOn,
        Integer version,
        List<CategoryPeriod> categories,
        List<TalentEntry> talents,
        List<Representative> representatives,
        List<ConsentEntry> consents,
        List<AchievementEntry> achievements,
        List<Warning> warnings) {
    /** @param field the member it concerns */
    public record Warning(String field, String message) {}

    /** For pages: the last four digits only; "" without an IIN. */
    public String maskedIin() {
        return iin == null ? "" : Iin.masked(iin);
    }

    /** Given name, patronymic, surname; those that are known. */
    public String fullName() {
        return Stream.of(givenName, patronymic, surname)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    ChildData data() {
        return new ChildData(
                iin,
                documentKind,
                documentNumber,
                noIinReason,
                surname,
                givenName,
                patronymic,
                birthDate,
                sex,
                territory == null ? null : territory.code(),
                address,
                school == null ? null : school.id(),
                grade,
                gradeLetter,
                language,
                state,
                leftOn);
    }
}
