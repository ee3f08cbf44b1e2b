package kz.jolkarta.registry.records;

import java.util.Map;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Tx;

/** How a list in the order of an index is read where the engine cannot tell: along the index, or the rows of the scope first and sorted then. */
public final class ExtentStore {
    /** Sorting fewer takes less time than passing by the children of other places. */
    private static final int MANY = 4000;

    private ExtentStore() {}

    /** Whether a good part of all children lives in the scope. Pupils of single schools are few. */
    public static boolean wide(Tx tx, Scope scope) {
        return scope.isCountry()
                || !scope.prefixes().isEmpty()
                        && tx.number(
                                        "select count(*) from (select c.territory from child c where "
                                                + new Scope(scope.prefixes()).persons("c") + " fetch first " + MANY
                                                + " rows only) x",
                                        Map.of())
                                == MANY;
    }
}
