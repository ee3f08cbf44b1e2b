package kz.jolkarta.registry.consents;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.registry.ConsentPurpose;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Query;

/**
 * Whose consents a list looks at.
 *
 * @param missing children without a consent that holds today, instead of consents that end
 * @param days how far ahead, from today
 * @param territory KATO code of a unit; all below it too
 */
public record EndingFilter(
        boolean missing, int days, ConsentPurpose purpose, Optional<String> territory, Optional<Long> school) {
    static final int MOST_DAYS = 366;

    /** Consents to one material only are no consents to the purpose. */
    private static final String HOLDS = "l.child_id = c.id and l.purpose = :purpose and l.deliverable_id is null"
            + " and (l.withdrawn_on is null or l.withdrawn_on > :today)";

    private Scope wanted(Scope scope) {
        return territory.map(code -> scope.within(Scope.of(code))).orElse(scope);
    }

    private Query children(Scope scope, LocalDate today) {
        return new Query()
                .and(wanted(scope).persons("c"))
                .and("c.state = 'ACTIVE'")
                .and("c.school_id = :school", "school", school)
                .with("purpose", purpose)
                .with("today", today);
    }

    /** Consents k of children c that end within the days and that no other one outlasts. */
    Query ending(Scope scope, LocalDate today) {
        return children(scope, today)
                .and("k.purpose = :purpose and k.deliverable_id is null")
                .and("k.given_on <= :today and k.valid_to >= :today and k.valid_to <= :until")
                .and("(k.withdrawn_on is null or k.withdrawn_on > :today)")
                .and(
                        "not exists (select 1 from consent l where " + HOLDS + " and l.id <> k.id"
                                + " and (l.valid_to is null or l.valid_to > k.valid_to or l.valid_to = k.valid_to and l.id > k.id))")
                .with("until", today.plusDays(days));
    }

    /** Children c without a consent that holds today. */
    Query none(Scope scope, LocalDate today) {
        return children(scope, today)
                .and("not exists (select 1 from consent l where " + HOLDS
                        + " and l.given_on <= :today and (l.valid_to is null or l.valid_to >= :today))");
    }

    /** Names of the filters in use, never their values. */
    String names() {
        return Stream.of(
                        Optional.of(missing ? "missing" : "ending"),
                        territory.map(x -> "territory"),
                        school.map(x -> "school"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(","));
    }

    /** @param days as given in a query, the default when blank; what is out of range stays so */
    static int days(String days, int otherwise) {
        return Params.number("days", days)
                .map(d -> (int) Math.max(-1, Math.min(MOST_DAYS + 1, d)))
                .orElse(otherwise);
    }
}
