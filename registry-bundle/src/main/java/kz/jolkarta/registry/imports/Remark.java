package kz.jolkarta.registry.imports;

import java.util.List;

/**
 * What is to be said about one cell of a list, or about its row.
 *
 * @param column the cell's column from 0; -1 when the list has no such column or the whole row is meant
 * @param reason code; {@code import.reason.CODE} is the text and {@code import.remedy.CODE} what to do
 * @param taken what was taken instead, "" when nothing was
 * @param args for the places of the two texts; one that begins with {@code @} is the key of a further text
 */
record Remark(Outcome outcome, int column, String reason, String found, String taken, List<String> args) {
    enum Outcome {
        REJECTED,
        DOUBTFUL,
        REPAIRED,
        WARNING
    }

    Remark {
        args = List.copyOf(args);
    }
}
