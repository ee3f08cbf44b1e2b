package kz.jolkarta.core.roadmap;

import java.util.List;
import java.util.Optional;

/** The programmes this node knows: № 997, and those in files beside its configuration. */
public interface Programmes {
    List<Programme> all();

    /** A clause by the measure's code, unique over all programmes. */
    Optional<Clause> clause(String code);
}
