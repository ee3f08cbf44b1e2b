package kz.jolkarta.acceptance.figures;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which district of the region a unit lies in: the unit right below the region that it is, or is within. */
final class Places {
    private final Map<String, String> districts = new HashMap<>();

    Places(Tables tables) throws SQLException {
        Map<String, String> parents = new HashMap<>();
        tables.each("select code, parent from territory", row -> parents.put(row.getString(1), row.getString(2)));
        parents.keySet().stream().filter(code -> code.startsWith("23")).forEach(code -> {
            String unit = code;
            while (!unit.equals(Region.CODE) && !Region.CODE.equals(parents.get(unit))) {
                unit = parents.get(unit);
            }
            districts.put(code, unit);
        });
    }

    /** The region itself for what is the whole region's. */
    String of(String territory) {
        return districts.get(territory);
    }

    Set<String> districts() {
        Set<String> all = new TreeSet<>(districts.values());
        all.remove(Region.CODE);
        return all;
    }
}
