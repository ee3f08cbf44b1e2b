package kz.jolkarta.core.roadmap;

import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.i18n.Message;

/** The programmes this node knows: № 997, and those in files beside its configuration. */
public interface Programmes {
    /** A file that was left aside, and why. */
    record Rejected(String file, Message reason) {}

    List<Programme> all();

    /** Files beside the configuration that could not be used; they hurt nothing else. */
    List<Rejected> rejected();

    /** A clause by the measure's code, unique over all programmes. */
    Optional<Clause> clause(String code);
}
