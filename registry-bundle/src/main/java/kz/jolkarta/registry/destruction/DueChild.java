package kz.jolkarta.registry.destruction;

import java.time.LocalDate;

/**
 * A child whose data were kept as long as they may be.
 *
 * @param territory KATO code
 * @param state LEFT or ARCHIVED
 * @param leftOn the last day of schooling
 * @param dueOn since when the data are to be destroyed
 */
public record DueChild(long id, String name, String territory, String state, LocalDate leftOn, LocalDate dueOn) {}
