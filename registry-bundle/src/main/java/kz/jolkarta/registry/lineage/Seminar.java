package kz.jolkarta.registry.lineage;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/**
 * An activity that a member of staff attended. Members that are null are absent in JSON.
 *
 * @param id of the participation
 * @param certificate number of the certificate, where the kind gives one
 */
public record Seminar(
        long id,
        @JsonIgnore long staff,
        long activityId,
        String measure,
        String type,
        String title,
        LocalDate starts,
        LocalDate ends,
        Integer hours,
        String certificate) {}
