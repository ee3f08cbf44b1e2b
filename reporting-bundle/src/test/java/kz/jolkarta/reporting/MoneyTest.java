package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.registry.Territories.Territory;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was planned and spent by measure and source stands in the report, exact to the tiyn. */
@BothEngines(Node.Registry.class)
class MoneyTest {
    private static final User COUNTRY = Node.user(Role.ANALYST, "");
    private static final User COORDINATOR = Node.user(Role.COORDINATOR, "23");
    private static final LocalDate JULY = LocalDate.of(2025, 7, 1);
    private static final String CAMPS = "health-camps";

    private Node node;

    @BeforeEach
    void node(TestDatabase database) {
        node = new Node(database);
    }

    @AfterEach
    void empty() {
        node.empty();
    }

    private MoneyFigures money(User user, String measure, FundingSource source) {
        return node.report(user, "2025", "23").measures().stream()
                .filter(m -> m.code().equals(measure))
                .flatMap(m -> m.money().stream())
                .filter(m -> m.source() == source)
                .findFirst()
                .orElseThrow();
    }

    private static void amounts(String planned, String spent, MoneyFigures money) {
        assertEquals(Optional.of(planned).filter(p -> !p.isEmpty()).map(BigDecimal::new), money.planned());
        assertEquals(new BigDecimal(spent), money.spent());
    }

    @Test
    void every_lawful_source_of_a_measure_that_is_run_has_a_line_and_nothing_planned_is_not_a_plan_of_0() {
        assertEquals(
                List.of(FundingSource.LOCAL_BUDGET, FundingSource.OFF_BUDGET),
                node.report(COORDINATOR, "2025", "23").measures().get(7).money().stream()
                        .map(MoneyFigures::source)
                        .toList());
        assertEquals(
                List.of(),
                node.report(COORDINATOR, "2025", "23").measures().get(0).money());
        amounts("", "0.00", money(COORDINATOR, "technoparks", FundingSource.OFF_BUDGET));
        node.budget(1, "technoparks", "OFF_BUDGET", Node.ATYRAU, 2025, 0);
        amounts("0.00", "0.00", money(COORDINATOR, "technoparks", FundingSource.OFF_BUDGET));
    }

    @Test
    void money_of_another_year_or_region_or_of_the_country_is_not_the_regions() {
        node.payment(1, CAMPS, "LOCAL_BUDGET", Node.DISTRICT, LocalDate.of(2024, 12, 31), 7);
        node.payment(2, CAMPS, "LOCAL_BUDGET", Node.SEMEI, JULY, 7);
        node.budget(3, CAMPS, "LOCAL_BUDGET", Node.ATYRAU, 2024, 7);
        node.budget(4, CAMPS, "LOCAL_BUDGET", "", 2025, 7);
        node.payment(5, CAMPS, "LOCAL_BUDGET", Node.VILLAGE, JULY, 123_456_789_012_345L);
        amounts("", "1234567890123.45", money(COORDINATOR, CAMPS, FundingSource.LOCAL_BUDGET));
    }

    @Test
    void a_districts_plan_is_part_of_its_regions_and_what_is_not_divided_stands_beside_the_districts() {
        node.budget(1, CAMPS, "LOCAL_BUDGET", Node.ATYRAU, 2025, 1000_00);
        node.budget(2, CAMPS, "LOCAL_BUDGET", Node.DISTRICT, 2025, 300_01);
        node.budget(3, CAMPS, "LOCAL_BUDGET", Node.OTHER_DISTRICT, 2025, 200_00);
        MoneyFigures money = money(COORDINATOR, CAMPS, FundingSource.LOCAL_BUDGET);
        amounts("1000.00", "0.00", money);
        assertEquals(
                List.of(Node.ATYRAU + " 499.99", Node.OTHER_DISTRICT + " 200.00", Node.DISTRICT + " 300.01"),
                money.districts().stream()
                        .map(d -> d.territory() + " " + d.planned().orElseThrow())
                        .toList());
    }

