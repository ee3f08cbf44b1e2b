package kz.jolkarta.reporting;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.http.Json;

/** What a report is on: a year, or a half of one. */
enum PeriodKind {
    YEAR,
    HALF_1,
    HALF_2;

    /** @param code as programmes have it, e.g. {@code half-1} */
    static Optional<PeriodKind> of(String code) {
        return Stream.of(values()).filter(k -> Json.name(k).equals(code)).findFirst();
    }

    LocalDate lastDay(int year) {
        return this == HALF_1 ? LocalDate.of(year, 6, 30) : LocalDate.of(year, 12, 31);
    }

    /** The year of the first period that ends on the day or later. */
    int firstEndingFrom(LocalDate day) {
        return lastDay(day.getYear()).isBefore(day) ? day.getYear() + 1 : day.getYear();
    }
}
