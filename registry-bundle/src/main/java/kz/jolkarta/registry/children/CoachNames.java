package kz.jolkarta.registry.children;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Person;

/** Names of coaches beside achievements; a coach of another territory stays a number. */
final class CoachNames {
    private CoachNames() {}

    static List<AchievementEntry> with(Tx tx, User user, List<AchievementEntry> achievements) {
        List<Long> ids = achievements.stream()
                .map(AchievementEntry::coachId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<Long, String> names = ids.isEmpty() ? Map.of() : names(tx, ids, user.scope(Right.ORGANISATIONS_READ));
        return achievements.stream()
                .map(a -> a.coachId() == null ? a : a.coachedBy(names.get(a.coachId())))
                .toList();
    }

    /** The same for a part of any kind. */
    @SuppressWarnings("unchecked")
    static <T extends Part> List<T> beside(Tx tx, User user, PartTable<T> kind, List<T> parts) {
        return kind == (PartTable<?>) PartTable.ACHIEVEMENTS
                ? (List<T>) with(tx, user, (List<AchievementEntry>) parts)
                : parts;
    }

    private static Map<Long, String> names(Tx tx, List<Long> ids, Scope scope) {
        Map<Long, String> names = new HashMap<>();
        tx.each(
                "select s.id, s.surname, s.given_name, s.patronymic from staff s"
                        + " join organisation o on o.id = s.organisation_id where s.id in (:ids) and "
                        + scope.condition("o.territory"),
                Map.of("ids", ids),
                row -> names.put(
                        row.number("id"),
                        Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic"))));
        return names;
    }
}
