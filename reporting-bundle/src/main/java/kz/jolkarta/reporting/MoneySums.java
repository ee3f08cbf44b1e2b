package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.roadmap.FundingSource;

/** What the money of several measures comes to, by source. */
final class MoneySums {
    private MoneySums() {}

    /** Without places; in the order of the sources. */
    static List<MoneyFigures> of(Stream<MoneyFigures> money) {
        Map<FundingSource, MoneyFigures> sums = new EnumMap<>(FundingSource.class);
        money.map(m -> new MoneyFigures(m.source(), m.name(), m.planned(), m.spent(), List.of()))
                .forEach(m -> sums.merge(m.source(), m, MoneySums::sum));
        return new ArrayList<>(sums.values());
    }

    private static MoneyFigures sum(MoneyFigures one, MoneyFigures other) {
        return new MoneyFigures(
                one.source(),
                one.name(),
                Stream.of(one.planned(), other.planned())
                        .flatMap(Optional::stream)
                        .reduce(BigDecimal::add),
                one.spent().add(other.spent()),
                List.of());
    }
}
