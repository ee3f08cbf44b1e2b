package kz.jolkarta.registry.residence;

import jakarta.ws.rs.QueryParam;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;

/** The query of a list of moves as it comes in, the same for the list and for its file. JAX-RS fills the fields. */
public final class TransferQuery {
    /** requested, done, refused or undone. */
    @QueryParam("state")
    String state;

    /** The side that asked: sender or receiver. */
    @QueryParam("asking")
    String asking;

    /** true: what the caller has to answer. */
    @QueryParam("waiting")
    String waiting;

    /** incoming or outgoing, as the caller's territories see it. */
    @QueryParam("direction")
    String direction;

    /** KATO code of a unit in which the moves begin or end; all below it too. */
    @QueryParam("territory")
    String territory;

    /** The earliest first day at the new place. */
    @QueryParam("from")
    String from;

    @QueryParam("until")
    String until;

    /** The beginning of the child's name, in any spelling. */
    @QueryParam("q")
    String q;

    /** asked, -asked, day or -day; the newest first when it is not given. */
    @QueryParam("sort")
    String sort;

    TransferFilter filter() {
        return new TransferFilter(
                Choice.of(Transfer.State.class, "state", state),
                Choice.of(Transfer.Side.class, "asking", asking),
                Params.flag("waiting", waiting).orElse(false),
                Choice.of(TransferFilter.Direction.class, "direction", direction),
                Params.territory(territory),
                Params.date("from", from),
                Params.date("until", until),
                Params.text("q", q),
                TransferFilter.Order.of(Params.text("sort", sort)));
    }
}
