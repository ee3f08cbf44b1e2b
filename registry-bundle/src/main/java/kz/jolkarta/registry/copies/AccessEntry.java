package kz.jolkarta.registry.copies;

import java.time.Instant;
import java.util.List;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;

/**
 * Something that somebody did to a child's record.
 *
 * @param login of who did it
 * @param roles that the account holds now, as codes
 * @param kind of the record: {@code child}, {@code road-map}, {@code award} …
 * @param recordId its id
 * @param right under which it was done, or which was wanting when it was refused
 * @param what the same in plain words, in the caller's language
 */
public record AccessEntry(
        long id,
        Instant at,
        String login,
        List<String> roles,
        Action action,
        String kind,
        long recordId,
        Right right,
        String what) {
    public AccessEntry {
        roles = List.copyOf(roles);
    }
}
