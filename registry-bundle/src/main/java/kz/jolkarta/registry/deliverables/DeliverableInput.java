package kz.jolkarta.registry.deliverables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.registry.records.Checks;

/**
 * A deliverable as it is sent: what may be null was not given.
 *
 * @param type code of a kind that the measure declares
 * @param territory KATO code of where it is kept for
 * @param year the year it counts for; today's when not given
 * @param language {@code kk}, {@code ru} or {@code en}
 * @param link http or https
 * @param reach persons reached
 * @param amount tenge
 * @param authorId a member of staff
 * @param childIds the children it shows, ascending
 */
public record DeliverableInput(
        String type,
        String title,
        String territory,
        Integer year,
        String language,
        String channel,
        String link,
        Long reach,
        BigDecimal amount,
        FundingSource source,
        Long authorId,
        Collection<Long> childIds,
        Map<String, Object> fields) {
    private static final Set<String> LANGUAGES = Set.of("kk", "ru", "en");
    private static final int MOST_CHILDREN = 500;

    public DeliverableInput {
        childIds = childIds == null
                ? List.of()
                : childIds.stream().filter(Objects::nonNull).distinct().sorted().toList();
        fields = fields == null ? Map.of() : java.util.Collections.unmodifiableMap(fields);
        amount = amount == null
                ? null
                : amount.setScale(Math.max(2, amount.stripTrailingZeros().scale()));
    }

    /** The same, showing these children. */
    DeliverableInput showing(Collection<Long> children) {
        return new DeliverableInput(
                type, title, territory, year, language, channel, link, reach, amount, source, authorId, children,
                fields);
    }

    void check() {
        Checks checks = new Checks();
        checks.required("type", type);
        checks.required("title", title);
        checks.text("title", title, 300);
        checks.required("territory", territory);
        checks.range("year", year, 2020, 2100);
        checks.that(language == null || LANGUAGES.contains(language), "language", "record.choice", "kk, ru, en");
        checks.text("channel", channel, 200);
        checks.link("link", link);
        checks.range("reach", reach, 0, 1_000_000_000L);
        checks.that(childIds.size() <= MOST_CHILDREN, "childIds", "record.too-many", MOST_CHILDREN);
        checks.done();
    }

    int yearOr(LocalDate today) {
        return year == null ? today.getYear() : year;
    }
}
