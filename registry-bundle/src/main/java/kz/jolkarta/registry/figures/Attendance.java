package kz.jolkarta.registry.figures;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.Figures.Period;

/**
 * Who attended, as a derived table {@code e} with one row for a child: all selections of participants of one statement share it.
 * A child attended when marked so, on the activity's first day, and in every session with a mark of presence.
 */
final class Attendance {
    private record Regularity(String measure, Set<String> types, int minSessions) {}

    private final Period period;
    private final Binds binds;
    private final Map<Regularity, Integer> wanted = new LinkedHashMap<>();

    Attendance(Period period, Binds binds) {
        this.period = period;
        this.binds = binds;
    }

    /** Asks for the column of a selection; the condition on {@code e} that tells whether the child is in it. */
    String condition(String measure, Selection.Participants selection) {
        Regularity key = new Regularity(measure, new TreeSet<>(selection.types()), selection.minSessions());
        int n = wanted.computeIfAbsent(key, k -> wanted.size() + 1);
        int min = selection.minSessions();
        return min == 1
                ? "e.a" + n + " = 1"
                : "(e.s" + n + " >= " + min + " and e.a" + n + " = 1 or e.n" + n + " >= " + min + ")";
    }

    /** The derived table with every column asked for. @param byType one row for a child and kind of activity */
    String table(boolean byType) {
        String key = byType ? "s.child_id, s.type" : "s.child_id";
        String columns = wanted.entrySet().stream()
                .map(e -> columns(e.getKey(), e.getValue()))
                .collect(Collectors.joining(", "));
        return "(select " + key + ", " + columns + " from (" + source() + ") s group by " + key + ") e";
    }

    /** {@code a}: attended in the year; for a regularity also {@code s} and {@code n}: sessions of the school year that ends or begins in it. */
    private String columns(Regularity of, int n) {
        String kind = "s.measure = " + binds.of(of.measure())
                + (of.types().isEmpty() ? "" : " and s.type in (" + binds.of(List.copyOf(of.types())) + ")");
        if (of.minSessions() == 1) {
            return "max(" + when(kind, period.from(), period.day()) + ") as a" + n;
        }
        String inSession = kind + " and s.in_session = 1";
        LocalDate august = LocalDate.of(period.year(), 8, 31);
        LocalDate end = august.isBefore(period.day()) ? august : period.day();
        return "sum(" + when(inSession, schoolYear(), end) + ") as s" + n
                + ", max(" + when(inSession, period.from(), end) + ") as a" + n
                + ", sum(" + when(inSession, august.plusDays(1), period.day()) + ") as n" + n;
    }

    private String when(String condition, LocalDate from, LocalDate to) {
        return "case when " + condition + " and s.on_day between " + binds.of(from) + " and " + binds.of(to)
                + " then 1 else 0 end";
    }

    private String source() {
        String measures = binds.of(wanted.keySet().stream()
                .map(Regularity::measure)
                .distinct()
                .sorted()
                .toList());
        boolean regular = wanted.keySet().stream().anyMatch(w -> w.minSessions() > 1);
        String to = binds.of(period.day());
        return "select p.child_id, a.measure, a.type, a.starts as on_day, 0 as in_session from activity a"
                + " join participation p on p.activity_id = a.id where p.child_id is not null and p.state = 'ATTENDED'"
                + " and a.measure in (" + measures + ") and a.starts between " + binds.of(period.from()) + " and " + to
                + " union all select p.child_id, a.measure, a.type, h.held_on as on_day, 1 as in_session from activity a"
                + " join activity_session h on h.activity_id = a.id join presence r on r.session_id = h.id"
                + " join participation p on p.id = r.participation_id where p.child_id is not null and r.present"
                + " and a.state <> 'CANCELLED' and a.measure in (" + measures + ") and h.held_on between "
                + binds.of(regular ? schoolYear() : period.from()) + " and " + to;
    }

    private LocalDate schoolYear() {
        return LocalDate.of(period.year() - 1, 9, 1);
    }
}
