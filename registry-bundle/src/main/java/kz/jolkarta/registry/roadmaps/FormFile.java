package kz.jolkarta.registry.roadmaps;

import java.util.List;
import kz.jolkarta.registry.records.Checks;

/**
 * A form as one file, to be taken from one node to another or to be drawn up outside.
 *
 * @param format always {@link #FORMAT}
 * @param formatVersion of the file, {@value #VERSION}
 * @param number of the version it was taken from, for the reader only
 */
public record FormFile(String format, Integer formatVersion, Integer number, List<FormSection> sections) {
    static final String FORMAT = "jolkarta-road-map-form";
    static final int VERSION = 1;

    static FormFile of(RoadMapForm form) {
        return new FormFile(FORMAT, VERSION, form.number(), form.sections());
    }

    static String name(RoadMapForm form) {
        return "road-map-form-" + form.number() + ".json";
    }

    /** @throws kz.jolkarta.core.Problem INVALID when it is another file, or of a later version */
    FormContent content() {
        Checks checks = new Checks();
        checks.that(FORMAT.equals(format), "format", "roadmap.form-file", FORMAT);
        checks.that(
                formatVersion != null && formatVersion == VERSION,
                "formatVersion",
                "roadmap.form-file-version",
                VERSION);
        checks.done();
        return new FormContent(sections);
    }
}
