package kz.jolkarta.registry.childpage;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;

/** What is kept of a record's past. */
final class OriginStore {
    private OriginStore() {}

    static Origin of(Tx tx, long child) {
        Map<String, Object> one = Map.of("child", child);
        List<Origin.Stay> present = tx.list(
                "select c.territory, o.name, c.resident_from valid_from, cast(null as date) valid_to from child c"
                        + " left join organisation o on o.id = c.school_id where c.id = :child",
                one,
                OriginStore::stay);
        List<Origin.Stay> past = tx.list(
                "select r.territory, o.name, r.valid_from, r.valid_to from child_residence r"
                        + " left join organisation o on o.id = r.school_id where r.child_id = :child"
                        + " order by r.valid_to desc, r.id desc",
                one,
                OriginStore::stay);
        return new Origin(
                tx.one("select registered_on from child where id = :child", one, row -> row.date("registered_on"))
                        .orElseThrow(),
                tx.list(
                        "select b.id, b.owner, b.territory, c.kind, b.created_at from import_change c"
                                + " join import_batch b on b.id = c.import_id where c.child_id = :child order by b.id desc",
                        one,
                        row -> new Origin.Listed(
                                row.number("id"),
                                row.number("owner"),
                                row.text("territory"),
                                row.text("kind").equals("CREATED"),
                                row.instant("created_at"))),
                tx.list(
                        "select m.gone_id, p.id pair, m.merged_at, m.undone_at from child_merge m"
                                + " left join duplicate_pair p on p.child_a = m.gone_id and p.child_b = m.kept_id"
                                + " or p.child_a = m.kept_id and p.child_b = m.gone_id"
                                + " where m.kept_id = :child order by m.id desc",
                        one,
                        row -> new Origin.Merged(
                                row.number("gone_id"),
                                row.optionalNumber("pair"),
                                row.instant("merged_at"),
                                row.optionalInstant("undone_at"))),
                Stream.concat(present.stream(), past.stream()).toList(),
                tx.list(
                        "select d.id, d.measure, d.type, d.title, d.adopted_on from deliverable_child k"
                                + " join deliverable d on d.id = k.deliverable_id where k.child_id = :child order by d.id desc",
                        one,
                        ChildYearStore::shown));
    }

    private static Origin.Stay stay(Row row) {
        return new Origin.Stay(
                row.text("territory"), row.text("name"), row.optionalDate("valid_from"), row.optionalDate("valid_to"));
    }
}
