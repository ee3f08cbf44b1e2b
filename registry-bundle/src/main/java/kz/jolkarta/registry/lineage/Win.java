package kz.jolkarta.registry.lineage;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.TalentField;
import kz.jolkarta.registry.records.Ledger;

/**
 * A place or prize that a child won. Members that are null are absent in JSON.
 *
 * @param place 1, 2 or 3; null for a prize without one
 * @param coachId the coach as a member of staff; {@code coachName} for anybody else
 * @param childId the winner, given like the name only to who may see the child
 */
public record Win(
        long id,
        String event,
        AchievementLevel level,
        TalentField field,
        Integer place,
        boolean prize,
        LocalDate wonOn,
        Long coachId,
        String coachName,
        Long childId,
        String childName,
        @JsonIgnore String territory) {
    /** As the user may see it. */
    public Win shown(User user) {
        return Ledger.names(user, territory)
                ? this
                : new Win(id, event, level, field, place, prize, wonOn, coachId, null, null, null, territory);
    }
}
