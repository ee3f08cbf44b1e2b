package kz.jolkarta.registry.entitlement;

import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;

/**
 * What of the figures somebody sees.
 *
 * @param wanted what was asked about
 * @param swept what is counted: without the right to the children the whole region, so that what is withheld in it is the same whatever part is asked for
 * @param persons whether the children themselves may be seen
 */
record Sight(Scope wanted, Scope swept, boolean persons) {
    /** @throws Problem INVALID at {@code territory} when figures below the districts are asked for without the right to the children */
    static Sight of(User user, Optional<String> territory, Sweeps sweeps) {
        Scope reach = user.require(Right.REPORTS_READ);
        Scope wanted = territory.map(code -> reach.within(Scope.of(code))).orElse(reach);
        if (wanted.within(user.scope(Right.CHILDREN_READ)).equals(wanted)) {
            return new Sight(wanted, wanted, true);
        }
        if (territory.filter(code -> !sweeps.district(code).equals(code)).isPresent()) {
            throw Problem.field("territory", "entitlement.district-at-least");
        }
        Scope swept = territory
                .map(code -> reach.within(new Scope(List.of(code.substring(0, 2)))))
                .orElse(reach);
        return new Sight(wanted, swept, false);
    }

    boolean shows(String district) {
        return persons || wanted.covers(district);
    }
}
