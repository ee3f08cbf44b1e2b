package kz.jolkarta.registry.duplicates;

import java.util.List;

/**
 * What became of a merge that was undone.
 *
 * @param returned how many rows went back
 * @param changed rows that went back as they were changed since
 * @param missing rows that were deleted since
 * @param keptFields fields that were changed since and stay so
 */
public record UnmergeAnswer(
        long kept, long gone, int returned, List<Row> changed, List<Row> missing, List<String> keptFields) {
    public record Row(String kind, long key) {}
}
