package kz.jolkarta.registry.figures;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.Figures.Gap;
import kz.jolkarta.core.registry.Figures.Lack;
import kz.jolkarta.core.registry.Figures.Period;

/** Counts records that lack what money and entitlements have to have. */
final class GapStore {
    private GapStore() {}

    static List<Gap> gaps(Tx tx, Period period, Scope scope) {
        Map<String, Object> params = Map.of("year", period.year(), "first", period.from(), "day", period.day());
        String source = "award a where a.award_year = :year and a.state in ('APPROVED', 'ISSUED', 'ENDED')"
                + " and a.amount > 0 and a.source is null and " + scope.condition("a.territory");
        String issued = "award a where a.award_year = :year and a.state in ('ISSUED', 'ENDED')"
                + " and a.document_number is null and not exists (select 1 from attachment f where f.owner_kind = 'award'"
                + " and f.owner_id = a.id and f.content_kind = 'GROUND') and " + scope.condition("a.territory");
        String paid = "payment p where p.paid_on between :first and :day and p.document_number is null"
                + " and p.reverses is null and not exists (select 1 from payment r where r.reverses = p.id) and "
                + scope.condition("p.territory");
        return Stream.of(
                        of(tx, Lack.SOURCE, "a", source, params),
                        of(tx, Lack.GROUND, "a", issued, params),
                        of(tx, Lack.GROUND, "p", paid, params))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Gap> of(Tx tx, Lack lack, String alias, String rows, Map<String, Object> params) {
        return tx.list(
                "select " + alias + ".measure, count(*) as n from " + rows + " group by " + alias + ".measure",
                params,
                row -> new Gap(row.text("measure"), lack, row.number("n")));
    }
}
