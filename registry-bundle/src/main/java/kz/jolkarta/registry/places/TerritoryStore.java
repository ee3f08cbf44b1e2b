package kz.jolkarta.registry.places;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Text;

/** The tables of territorial units. */
final class TerritoryStore {
    /** @param to the last day of the name */
    record FormerName(String code, LocalDate from, LocalDate to, Text name) {}

    private static final int CHUNK = 2000;

    private TerritoryStore() {}

    /** Holds off other nodes until the end of the transaction. */
    static void lock(Tx tx) {
        tx.update("lock table territory in exclusive mode", Map.of());
    }

    static boolean isEmpty(Tx tx) {
        return tx.number("select count(*) from territory", Map.of()) == 0;
    }

    static void insert(Tx tx, List<Unit> units) {
        for (int from = 0; from < units.size(); from += CHUNK) {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (Unit unit : units.subList(from, Math.min(units.size(), from + CHUNK))) {
                rows.add(params(unit));
            }
            tx.batch(
                    "insert into territory (code, parent, kind, rural, name_kk, name_ru, name_en, valid_from, valid_to,"
                            + " formerly, version) values (:code, :parent, :kind, :rural, :kk, :ru, :en, :from, :to,"
                            + " :formerly, :version)",
                    rows);
        }
    }

    static void insertNames(Tx tx, List<FormerName> names) {
        tx.batch(
                "insert into territory_name (code, valid_from, valid_to, name_kk, name_ru, name_en)"
                        + " values (:code, :from, :to, :kk, :ru, :en)",
                names.stream()
                        .map(n -> Map.<String, Object>of(
                                "code",
                                n.code(),
                                "from",
                                n.from(),
                                "to",
                                n.to(),
                                "kk",
                                n.name().kk(),
                                "ru",
                                n.name().ru(),
                                "en",
                                n.name().en()))
                        .toList());
    }

    /** @return whether the row was still of that version */
    static boolean update(Tx tx, Unit unit, int version) {
        Map<String, Object> params = params(unit);
        params.put("seen", version);
        return tx.update(
                        "update territory set name_kk = :kk, name_ru = :ru, name_en = :en, valid_from = :from,"
                                + " valid_to = :to, version = version + 1 where code = :code and version = :seen",
                        params)
                == 1;
    }

    static Optional<Unit> one(Tx tx, String code) {
        return tx.one("select * from territory where code = :code", Map.of("code", code), TerritoryStore::unit);
    }

    static List<Unit> all(Tx tx) {
        return tx.list("select * from territory order by code", Map.of(), TerritoryStore::unit);
    }

    static List<FormerName> names(Tx tx) {
        return tx.list(
                "select * from territory_name order by code, valid_from",
                Map.of(),
                row -> new FormerName(row.text("code"), row.date("valid_from"), row.date("valid_to"), text(row)));
    }

    private static Unit unit(Row row) {
        return new Unit(
                row.text("code"),
                row.text("parent"),
                row.value("kind", UnitKind.class),
                row.optionalText("rural").isPresent() ? Optional.of(row.flag("rural")) : Optional.empty(),
                text(row),
                row.date("valid_from"),
                row.optionalDate("valid_to"),
                row.optionalText("formerly"),
                row.integer("version"));
    }

    private static Text text(Row row) {
        return new Text(row.text("name_kk"), row.text("name_ru"), row.text("name_en"));
    }

    private static Map<String, Object> params(Unit unit) {
        Map<String, Object> params = new HashMap<>();
        params.put("code", unit.code());
        params.put("parent", Optional.of(unit.parent()).filter(p -> !p.isEmpty()));
        params.put("kind", unit.kind());
        params.put("rural", unit.rural());
        params.put("kk", unit.name().kk());
        params.put("ru", unit.name().ru());
        params.put("en", unit.name().en());
        params.put("from", unit.from());
        params.put("to", unit.to());
        params.put("formerly", unit.formerly());
        params.put("version", unit.version());
        return params;
    }
}
