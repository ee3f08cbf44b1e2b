package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import java.util.List;

/**
 * A version of the form of the individual road map. Members that are null are absent in JSON.
 *
 * @param number of the version, from 1
 * @param maps how many road maps were drawn up with it
 */
public record RoadMapForm(
        long id,
        int number,
        FormState state,
        LocalDate publishedOn,
        List<FormSection> sections,
        int maps,
        int version) {
    public RoadMapForm {
        sections = List.copyOf(sections);
    }

    RoadMapForm withMaps(int counted) {
        return new RoadMapForm(id, number, state, publishedOn, sections, counted, version);
    }

    FormContent content() {
        return new FormContent(sections);
    }
}
