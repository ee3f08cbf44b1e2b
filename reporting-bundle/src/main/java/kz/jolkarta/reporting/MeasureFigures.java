package kz.jolkarta.reporting;

import java.time.LocalDate;
import java.util.List;

/** The indicators of one measure for a territory and year. */
record MeasureFigures(String measure, int year, String territory, LocalDate asOf, List<IndicatorFigures> indicators) {}
