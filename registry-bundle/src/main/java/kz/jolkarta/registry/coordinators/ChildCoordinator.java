package kz.jolkarta.registry.coordinators;

import java.time.LocalDate;

/**
 * Who answers for a child, in JSON. Members that are null are absent: all of them when nobody is named.
 *
 * @param staffId number of the member of staff
 * @param since the first day
 * @param cabinet name of the cabinet to which the coordinator is appointed today
 * @param acting false when the appointment has ended or the cabinet is another district's by now, so that the child is without a coordinator
 */
public record ChildCoordinator(
        Long staffId, String name, LocalDate since, Long cabinetId, String cabinet, Boolean acting) {
    static final ChildCoordinator NOBODY = new ChildCoordinator(null, null, null, null, null, null);

    /** What is sent to name one. @param staffId null for nobody */
    public record Input(Long staffId) {}
}
