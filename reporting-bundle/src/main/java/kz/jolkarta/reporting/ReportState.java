package kz.jolkarta.reporting;

import java.util.Optional;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;

/** How far a report is. It follows from what people did, and nobody sets it. */
enum ReportState {
    OPEN(Tone.RUN),
    /** Made ready; another person hands it in. */
    PREPARED(Tone.RUN),
    SUBMITTED(Tone.OK),
    RETURNED(Tone.LATE),
    ACCEPTED(Tone.OK);

    private final Tone tone;

    ReportState(Tone tone) {
        this.tone = tone;
    }

    /** @param last revision @param prepared whether a preparation holds */
    static ReportState of(Optional<Submission> last, boolean prepared) {
        if (last.filter(s -> !s.returned()).isPresent()) {
            return last.get().accepted().isPresent() ? ACCEPTED : SUBMITTED;
        }
        if (prepared) {
            return PREPARED;
        }
        return last.isPresent() ? RETURNED : OPEN;
    }

    /** Of the country's report, which nobody gives back or accepts here. */
    static ReportState ofNation(boolean handedIn, boolean prepared) {
        if (handedIn) {
            return SUBMITTED;
        }
        return prepared ? PREPARED : OPEN;
    }

    Badge badge(Words words) {
        return Badge.of(words.text("page.report.way." + kz.jolkarta.core.http.Json.name(this)), tone);
    }
}
