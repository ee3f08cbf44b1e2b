package kz.jolkarta.reporting;

import java.util.List;
import java.util.Map;
import kz.jolkarta.core.db.Tx;

/** Which regions were reminded of a year's report, and how many days before. */
final class ReminderStore {
    private ReminderStore() {}

    record Step(long id, String region, int days) {}

    static List<Step> of(Tx tx, int year) {
        return tx.list(
                "select id, region, days from report_reminder where report_year = :year",
                Map.of("year", year),
                row -> new Step(row.number("id"), row.text("region"), row.integer("days")));
    }

    static void insert(Tx tx, int year, List<Step> steps) {
        tx.batch(
                "insert into report_reminder (id, report_year, region, days) values (:id, :year, :region, :days)",
                steps.stream()
                        .map(s -> Map.<String, Object>of(
                                "id", s.id(), "year", year, "region", s.region(), "days", s.days()))
                        .toList());
    }
}
