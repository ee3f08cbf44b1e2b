package kz.jolkarta.registry.entitlement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import kz.jolkarta.registry.places.Place;

/**
 * A school or a district where nobody is identified as gifted though its neighbours have such children.
 *
 * @param id of the school, or the district's code
 * @param cabinets names of those that answer for the district; none for a school
 * @param children in the registry
 * @param neighbours how many other schools of the district, or districts of the region, are in the registry
 * @param identified gifted children of those neighbours
 * @param rate how many of a hundred children of the neighbours are identified, with one decimal
 * @param expected how many would be identified here at that rate; where no child is registered, as many as on average at a neighbour
 * @param reason in words
 */
public record Unseen(
        long id,
        String name,
        Place territory,
        List<String> cabinets,
        long children,
        long neighbours,
        long identified,
        BigDecimal rate,
        BigDecimal expected,
        String reason) {
    @JsonIgnore
    long expectedHundredths() {
        return expected.setScale(2, RoundingMode.HALF_UP).unscaledValue().longValueExact();
    }
}
