package kz.jolkarta.registry.entitlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.registry.figures.ByChild;
import kz.jolkarta.registry.figures.Meeting;

/**
 * What of the measures children have in a year: activities attended or to come, awards held or proposed, materials that show them. An activity that began
 * in the year counts as attended, or one that runs in it with a session at which the child was present; what was cancelled counts for nothing.
 */
final class TraceStore {
    private static final Set<String> HELD = Set.of("APPROVED", "ISSUED", "ENDED");
    private static final Set<String> REACHED = Set.of("ATTENDED", "APPROVED", "ISSUED", "ENDED", "ADOPTED");

    private static final String RUNS =
            " and a.state <> 'CANCELLED' and a.measure in (:measures) and a.starts <= :last and a.ends >= :first";

    private static final ByChild TAKING_PART = new ByChild(
            "select p.child_id, a.measure, 'activity' record, a.id record_id, a.type, a.title, a.starts on_day, p.state"
                    + " from participation p",
            "participation_child_fk",
            " join activity a on a.id = p.activity_id",
            "p.child_id",
            RUNS
                    + " and (p.state = 'ATTENDED' and a.starts >= :first or p.state in ('APPLIED', 'ACCEPTED', 'WAITING'))");

    /** Where the state does not say it yet, or says it of the year before: whoever was present in the year has attended. */
    private static final ByChild PRESENT = new ByChild(
            "select p.child_id, a.measure, 'activity' record, a.id record_id, a.type, a.title, a.starts on_day,"
                    + " 'ATTENDED' state from participation p",
            "participation_child_fk",
            " join activity a on a.id = p.activity_id",
            "p.child_id",
            RUNS + " and (p.state <> 'ATTENDED' or a.starts < :first) and exists (select 1 from"
                    + Along.ORDER + " presence r" + Along.LOOP + " join activity_session s" + Along.LOOP
                    + " on s.id = r.session_id where r.participation_id = p.id and r.present"
                    + " and s.held_on between :first and :last)");

    private static final ByChild AWARDS = new ByChild(
            "select child_id, measure, 'award' record, id record_id, type, cast(null as varchar(300)) title,"
                    + " date_from on_day, state from award",
            "award_child_fk",
            "",
            "child_id",
            " and award_year = :year and measure in (:measures) and state in (:standing)");

    private static final ByChild SHOWN = new ByChild(
            "select k.child_id, d.measure, 'deliverable' record, d.id record_id, d.type, d.title, d.adopted_on on_day,"
                    + " d.state from deliverable_child k",
            "",
            " join deliverable d on d.id = k.deliverable_id",
            "k.child_id",
            " and d.deliverable_year = :year and d.measure in (:measures)");

    static final List<ByChild> ALL = List.of(TAKING_PART, PRESENT, AWARDS, SHOWN);

    private static final Pattern PLACE = Pattern.compile(":(measures|year|first|last|standing)\\b");

    private TraceStore() {}

    static Map<String, ?> params(Collection<String> measures, Period period) {
        Set<String> standing = new TreeSet<>(HELD);
        standing.addAll(List.of("PROPOSED", "COMMISSION"));
        return Map.of(
                "measures",
                List.copyOf(new TreeSet<>(measures)),
                "year",
                period.year(),
                "first",
                period.from(),
                "last",
                LocalDate.of(period.year(), 12, 31),
                "standing",
                List.copyOf(standing));
    }

    /** Whether the record that the row is about has reached the child. */
    static boolean reached(Row row) {
        return REACHED.contains(row.text("state"));
    }

    /** The records of these children, each once. */
    static Map<Long, List<Trace>> of(Tx tx, List<Long> children, Collection<String> measures, Period period) {
        Map<String, Object> params = new HashMap<>(params(measures, period));
        params.put("ids", children);
        Map<Long, List<Trace>> found = new HashMap<>();
        for (ByChild sql : ALL) {
            tx.each(sql.listed(), params, row -> {
                List<Trace> own = found.computeIfAbsent(row.number("child_id"), id -> new ArrayList<>());
                Trace trace = trace(row);
                // A state that the roll has overtaken gives way to it.
                own.removeIf(other -> other.record().equals(trace.record()) && other.id() == trace.id());
                own.add(trace);
            });
        }
        return found;
    }

    /** That the child {@code c} of a statement has no record of the measure in the year. */
    static String none(String measure, Period period, Meeting statement) {
        Map<String, ?> params = params(List.of(measure), period);
        return ALL.stream()
                .map(sql -> "not exists ("
                        + PLACE.matcher(sql.of("c.id"))
                                .replaceAll(
                                        place -> Matcher.quoteReplacement(statement.bind(params.get(place.group(1)))))
                        + ")")
                .collect(Collectors.joining(" and "));
    }

    private static Trace trace(Row row) {
        return new Trace(
                row.text("measure"),
                row.text("record"),
                row.number("record_id"),
                row.text("type"),
                row.optionalText("title").orElse(null),
                row.optionalDate("on_day").orElse(null),
                row.text("state").toLowerCase(Locale.ROOT),
                reached(row));
    }
}
