package kz.jolkarta.registry.entitlement;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Moves;
import kz.jolkarta.registry.records.Params;

/** The query of alarms as it comes in, the same for the lists and for their files. JAX-RS fills the fields. */
public final class AlarmQuery {
    /** Of children: silent, map-without-steps. Of places: school, district. The first of them when it is not given. */
    @QueryParam("kind")
    String kind;

    /** KATO code of a unit; all below it too. */
    @QueryParam("territory")
    String territory;

    /** Days of silence; 60 when they are not given. */
    @QueryParam("days")
    String days;

    /** Of children. */
    @QueryParam("school")
    String school;

    /** Names of children in either order and any spelling, each perhaps only begun. */
    @QueryParam("q")
    String q;

    Alarms.Filter filter() {
        long given = Params.number("days", days).orElse((long) Alarms.Filter.DAYS);
        return new Alarms.Filter(
                Params.territory(territory),
                (int) Math.max(0, Math.min(Integer.MAX_VALUE, given)),
                Params.number("school", school),
                Params.text("q", q));
    }

    /** @throws Problem INVALID at {@code kind} for one of the other sort */
    AlarmKind kind(boolean ofChildren) {
        List<AlarmKind> fitting = Arrays.stream(AlarmKind.values())
                .filter(k -> k.ofChildren() == ofChildren)
                .toList();
        AlarmKind chosen = Choice.of(AlarmKind.class, "kind", kind).orElse(fitting.get(0));
        if (!fitting.contains(chosen)) {
            throw Problem.field(
                    "kind", "record.choice", fitting.stream().map(Moves::code).collect(Collectors.joining(", ")));
        }
        return chosen;
    }
}
