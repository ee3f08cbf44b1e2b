package kz.jolkarta.registry.children;

import java.time.LocalDate;

/**
 * The marks of a school year; what may be null is left out.
 *
 * @param schoolYear the year it begins in
 * @param excellent whether there were excellent marks only
 * @param recordedOn given by the registry
 */
public record MarkEntry(Integer schoolYear, Boolean excellent, LocalDate recordedOn) {}
