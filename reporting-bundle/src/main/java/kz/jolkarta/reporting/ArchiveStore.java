package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;

/** Returns of past years in the database. */
final class ArchiveStore {
    private static final String OF_RETURN = " where e.report_year = :year and e.region = :region";
    private static final String LAST = " and e.revision = (select max(o.revision) from archive_entry o"
            + " where o.report_year = e.report_year and o.region = e.region and o.measure = e.measure)";

    private ArchiveStore() {}

    /** What stands of each measure. */
    static List<ArchiveEntry> current(Tx tx, ReportKey key) {
        return entries(tx, OF_RETURN + LAST, Map.of("year", key.year(), "region", key.region()));
    }

    /** The same of all regions. */
    static Map<String, List<ArchiveEntry>> current(Tx tx, int year) {
        return byRegion(tx, " where e.report_year = :year" + LAST, Map.of("year", year));
    }

    /** Every entry of a measure, the newest first. */
    static List<ArchiveEntry> history(Tx tx, ReportKey key, String measure) {
        return entries(
                tx,
                OF_RETURN + " and e.measure = :measure",
                Map.of("year", key.year(), "region", key.region(), "measure", measure));
    }

    private static List<ArchiveEntry> entries(Tx tx, String where, Map<String, ?> params) {
        return byRegion(tx, where, params).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    private static Map<String, List<ArchiveEntry>> byRegion(Tx tx, String where, Map<String, ?> params) {
        Map<Long, Map<String, ArchiveEntry.Figure>> figures = new HashMap<>();
        tx.each(
                "select f.entry_id, f.code, f.unit, f.amount from archive_figure f"
                        + " join archive_entry e on e.id = f.entry_id" + where,
                params,
                row -> figures.computeIfAbsent(row.number("entry_id"), id -> new TreeMap<>())
                        .put(
                                row.text("code"),
                                ArchiveEntry.Figure.of(row.value("unit", Unit.class), amount(row.number("amount")))));
        Map<String, List<ArchiveEntry>> entries = new TreeMap<>();
        tx.each(
                "select e.id, e.region, e.measure, e.revision, e.text_kk, e.text_ru, e.entered_as, e.entered_by, e.entered_at,"
                        + " e.file_name, e.file_hash from archive_entry e" + where + " order by e.revision desc, e.id",
                params,
                row -> entries.computeIfAbsent(row.text("region"), region -> new ArrayList<>())
                        .add(new ArchiveEntry(
                                row.text("measure"),
                                row.integer("revision"),
                                figures.getOrDefault(row.number("id"), Map.of()),
                                row.text("text_kk"),
                                row.text("text_ru"),
                                Optional.of(source(row)))));
        return entries;
    }

    private static ArchiveEntry.Source source(Row row) {
        return new ArchiveEntry.Source(
                row.text("entered_by"),
                row.value("entered_as", ArchiveEntry.Level.class),
                row.instant("entered_at"),
                row.optionalText("file_name").map(name -> new ArchiveEntry.File(name, row.text("file_hash"))));
    }

    /** Without zeros at the end, as the figure would be counted. */
    static BigDecimal amount(long hundredths) {
        BigDecimal amount = BigDecimal.valueOf(hundredths, 2).stripTrailingZeros();
        return amount.scale() < 0 ? amount.setScale(0) : amount;
    }

    static void insert(Tx tx, long id, ReportKey key, ArchiveEntry entry) {
        ArchiveEntry.Source source = entry.source().orElseThrow();
        Function<String, Optional<String>> filled = text -> Optional.of(text).filter(t -> !t.isEmpty());
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("year", key.year());
        params.put("region", key.region());
        params.put("measure", entry.measure());
        params.put("revision", entry.revision());
        params.put("kk", filled.apply(entry.kk()));
        params.put("ru", filled.apply(entry.ru()));
        params.put("filled", entry.filled());
        params.put("level", source.level());
        params.put("by", source.by());
        params.put("at", source.at());
        params.put("file", source.file().map(ArchiveEntry.File::name));
        params.put("hash", source.file().map(ArchiveEntry.File::sha256));
        tx.update(
                "insert into archive_entry (id, report_year, region, measure, revision, text_kk, text_ru, filled,"
                        + " entered_as, entered_by, entered_at, file_name, file_hash) values (:id, :year, :region,"
                        + " :measure, :revision, :kk, :ru, :filled, :level, :by, :at, :file, :hash)",
                params);
        List<Map<String, Object>> figures = entry.figures().entrySet().stream()
                .map(f -> Map.<String, Object>of(
                        "id",
                        id,
                        "code",
                        f.getKey(),
                        "unit",
                        f.getValue().unit(),
                        "amount",
                        f.getValue().value().orElseThrow().movePointRight(2).longValueExact()))
                .toList();
        if (!figures.isEmpty()) {
            tx.batch(
                    "insert into archive_figure (entry_id, code, unit, amount) values (:id, :code, :unit, :amount)",
                    figures);
        }
    }

    /** @param measures of how many something was entered @param at when something was entered last */
    record Sum(int measures, Instant at) {}

    /** What was entered of all returns. */
    static Map<ReportKey, Sum> sums(Tx tx) {
        Map<ReportKey, Sum> sums = new HashMap<>();
        tx.each(
                "select e.report_year, e.region, count(*) measures, max(e.entered_at) entered_at from archive_entry e"
                        + " where e.filled = true" + LAST + " group by e.report_year, e.region",
                Map.of(),
                row -> sums.put(
                        new ReportKey(row.integer("report_year"), row.text("region")),
                        new Sum(row.integer("measures"), row.instant("entered_at"))));
        return sums;
    }
}
