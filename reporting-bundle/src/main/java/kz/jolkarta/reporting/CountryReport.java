package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The reports of all regions at a glance: of each measure the figure it is known by.
 *
 * @param regions of the year's last day, or of today, by their codes
 */
record CountryReport(int year, LocalDate asOf, List<Region> regions, List<Measure> measures) {
    record Region(String code, String name) {}

    /**
     * A clause of the programme.
     *
     * @param figure the indicator's code, "" when the measure is not here
     * @param indicator its name, "" likewise
     * @param cells one for each region, in their order
     */
    record Measure(
            int number, String code, String name, String figure, String indicator, Unit unit, List<Place> cells) {}

    /**
     * A measure in a region.
     *
     * @param share in per cent, of measures that know one besides
     * @param reason why there is none, "" otherwise
     */
    record Place(Cell.State state, Optional<BigDecimal> value, Optional<BigDecimal> share, String reason) {}

    /** Rows of the region's report of which something is known, or why not. */
    long ready(int region) {
        return measures.stream()
                .filter(m -> m.cells().get(region).state() != Cell.State.NOT_REPORTED)
                .count();
    }
}
