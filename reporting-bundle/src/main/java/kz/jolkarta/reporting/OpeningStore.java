package kz.jolkarta.reporting;

import java.util.List;
import java.util.Map;
import kz.jolkarta.core.db.Tx;

/** Late openings in the database. */
final class OpeningStore {
    private OpeningStore() {}

    /** Of a year, the newest first: the newest one of a region holds. */
    static List<LateOpening> of(Tx tx, int year) {
        return tx.list(
                "select report_year, region, open_until, reason, granted_by, granted_at from report_opening"
                        + " where report_year = :year order by granted_at desc, id desc",
                Map.of("year", year),
                row -> new LateOpening(
                        row.integer("report_year"),
                        row.text("region"),
                        row.date("open_until"),
                        row.text("reason"),
                        row.text("granted_by"),
                        row.instant("granted_at")));
    }

    static List<LateOpening> of(Tx tx, int year, String region) {
        return of(tx, year).stream().filter(o -> o.region().equals(region)).toList();
    }

    static void insert(Tx tx, long id, LateOpening opening) {
        tx.update(
                "insert into report_opening (id, report_year, region, open_until, reason, granted_by, granted_at)"
                        + " values (:id, :year, :region, :until, :reason, :by, :at)",
                Map.of(
                        "id",
                        id,
                        "year",
                        opening.year(),
                        "region",
                        opening.region(),
                        "until",
                        opening.until(),
                        "reason",
                        opening.reason(),
                        "by",
                        opening.grantedBy(),
                        "at",
                        opening.grantedAt()));
    }
}
