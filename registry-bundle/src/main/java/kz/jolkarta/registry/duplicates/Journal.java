package kz.jolkarta.registry.duplicates;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import kz.jolkarta.core.http.Json;

/**
 * What a merge did, so that it can be undone.
 *
 * @param kept fields of the kept child that were changed
 * @param gone fields of the other one that were changed
 * @param moved rows that went over
 * @param stayed rows that could not
 * @param changed columns of other rows that were changed
 */
record Journal(List<Field> kept, List<Field> gone, List<Moved> moved, List<Stayed> stayed, List<Changed> changed) {
    /** A column of a child's row. Values as text, null for none. */
    record Field(String column, String before, String after) {}

    /** @param print of the row's content, to see whether it was changed since */
    record Moved(String table, long key, String print) {}

    record Stayed(String table, long key) {}

    /** A number, or a text, in a row that is known by its id. */
    record Changed(String table, long id, String before, String after) {}

    String json() {
        try {
            return Json.mapper().writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Journal of(String json) {
        try {
            return Json.mapper().readValue(json, Journal.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
