package kz.jolkarta.registry.figures;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The named parameters of a statement while it is put together; equal values share a name, so that equal conditions read alike. */
final class Binds {
    private final Map<String, Object> params = new LinkedHashMap<>();
    private final Map<Object, String> names = new HashMap<>();

    /** The place of this value in the statement, e.g. {@code :p3}; a collection stands within {@code in (…)}. */
    String of(Object value) {
        String name = names.computeIfAbsent(value, v -> "p" + (names.size() + 1));
        params.put(name, value);
        return ":" + name;
    }

    Map<String, Object> params() {
        return Collections.unmodifiableMap(params);
    }
}
