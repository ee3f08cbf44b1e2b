package kz.jolkarta.registry.activities;

import java.time.LocalDate;
import java.util.Map;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.registry.records.Checks;

/**
 * An activity as it is sent: what may be null was not given.
 *
 * @param type code of a kind that the measure declares
 * @param territory KATO code of where it is kept for: a region, a district or a settlement
 * @param organisationId the organisation it takes place at
 * @param leaderId the member of staff who leads it
 * @param place in words, up to 300 characters
 * @param ends the last day; the first one when not given
 * @param hours 1 to 2000
 * @param seats 1 to 100 000; without a limit when not given
 * @param fields extra fields by their code
 */
public record ActivityInput(
        String type,
        String title,
        String territory,
        Long organisationId,
        Long leaderId,
        String place,
        LocalDate starts,
        LocalDate ends,
        Integer hours,
        Integer seats,
        Map<String, Object> fields) {
    public ActivityInput {
        ends = ends == null ? starts : ends;
        fields = fields == null ? Map.of() : java.util.Collections.unmodifiableMap(fields);
    }

    void check() {
        Checks checks = new Checks();
        checks.required("type", type);
        checks.required("title", title);
        checks.text("title", title, 300);
        checks.required("territory", territory);
        checks.text("place", place, 300);
        checks.required("starts", starts);
        if (starts != null) {
            checks.that(!ends.isBefore(starts), "ends", "record.ends-before");
            checks.range("starts", starts.getYear(), 2000, 2100);
            checks.that(!ends.isAfter(starts.plusYears(2)), "ends", "activity.too-long");
        }
        checks.range("hours", hours, 1, 2000);
        checks.range("seats", seats, 1, 100_000);
        checks.done();
    }

    boolean sameKind(ActivityType declared) {
        return declared.code().equals(type);
    }
}
