package kz.jolkarta.registry.roadmaps;

import kz.jolkarta.core.db.Along;

/** How a child stands with its road map of a school year, for lists of children. */
public enum MapStanding {
    NONE(""),
    DRAFT("m.state = 'DRAFT'"),
    AGREED("m.state = 'AGREED'"),
    APPROVED("m.state = 'APPROVED'"),
    CLOSED("m.state = 'CLOSED'"),
    /** A draft past its term, or an approved one with a step past its term; whichever of both it is. */
    OVERDUE(RoadMapFilter.OVERDUE);

    private final String condition;

    MapStanding(String condition) {
        this.condition = condition;
    }

    /** A condition on children called c, with the parameters {@code mapYear} and, where {@link #dated}, {@code today}. */
    public String sql() {
        String of = "exists (select 1 from road_map m" + Along.looping("road_map_child")
                + " where m.child_id = c.id and m.school_year = :mapYear";
        return this == NONE ? "not " + of + ")" : of + " and " + condition + ")";
    }

    public boolean dated() {
        return this == OVERDUE;
    }
}
