package kz.jolkarta.registry.figures;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.Figures.Period;

/** One statement over a base table: counting and listing are put together from the same parts, so they cannot disagree. */
final class Statement {
    private final Base base;
    private final Period period;
    private final Scope scope;
    private final Binds binds = new Binds();
    private final CriterionSql criteria;
    private final Attendance attendance;
    private final Set<String> measures = new TreeSet<>();

    Statement(Base base, Period period, Scope scope) {
        this.base = base;
        this.period = period;
        this.scope = scope;
        this.criteria = new CriterionSql(period.day(), binds);
        this.attendance = new Attendance(period, binds);
    }

    String bind(Object value) {
        return binds.of(value);
    }

    Map<String, Object> params() {
        return binds.params();
    }

    /** The condition that a row is in the selection, true or false; all conditions are to be asked for before {@link #from} and {@link #where}. */
    String condition(String measure, Selection selection) {
        measures.add(measure);
        if (selection instanceof Selection.Children children) {
            return criteria.condition(children.who());
        }
        if (selection instanceof Selection.Participants participants) {
            return "(" + attendance.condition(measure, participants) + " and " + criteria.condition(participants.who())
                    + ")";
        }
        String of = "a.measure = " + binds.of(measure);
        if (selection instanceof Selection.Activities a) {
            return of + in("a.type", a.types()) + in("a.state", a.states());
        }
        if (selection instanceof Selection.Awards a) {
            return of + in("a.type", a.types()) + in("a.state", a.states());
        }
        if (selection instanceof Selection.Quotas q) {
            return of + in("a.type", q.types());
        }
        if (selection instanceof Selection.Payments p) {
            return of + in("a.type", p.types());
        }
        return of + deliverables((Selection.Deliverables) selection);
    }

    /** Adopted ones belong to the year of their adoption where that state is asked for, all others to the year they are planned for. */
    private String deliverables(Selection.Deliverables d) {
        String planned = "a.deliverable_year = " + binds.of(period.year());
        if (!d.states().contains("ADOPTED")) {
            return in("a.type", d.types()) + in("a.state", d.states()) + " and " + planned;
        }
        List<String> others =
                d.states().stream().filter(s -> !s.equals("ADOPTED")).sorted().toList();
        String adopted = "a.state = 'ADOPTED' and a.adopted_on is not null and a.adopted_on between "
                + binds.of(period.from()) + " and " + binds.of(period.day());
        return in("a.type", d.types()) + " and (" + adopted
                + (others.isEmpty() ? "" : " or a.state in (" + binds.of(others) + ") and " + planned) + ")";
    }

    private String in(String column, Collection<String> codes) {
        return codes.isEmpty()
                ? ""
                : " and " + column + " in (" + binds.of(codes.stream().sorted().toList()) + ")";
    }

    String from(boolean byType) {
        return base == Base.PARTICIPANTS ? CriterionSql.from(attendance.table(byType)) : base.from();
    }

    /** Which rows can be in a selection at all: those in the scope, of the period and of the measures asked for. */
    String where() {
        String reach = scope.condition(base.territory());
        String from = binds.of(period.from());
        String day = binds.of(period.day());
        String year = binds.of(period.year());
        String own = "a.measure in (" + measures.stream().map(binds::of).collect(joining(", ")) + ")";
        return reach + " and "
                + switch (base) {
                    case CHILDREN ->
                        "c.registered_on <= " + day + " and (c.left_on is null or c.left_on > " + day
                                + ") and c.state <> 'ARCHIVED'";
                    case PARTICIPANTS -> "1 = 1";
                    case ACTIVITIES -> own + " and a.starts between " + from + " and " + day;
                    case AWARDS -> own + " and a.award_year = " + year;
                    case QUOTAS -> own + " and a.quota_year = " + year;
                    case PAYMENTS -> own + " and a.paid_on between " + from + " and " + day;
                    case DELIVERABLES ->
                        own + " and (a.deliverable_year = " + year + " or a.adopted_on between " + from + " and " + day
                                + ")";
                };
    }
}
