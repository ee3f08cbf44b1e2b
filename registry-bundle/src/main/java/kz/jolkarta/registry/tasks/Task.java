package kz.jolkarta.registry.tasks;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Something that somebody has to do by a day, about a child or about a region's report.
 *
 * @param childId null when it is about a report
 * @param name of the child; null likewise
 * @param subject the period of the report; null when it is about a child
 * @param page where the report is; null likewise
 * @param recordId the record it is about, by its kind
 * @param territory KATO code of where the child lives now, or of the region
 * @param dueOn the last day
 * @param overdue open though the last day is over
 * @param note what was done; null while there is none
 * @param doneBy the account, 0 when it became needless by itself; null while it is open
 */
public record Task(
        long id,
        TaskKind kind,
        Long childId,
        String name,
        String subject,
        String page,
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
