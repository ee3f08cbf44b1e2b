package kz.jolkarta.reporting;

import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.db.Tx;

/** The last preparation of each report. */
final class PreparationStore {
    private static final String PLACE = " where report_year = :year and region = :region";

    private PreparationStore() {}

    static Optional<Preparation> of(Tx tx, int year, String region) {
        return tx.one(
                "select basis, hash, prepared_by, prepared_at from report_preparation" + PLACE,
                Map.of("year", year, "region", region),
                row -> new Preparation(
                        row.text("basis"), row.text("hash"), row.text("prepared_by"), row.instant("prepared_at")));
    }

    /** In place of the one before. */
    static void put(Tx tx, ReportKey key, Preparation made) {
        tx.update("delete from report_preparation" + PLACE, Map.of("year", key.year(), "region", key.region()));
        tx.update(
                "insert into report_preparation (report_year, region, basis, hash, prepared_by, prepared_at)"
                        + " values (:year, :region, :basis, :hash, :by, :at)",
                Map.of(
                        "year",
                        key.year(),
                        "region",
                        key.region(),
                        "basis",
                        made.basis(),
                        "hash",
                        made.hash(),
                        "by",
                        made.by(),
                        "at",
                        made.at()));
    }
}
