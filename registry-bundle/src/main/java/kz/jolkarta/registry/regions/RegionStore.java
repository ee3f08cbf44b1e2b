package kz.jolkarta.registry.regions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;

/** What regions do not carry out, in the database. */
final class RegionStore {
    private static final String COLUMNS =
            "select a.id, a.region, a.measure, a.valid_from, a.valid_to, a.reason, a.version from region_absence a";

    private RegionStore() {}

    /** Two people who write about the same region do so one after the other. */
    static void lock(Tx tx, String region) {
        tx.update("update territory set version = version where code = :region", Map.of("region", region));
    }

    static List<RegionAbsence> of(Tx tx, String region) {
        return tx.list(
                COLUMNS + " where a.region = :region order by a.measure, a.valid_from",
                Map.of("region", region),
                RegionStore::absence);
    }

    static List<RegionAbsence> on(Tx tx, String region, LocalDate day) {
        return tx.list(
                COLUMNS
                        + " where a.region = :region and a.valid_from <= :day and (a.valid_to is null or a.valid_to >= :day)",
                Map.of("region", region, "day", day),
                RegionStore::absence);
    }

    /** Those of all regions that hold on the day. */
    static List<RegionAbsence> ofMeasure(Tx tx, String measure, LocalDate day) {
        return tx.list(
                COLUMNS + " where a.measure = :measure and a.valid_from <= :day"
                        + " and (a.valid_to is null or a.valid_to >= :day) order by a.region",
                Map.of("measure", measure, "day", day),
                RegionStore::absence);
    }

    static Optional<RegionAbsence> find(Tx tx, String region, long id) {
        return tx.one(
                COLUMNS + " where a.id = :id and a.region = :region",
                Map.of("id", id, "region", region),
                RegionStore::absence);
    }

    /** @param id of the span that is not asked about, 0 for none */
    static Optional<RegionAbsence> overlapping(Tx tx, String region, long id, AbsenceInput input) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("region", region);
        params.put("measure", input.measure());
        params.put("from", input.from());
        params.put("to", input.to() == null ? LocalDate.of(9999, 12, 31) : input.to());
        return tx.one(
                COLUMNS + " where a.region = :region and a.measure = :measure and a.id <> :id and a.valid_from <= :to"
                        + " and (a.valid_to is null or a.valid_to >= :from) order by a.valid_from fetch first 1 rows only",
                params,
                RegionStore::absence);
    }

    static void insert(Tx tx, long id, String region, AbsenceInput input, long by, Instant at) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("region", region);
        params.put("measure", input.measure());
        params.put("from", input.from());
        params.put("to", input.to());
        params.put("reason", input.reason().strip());
        params.put("by", by);
        params.put("at", at);
        tx.update(
                "insert into region_absence (id, region, measure, valid_from, valid_to, reason, created_by, created_at)"
                        + " values (:id, :region, :measure, :from, :to, :reason, :by, :at)",
                params);
    }

    /** @return whether it was still of that version */
    static boolean change(Tx tx, long id, int version, AbsenceInput input) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("version", version);
        params.put("from", input.from());
        params.put("to", input.to());
        params.put("reason", input.reason().strip());
        return tx.update(
                        "update region_absence set valid_from = :from, valid_to = :to, reason = :reason, version = version + 1"
                                + " where id = :id and version = :version",
                        params)
                == 1;
    }

    static boolean remove(Tx tx, long id, int version) {
        return tx.update(
                        "delete from region_absence where id = :id and version = :version",
                        Map.of("id", id, "version", version))
                == 1;
    }

    static boolean end(Tx tx, long id, int version, LocalDate to) {
        return tx.update(
                        "update region_absence set valid_to = :to, version = version + 1 where id = :id and version = :version",
                        Map.of("id", id, "version", version, "to", to))
                == 1;
    }

    /** Codes of the regions with a centre that is open on the day. */
    static List<String> withCentre(Tx tx, LocalDate day) {
        return tx.list(
                "select distinct substr(o.territory, 1, 2) region from organisation o where o.kind = 'CENTRE' and o.active = true"
                        + " and (o.opened_on is null or o.opened_on <= :day) and (o.closed_on is null or o.closed_on >= :day)"
                        + " order by region",
                Map.of("day", day),
                row -> row.text("region") + "0000000");
    }

    private static RegionAbsence absence(Row row) {
        return new RegionAbsence(
                row.number("id"),
                row.text("region"),
                row.text("measure"),
                row.date("valid_from"),
                row.optionalDate("valid_to").orElse(null),
                row.text("reason"),
                row.integer("version"));
    }
}
