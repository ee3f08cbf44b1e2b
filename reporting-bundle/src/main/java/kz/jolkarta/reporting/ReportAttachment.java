package kz.jolkarta.reporting;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * A file of a measure in a region's report, as it stands in the report and in what is frozen of it.
 *
 * @param kk its title in Kazakh; @param ru in Russian
 * @param size bytes
 * @param sha256 of the content, in hexadecimal
 * @param added by whom and when; empty in what was frozen before that stood in it
 */
record ReportAttachment(
        @JsonProperty("id") long id,
        @JsonProperty("measure") String measure,
        @JsonProperty("kk") String kk,
        @JsonProperty("ru") String ru,
        @JsonProperty("name") String name,
        @JsonProperty("mediaType") String mediaType,
        @JsonProperty("size") long size,
        @JsonProperty("sha256") String sha256,
        @JsonProperty("added") Optional<Submission.Act> added) {
    /** The longest title, in characters. */
    static final int LONGEST = 300;

    /** Kibibytes, rounded up. */
    long kilobytes() {
        return (size + 1023) / 1024;
    }
}
