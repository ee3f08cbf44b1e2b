package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.jolkarta.registry.records.Checks;

/**
 * A road map as it is sent: what may be null was not given.
 *
 * @param schoolYear the year the school year begins in; the running one when not given
 * @param dueOn when it is to be approved at the latest
 * @param content values by the codes of the form's fields
 */
public record RoadMapInput(Integer schoolYear, LocalDate dueOn, Map<String, Object> content) {
    private static final int FIRST = 2019;

    public RoadMapInput {
        content = content == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(content));
    }

    /** @throws kz.jolkarta.core.Problem INVALID with everything that is wrong beside the content */
    void check(LocalDate today) {
        Checks checks = new Checks();
        int next = SchoolYear.of(today).begins() + 1;
        checks.range("schoolYear", schoolYear, FIRST, next);
        if (schoolYear == null || schoolYear >= FIRST && schoolYear <= next) {
            SchoolYear year = year(today);
            boolean within = dueOn == null
                    || !dueOn.isAfter(year.last())
                            && !dueOn.isBefore(year.first().minusMonths(3));
            checks.that(within, "dueOn", "roadmap.due-outside", year.first().minusMonths(3), year.last());
        }
        checks.done();
    }

    SchoolYear year(LocalDate today) {
        return schoolYear == null ? SchoolYear.of(today) : new SchoolYear(schoolYear);
    }
}
