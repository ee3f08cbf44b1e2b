package kz.jolkarta.registry.lineage;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/**
 * An award that a member of staff holds or held. Members that are null are absent in JSON.
 *
 * @param state as in the list of awards
 */
public record Honour(
        long id,
        @JsonIgnore long staff,
        String measure,
        String type,
        int year,
        String state,
        String documentNumber,
        String protocolNumber,
        LocalDate protocolDate) {}
