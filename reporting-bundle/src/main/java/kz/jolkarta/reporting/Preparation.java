package kz.jolkarta.reporting;

import java.time.Instant;
import java.util.List;

/**
 * A report that somebody has made ready for another one to hand in.
 *
 * @param basis what it was made on, see {@link #basis}
 * @param hash of what would have been frozen
 */
record Preparation(String basis, String hash, String by, Instant at) {
    /**
     * What a preparation is made on: the last revision, whether it was given back, how often texts were written, and the files, told by how many there are
     * and the youngest. When one changes it no longer holds.
     */
    static String basis(List<Submission> revisions, List<ReportText> texts, List<ReportAttachment> files) {
        String last = revisions.isEmpty()
                ? "0"
                : revisions.get(0).revision() + (revisions.get(0).returned() ? " returned" : "");
        String written = basis(last, texts);
        return files.isEmpty()
                ? written
                : written + " " + files.size() + "/"
                        + files.stream().mapToLong(ReportAttachment::id).max().getAsLong();
    }

    /** The same of the country's report, whose revisions are not given back and which has no files. */
    static String ofNation(List<NationReport> revisions, List<ReportText> texts) {
        return basis(String.valueOf(revisions.size()), texts);
    }

    private static String basis(String last, List<ReportText> texts) {
        return last + " " + texts.stream().mapToInt(ReportText::version).sum();
    }
}
