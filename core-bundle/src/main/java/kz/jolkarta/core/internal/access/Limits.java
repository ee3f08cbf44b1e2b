package kz.jolkarta.core.internal.access;

import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Page;

/** How much of a list may be asked for at once. */
final class Limits {
    private Limits() {}

    /** @throws Problem INVALID outside 1 to {@link Page#MAX_LIMIT} */
    static int checked(int limit) {
        if (limit < 1 || limit > Page.MAX_LIMIT) {
            throw Problem.field("limit", "problem.limit", Page.MAX_LIMIT);
        }
        return limit;
    }
}
