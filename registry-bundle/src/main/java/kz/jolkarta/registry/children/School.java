package kz.jolkarta.registry.children;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/** A child's school in JSON. Sent in, the id alone will do, as a number or as this object. */
public record School(Long id, String name) {
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public School(@JsonProperty("id") Long id, @JsonProperty("name") String name) {
        this.id = id;
        this.name = name;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static School of(long id) {
        return new School(id, null);
    }
}
