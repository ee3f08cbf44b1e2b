package kz.jolkarta.registry.proposals;

/** How near to the child's home something takes place, the nearest first. */
public enum Distance {
    SETTLEMENT(9),
    DISTRICT(4),
    REGION(2),
    ELSEWHERE(0);

    private final int digits;

    Distance(int digits) {
        this.digits = digits;
    }

    /** The digits that two places so near to each other have in common. */
    String common(String territory) {
        return territory.substring(0, digits);
    }

    static Distance between(String one, String other) {
        for (Distance distance : values()) {
            if (distance.common(one).equals(distance.common(other))) {
                return distance;
            }
        }
        return ELSEWHERE;
    }
}
