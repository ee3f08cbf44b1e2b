package kz.jolkarta.registry.entitlement;

import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;

/** A question "what if" as it comes in, the same for its answer, its lists and their files. JAX-RS fills the fields. */
public final class WhatIfQuery {
    /** Parameters that order nothing. */
    private static final Set<String> PLACE = Set.of("type", "territory", "by", "side", "q", "sort", "limit", "after");

    /** Code of a kind of award for children; the measure's first one when it is not given. */
    @QueryParam("type")
    String type;

    /** KATO code of a unit; all below it too. */
    @QueryParam("territory")
    String territory;

    /** Rows by region or by district, which it is when nothing is said. */
    @QueryParam("by")
    String by;

    /** Names of demands that are given up. */
    @QueryParam("lift")
    List<String> lift;

    /** Names of groups that count no longer. */
    @QueryParam("without")
    List<String> without;

    /** Codes of grounds that count no longer. */
    @QueryParam("noGround")
    List<String> noGround;

    /** Tenge, a month's for what is paid monthly. */
    @QueryParam("amount")
    String amount;

    /** The month's amount in the monthly calculation index, up to two decimals, instead of tenge. */
    @QueryParam("index")
    String index;

    /** Places of the year's quota of the region or country that is asked about. */
    @QueryParam("cap")
    String cap;

    /** Of the list of children: in, out or place. */
    @QueryParam("side")
    String side;

    /** Of the list of children: names in either order and any spelling, each perhaps only begun. */
    @QueryParam("q")
    String q;

    private enum By {
        REGION,
        DISTRICT
    }

    /** @param address with the numbers of the criteria, whose names follow from the measure */
    WhatIfs.Question question(String measure, Address address) {
        Map<String, List<String>> typed = new HashMap<>(address.parameters());
        typed.keySet().removeAll(PLACE);
        return new WhatIfs.Question(measure, Params.text("type", type), Params.territory(territory), typed);
    }

    boolean byRegion() {
        return Choice.of(By.class, "by", by).filter(By.REGION::equals).isPresent();
    }

    WhatIfChildren.Side side() {
        return Choice.required(WhatIfChildren.Side.class, "side", side);
    }

    Optional<String> names() {
        return Params.text("q", q);
    }
}
