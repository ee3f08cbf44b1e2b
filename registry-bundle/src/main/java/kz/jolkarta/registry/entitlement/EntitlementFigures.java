package kz.jolkarta.registry.entitlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.criteria.Words;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.registry.children.SortKey;
import kz.jolkarta.registry.entitlement.Programme.Offer;
import kz.jolkarta.registry.entitlement.Sweeps.Freshness;
import kz.jolkarta.registry.places.Place;
import kz.jolkarta.registry.records.Orders;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many children are entitled to each measure, and how many of them it has reached in the year, by district. */
@Component(service = EntitlementFigures.class)
public final class EntitlementFigures {
    /** Codes of what is counted, in the order of the columns. */
    static final List<String> COUNTS = List.of("entitled", "reached", "on-the-way", "not-reached");

    static final Orders<Line> MEASURES = byCounts(
            Orders.<Line>of("", Line::number, "number").id("number"), line -> Optional.ofNullable(line.total()));

    static final Orders<District> DISTRICTS = byCounts(
            Orders.<District>of("", District::id, "place")
                    .text(
                            "place",
                            "",
                            d -> SortKey.of(
                                    d.territory().region(), d.territory().name(), "")),
            district -> Optional.of(district.counts()));

    private final Sweeps sweeps;

    @Activate
    public EntitlementFigures(@Reference Sweeps sweeps) {
        this.sweeps = sweeps;
    }

    /**
     * @param day the criteria are read on it: 31 December, or today while the year runs
     * @param territory what was asked about; null for all the caller may see
     * @param leftOut installed measures that have no kind of activity or award for children
     */
    public record Answer(int year, LocalDate day, Place territory, List<Line> measures, List<LeftOut> leftOut) {}

    /** @param number in the act */
    public record LeftOut(String measure, int number, String name, String reason) {}

    /**
     * A measure.
     *
     * @param rule who is entitled, in words
     * @param total null where no region that was asked about carries it out
     * @param districts those with children in the registry
     * @param notCarriedOut regions that do not, and why
     */
    public record Line(
            String measure,
            int number,
            String name,
            String rule,
            Counts total,
            List<District> districts,
            List<Absence> notCarriedOut) {}

    public record District(Place territory, Counts counts) {
        private long id() {
            return Long.parseLong(territory.code());
        }
    }

    public record Absence(Place region, String reason) {}

    /** @throws kz.jolkarta.core.Problem INVALID at {@code territory} when figures below the districts are asked for without the right to the children */
    Answer of(Caller caller, Optional<String> territory, Optional<Integer> year) {
        Sight sight = Sight.of(caller.user(), territory, sweeps);
        Period period = sweeps.period(year);
        Programme programme = sweeps.programme(sight.swept(), period);
        Sweep sweep = sweeps.sweep(sight.swept(), period, programme.offers(), Freshness.KNOWN);
        Groups<String> districts = Groups.byDistrict(sweep.roll(), sweeps);
        Language language = caller.language();
        List<Line> lines = programme.offers().stream()
                .map(o -> line(o, sweep.standings().get(o.code()), districts, sight, language))
                .toList();
        List<LeftOut> without = programme.without().stream()
                .map(m -> new LeftOut(
                        m.code(),
                        m.clause().number(),
                        m.clause().name().in(language),
                        sweeps.text(language, Message.of("entitlement.no-kinds"))))
                .toList();
        Place place = territory.map(code -> sweeps.place(code, language)).orElse(null);
        return new Answer(period.year(), period.day(), place, lines, without);
    }

    /** What is withheld is sorted as what it says: fewer than can be told. */
    static <T> Orders<T> byCounts(Orders<T> orders, Function<T, Optional<Counts>> counts) {
        Orders<T> all = orders;
        for (String code : COUNTS) {
            all = all.number(
                    code, "", row -> counts.apply(row).map(c -> c.of(code)).orElse(-1L));
        }
        return all;
    }

    /** @throws Problem NOT_FOUND for a measure that is not installed or has no kinds for children */
    Line line(Caller caller, String measure, Optional<String> territory, Optional<Integer> year) {
        return of(caller, territory, year).measures().stream()
                .filter(line -> line.measure().equals(measure))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private Line line(Offer offer, Sweep.Standing standing, Groups<String> groups, Sight sight, Language language) {
        List<Counts> all = groups.counts(standing);
        List<Counts> shown = sight.persons() ? all : Veil.over(all, groups.keys());
        List<Integer> rows = IntStream.range(0, all.size())
                .filter(i -> offer.carriedOutIn(groups.keys().get(i)))
                .filter(i -> sight.shows(groups.keys().get(i)))
                .boxed()
                .sorted(java.util.Comparator.comparing(i -> groups.keys().get(i)))
                .toList();
        List<District> districts = rows.stream()
                .map(i -> new District(sweeps.place(groups.keys().get(i), language), shown.get(i)))
                .toList();
        boolean nowhere = rows.isEmpty() && !offer.absences().isEmpty();
        return new Line(
                offer.code(),
                offer.measure().clause().number(),
                offer.measure().clause().name().in(language),
                sweeps.text(language, Words.of(offer.who())),
                nowhere ? null : total(rows, all, shown, sight.persons()),
                districts,
                absences(offer, sight.wanted(), language));
    }

    private static Counts total(List<Integer> rows, List<Counts> all, List<Counts> shown, boolean persons) {
        if (rows.size() == 1) {
            return shown.get(rows.get(0));
        }
        List<Counts> own = rows.stream().map(all::get).toList();
        Counts sum = Counts.of(
                own.stream().mapToLong(Counts::entitled).sum(),
                own.stream().mapToLong(Counts::reached).sum(),
                own.stream().mapToLong(Counts::onTheWay).sum(),
                own.stream().mapToLong(Counts::others).sum());
        return persons ? sum : Veil.over(sum);
    }

    private List<Absence> absences(Offer offer, Scope wanted, Language language) {
        List<Absence> absences = new ArrayList<>();
        offer.absences().forEach((digits, reason) -> {
            String region = digits + "0000000";
            if (!wanted.within(Scope.of(region)).isEmpty()) {
                absences.add(new Absence(sweeps.place(region, language), sweeps.text(language, reason)));
            }
        });
        return absences;
    }
}
