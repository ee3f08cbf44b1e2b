package kz.jolkarta.registry.entitlement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import kz.jolkarta.registry.children.SortKey;
import kz.jolkarta.registry.places.Place;
import kz.jolkarta.registry.records.Orders;

/**
 * What would become of a kind of award if it were ordered otherwise. Members that are null are absent in JSON.
 *
 * @param day the criteria are read on it; the money is that of its year
 * @param territory what was asked about; null for all the caller may see
 * @param ruleNow who could be given the award, in words; @param ruleThen the same as it would be ordered
 * @param priceNow tenge for one child and year as most awards of the year have it; null when none has an amount
 * @param priceThen the same as it would be ordered
 * @param places of the quota; null where there is none that was asked about
 * @param rows by district or region, those with children in the registry or a plan; they add up to the total
 */
public record Outlook(
        String measure,
        int number,
        String name,
        String type,
        String kind,
        LocalDate day,
        Place territory,
        List<Parameter> parameters,
        String ruleNow,
        String ruleThen,
        BigDecimal priceNow,
        BigDecimal priceThen,
        Places places,
        Row total,
        List<Row> rows) {

    static final Orders<Row> ROWS = Orders.<Row>of("", Row::id, "place")
            .text(
                    "place",
                    "",
                    r -> SortKey.of(
                            Objects.toString(r.place().region(), ""), r.place().name(), ""))
            .number("now", "", Row::now)
            .number("then", "", Row::then)
            .number("change", "", Row::change)
            .number(
                    "money",
                    "",
                    r -> r.coverThen() == null
                            ? -1L
                            : r.coverThen().unscaledValue().longValueExact());

    /**
     * Something that can be ordered otherwise.
     *
     * @param code the name of its parameter in the query
     * @param present as it holds now, as text; "" for what is only added
     * @param typed what was asked for; empty leaves it as it is
     * @param options what can be chosen; empty for a number
     * @param least null where any number may be typed; so is {@code most}
     */
    public record Parameter(
            String code,
            String name,
            String present,
            List<String> typed,
            List<Choice> options,
            boolean several,
            Integer least,
            Integer most) {}

    public record Choice(String code, String name) {}

    /** Places of a quota: how many there are, how many are taken, and who waits for one. */
    public record Places(long capNow, long capThen, long usedNow, long usedThen, long waitingNow, long waitingThen) {}

    /**
     * A place, or all of them.
     *
     * @param place null for all, without a code for the country's own plan
     * @param now children who could be given the award; @param then the same as it would be ordered
     * @param comers could be given it only then; @param goers only now
     * @param coverNow tenge of a year if each of these children got it
     * @param holdersNow children to whom an award of the kind was given for the year, without those whose payment is stopped
     * @param needNow tenge of the year for all awards of the measure that are held
     * @param planned tenge of the measure's plans of the year
     */
    public record Row(
            Place place,
            long now,
            long then,
            long change,
            long comers,
            long goers,
            BigDecimal coverNow,
            BigDecimal coverThen,
            BigDecimal coverChange,
            long holdersNow,
            long holdersThen,
            BigDecimal needNow,
            BigDecimal needThen,
            BigDecimal needChange,
            BigDecimal planned) {
        @JsonIgnore
        long id() {
            return place.code().isEmpty() ? 0 : Long.parseLong(place.code());
        }
    }
}
