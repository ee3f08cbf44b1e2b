package kz.jolkarta.registry.residence;

import java.time.LocalDate;
import kz.jolkarta.registry.children.School;
import kz.jolkarta.registry.places.Place;

/** The new place asks for a child by its number. @param territory where it lives now; the others as in {@link MoveInput} */
public record TransferRequest(
        String iin,
        Place territory,
        School school,
        Integer grade,
        String gradeLetter,
        String address,
        LocalDate onDay,
        String reason) {
    MoveInput input() {
        return new MoveInput(territory, school, grade, gradeLetter, address, onDay, reason);
    }
}
