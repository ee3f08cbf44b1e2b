package kz.jolkarta.registry.residence;

import kz.jolkarta.registry.children.School;
import kz.jolkarta.registry.records.Checks;

/**
 * The other side's answer to a request for a move.
 *
 * @param accept whether the child is handed over, or taken in
 * @param school what the receiving side knows better than the one that asked; likewise the others
 * @param reason why it is refused
 */
public record MoveAnswer(
        boolean accept, School school, Integer grade, String gradeLetter, String address, String reason) {
    void check() {
        Checks checks = new Checks();
        checks.range("grade", grade, 0, 12);
        checks.text("gradeLetter", gradeLetter, 5);
        checks.text("address", address, 300);
        checks.text("reason", reason, 500);
        if (!accept) {
            checks.required("reason", reason);
        }
        checks.done();
    }
}
