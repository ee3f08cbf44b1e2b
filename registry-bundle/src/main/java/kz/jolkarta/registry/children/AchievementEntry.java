package kz.jolkarta.registry.children;

import java.time.LocalDate;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.TalentField;
import kz.jolkarta.registry.records.Checks;

/**
 * What the child has achieved at a contest.
 *
 * @param stage of a contest in several stages, in words
 * @param place 1, 2 or 3; null for a prize or mere participation
 * @param coachId the coach as a member of staff; {@code coachName} for anybody else
 * @param coach the name of that member of staff, given by the registry to who may see the organisation's staff
 */
public record AchievementEntry(
        Long id,
        String event,
        String organiser,
        AchievementLevel level,
        TalentField field,
        String stage,
        Integer place,
        Boolean prize,
        LocalDate wonOn,
        Long coachId,
        String coachName,
        String coach)
        implements Part {
    public AchievementEntry {
        prize = Boolean.TRUE.equals(prize);
    }

    @Override
    public AchievementEntry stored() {
        return coachedBy(null);
    }

    AchievementEntry coachedBy(String name) {
        return new AchievementEntry(
                id, event, organiser, level, field, stage, place, prize, wonOn, coachId, coachName, name);
    }

    @Override
    public void check(Checks checks, String at, LocalDate today) {
        checks.required(at + "event", event);
        checks.required(at + "level", level);
        checks.required(at + "wonOn", wonOn);
        PartRules.text(checks, at + "event", event, 300);
        PartRules.text(checks, at + "organiser", organiser, 300);
        PartRules.text(checks, at + "stage", stage, 100);
        checks.range(at + "place", place, 1, 3);
        PartRules.past(checks, at + "wonOn", wonOn, today);
        PartRules.text(checks, at + "coachName", coachName, 300);
    }
}
