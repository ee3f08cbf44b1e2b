package kz.jolkarta.reporting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;

/** Targets with their history in the database. */
final class TargetStore {
    private static final String ALL =
            "select t.report_year, t.region, t.measure, t.figure, t.entry_number, t.unit, t.amount,"
                    + " t.document_title, t.document_number, t.document_date, t.reason, t.set_by, t.set_at from report_target t";
    private static final String HOLDS = " and t.amount is not null and t.entry_number = (select max(o.entry_number)"
            + " from report_target o where o.report_year = t.report_year and o.region = t.region"
            + " and o.measure = t.measure and o.figure = t.figure)";
    private static final String ORDER = " order by t.region, t.measure, t.figure";

    private TargetStore() {}

    /** What holds in a year, of the country and of all regions. */
    static List<Target> holding(Tx tx, int year) {
        return tx.list(ALL + " where t.report_year = :year" + HOLDS + ORDER, Map.of("year", year), TargetStore::target);
    }

    /** @param region "" for the country's own */
    static List<Target> holding(Tx tx, int year, String region) {
        return tx.list(
                ALL + " where t.report_year = :year and t.region = :region" + HOLDS + ORDER,
                Map.of("year", year, "region", region),
                TargetStore::target);
    }

    /** Every entry of a figure, the newest first. */
    static List<Target> history(Tx tx, TargetKey figure) {
        return tx.list(
                ALL + " where t.report_year = :year and t.region = :region and t.measure = :measure"
                        + " and t.figure = :indicator order by t.entry_number desc",
                named(figure),
                TargetStore::target);
    }

    private static Map<String, Object> named(TargetKey figure) {
        return new HashMap<>(Map.of(
                "year",
                figure.year(),
                "region",
                figure.region(),
                "measure",
                figure.measure(),
                "indicator",
                figure.indicator()));
    }

    private static Target target(Row row) {
        return new Target(
                new TargetKey(row.integer("report_year"), row.text("region"), row.text("measure"), row.text("figure")),
                row.integer("entry_number"),
                row.value("unit", Unit.class),
                row.optionalNumber("amount").map(ArchiveStore::amount),
                row.optionalDate("document_date")
                        .map(date -> new Target.Ground(row.text("document_title"), row.text("document_number"), date)),
                row.text("reason"),
                new Submission.Act(row.text("set_by"), row.instant("set_at")));
    }

    static void insert(Tx tx, long id, Target target) {
        Map<String, Object> params = named(target.figure());
        params.put("id", id);
        params.put("number", target.number());
        params.put("unit", target.unit());
        params.put("amount", target.value().map(v -> v.movePointRight(2).longValueExact()));
        params.put("title", target.ground().map(Target.Ground::title));
        params.put("document", target.ground().map(Target.Ground::number));
        params.put("date", target.ground().map(Target.Ground::date));
        params.put("reason", Optional.of(target.reason()).filter(r -> !r.isEmpty()));
        params.put("by", target.set().by());
        params.put("at", target.set().at());
        tx.update(
                "insert into report_target (id, report_year, region, measure, figure, entry_number, unit, amount,"
                        + " document_title, document_number, document_date, reason, set_by, set_at) values (:id, :year,"
                        + " :region, :measure, :indicator, :number, :unit, :amount, :title, :document, :date, :reason,"
                        + " :by, :at)",
                params);
    }
}
