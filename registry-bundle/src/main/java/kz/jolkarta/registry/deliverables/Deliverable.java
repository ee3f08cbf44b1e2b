package kz.jolkarta.registry.deliverables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.roadmap.FundingSource;

/**
 * A deliverable of a measure. Members that are null are absent in JSON.
 *
 * @param amount tenge
 * @param childIds the children it shows, those the caller may see, ascending
 * @param childrenShown how many it shows in all
 * @param step code of the last step reached, of a kind with steps
 * @param steps those reached, the first one first
 */
public record Deliverable(
        long id,
        String measure,
        String type,
        String title,
        String territory,
        DeliverableState state,
        int year,
        String language,
        String channel,
        String link,
        Long reach,
        BigDecimal amount,
        FundingSource source,
        LocalDate adoptedOn,
        Long authorId,
        List<Long> childIds,
        int childrenShown,
        String step,
        List<ReachedStep> steps,
        Map<String, Object> fields,
        int version) {
    Deliverable with(List<Long> children, List<ReachedStep> reached) {
        return new Deliverable(
                id,
                measure,
                type,
                title,
                territory,
                state,
                year,
                language,
                channel,
                link,
                reach,
                amount,
                source,
                adoptedOn,
                authorId,
                List.copyOf(children),
                childrenShown,
                step,
                List.copyOf(reached),
                fields,
                version);
    }

    DeliverableInput input() {
        return new DeliverableInput(
                type, title, territory, year, language, channel, link, reach, amount, source, authorId, childIds,
                fields);
    }
}
