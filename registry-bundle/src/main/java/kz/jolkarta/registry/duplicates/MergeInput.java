package kz.jolkarta.registry.duplicates;

import java.util.Map;

/**
 * How two records become one.
 *
 * @param keep id of the record that stays
 * @param keptVersion of the record that stays, as it was seen
 * @param goneVersion of the other one
 * @param fields id of the record whose value counts, by field; what is not named is the kept record's, or the other's where it has none
 */
public record MergeInput(Long keep, Integer keptVersion, Integer goneVersion, Map<String, Long> fields) {
    public MergeInput {
        fields = fields == null ? Map.of() : Map.copyOf(fields);
    }
}
