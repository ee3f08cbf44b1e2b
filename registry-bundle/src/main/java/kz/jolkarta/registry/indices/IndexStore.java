package kz.jolkarta.registry.indices;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Money;

/** Values of indices in the database. */
public final class IndexStore {
    /** The monthly calculation index. */
    public static final String MRP = "MRP";

    private static final String COLUMNS = "select valid_from, amount, version from index_value where code = :code";

    private IndexStore() {}

    /** The value that holds on the day, in tiyn. */
    public static Optional<Long> on(Tx tx, String code, LocalDate day) {
        return tx.one(
                "select amount from index_value where code = :code and valid_from <= :day"
                        + " order by valid_from desc fetch first 1 rows only",
                Map.of("code", code, "day", day),
                row -> row.number("amount"));
    }

    /** Latest first. */
    static List<IndexValue> list(Tx tx, String code) {
        return tx.list(COLUMNS + " order by valid_from desc", Map.of("code", code), IndexStore::value);
    }

    static Optional<IndexValue> find(Tx tx, String code, LocalDate from) {
        return tx.one(COLUMNS + " and valid_from = :day", Map.of("code", code, "day", from), IndexStore::value);
    }

    static void insert(Tx tx, String code, LocalDate from, long tiyn) {
        tx.update(
                "insert into index_value (code, valid_from, amount) values (:code, :day, :amount)",
                Map.of("code", code, "day", from, "amount", tiyn));
    }

    /** @return false when it was changed meanwhile */
    static boolean change(Tx tx, String code, LocalDate from, int version, long tiyn) {
        return tx.update(
                        "update index_value set amount = :amount, version = version + 1"
                                + " where code = :code and valid_from = :day and version = :version",
                        Map.of("code", code, "day", from, "version", version, "amount", tiyn))
                == 1;
    }

    private static IndexValue value(Row row) {
        return new IndexValue(row.date("valid_from"), Money.tenge(row.number("amount")), row.integer("version"));
    }
}
