package kz.jolkarta.registry.records;

import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Versions;

/** The version of a record that a caller has seen. */
public record Seen(int seenVersion) {
    /** The refusal of a move that was wished for by who has seen another version. */
    public static Problem stale(int yours, int theirs) {
        return Versions.stale(new Seen(yours), new Seen(theirs));
    }
}
