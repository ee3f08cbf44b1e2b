package kz.jolkarta.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The country's figures of a year, added up from what the regions handed in.
 *
 * @param opens the first instant after the regions' last day; before it there are no measures
 * @param open whether it has come
 * @param regions of the year's last day, by their codes
 * @param accepted codes of the regions whose last report the ministry has accepted
 * @param measures every clause, whose places are the regions; empty before it opens
 * @param targets that hold, of the country and of the regions
 * @param ministry measure, a slash and indicator of the figures that the ministry counts itself, from the records of the moment
 */
record RollUp(
        int year,
        LocalDate asOf,
        Instant opens,
        boolean open,
        List<Region> regions,
        Set<String> accepted,
        List<MeasureReport> measures,
        List<Target> targets,
        Set<String> ministry) {
    /** What became of a region's report. Only those on time and late are added. */
    enum State {
        ON_TIME,
        LATE,
        RETURNED,
        /** Not handed in, and the day is over. */
        MISSING,
        /** Not handed in, and the day is not over. */
        OPEN;

        static State of(Optional<Submission> last, Due due, Instant now) {
            return last.filter(Submission::returned).isPresent()
                    ? RETURNED
                    : valueOf(Timeliness.of(last, due, now).name());
        }

        boolean counts() {
            return this == ON_TIME || this == LATE;
        }
    }

    /**
     * @param revision of the last report, like its moment and its hash; empty while there is none
     * @param hash SHA-256 of the frozen content, in hexadecimal
     */
    record Region(
            String code,
            String name,
            State state,
            Optional<Integer> revision,
            Optional<Instant> submittedAt,
            Optional<String> hash) {}

    /** The regions that are not in the sums. */
    List<Region> without() {
        return regions.stream().filter(r -> !r.state().counts()).toList();
    }

    /** @param place a region's code, "" for the country's own */
    YearTargets targets(String place) {
        return YearTargets.of(
                targets.stream().filter(t -> t.figure().region().equals(place)).toList());
    }

    boolean byMinistry(String measure, String indicator) {
        return ministry.contains(measure + "/" + indicator);
    }
}
