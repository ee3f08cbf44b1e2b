package kz.jolkarta.registry.allocation;

import java.time.Instant;

/**
 * One in the line. Members that are null are absent in JSON.
 *
 * @param member participation or award
 * @param place 1 for the first who has a place, or the first who waits
 * @param childId given, as staffId and territory are, only to those who may read records of that territory
 * @param name given only with the right to see the person
 * @param appliedAt what decides the turn
 */
public record Member(
        long member, int place, Long childId, Long staffId, String name, String territory, Instant appliedAt) {
    Member withoutPerson() {
        return new Member(member, place, null, null, null, null, appliedAt);
    }

    Member withoutName() {
        return new Member(member, place, childId, staffId, null, territory, appliedAt);
    }
}
