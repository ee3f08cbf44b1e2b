package kz.jolkarta.registry.staff;

import java.time.LocalDate;

/**
 * The appointment of a coordinator to a methodical cabinet (clause 3). Members that are null are absent in JSON.
 *
 * @param territory KATO code of the cabinet
 * @param orderNumber number of the order of appointment
 * @param to the last day
 */
public record Appointment(
        long id,
        long organisationId,
        String territory,
        long staffId,
        String name,
        String orderNumber,
        LocalDate orderDate,
        LocalDate from,
        LocalDate to,
        int version) {}
