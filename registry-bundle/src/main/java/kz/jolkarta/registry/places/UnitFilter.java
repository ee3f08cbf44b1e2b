package kz.jolkarta.registry.places;

import java.util.Optional;
import java.util.function.Predicate;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;

/** Which units the list holds. @param parent KATO code of the unit above, "" for any; @param q words of the name, "" for any */
record UnitFilter(String q, Optional<UnitKind> kind, Optional<Boolean> rural, String parent)
        implements Predicate<Unit> {
    /** What was not asked for is null or blank. */
    static UnitFilter of(String q, String kind, String rural, String parent) {
        return new UnitFilter(
                Params.text("q", q).orElse(""),
                Choice.of(UnitKind.class, "kind", kind),
                Params.flag("rural", rural),
                Params.text("parent", parent).orElse(""));
    }

    @Override
    public boolean test(Unit unit) {
        // Without a search the regions are where one begins.
        boolean start = parent.isEmpty() && kind.isEmpty() && rural.isEmpty() && q.isEmpty();
        return (parent.isEmpty() || unit.parent().equals(parent))
                && kind.map(k -> unit.kind() == k).orElse(!start || unit.kind() == UnitKind.REGION)
                && rural.map(r -> unit.rural().equals(Optional.of(r))).orElse(true);
    }
}
