package kz.jolkarta.registry.duplicates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.children.NameKey;

/** Children who are worth a comparison with one who is to be registered. */
final class AlikeStore {
    private static final int MANY = 1000;

    private AlikeStore() {}

    /** Who shares the number, the birth date or one of the names with what is told of a child, in any state but merged. */
    static List<Candidate> near(Tx tx, Scope scope, String surname, String given, LocalDate birth, String iin) {
        Map<Long, Candidate> found = new LinkedHashMap<>();
        String reached = " and c.state <> 'MERGED' and c.destroyed_on is null and " + scope.persons("c")
                + " fetch first " + MANY + " rows only";
        List<String> conditions = new ArrayList<>(List.of("c.birth_date = :birth"));
        if (!iin.isEmpty()) {
            conditions.add("c.iin = :iin");
        }
        if (!surname.isEmpty() && !given.isEmpty()) {
            conditions.add("c.key_surname >= :names and c.key_surname < :namesEnd");
            conditions.add("c.key_given >= :swapped and c.key_given < :swappedEnd");
        }
        Map<String, Object> params = new HashMap<>();
        params.put("birth", birth);
        params.put("iin", iin);
        params.put("names", surname + " " + given);
        params.put("namesEnd", NameKey.end(surname + " " + given));
        params.put("swapped", surname + " " + given);
        params.put("swappedEnd", NameKey.end(surname + " " + given));
        for (String condition : conditions) {
            tx.each(FindingStore.COLUMNS + " where " + condition + reached, params, row -> {
                Candidate child = FindingStore.candidate(row);
                found.put(child.id(), child);
            });
        }
        return List.copyOf(found.values());
    }
}
