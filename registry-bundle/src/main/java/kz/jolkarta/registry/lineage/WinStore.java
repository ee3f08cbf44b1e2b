package kz.jolkarta.registry.lineage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.TalentField;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.records.Query;

/** Places and prizes with their winners; each is cut to what the caller may see by {@link Win#shown}. */
public final class WinStore {
    private static final String SELECT =
            "select a.id, a.event, a.level, a.field, a.place, a.prize, a.won_on, a.coach_id, a.coach_name, a.child_id, c.territory,"
                    + " c.surname, c.given_name, c.patronymic from achievement a join child c on c.id = a.child_id"
                    + " where (a.prize = true or a.place in (1, 2, 3)) and c.state not in ('ARCHIVED', 'MERGED') and c.destroyed_on is null and ";
    private static final String NEWEST = " order by a.won_on desc, a.id desc";

    private WinStore() {}

    public static List<Win> of(Tx tx, Collection<Long> achievements) {
        return achievements.isEmpty()
                ? List.of()
                : tx.list(SELECT + "a.id in (:ids)" + NEWEST, Map.of("ids", achievements), WinStore::win);
    }

    /** What was won under the coach, a page of it. */
    static List<Win> coached(Tx tx, long staff, Paging page) {
        Query query = new Query().and("a.coach_id = :staff", "staff", staff);
        if (!page.first()) {
            query.and("(a.won_on < :k or (a.won_on = :k and a.id < :kid))")
                    .with("k", page.day())
                    .with("kid", page.id());
        }
        return tx.list(SELECT + query.where() + NEWEST + page.fetch(), query.params(), WinStore::win);
    }

    /** What the child won; a child has no more achievements than fit into one answer. */
    static List<Win> ofChild(Tx tx, long child) {
        return tx.list(SELECT + "a.child_id = :child" + NEWEST, Map.of("child", child), WinStore::win);
    }

    private static Win win(Row row) {
        return new Win(
                row.number("id"),
                row.text("event"),
                row.value("level", AchievementLevel.class),
                row.optionalText("field").map(TalentField::valueOf).orElse(null),
                row.optionalInteger("place").orElse(null),
                row.flag("prize"),
                row.date("won_on"),
                row.optionalNumber("coach_id").orElse(null),
                row.optionalText("coach_name").orElse(null),
                row.number("child_id"),
                Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic")),
                row.text("territory"));
    }
}
