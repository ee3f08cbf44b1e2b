package kz.jolkarta.registry.tasks;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.db.Tx;

/** The table of days that differ from the week. */
final class OfficeDayStore {
    private OfficeDayStore() {}

    /** Both ends included, in order. */
    static List<OfficeDay> between(Tx tx, LocalDate from, LocalDate to) {
        return tx.list(
                "select office_date, working, note from office_day where office_date >= :from and office_date <= :to"
                        + " order by office_date",
                Map.of("from", from, "to", to),
                row -> new OfficeDay(
                        row.date("office_date"),
                        row.flag("working"),
                        row.optionalText("note").orElse(null)));
    }

    static void insert(Tx tx, OfficeDay day) {
        Map<String, Object> params = new HashMap<>();
        params.put("day", day.day());
        params.put("working", day.working());
        params.put("note", day.note());
        tx.update("insert into office_day (office_date, working, note) values (:day, :working, :note)", params);
    }

    /** @return whether there was one */
    static boolean delete(Tx tx, LocalDate day) {
        return tx.update("delete from office_day where office_date = :day", Map.of("day", day)) == 1;
    }
}
