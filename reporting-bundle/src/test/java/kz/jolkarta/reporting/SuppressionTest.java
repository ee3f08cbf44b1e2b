package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Figure;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.Figures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever may not see persons puts all tables side by side, of the country, of every region and of every district, and finds no few of them. */
class SuppressionTest {
    private static final int TABLES = 1000;
    private static final Text NAME = new Text("", "", "");
    private static final List<String> KEYS = List.of("a", "b", "c", "d");
    private static final UnaryOperator<String> REGION_OF = district -> district.substring(0, 2) + "0000000";
    private static final Selection PART = new Selection.Children(Criterion.gifted());
    private static final Selection WHOLE = new Selection.Children(Criterion.everyone());
    private static final Installed MEASURE = Node.measure(
            1,
            kz.jolkarta.core.measure.Reach.EVERY_REGION,
            List.of(),
            List.of(),
            List.of(),
            Indicator.count("part", PART, Dimension.SEX),
            Indicator.count("whole", WHOLE),
            Indicator.share("share", PART, WHOLE),
            Indicator.change("change", PART));

    private static List<Country> countries;

    /** Not with the class: the other year's thread would wait for a class that waits for it. */
    @BeforeAll
    static void countries() {
        Random random = new Random(997);
        countries = Stream.generate(() -> new Country(random)).limit(TABLES).toList();
    }

    /** Persons by district and key, in two years, and those they are a share of. */
    private static final class Country implements Figures {
        final Map<String, long[]> now = new TreeMap<>();
        final Map<String, long[]> before = new TreeMap<>();
        final Map<String, Long> others = new HashMap<>();
        final int keys;
        final Map<Long, Long> told;
        final Map<Long, Long> follows;

        Country(Random random) {
            keys = 1 + random.nextInt(4);
            int[] sizes = sizes(random);
            for (int r = 0; r < 2 + random.nextInt(3); r++) {
                for (int d = 0; d < 1 + random.nextInt(4); d++) {
                    String district = (11 + 4 * r) + "" + (10 + d) + "00000";
                    now.put(
                            district,
                            random.longs(keys, 0, sizes.length)
                                    .map(i -> sizes[(int) i])
                                    .toArray());
                    before.put(
                            district,
                            random.longs(keys, 0, sizes.length)
                                    .map(i -> sizes[(int) i])
                                    .toArray());
                    others.put(district, (long) sizes[random.nextInt(sizes.length)]);
                }
            }
            told = published(this);
            follows = subtracted(told);
        }

        /** From places with a person here and there to places with many. */
        private static int[] sizes(Random random) {
            return List.of(new int[] {0, 0, 0, 1}, new int[] {0, 1, 2, 3, 4}, new int[] {0, 1, 4, 5, 6, 9}, new int[] {
                        0, 3, 20, 30, 40, 50, 60, 70, 80
                    })
                    .get(random.nextInt(4));
        }

        @Override
        public Map<Wanted, List<Value>> values(List<Wanted> wanted, Period period, Scope scope) {
            return wanted.stream().distinct().collect(Collectors.toMap(w -> w, w -> values(w, period, scope)));
        }

        private List<Value> values(Wanted wanted, Period period, Scope scope) {
            List<Value> values = new ArrayList<>();
            (period.year() == 2025 ? now : before).forEach((district, row) -> {
                if (!scope.covers(district)) {
                    return;
                }
                long sum = LongStream.of(row).sum();
                if (wanted.by().isPresent()) {
                    for (int k = 0; k < row.length; k++) {
                        values.add(new Value(district, KEYS.get(k), row[k]));
                    }
                } else {
                    values.add(new Value(
                            district, "", wanted.selection().equals(WHOLE) ? sum + others.get(district) : sum));
                }
            });
            return values.stream().filter(v -> v.value() != 0).toList();
        }

        @Override
        public List<BehindRow> rows(
                String measure,
                Selection selection,
                Period period,
                Scope scope,
                boolean persons,
                long after,
                int limit) {
            return List.of();
        }

