package kz.jolkarta.registry.awards;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import kz.jolkarta.core.measure.Audience;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.registry.records.Checks;

/**
 * An award as it is sent: what may be null was not given. It goes to a child or to a member of staff.
 *
 * @param type code of a kind that the measure declares
 * @param year the year whose quota it takes; that of the first day, else of today, when not given
 * @param amount tenge; a month's for what is paid monthly
 * @param indexHundredths the month's amount in hundredths of the monthly calculation index, instead of tenge
 * @param documentNumber number of the voucher, certificate or order
 * @param from the first day it holds for
 * @param protocolNumber of the commission that decided, with its date
 */
public record AwardInput(
        String type,
        Long childId,
        Long staffId,
        Integer year,
        BigDecimal amount,
        Integer indexHundredths,
        FundingSource source,
        String documentNumber,
        String place,
        @JsonProperty("from") LocalDate from,
        @JsonProperty("to") LocalDate to,
        String protocolNumber,
        LocalDate protocolDate,
        Map<String, Object> fields) {
    /** A thousand times the index: more than any month's support. */
    private static final int MOST_HUNDREDTHS = 100_000;

    public AwardInput {
        protocolNumber = protocolNumber == null || protocolNumber.isBlank() ? null : protocolNumber.strip();
        fields = fields == null ? Map.of() : java.util.Collections.unmodifiableMap(fields);
        amount = amount == null
                ? null
                : amount.setScale(Math.max(2, amount.stripTrailingZeros().scale()));
    }

    /** The same for another person. */
    AwardInput forPerson(Audience audience, long id) {
        boolean toStaff = audience == Audience.STAFF;
        return as(type, toStaff ? null : Long.valueOf(id), toStaff ? Long.valueOf(id) : null, fields);
    }

    /** The same person and day for another kind, without the fields, which are the kind's own. */
    AwardInput ofType(String other) {
        return as(other, childId, staffId, Map.of());
    }

    private AwardInput as(String kind, Long child, Long staff, Map<String, Object> own) {
        return new AwardInput(
                kind,
                child,
                staff,
                year,
                amount,
                indexHundredths,
                source,
                documentNumber,
                place,
                from,
                to,
                protocolNumber,
                protocolDate,
                own);
    }

    void check() {
        Checks checks = new Checks();
        checks.required("type", type);
        checks.that((childId == null) != (staffId == null), "childId", "award.one-person");
        checks.range("year", year, 2020, 2100);
        checks.text("documentNumber", documentNumber, 60);
        checks.text("place", place, 300);
        checks.text("protocolNumber", protocolNumber, 60);
        checks.range("indexHundredths", indexHundredths, 1, MOST_HUNDREDTHS);
        if (from != null) {
            checks.range("from", from.getYear(), 2000, 2100);
        }
        checks.that(from == null || to == null || !to.isBefore(from), "to", "record.ends-before");
        checks.that(to == null || from != null, "from", "record.required");
        checks.done();
    }

    int yearOr(LocalDate today) {
        return year != null ? year : from != null ? from.getYear() : today.getYear();
    }
}
