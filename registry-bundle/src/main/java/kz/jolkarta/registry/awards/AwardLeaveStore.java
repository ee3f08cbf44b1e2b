package kz.jolkarta.registry.awards;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;

/** Awards of a child that leaves, in the database. */
final class AwardLeaveStore {
    private static final String COLUMNS = "select a.id, a.measure, a.type, a.territory, a.state, a.reason, a.quota_id,"
            + " a.created_at, a.waiting_since, a.holder_key, a.date_to, a.version from award a"
            + Along.constraint("award_child_fk") + " where a.child_id = :child and ";

    private AwardLeaveStore() {}

    /** Those that wait for a place of a quota, and those that were approved and have not begun; earlier years stay as they are. */
    static List<AwardShift> ahead(Tx tx, long child, LocalDate day) {
        return tx.list(
                COLUMNS + "(a.state = 'COMMISSION' and a.waiting_since is not null and a.award_year >= :year"
                        + " or a.state = 'APPROVED' and (a.date_from > :day or a.date_from is null and a.award_year >= :year))"
                        // A place that comes free must not go to another award of the child itself.
                        + " order by case when a.state = 'COMMISSION' then 0 else 1 end, a.id",
                Map.of("child", child, "day", day, "year", day.getYear()),
                AwardLeaveStore::shift);
    }

    /** Those that have begun and go on beyond the day. */
    static List<AwardShift> lasting(Tx tx, long child, LocalDate day) {
        return tx.list(
                COLUMNS
                        + "a.state in ('APPROVED', 'ISSUED') and (a.date_from <= :day or a.date_from is null and a.state = 'ISSUED')"
                        + " and (a.date_to is null or a.date_to > :day) order by a.id",
                Map.of("child", child, "day", day),
                AwardLeaveStore::shift);
    }

    /** @return false when it is of another version by now; likewise below */
    static boolean refuse(Tx tx, AwardShift award, String reason) {
        return tx.update(
                        "update award set state = 'REFUSED', reason = :reason, quota_id = null, waiting_since = null,"
                                + " holder_key = null, version = version + 1 where id = :id and version = :version",
                        Map.of("id", award.award(), "version", award.version(), "reason", reason))
                == 1;
    }

    static boolean end(Tx tx, long id, int version, LocalDate until) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("version", version);
        params.put("until", until);
        return tx.update(
                        "update award set date_to = :until, version = version + 1 where id = :id and version = :version",
                        params)
                == 1;
    }

    /** @param waits whether it waits from now on, and has no place */
    static boolean restore(Tx tx, AwardShift award, boolean waits) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", award.award());
        params.put("version", award.version());
        params.put("state", waits ? AwardState.COMMISSION : AwardState.APPROVED);
        params.put("reason", award.reason());
        params.put("quota", award.quota());
        params.put("since", !waits ? null : award.since() == null ? award.createdAt() : award.since());
        params.put("holder", award.holderKey());
        return tx.update(
                        "update award set state = :state, reason = :reason, quota_id = :quota, waiting_since = :since,"
                                + " holder_key = :holder, version = version + 1 where id = :id and version = :version",
                        params)
                == 1;
    }

    static boolean untouched(Tx tx, AwardShift award) {
        return tx.number(
                        "select count(*) from award where id = :id and version = :version",
                        Map.of("id", award.award(), "version", award.version()))
                == 1;
    }

    private static AwardShift shift(Row row) {
        return new AwardShift(
                row.number("id"),
                row.text("measure"),
                row.text("type"),
                row.text("territory"),
                row.value("state", AwardState.class),
                row.optionalText("reason").orElse(null),
                row.optionalNumber("quota_id").orElse(null),
                row.instant("created_at"),
                row.optionalInstant("waiting_since").orElse(null),
                row.optionalText("holder_key").orElse(null),
                row.optionalDate("date_to").orElse(null),
                null,
                row.integer("version"));
    }
}