        @Override
        public Map<String, String> staffNames(Collection<Long> ids) {
            return Map.of();
        }

        @Override
        public List<String> columns(Chosen chosen, Period period, Scope scope, boolean persons) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean recorded(String measure, Period period, Scope scope) {
            return true;
        }

        @Override
        public List<Money> money(Period period, Scope scope) {
            return List.of();
        }

        @Override
        public Map<String, Long> children() {
            return Map.of();
        }

        @Override
        public boolean populated(Period period, Scope scope) {
            return true;
        }

        @Override
        public List<BehindRow> rows(Chosen chosen, Period period, Scope scope, boolean persons, Collection<Long> ids) {
            return List.of();
        }

        @Override
        public void identities(
                List<Chosen> chosen, Period period, Scope scope, BiConsumer<Chosen, Map<String, long[]>> visitor) {
            // Nobody is told apart.
        }

        @Override
        public List<Gap> gaps(Period period, Scope scope) {
            return List.of();
        }

        @Override
        public Text name(String territory, LocalDate day) {
            return NAME;
        }

        List<String> districts() {
            return List.copyOf(now.keySet());
        }

        Area country() {
            Map<String, Text> regions = new TreeMap<>();
            districts().forEach(d -> regions.put(REGION_OF.apply(d), NAME));
            return new Area("", NAME, Scope.COUNTRY, regions, REGION_OF);
        }

        List<Area> areas() {
            List<Area> areas = new ArrayList<>(List.of(country()));
            country().codes().forEach(region -> {
                Map<String, Text> places = new TreeMap<>();
                districts().stream()
                        .filter(d -> REGION_OF.apply(d).equals(region))
                        .forEach(d -> places.put(d, NAME));
                areas.add(new Area(region, NAME, Scope.of(List.of(region)), places, UnaryOperator.identity()));
            });
            districts().forEach(d -> areas.add(new Area(d, NAME, Scope.of(d), Map.of(d, NAME), any -> d)));
            return areas;
        }

        @Override
        public String toString() {
            return now.entrySet().stream()
                    .map(e -> e.getKey() + Arrays.toString(e.getValue()))
                    .collect(Collectors.joining(" "));
        }

        Cells cells(String indicator, Area area, int year) {
            Figures.Period period = new Period(year, LocalDate.of(year, 12, 31));
            Figures.Period earlier = new Period(year - 1, LocalDate.of(year - 1, 12, 31));
            Figure figure = MEASURE.indicator(indicator).orElseThrow().figure();
            Numbers all = Numbers.of(this, List.of(MEASURE), period, earlier, Scope.COUNTRY);
            Numbers own = Numbers.of(this, List.of(MEASURE), period, earlier, area.scope());
            return new Cells(own, MEASURE.code(), figure, area, Optional.of(new Cells.Guard(all, REGION_OF)));
        }

        /** Bits of the cells of a place, all keys or one. */
        long bits(String place, int key) {
            long bits = 0;
            for (int d = 0; d < districts().size(); d++) {
                String code = districts().get(d);
                if (place.isEmpty()
                        || code.equals(place)
                        || REGION_OF.apply(code).equals(place)) {
                    for (int k = 0; k < keys; k++) {
                        bits |= key < 0 || key == k ? 1L << (d * keys + k) : 0;
                    }
                }
            }
            return bits;
        }

        long truth(long bits) {
            long sum = 0;
            for (int d = 0; d < districts().size(); d++) {
                for (int k = 0; k < keys; k++) {
                    sum += (bits >> (d * keys + k) & 1) * now.get(districts().get(d))[k];
                }
            }
            return sum;
        }
    }

