package kz.jolkarta.registry.coordinators;

/**
 * A coordinator's place in a methodical cabinet. A cabinet of a region answers for the whole region, any other one for the district, city administration or
 * city district it stands in.
 *
 * @param cabinet id of the organisation
 * @param territory KATO code of the cabinet
 */
public record Seat(long cabinet, long staff, String territory) {
    /** The digits that its children's territories begin with. */
    public static String prefix(String territory) {
        return territory.endsWith("0000000") ? territory.substring(0, 2) : territory.substring(0, 4);
    }

    public String prefix() {
        return prefix(territory);
    }

    /** @param digits the KATO code of a child's territory, or its first four digits */
    public boolean covers(String digits) {
        return digits.startsWith(prefix());
    }
}
