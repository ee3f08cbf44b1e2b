package kz.jolkarta.registry.entitlement;

import jakarta.ws.rs.QueryParam;
import kz.jolkarta.core.Problem;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;

/** The query of a list of entitled children as it comes in, the same for the list and for its files. JAX-RS fills the fields. */
public final class EntitledQuery {
    /** Code of an installed measure; has to be given. */
    @QueryParam("measure")
    String measure;

    /** KATO code of a unit; all below it too. */
    @QueryParam("territory")
    String territory;

    /** This year when it is not given. */
    @QueryParam("year")
    String year;

    @QueryParam("school")
    String school;

    /** reached, on-the-way or not-reached; all of them when it is not given. */
    @QueryParam("state")
    String state;

    /** Names in either order and any spelling, each perhaps only begun. */
    @QueryParam("q")
    String q;

    /** name or -name. */
    @QueryParam("sort")
    String sort;

    EntitledFilter filter() {
        return new EntitledFilter(
                Params.text("measure", measure).orElseThrow(() -> Problem.field("measure", "record.required")),
                Params.territory(territory),
                Params.year("year", year),
                Params.number("school", school),
                Choice.of(EntitlementState.class, "state", state),
                Params.text("q", q),
                Params.down("name", sort));
    }
}