    @Test
    void money_of_a_measure_that_the_region_does_not_run_is_told_all_the_same() {
        node.payment(1, "stipends", "LOCAL_BUDGET", Node.DISTRICT, JULY, 5_05);
        MeasureReport stipends =
                node.report(COORDINATOR, "2025", "23").measures().get(13);
        assertEquals(Cell.State.NOT_RUN, stipends.state());
        assertEquals(new BigDecimal("5.05"), stipends.money().get(0).spent());
        assertEquals(1, stipends.money().size());
    }

    @Test
    void money_is_frozen_with_the_report_and_told_as_a_change_afterwards() {
        node.budget(1, CAMPS, "LOCAL_BUDGET", Node.ATYRAU, 2025, 100_00);
        node.payment(2, 30_10);
        RegionReport report = node.report(COORDINATOR, "2025", "23");
        Snapshot frozen = Snapshot.of(report, List.of());
        assertTrue(frozen.json().contains("\"planned\":100"), frozen.json());
        assertEquals(frozen.cells(), Snapshot.of(frozen.report(), List.of()).cells());
        Snapshot.Key spent = new Snapshot.Key(CAMPS, ReportBook.spent(FundingSource.LOCAL_BUDGET), "");
        assertEquals(
                0,
                new BigDecimal("30.10")
                        .compareTo(frozen.cells().get(spent).value().orElseThrow()));
    }

    @Test
    void districts_add_up_to_the_region_and_regions_to_the_nation_to_the_last_tiyn() {
        long seed = 997;
        Random random = new Random(seed);
        List<Territory> regions = node.territories.regions(LocalDate.of(2025, 12, 31));
        List<Territory> places = Stream.concat(
                        regions.stream(), regions.stream().flatMap(r -> node.territories.districts(r.code()).stream()))
                .toList();
        long spent = 0;
        Set<String> planned = new HashSet<>();
        for (int i = 1; i <= 400; i++) {
            String place = places.get(random.nextInt(places.size())).code();
            String source = random.nextBoolean() ? "LOCAL_BUDGET" : "OFF_BUDGET";
            long tiyn = random.nextInt(1_000_000_000) + 1L;
            if (random.nextBoolean()) {
                node.payment(i, "technoparks", source, place, JULY.plusDays(random.nextInt(180)), tiyn);
                spent += tiyn;
            } else if (planned.add(source + place)) {
                node.budget(i, "technoparks", source, place, 2025, tiyn);
            }
        }
        List<MoneyFigures> nation = node.reports
                .measure(COUNTRY, Language.KK, "technoparks", "2025", "")
                .money();
        assertEquals(
                BigDecimal.valueOf(spent, 2),
                nation.stream().map(MoneyFigures::spent).reduce(BigDecimal.ZERO, BigDecimal::add),
                "seed " + seed);
        for (MoneyFigures ofSource : nation) {
            BigDecimal plans = BigDecimal.ZERO;
            BigDecimal paid = BigDecimal.ZERO;
            for (Territory region : regions) {
                MoneyFigures own = node.report(COUNTRY, "2025", region.code()).measures().get(7).money().stream()
                        .filter(m -> m.source() == ofSource.source())
                        .findFirst()
                        .orElseThrow();
                String what = "seed " + seed + " " + region.code() + " " + own.source();
                assertEquals(own.spent(), sum(own, true), what);
                assertEquals(own.planned().orElse(new BigDecimal("0.00")), sum(own, false), what);
                paid = paid.add(own.spent());
                plans = plans.add(own.planned().orElse(BigDecimal.ZERO));
            }
            assertEquals(ofSource.spent(), paid, "seed " + seed);
            assertEquals(ofSource.planned().orElseThrow(), plans, "seed " + seed);
            assertEquals(ofSource.spent(), sum(ofSource, true), "seed " + seed);
        }
    }

    private static BigDecimal sum(MoneyFigures money, boolean spent) {
        return money.districts().stream()
                .flatMap(d -> spent ? Stream.of(d.spent()) : d.planned().stream())
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
    }
}
