package kz.jolkarta.registry.children;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;

/** Names of coaches beside achievements; a coach of another territory stays a number. */
final class CoachNames {
    private CoachNames() {}

    static List<AchievementEntry> with(Tx tx, User user, List<AchievementEntry> achievements) {
        List<Long> ids = achievements.stream()
                .map(AchievementEntry::coachId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<Long, String> names =
                ids.isEmpty() ? Map.of() : PartStore.coaches(tx, ids, user.scope(Right.ORGANISATIONS_READ));
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
}
