package kz.jolkarta.acceptance.figures;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import kz.jolkarta.acceptance.figures.Figure.Item;

/** Money planned and paid by measure and source, added up anew. A district's plan is part of the region's. */
final class Spent {
    private final Map<String, List<Item>> money = new LinkedHashMap<>();

    Spent(Tables tables, int year, Places places) throws SQLException {
        tables.each("select measure, source, territory, amount, paid_on from payment", row -> {
            if (row.getDate(5).toLocalDate().getYear() == year) {
                add(
                        key(row.getString(1), row.getString(2), "spent"),
                        Item.of(places.of(row.getString(3)), row.getLong(4)));
            }
        });
        Map<String, Map<String, Long>> plans = new TreeMap<>();
        tables.each(
                "select measure, source, territory, planned from budget where budget_year = " + year,
                row -> plans.computeIfAbsent(key(row.getString(1), row.getString(2), "planned"), k -> new TreeMap<>())
                        .put(row.getString(3), row.getLong(4)));
        plans.forEach((key, byUnit) -> planned(key, byUnit, places));
    }

    private void planned(String key, Map<String, Long> byUnit, Places places) {
        long inDistricts = 0;
        for (String district : places.districts()) {
            Long own = byUnit.get(district);
            List<Long> within = byUnit.entrySet().stream()
                    .filter(e -> places.of(e.getKey()).equals(district))
                    .map(Map.Entry::getValue)
                    .toList();
            if (!within.isEmpty()) {
                long plan = own != null
                        ? own
                        : within.stream().mapToLong(Long::longValue).sum();
                add(key, Item.of(district, plan));
                inDistricts += plan;
            }
        }
        Long region = byUnit.get(Region.CODE);
        if (region != null) {
            add(key, Item.of(Region.CODE, region - inDistricts));
        }
    }

    private void add(String key, Item item) {
        money.computeIfAbsent(key, k -> new ArrayList<>()).add(item);
    }

    /** @param what planned or spent */
    static String key(String measure, String source, String what) {
        return measure + "/" + source.toLowerCase(Locale.ROOT).replace('_', '-') + "/" + what;
    }

    Figure of(String key) {
        return Figure.money(money.getOrDefault(key, List.of()));
    }
}