    /** Everything that is told of the count: sets of cells with their sums. */
    private static Map<Long, Long> published(Country country) {
        Map<Long, Long> told = new HashMap<>();
        for (Area area : country.areas()) {
            Cells cells = country.cells("part", area, 2025);
            cells.total().value().ifPresent(v -> told.put(country.bits(area.code(), -1), v.longValueExact()));
            List<Cell> places = cells.places(area.codes());
            for (int i = 0; i < places.size(); i++) {
                String code = area.codes().get(i);
                places.get(i).value().ifPresent(v -> told.put(country.bits(code, -1), v.longValueExact()));
            }
            List<Cell> keys = cells.keys(Dimension.SEX, KEYS.subList(0, country.keys));
            for (int k = 0; k < keys.size(); k++) {
                int key = k;
                keys.get(k).value().ifPresent(v -> told.put(country.bits(area.code(), key), v.longValueExact()));
            }
        }
        return told;
    }

    /** What follows by subtracting what is told of a part from what is told of the whole, and again from what follows. */
    private static Map<Long, Long> subtracted(Map<Long, Long> told) {
        long[] parts = told.keySet().stream().mapToLong(bits -> bits).toArray();
        Map<Long, Long> known = new HashMap<>(told);
        for (int round = 0; round < 2; round++) {
            Map<Long, Long> more = new HashMap<>();
            known.forEach((whole, sum) -> {
                long bits = whole;
                for (long part : parts) {
                    if ((bits & part) == part && bits != part) {
                        more.put(bits & ~part, sum - told.get(part));
                    }
                }
            });
            known.putAll(more);
        }
        return known;
    }

    @Test
    void no_sum_of_few_persons_follows_by_subtracting_tables_from_each_other() {
        for (Country country : countries) {
            country.follows.forEach((bits, sum) -> {
                assertEquals(country.truth(bits), sum, "what is shown is true");
                assertFalse(Cells.tooFew(sum), country + " tells of " + sum);
            });
        }
    }

    @Test
    void no_cell_of_few_persons_follows_by_solving_all_tables_as_equations() {
        for (Country country : countries) {
            Solver solver = new Solver(country.told.keySet());
            List<String> places = new ArrayList<>(country.districts());
            places.addAll(country.country().codes());
            places.add("");
            for (String place : places) {
                for (int key = -1; key < country.keys; key++) {
                    long bits = country.bits(place, key);
                    if (Cells.tooFew(country.truth(bits))) {
                        assertFalse(solver.follows(bits), country + ", place " + place + ", key " + key);
                    }
                }
            }
        }
    }

    @Test
    void nor_by_knowing_that_no_cell_is_below_zero_and_somebody_is_in_each_hidden_place() {
        for (Country country : countries) {
            Bounds bounds = new Bounds(country.districts().size(), country.keys);
            country.districts().stream()
                    .map(d -> country.bits(d, -1))
                    .filter(bits -> !country.told.containsKey(bits))
                    .forEach(bounds::somebody);
            bounds.narrow(country.follows);
            for (int cell = 0; cell < country.districts().size() * country.keys; cell++) {
                if (Cells.tooFew(country.truth(1L << cell))) {
                    assertTrue(bounds.open(cell), country + ", cell " + cell);
                }
            }
        }
    }

    @Test
    void a_share_and_a_change_are_told_only_where_both_their_counts_are() {
        for (Country country : countries) {
            for (Area area : country.areas()) {
                boolean part = told(country.cells("part", area, 2025).total());
                boolean whole = told(country.cells("whole", area, 2025).total());
                boolean before = told(country.cells("part", area, 2024).total());
                Cells share = country.cells("share", area, 2025);
                assertTrue(part && whole || !told(share.total()), country + ", share");
                assertTrue(part && whole || share.ofWhole().isEmpty(), country + ", parts");
                assertTrue(
                        part && before
                                || !told(country.cells("change", area, 2025).total()),
                        country + ", change");
            }
        }
    }

    private static boolean told(Cell cell) {
        return cell.value().isPresent();
    }

