package kz.jolkarta.registry.coordinators;

import java.util.List;
import java.util.Map;

/**
 * Naming a coordinator for many children, as it is sent: either the children or a filter of them.
 *
 * @param staffId null to leave the children without one
 * @param children up to {@value #MOST} numbers
 * @param filter the parameters of the list of children by their names, e.g. {@code {"school": "57", "coordinator": "none"}}
 */
public record Assignment(Long staffId, List<Long> children, Map<String, String> filter) {
    static final int MOST = 5000;
}
