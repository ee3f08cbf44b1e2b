package kz.jolkarta.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.roadmap.Resolution997;

/**
 * What has to be mended in a report.
 *
 * @param whole of the report as a whole, "" for nothing
 * @param measures by the code of the measure, without those of which nothing is said
 */
record Remarks(String whole, Map<String, String> measures) {
    /** What the form's field of a measure begins with. */
    static final String FIELD = "measures.";

    /**
     * As somebody wrote them.
     *
     * @throws Problem INVALID when nothing is said, an unknown measure is named, or a remark is too long
     */
    static Remarks of(String whole, Map<String, String> measures) {
        Map<String, String> said = new TreeMap<>();
        Optional.ofNullable(measures).orElse(Map.of()).forEach((measure, remark) -> {
            if (remark != null && !remark.isBlank()) {
                said.put(measure, remark.strip());
            }
        });
        Remarks made = new Remarks(whole == null ? "" : whole.strip(), said);
        made.check();
        return made;
    }

    private void check() {
        if (whole.isEmpty() && measures.isEmpty()) {
            throw Problem.field("remarks", "report.return.remarks");
        }
        List<String> tooLong = new ArrayList<>();
        if (whole.length() > ReportText.LONGEST) {
            tooLong.add("remarks");
        }
        measures.forEach((measure, remark) -> {
            if (Resolution997.programme().clause(measure).isEmpty()) {
                throw Problem.field(FIELD + measure, "report.text.measure");
            }
            if (remark.length() > ReportText.LONGEST) {
                tooLong.add(FIELD + measure);
            }
        });
        if (!tooLong.isEmpty()) {
            throw Problem.field(tooLong.get(0), "report.text.long", ReportText.LONGEST);
        }
    }
}
