package kz.jolkarta.core.registry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Figure;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.roadmap.FundingSource;

/** The reading of selections as SQL: counts grouped by district, many in one pass over each table, and the rows behind any of them. */
public interface Figures {
    /**
     * The span a figure is read in: the calendar year, up to the day.
     *
     * @param day 31 December, or today while the year runs
     */
    record Period(int year, LocalDate day) {
        /** @param today the office's day */
        public static Period of(int year, LocalDate today) {
            LocalDate end = LocalDate.of(year, 12, 31);
            return new Period(year, today.isBefore(end) ? today : end);
        }

        public LocalDate from() {
            return LocalDate.of(year, 1, 1);
        }
    }

    /**
     * One thing to be counted or summed.
     *
     * @param measure code of the measure whose rows they are
     * @param amount what to sum; empty to count
     * @param by breakdown; empty for the plain figure
     */
    record Wanted(String measure, Selection selection, Optional<Figure.Amount> amount, Optional<Dimension> by) {}

    /**
     * A value in a district.
     *
     * @param district KATO code of the second-level unit, the region's own code for what is kept for a whole region, "" for the country's
     * @param key the breakdown's code, "" without one
     */
    record Value(String district, String key, long value) {}

    /**
     * Values of each wanted thing, without those that are 0; set-based, the same pass for all over one table. A caseload has a value for each cabinet, 0
     * too, whose key is the cabinet's id.
     */
    Map<Wanted, List<Value>> values(List<Wanted> wanted, Period period, Scope scope);

    /**
     * A row behind a figure. {@code cells} are values by column code: {@code name} (given only with the right to persons), {@code iin} masked, {@code territory} …
     *
     * @param kind child, activity, application, award, quota, payment, deliverable, staff, organisation, district, result, road-map, road-map-step,
     *     road-map-form or doubt
     */
    record BehindRow(String kind, long id, String territory, Map<String, Object> cells) {}

    /**
     * @param after the id of the last row seen, 0 for the first page
     * @param persons whether the names of persons may be given
     */
    List<BehindRow> rows(
            String measure, Selection selection, Period period, Scope scope, boolean persons, long after, int limit);

    /** The rows of a measure that a selection chooses. */
    record Chosen(String measure, Selection selection) {}

    /**
     * Which rows are chosen, without anything of what stands in them: all selections of children from one pass over each table, every other one from a
     * statement of its own. They are never those of an earlier count.
     *
     * @param visitor gets each choice with the ids of its rows, ascending, by the district that {@link #values} counts them under
     */
    void identities(List<Chosen> chosen, Period period, Scope scope, BiConsumer<Chosen, Map<String, long[]>> visitor);

    /**
     * Rows by their ids as they are by now, whether or not they are still chosen; without those that are gone, or lie outside the scope today.
     *
     * @param persons whether the names of persons may be given
     * @param ids at most a page of them
     */
    List<BehindRow> rows(Chosen chosen, Period period, Scope scope, boolean persons, Collection<Long> ids);

    /** The codes of all that may stand in the cells of such rows, in their order; what is unknown of a row is not among its cells. */
    List<String> columns(Chosen chosen, Period period, Scope scope, boolean persons);

    /**
     * Names of members of staff, who are the keys of a breakdown by coordinator.
     *
     * @return by id as text, without the unknown
     */
    Map<String, String> staffNames(Collection<Long> ids);

    /** Whether anything of the measure was recorded for the territory in the year: tells a true 0 from "not reported". */
    boolean recorded(String measure, Period period, Scope scope);

    /** What records of a measure lack. */
    enum Lack {
        /** An award that costs money and does not say from where it comes. */
        SOURCE,
        /** A payment without the number of its document, or an issued award without a number and without a file that is its ground. */
        GROUND
    }

    /** @param records how many lack it */
    record Gap(String measure, Lack lack, long records) {}

    /** What records of the year lack, by measure; none of those that lack nothing. */
    List<Gap> gaps(Period period, Scope scope);

    /** How many children are kept in each region that has any, whatever their state; by the region's KATO code. */
    Map<String, Long> children();

    /** Whether the registry holds any child of the scope on the period's day. */
    boolean populated(Period period, Scope scope);

    /**
     * A measure's money of a year from one source, kept for one place, so that the money of an area is the sum over its places.
     *
     * @param territory as {@link Value#district}
     * @param planned tiyn of the place's own plan without what units within it have of it: below 0 where they have more; empty without a plan
     * @param spent tiyn paid in the period
     */
    record Money(String measure, FundingSource source, String territory, Optional<Long> planned, long spent) {}

    /** The money of all measures, wherever something was planned for the year or paid in the period; set-based. */
    List<Money> money(Period period, Scope scope);

    /** Name of a territory for a heading. */
    Text name(String territory, LocalDate day);
}
