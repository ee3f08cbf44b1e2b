package kz.jolkarta.registry.figures;

import java.time.LocalDate;
import java.util.Map;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.db.Along;

/** Who meets criteria on a day, as conditions on a statement's child {@code c}; their parameters are gathered beside them. */
public final class Meeting {
    /** The child once more, since Derby lets no join speak of a row outside of it. */
    private static final String PLACES = "exists (select 1 from child x" + Along.looping("child_pk")
            + " join territory t on t.code = x.territory left join organisation o on o.id = x.school_id"
            + " left join territory st on st.code = o.territory where x.id = c.id and ";

    private final LocalDate day;
    private final Binds binds = new Binds();
    private final CriterionSql sql;

    public Meeting(LocalDate day) {
        this.day = day;
        this.sql = new CriterionSql(day, binds);
    }

    /** As {@link Roll#meeting}: one that left by the day is asked only where the criterion itself speaks of who finished school. */
    public String of(Criterion who) {
        String met = sql.condition(who);
        String there = met.contains("t.rural") ? PLACES + met + ")" : met;
        return Roll.speaksOfLeaving(who)
                ? there
                : "(" + there + " and (c.left_on is null or c.left_on > " + bind(day) + "))";
    }

    /** The place of a value in the statement; a collection stands within {@code in (…)}. */
    public String bind(Object value) {
        return binds.of(value);
    }

    public Map<String, Object> params() {
        return binds.params();
    }
}
