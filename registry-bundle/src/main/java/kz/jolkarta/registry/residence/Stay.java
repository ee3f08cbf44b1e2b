package kz.jolkarta.registry.residence;

/**
 * Where a child lives and goes to school; what is not known is null.
 *
 * @param territory KATO code
 */
public record Stay(
        String territory, Long schoolId, Integer grade, String gradeLetter, String address, Long coordinatorId) {
    /** Whether nobody who goes there moves; the class and the street are no place by themselves, and a school that was not known is no other. */
    boolean samePlace(Stay other) {
        return territory.equals(other.territory) && (schoolId == null || schoolId.equals(other.schoolId));
    }

    boolean sameDistrict(String other) {
        return territory.substring(0, 4).equals(other.substring(0, 4));
    }
}
