package kz.jolkarta.registry.figures;

import java.time.LocalDate;
import java.util.Map;
import kz.jolkarta.core.criteria.Criterion;

/** Who meets criteria on a day, as conditions on a statement's child {@code c}; their parameters are gathered beside them. */
public final class Meeting {
    private final LocalDate day;
    private final Binds binds = new Binds();
    private final CriterionSql sql;

    public Meeting(LocalDate day) {
        this.day = day;
        this.sql = CriterionSql.ofChild(day, binds);
    }

    /** As {@link Roll#meeting}: one that left by the day is asked only where the criterion itself speaks of who finished school. */
    public String of(Criterion who) {
        String met = sql.condition(who);
        return Roll.speaksOfLeaving(who)
                ? met
                : "(" + met + " and (c.left_on is null or c.left_on > " + bind(day) + "))";
    }

    /** The place of a value in the statement; a collection stands within {@code in (…)}. */
    public String bind(Object value) {
        return binds.of(value);
    }

    public Map<String, Object> params() {
        return binds.params();
    }
}
