package kz.jolkarta.registry.staff;

import java.time.LocalDate;
import kz.jolkarta.registry.records.Checks;

/**
 * An appointment as it is sent; what is null was not given.
 *
 * @param from the first day, not before the order's
 * @param to the last day; open when not given
 */
public record AppointmentInput(Long staffId, String orderNumber, LocalDate orderDate, LocalDate from, LocalDate to) {
    void check(LocalDate today) {
        Checks checks = new Checks();
        checks.required("staffId", staffId);
        checks.required("orderNumber", orderNumber);
        checks.text("orderNumber", orderNumber, 60);
        checks.required("orderDate", orderDate);
        checks.required("from", from);
        if (orderDate != null) {
            checks.range("orderDate", orderDate.getYear(), 2000, 2100);
            checks.that(!orderDate.isAfter(today), "orderDate", "appointment.order-future");
        }
        if (from != null) {
            checks.range("from", from.getYear(), 2000, 2100);
            checks.that(orderDate == null || !from.isBefore(orderDate), "from", "appointment.before-order");
            checks.that(to == null || !to.isBefore(from), "to", "record.ends-before");
        }
        checks.done();
    }
}
