package kz.jolkarta.core.measure;

import java.util.Set;
import kz.jolkarta.core.criteria.Criterion;

/**
 * Which rows a figure is made of. Rows other than children are those of the declaring measure, in the reporting year; an empty set of types or
 * states means all.
 */
public sealed interface Selection {
    /** Children on the last day of the year (today while it runs) who meet the criterion. */
    record Children(Criterion who) implements Selection {}

    /**
     * Distinct children who attended activities of the types in the year; with {@code minSessions} above 1 only those marked present in at
     * least that many sessions within one school year (September to August) with one of these sessions in the year.
     */
    record Participants(Set<String> types, int minSessions, Criterion who) implements Selection {
        public Participants {
            types = Set.copyOf(types);
            if (minSessions < 1) {
                throw new IllegalArgumentException("at least one session");
            }
        }
    }

    /** Activities that began in the year; states as {@code HELD}. */
    record Activities(Set<String> types, Set<String> states) implements Selection {
        public Activities {
            types = Set.copyOf(types);
            states = Set.copyOf(states);
        }
    }

    /** Awards of the year, e.g. in state {@code ISSUED}. */
    record Awards(Set<String> types, Set<String> states) implements Selection {
        public Awards {
            types = Set.copyOf(types);
            states = Set.copyOf(states);
        }
    }

    /** Quotas of the year; counted they give how many are set, summed by CAP the places. */
    record Quotas(Set<String> types) implements Selection {
        public Quotas {
            types = Set.copyOf(types);
        }
    }

    /** Payments made in the year. */
    record Payments(Set<String> types) implements Selection {
        public Payments {
            types = Set.copyOf(types);
        }
    }

    /** Deliverables of the year; with state {@code ADOPTED} those adopted in it. */
    record Deliverables(Set<String> types, Set<String> states) implements Selection {
        public Deliverables {
            types = Set.copyOf(types);
            states = Set.copyOf(states);
        }
    }
}
