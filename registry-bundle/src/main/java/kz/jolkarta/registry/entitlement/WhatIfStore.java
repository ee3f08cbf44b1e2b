package kz.jolkarta.registry.entitlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.registry.figures.ByChild;
import kz.jolkarta.registry.figures.Roll;
import kz.jolkarta.registry.figures.RollStore;
import kz.jolkarta.registry.indices.IndexStore;

/** What a question "what if" reads beside the children: their awards of the year, who waits for a place, and the index by month. */
final class WhatIfStore {
    private static final int MONTHS = 12;

    /** Whoever holds an award through the year, of whichever year it is; what is not paid monthly belongs to its own year alone. */
    private static final ByChild AWARDS = new ByChild(
            "select a.child_id, a.type, a.state, a.award_year, a.amount, a.index_hundredths, a.date_from, a.date_to,"
                    + " c.left_on from award a",
            "award_child_fk",
            " join child c on c.id = a.child_id",
            "a.child_id",
            " and a.measure = :measure and a.state in ('APPROVED', 'ISSUED', 'ENDED') and (a.award_year = :year"
                    + " or a.type in (:monthly) and a.date_from <= :last and (a.date_to is null or a.date_to >= :first))");

    private WhatIfStore() {}

    /** @param monthly kinds that are paid month by month */
    static List<HeldAward> awards(Tx tx, RollStore.Read read, String measure, Set<String> monthly, Period period) {
        List<HeldAward> found = new ArrayList<>();
        Map<String, ?> params = Map.of(
                "measure",
                measure,
                "year",
                period.year(),
                // An empty list would be no SQL.
                "monthly",
                monthly.isEmpty() ? List.of("") : List.copyOf(monthly),
                "first",
                period.from(),
                "last",
                LocalDate.of(period.year(), MONTHS, 31));
        read.rows().each(tx, AWARDS, params, (child, row) -> found.add(award(child, row, period)));
        return found;
    }

    private static HeldAward award(int child, Row row, Period period) {
        boolean ended = row.text("state").equals("ENDED");
        Optional<LocalDate> left = row.optionalDate("left_on");
        boolean gone = left.filter(on -> !on.isAfter(period.day())).isPresent();
        Optional<LocalDate> from = row.optionalDate("date_from");
        // One that has ended without a last day is known to have been held for no month.
        Optional<LocalDate> to =
                row.optionalDate("date_to").or(() -> ended ? from.map(d -> d.minusDays(1)) : Optional.empty());
        int months = 0;
        for (int month = 1; month <= MONTHS; month++) {
            LocalDate first = LocalDate.of(period.year(), month, 1);
            boolean held = from.filter(d -> !d.isAfter(first)).isPresent()
                    && to.filter(d -> d.isBefore(first)).isEmpty()
                    && left.filter(d -> d.isBefore(first)).isEmpty();
            months |= held ? 1 << month - 1 : 0;
        }
        return new HeldAward(child, row.text("type"), price(row), months, ended || gone);
    }

    private static Optional<Price> price(Row row) {
        return row.optionalNumber("amount")
                .map(tiyn -> new Price(tiyn, 0))
                .or(() -> row.optionalInteger("index_hundredths").map(hundredths -> new Price(0, hundredths)))
                .filter(price -> price.indexed() || price.tiyn() > 0);
    }

    /** Those who wait for a place of a quota, in their turn. @param child its number in the roll, -1 for one outside it */
    record Waiting(int child, Optional<Price> price) {}

    static List<Waiting> waiting(Tx tx, Roll roll, long quota) {
        return tx.list(
                "select child_id, amount, index_hundredths from award where quota_id = :quota and waiting_since is not null"
                        + " and state = 'COMMISSION' order by created_at, id",
                Map.of("quota", quota),
                row -> new Waiting(roll.of(row.number("child_id")), price(row)));
    }

    /** Tiyn of the monthly calculation index on the first day of each month; 0 before the first value that is known. */
    static long[] index(Tx tx, int year) {
        long[] index = new long[MONTHS];
        for (int month = 1; month <= MONTHS; month++) {
            index[month - 1] = IndexStore.on(tx, IndexStore.MRP, LocalDate.of(year, month, 1))
                    .orElse(0L);
        }
        return index;
    }
}
