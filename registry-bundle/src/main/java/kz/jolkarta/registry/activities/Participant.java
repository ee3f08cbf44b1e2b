package kz.jolkarta.registry.activities;

/**
 * A participation in an activity. Members that are null are absent in JSON.
 *
 * @param childId the child, or null when a member of staff takes part
 * @param name given only with the right to see children
 * @param territory KATO code of the residence, or of the organisation
 * @param sessions sessions marked present
 * @param confirmed those of them with a second mark, independent of the roll; the others have the roll only
 * @param certificate its number, for staff of a kind of activity that gives them
 */
public record Participant(
        long id,
        Long childId,
        Long staffId,
        String name,
        String territory,
        ParticipationState state,
        String reason,
        int sessions,
        int confirmed,
        String certificate,
        int version) {
    Participant withoutName() {
        return new Participant(
                id, childId, staffId, null, territory, state, reason, sessions, confirmed, certificate, version);
    }

    boolean child() {
        return childId != null;
    }
}
