package kz.jolkarta.registry.tasks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.ConsentPurpose;

/** Records that rest on a consent. */
final class TakeBackStore {
    private static final String MATERIALS =
            "select 'deliverable' kind, d.id, d.measure, d.type, d.title, d.adopted_on starts, d.territory from deliverable d"
                    + " join deliverable_child x on x.deliverable_id = d.id where x.child_id = :child and d.state = 'ADOPTED'"
                    + " and (:all = 1 or d.id = :material)";

    private static final String TRANSFERS =
            "select 'participation' kind, p.id, a.measure, a.type, a.title, a.starts, a.territory from participation p"
                    + " join activity a on a.id = p.activity_id where p.child_id = :child and a.ends >= :today"
                    + " and p.state in ('APPLIED', 'ACCEPTED', 'WAITING', 'ATTENDED') and a.state in ('PLANNED', 'OPEN')"
                    + " union all select 'award' kind, w.id, w.measure, w.type, '' title, w.date_from starts, w.territory from award w"
                    + " where w.child_id = :child and w.state in ('PROPOSED', 'COMMISSION', 'APPROVED', 'ISSUED')";

    private TakeBackStore() {}

    /** @param scope where the caller may read records */
    static TakeBack of(Tx tx, long child, long consent, Scope scope, LocalDate today) {
        Optional<Consent> found = tx.one(
                "select purpose, deliverable_id from consent where id = :id",
                Map.of("id", consent),
                row -> new Consent(row.value("purpose", ConsentPurpose.class), row.optionalNumber("deliverable_id")));
        if (found.isEmpty()) {
            return TakeBack.NOTHING;
        }
        List<Placed> all = new ArrayList<>();
        if (found.get().purpose() != ConsentPurpose.TRANSFER) {
            long material = found.get().material().orElse(0L);
            Map<String, Object> params = Map.of("child", child, "material", material, "all", material == 0 ? 1 : 0);
            all.addAll(tx.list(MATERIALS, params, TakeBackStore::placed));
        }
        if (found.get().purpose() != ConsentPurpose.PUBLICITY) {
            all.addAll(tx.list(TRANSFERS, Map.of("child", child, "today", today), TakeBackStore::placed));
        }
        List<TakeBack.Item> mine = all.stream()
                .filter(p -> scope.covers(p.territory()))
                .map(Placed::item)
                .toList();
        return new TakeBack(mine, all.size() - mine.size());
    }

    private record Consent(ConsentPurpose purpose, Optional<Long> material) {}

    private record Placed(TakeBack.Item item, String territory) {}

    private static Placed placed(Row row) {
        return new Placed(
                new TakeBack.Item(
                        row.text("kind"),
                        row.number("id"),
                        row.text("measure"),
                        row.text("type"),
                        row.text("title"),
                        row.optionalDate("starts").orElse(null)),
                row.text("territory"));
    }
}
