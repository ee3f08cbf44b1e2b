package kz.jolkarta.reporting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.Territories.Territory;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Resolution997;

/**
 * Which targets a list holds and in which order.
 *
 * @param region code, "" for the whole country; empty means all
 * @param measure code, "" for all
 * @param sort region, measure or set, falling with a hyphen before it
 */
record TargetFilter(int year, Optional<String> region, String measure, String sort) {
    /** The country first, then the regions by name. */
    static final String USUALLY = "region";

    private static final List<String> ORDERS = List.of("region", "measure", "set");

    /** A target in a list, with the names that its codes have in the reader's language. */
    record Listed(Target target, String region, int number, String measure, String indicator) {}

    /**
     * @param region a region's code or its first two digits, {@link TargetKey#COUNTRY} or "" for all
     * @throws Problem INVALID for what cannot be asked for; NOT_FOUND for a region that there was not, or the reader does not see
     */
    static TargetFilter of(Targets targets, User user, String year, String region, String measure, String sort) {
        int of = targets.year(year);
        if (!measure.isEmpty() && Resolution997.programme().clause(measure).isEmpty()) {
            throw Problem.field("measure", "problem.value");
        }
        String by = sort.isEmpty() ? USUALLY : sort;
        if (!ORDERS.contains(by.replaceFirst("^-", ""))) {
            throw Problem.field("sort", "archive.sort", String.join(", ", ORDERS));
        }
        Optional<String> place = Optional.of(region).filter(r -> !r.isEmpty()).map(r -> targets.region(user, of, r));
        return new TargetFilter(of, place, measure, by);
    }

    private List<Listed> all(Words words, Targets targets, User user) {
        List<Territory> regions = targets.regions(user, year);
        Comparator<Listed> byMeasure = Comparator.comparingInt(Listed::number);
        List<Listed> named = targets.list(user, year).stream()
                .filter(t -> region.isEmpty() || region.get().equals(t.figure().region()))
                .filter(t -> measure.isEmpty() || measure.equals(t.figure().measure()))
                .map(t -> named(words, regions, t))
                .sorted(byMeasure)
                .toList();
        // Within a place by the number of the measure: sorting by name leaves that order.
        List<Listed> listed = new ArrayList<>(
                words.sorted(named, l -> l.target().figure().region().isEmpty() ? "" : l.region()));
        switch (sort.replaceFirst("^-", "")) {
            case "measure" -> listed.sort(byMeasure);
            case "set" -> listed.sort(Comparator.comparing(l -> l.target().set().at()));
            default -> {}
        }
        if (sort.startsWith("-")) {
            Collections.reverse(listed);
        }
        return listed;
    }

    private static Listed named(Words words, List<Territory> regions, Target target) {
        TargetKey figure = target.figure();
        Optional<Clause> clause = Resolution997.programme().clause(figure.measure());
        return new Listed(
                target,
                place(words, regions, figure.region()),
                clause.map(Clause::number).orElse(0),
                clause.map(Clause::name).map(n -> n.in(words.language())).orElse(figure.measure()),
                Shown.indicator(words, figure.measure(), figure.indicator()));
    }

    /** What a region is called, or the country. */
    static String place(Words words, List<Territory> regions, String region) {
        return region.isEmpty()
                ? words.text("report.country")
                : regions.stream()
                        .filter(r -> r.code().equals(region))
                        .map(Territory::name)
                        .map((Text name) -> words.text(name))
                        .findFirst()
                        .orElse(region);
    }

    /** A page of the list. @param after how many come before it, "" for none @param limit "" for the usual number */
    Page<Listed> page(Words words, Targets targets, User user, String limit, String after) {
        List<Listed> all = all(words, targets, user);
        int most = RowsBehind.limit(limit);
        int from = (int) Math.min(all.size(), RowsBehind.after(after));
        int to = Math.min(all.size(), from + most);
        return new Page<>(all.subList(from, to), to < all.size() ? String.valueOf(to) : "");
    }

    /** Every row of the list. */
    void each(Words words, Targets targets, User user, Consumer<Listed> visitor) {
        all(words, targets, user).forEach(visitor);
    }
}
