package kz.jolkarta.registry.bulk;

import java.util.List;
import java.util.Map;

/**
 * The children that somebody wants to do something with: rows that were ticked, or all of a list.
 *
 * @param ids those that were ticked, or that a search for a name found; empty when the filter says who
 * @param filter as the list of children takes it, without names and numbers of persons
 * @param query of the list, to be sent along; "" for ticked rows
 */
public record Chosen(List<Long> ids, Map<String, String> filter, long count, String query) {
    public Chosen {
        ids = List.copyOf(ids);
        filter = Map.copyOf(filter);
    }
}
