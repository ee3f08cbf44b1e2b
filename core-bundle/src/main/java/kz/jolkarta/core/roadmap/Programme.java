package kz.jolkarta.core.roadmap;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Text;

/**
 * A government programme as dated data. № 997 ships with the core; others are files in {@code etc/programmes}.
 *
 * @param code short code, e.g. {@code 997}
 * @param act name of the act
 * @param official the languages whose texts are the act's own; all others are unofficial translations and are shown as such
 * @param reports how often and by when is reported
 */
public record Programme(
        String code,
        Text act,
        LocalDate adopted,
        Set<Language> official,
        int firstYear,
        int lastYear,
        List<Reporting> reports,
        List<Clause> clauses) {
    /**
     * A reporting term: regions to the ministry, then the ministry to the government, each by a day of the year that follows or of the same year.
     *
     * @param code e.g. {@code year} or {@code half-1}
     */
    public record Reporting(String code, MonthDay regions, MonthDay ministry, boolean followingYear) {}

    public Programme {
        if (firstYear > lastYear) {
            throw new IllegalArgumentException("first year after the last");
        }
        official = Set.copyOf(official);
        reports = List.copyOf(reports);
        clauses = List.copyOf(clauses);
    }

    public Optional<Clause> clause(String code) {
        return clauses.stream().filter(c -> c.code().equals(code)).findFirst();
    }
}
