package kz.jolkarta.core.measure;

import java.util.Set;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.registry.OrganisationKind;

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

    /** Participations, each counted for itself, of activities that began in the year; states as {@code WAITING}. */
    record Applications(Set<String> types, Set<String> states) implements Selection {
        public Applications {
            types = Set.copyOf(types);
            states = Set.copyOf(states);
        }
    }

    /** Distinct members of staff who attended activities of the types in the year. */
    record Staff(Set<String> types) implements Selection {
        public Staff {
            types = Set.copyOf(types);
        }
    }

    /** Distinct authors of deliverables adopted in the year. */
    record Authors(Set<String> types) implements Selection {
        public Authors {
            types = Set.copyOf(types);
        }
    }

    /** Distinct children who attended activities of any measure in the year at organisations of these kinds. */
    record Guests(Set<OrganisationKind> venues, Criterion who) implements Selection {
        public Guests {
            venues = Set.copyOf(venues);
        }
    }

    /** Organisations of these kinds that are open on the day; what they must have is read for the year. */
    record Organisations(Set<OrganisationKind> kinds, Having having) implements Selection {
        public enum Having {
            ANYTHING,
            /** A coordinator who is appointed on the day. */
            COORDINATOR,
            NO_COORDINATOR,
            /** A pupil of the target group. */
            TARGET_PUPILS,
            /** A pupil of the target group, and nobody of the staff who attended an activity of the measure. */
            TARGET_PUPILS_BUT_NOBODY_TRAINED,
            /** Somebody of the staff who attended an activity of the measure. */
            SOMEBODY_TRAINED,
            /** An activity of the measure that was held there. */
            ACTIVITY,
            NO_ACTIVITY
        }

        public Organisations {
            kinds = Set.copyOf(kinds);
        }
    }

    /** Children registered in the territory of a cabinet, for each cabinet with a coordinator on the day; read by {@link Figure.Spread}. */
    record Caseload() implements Selection {}

    /** Districts, city administrations and city districts for which no activity of these types was held in the year. */
    record DistrictsWithout(Set<String> types) implements Selection {
        public DistrictsWithout {
            types = Set.copyOf(types);
        }
    }

    /** Places and prizes of children of the target group, won under a coach who holds an award of the year in one of the states. */
    record Results(Set<String> types, Set<String> states) implements Selection {
        public Results {
            types = Set.copyOf(types);
            states = Set.copyOf(states);
        }
    }

    /** Individual road maps that hold on the day: {@code DRAFT}, {@code APPROVED}, {@code OVERDUE} (a draft past its term, or an approved one with a step past its term). */
    record RoadMaps(Set<String> states) implements Selection {
        public RoadMaps {
            states = Set.copyOf(states);
        }
    }

    /** Steps of road maps whose term lies in the year: {@code PLANNED}, {@code DONE}, {@code DROPPED}. */
    record RoadMapSteps(Set<String> states) implements Selection {
        public RoadMapSteps {
            states = Set.copyOf(states);
        }
    }

    /** Versions of the road map's form that approved road maps are kept with on the day. */
    record RoadMapForms() implements Selection {}

    /** Imported rows that may be a child who is known, and that nobody has decided on. */
    record Doubts() implements Selection {}
}
