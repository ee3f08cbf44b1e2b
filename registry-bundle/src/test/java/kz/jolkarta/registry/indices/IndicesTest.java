package kz.jolkarta.registry.indices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class IndicesTest {
    private final RecordWorld world;
    private final Indices indices;
    private final User administrator = user("", Role.ADMINISTRATOR);

    IndicesTest(TestDatabase database) {
        world = new RecordWorld(database);
        indices = new Indices(world.ledger);
    }

    private static User user(String territory, Role role) {
        return RecordWorld.user(4, territory, role);
    }

    private static IndexInput from(String day, String amount) {
        return new IndexInput(LocalDate.parse(day), new BigDecimal(amount));
    }

    private Optional<Long> on(String day) {
        return world.database.call(tx -> IndexStore.on(tx, IndexStore.MRP, LocalDate.parse(day)));
    }

    @Test
    void theIndexOfADayIsTheLatestThatHoldsByThen() {
        assertEquals(Optional.empty(), on("2019-12-31"));
        assertEquals(Optional.of(265_100L), on("2020-03-31"));
        assertEquals(Optional.of(277_800L), on("2020-04-01"));
        assertEquals(Optional.of(393_200L), on("2025-12-31"));
        assertEquals(Optional.of(432_500L), on("2026-01-01"));
    }

    @Test
    void aNewValueLeavesTheEarlierOnesAndAChangedOneIsAuditedWithBoth() {
        IndexValue made = indices.set(administrator, "MRP", OptionalInt.empty(), from("2031-01-01", "5000"));
        assertEquals(Optional.of(432_500L), on("2030-12-31"));
        assertEquals(Optional.of(500_000L), on("2031-01-01"));
        Refusal.of(
                Kind.PRECONDITION_REQUIRED,
                "problem.if-match-missing",
                () -> indices.set(administrator, "MRP", OptionalInt.empty(), from("2031-01-01", "5100")));
        indices.set(administrator, "MRP", OptionalInt.of(made.version()), from("2031-01-01", "5100"));
        Refusal.of(
                Kind.STALE,
                "problem.stale",
                () -> indices.set(administrator, "MRP", OptionalInt.of(made.version()), from("2031-01-01", "5200")));
        assertEquals(
                List.of("MRP 2031-01-01 5000.00", "MRP 2031-01-01 5000.00 > 5100.00"),
                world.audited.stream().map(e -> e.detail()).limit(2).toList());
        assertEquals(Action.UPDATE, world.audited.get(1).action());
    }

    @Test
    void onlyWhoWritesForTheWholeCountrySetsAnIndex() {
        for (User other : List.of(user(RecordWorld.REGION, Role.ADMINISTRATOR), user("", Role.APPROVER))) {
            Refusal.of(
                    Kind.FORBIDDEN,
                    "problem.forbidden",
                    () -> indices.set(other, "MRP", OptionalInt.empty(), from("2032-01-01", "5000")));
        }
    }

    @Test
    void anUnknownIndexIsNotFoundAndNothingIsNoValue() {
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> indices.list("USD"));
        Refusal.of(
                Kind.NOT_FOUND,
                "problem.not-found",
                () -> indices.set(administrator, "USD", OptionalInt.empty(), from("2032-01-01", "5000")));
        Refusal.of(
                Kind.INVALID,
                "payment.above-zero",
                () -> indices.set(administrator, "MRP", OptionalInt.empty(), from("2032-01-01", "0")));
    }
}
