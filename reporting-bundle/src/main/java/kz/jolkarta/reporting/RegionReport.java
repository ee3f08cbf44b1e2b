package kz.jolkarta.reporting;

import java.time.LocalDate;
import java.util.List;

/**
 * A region's yearly report: every clause of the programme.
 *
 * @param asOf the day the children are counted on: 31 December, or today while the year runs
 */
record RegionReport(int year, Region region, String programme, LocalDate asOf, List<MeasureReport> measures) {
    record Region(String code, String name) {}
}
