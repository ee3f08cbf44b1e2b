package kz.jolkarta.core.measure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.roadmap.Clause;

/** The catalogue: every measure that is installed and in order, and those rejected with the reason. A broken one hurts nobody else. */
public interface Measures {
    /** An installed measure as the catalogue checked it; the lists are copies, so the plug-in is asked only once. */
    record Installed(
            Clause clause,
            String bundle,
            String version,
            Reach reach,
            List<ActivityType> activities,
            List<AwardType> awards,
            List<DeliverableType> deliverables,
            List<Indicator> indicators) {
        public Installed {
            activities = List.copyOf(activities);
            awards = List.copyOf(awards);
            deliverables = List.copyOf(deliverables);
            indicators = List.copyOf(indicators);
        }

        /** Asks a measure for its declaration, once. */
        public static Installed of(Measure measure, String bundle, String version) {
            return new Installed(
                    measure.clause(),
                    bundle,
                    version,
                    measure.reach(),
                    measure.activities(),
                    measure.awards(),
                    measure.deliverables(),
                    measure.indicators());
        }

        public String code() {
            return clause.code();
        }

        public Optional<ActivityType> activity(String type) {
            return activities.stream().filter(t -> t.code().equals(type)).findFirst();
        }

        public Optional<AwardType> award(String type) {
            return awards.stream().filter(t -> t.code().equals(type)).findFirst();
        }

        public Optional<DeliverableType> deliverable(String type) {
            return deliverables.stream().filter(t -> t.code().equals(type)).findFirst();
        }

        public Optional<Indicator> indicator(String code) {
            return indicators.stream().filter(i -> i.code().equals(code)).findFirst();
        }
    }

    /**
     * A measure that was here and is not any more; its records are, and reports of the years before it left still show it.
     *
     * @param left when it was last here
     */
    record Former(Installed measure, Instant left) {}

    record Rejected(String bundle, String component, Message reason) {}

    /** In the order of the act. */
    List<Installed> installed();

    List<Rejected> rejected();

    /** Without those that are installed again. */
    default List<Former> former() {
        return List.of();
    }

    Optional<Installed> find(String code);

    /** @throws kz.jolkarta.core.Problem NOT_FOUND, telling a known but not installed measure from an unknown code */
    Installed require(String code);
}
