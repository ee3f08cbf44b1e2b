package kz.jolkarta.registry.tasks;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Something that somebody has to do about a child by a day.
 *
 * @param name of the child
 * @param recordId the record it is about, by its kind
 * @param territory KATO code of where the child lives now
 * @param dueOn the last day
 * @param overdue open though the last day is over
 * @param note what was done; null while there is none
 * @param doneBy the account, 0 when it became needless by itself; null while it is open
 */
public record Task(
        long id,
        TaskKind kind,
        long childId,
        String name,
        long recordId,
        String territory,
        LocalDate dueOn,
        boolean overdue,
        TaskState state,
        String note,
        Instant createdAt,
        Long doneBy,
        Instant doneAt,
        int version) {}
