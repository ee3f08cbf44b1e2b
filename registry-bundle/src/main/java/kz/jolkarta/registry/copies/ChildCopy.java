package kz.jolkarta.registry.copies;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything held about a child, for the representative.
 *
 * @param shape of this JSON; a change that a reader could not take raises it
 * @param child its id
 * @param representative name of who asked
 * @param leftOut codes of parts that are held and are not in this copy, since who made it may not see them
 * @param parts rows by the code of the part, each row's members by their names; a value that is not held is left out
 * @param accessLog newest first
 */
public record ChildCopy(
        int shape,
        long child,
        Instant madeAt,
        String representative,
        String reason,
        List<String> leftOut,
        Map<String, List<Map<String, Object>>> parts,
        List<Access> accessLog) {
    /** The shape written now. */
    public static final int SHAPE = 1;

    /**
     * Somebody's access to the child's data.
     *
     * @param roles the account holds now
     * @param what in plain words
     * @param right under which it was done, in plain words
     */
    public record Access(Instant at, String login, List<String> roles, String what, String right) {}
}
