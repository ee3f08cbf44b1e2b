package kz.jolkarta.core.measure;

import java.util.List;
import kz.jolkarta.core.roadmap.Clause;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A measure of a programme. It only declares what records it holds and what it counts; the platform keeps the records and shows
 * lists, forms, API, reports, rights and languages for them. Texts lie in the bundle's {@code messages_{kk,ru,en}.properties}
 * under keys that follow from the declaration (see {@link Declaration#keys}).
 */
@ConsumerType
public interface Measure {
    /** The clause it carries out: one of № 997, or of a programme the bundle brings itself. */
    Clause clause();

    /** For whom it is carried out. */
    default Reach reach() {
        return Reach.EVERY_REGION;
    }

    default List<ActivityType> activities() {
        return List.of();
    }

    default List<AwardType> awards() {
        return List.of();
    }

    default List<DeliverableType> deliverables() {
        return List.of();
    }

    default List<Indicator> indicators() {
        return List.of();
    }
}
