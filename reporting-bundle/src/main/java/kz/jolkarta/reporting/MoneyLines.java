package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.registry.Figures;
import kz.jolkarta.core.registry.Figures.Money;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.core.roadmap.FundingSource;

/** The money of measures for one area and year, all read at once. */
final class MoneyLines {
    private final List<Money> all;
    private final Figures figures;
    private final Texts texts;
    private final Language language;
    private final Period period;
    private final Area area;

    MoneyLines(Figures figures, Texts texts, Language language, Period period, Area area) {
        this.all = figures.money(period, area.scope());
        this.figures = figures;
        this.texts = texts;
        this.language = language;
        this.period = period;
        this.area = area;
    }

    /** @param shown sources that have a line even without money; any other has one when there is money from it */
    List<MoneyFigures> of(String measure, Set<FundingSource> shown) {
        Map<FundingSource, Map<String, List<Money>>> found = new EnumMap<>(FundingSource.class);
        all.stream()
                .filter(m -> m.measure().equals(measure))
                .forEach(m -> found.computeIfAbsent(m.source(), s -> new TreeMap<>())
                        .computeIfAbsent(area.placeOf().apply(m.territory()), t -> new ArrayList<>())
                        .add(m));
        Set<FundingSource> sources = EnumSet.noneOf(FundingSource.class);
        sources.addAll(shown);
        sources.addAll(found.keySet());
        return sources.stream()
                .map(s -> line(s, found.getOrDefault(s, Map.of())))
                .toList();
    }

    private MoneyFigures line(FundingSource source, Map<String, List<Money>> places) {
        List<Money> whole = places.values().stream().flatMap(List::stream).toList();
        return new MoneyFigures(
                source,
                texts.text(language, "record.source." + Json.name(source)),
                planned(whole),
                spent(whole),
                places.entrySet().stream()
                        .map(p -> new MoneyFigures.Place(
                                p.getKey(), name(p.getKey()), planned(p.getValue()), spent(p.getValue())))
                        .toList());
    }

    private String name(String place) {
        String own = Optional.ofNullable(area.places().get(place))
                .orElseGet(() -> figures.name(place, period.day()))
                .in(language);
        return own.isEmpty() ? texts.text(language, "report.country") : own;
    }

    private static Optional<BigDecimal> planned(Collection<Money> money) {
        return money.stream()
                .flatMap(m -> m.planned().stream())
                .reduce(Long::sum)
                .map(tiyn -> BigDecimal.valueOf(tiyn, 2));
    }

    private static BigDecimal spent(Collection<Money> money) {
        return BigDecimal.valueOf(money.stream().mapToLong(Money::spent).sum(), 2);
    }
}
