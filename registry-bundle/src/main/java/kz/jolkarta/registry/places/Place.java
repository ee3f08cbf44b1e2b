package kz.jolkarta.registry.places;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A territorial unit in JSON: its code, and in answers what it is called. What is not known is null and left out. Sent in, the code alone
 * will do, as a text or as this object.
 *
 * @param code KATO code of 9 digits
 * @param district name of the second-level unit it belongs to
 */
public record Place(String code, String name, String district, String region) {
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public Place(
            @JsonProperty("code") String code,
            @JsonProperty("name") String name,
            @JsonProperty("district") String district,
            @JsonProperty("region") String region) {
        this.code = code;
        this.name = name;
        this.district = district;
        this.region = region;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Place of(String code) {
        return new Place(code, null, null, null);
    }
}
