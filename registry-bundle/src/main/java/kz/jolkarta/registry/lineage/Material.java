package kz.jolkarta.registry.lineage;

import java.time.LocalDate;

/** A material that was adopted, by its author. Members that are null are absent in JSON. */
public record Material(
        long id, String measure, String type, String title, String language, String link, LocalDate adoptedOn) {}