    @Test
    void where_nobody_is_few_everything_is_told_and_of_many_most() {
        long told = 0;
        long all = 0;
        for (Country country : countries) {
            boolean few =
                    country.now.values().stream().flatMapToLong(LongStream::of).anyMatch(Cells::tooFew);
            for (Area area : country.areas()) {
                Cells cells = country.cells("part", area, 2025);
                if (!few) {
                    assertTrue(told(cells.total()));
                    assertTrue(cells.keys(Dimension.SEX, KEYS.subList(0, country.keys)).stream()
                            .allMatch(SuppressionTest::told));
                }
                if (country.truth(country.bits(area.code(), -1)) >= Cells.FEWEST) {
                    all++;
                    told += told(cells.total()) ? 1 : 0;
                }
            }
        }
        assertTrue(told > all * 9 / 10, told + " of " + all);
    }

    /** Whether a sum of cells is a combination of the sums that are told: elimination modulo a large prime. */
    private static final class Solver {
        private static final long PRIME = 2_147_483_647;

        private final List<long[]> rows = new ArrayList<>();
        private final List<Integer> pivots = new ArrayList<>();

        Solver(Set<Long> told) {
            told.forEach(bits -> {
                long[] row = reduced(bits);
                int pivot = pivot(row);
                if (pivot >= 0) {
                    long inverse = power(row[pivot], PRIME - 2);
                    for (int i = 0; i < row.length; i++) {
                        row[i] = row[i] * inverse % PRIME;
                    }
                    rows.add(row);
                    pivots.add(pivot);
                }
            });
        }

        boolean follows(long bits) {
            return pivot(reduced(bits)) < 0;
        }

        private long[] reduced(long bits) {
            long[] row = new long[Long.SIZE];
            for (int i = 0; i < Long.SIZE; i++) {
                row[i] = bits >> i & 1;
            }
            for (int r = 0; r < rows.size(); r++) {
                long factor = row[pivots.get(r)];
                for (int i = 0; factor != 0 && i < Long.SIZE; i++) {
                    row[i] = Math.floorMod(row[i] - factor * rows.get(r)[i], PRIME);
                }
            }
            return row;
        }

        private static int pivot(long[] row) {
            for (int i = 0; i < row.length; i++) {
                if (row[i] != 0) {
                    return i;
                }
            }
            return -1;
        }

        private static long power(long base, long exponent) {
            long result = 1;
            for (long e = exponent, b = base; e > 0; e >>= 1, b = b * b % PRIME) {
                result = (e & 1) == 1 ? result * b % PRIME : result;
            }
            return result;
        }
    }

    /** The least and the most that each cell can hold. */
    private static final class Bounds {
        private final long[] least;
        private final long[] most;
        private final List<Long> somebody = new ArrayList<>();

        Bounds(int districts, int keys) {
            least = new long[districts * keys];
            most = LongStream.generate(() -> 1_000_000)
                    .limit((long) districts * keys)
                    .toArray();
        }

        void somebody(long bits) {
            somebody.add(bits);
        }

        boolean open(int cell) {
            return least[cell] < most[cell];
        }

        void narrow(Map<Long, Long> sums) {
            long before;
            do {
                before = room();
                sums.forEach((bits, sum) -> {
                    long low = sum(bits, least);
                    long high = sum(bits, most);
                    each(bits, cell -> {
                        least[cell] = Math.max(least[cell], sum - (high - most[cell]));
                        most[cell] = Math.min(most[cell], sum - (low - least[cell]));
                    });
                });
                somebody.forEach(bits -> {
                    long high = sum(bits, most);
                    each(bits, cell -> least[cell] = Math.max(least[cell], 1 - (high - most[cell])));
                });
            } while (room() < before);
        }

        private long room() {
            return LongStream.of(most).sum() - LongStream.of(least).sum();
        }

        private long sum(long bits, long[] bounds) {
            long sum = 0;
            for (int i = 0; i < bounds.length; i++) {
                sum += (bits >> i & 1) * bounds[i];
            }
            return sum;
        }

        private void each(long bits, IntConsumer cell) {
            for (int i = 0; i < least.length; i++) {
                if ((bits >> i & 1) == 1) {
                    cell.accept(i);
                }
            }
        }
    }
}
