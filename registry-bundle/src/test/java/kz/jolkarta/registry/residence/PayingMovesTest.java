package kz.jolkarta.registry.residence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.payments.MonthlyRuns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who pays a stipend before and after its holder moved. */
@BothEngines
class PayingMovesTest {
    private Movers movers;
    private MonthlyRuns runs;

    @BeforeEach
    void open(TestDatabase database) {
        movers = new Movers(database);
        runs = new MonthlyRuns(movers.world.ledger());
        database.clear(
                "payment", "payment_run_line", "payment_run", "award", "child_residence", "child_transfer", "child");
    }

    private List<Long> due(String region) {
        return runs.due(region, "2026-11", FundingSource.LOCAL_BUDGET);
    }

    @Test
    void aStipendIsPaidByTheRegionWhereItsHolderLivesNow() {
        long child = movers.child();
        long stipend = movers.stipend(child);
        assertEquals(List.of(stipend), due(RegistryWorld.ATYRAU));

        long move = movers.move(child).transfer().id();

        assertEquals(List.of(), due(RegistryWorld.ATYRAU));
        assertEquals(List.of(stipend), due(RegistryWorld.NORTH));
        runs.pay(RegistryWorld.NORTH, "2026-11", FundingSource.LOCAL_BUDGET);
        assertEquals(
                1,
                movers.records.number(
                        "select count(*) from payment where award_id = :award and territory = :north",
                        Map.of("award", stipend, "north", RegistryWorld.NORTH_TOWN)));
        assertEquals(List.of(), due(RegistryWorld.NORTH), "a month is paid once, by whichever region");
        movers.moves.undo(movers.country, child, move);
        assertEquals(List.of(), due(RegistryWorld.ATYRAU), "and not again by the old one");
        assertEquals(List.of(stipend), runs.due(RegistryWorld.ATYRAU, "2026-10", FundingSource.LOCAL_BUDGET));
    }

    @Test
    void withinTheRegionNothingChangesForWhoPays() {
        long child = movers.child();
        long stipend = movers.stipend(child);
        movers.moves.move(movers.country, child, movers.version(child), Movers.to("233633100"));
        assertEquals(List.of(stipend), due(RegistryWorld.ATYRAU));
        assertEquals(0, movers.records.number("select count(*) from award where paid_by is not null", Map.of()));
    }
}
