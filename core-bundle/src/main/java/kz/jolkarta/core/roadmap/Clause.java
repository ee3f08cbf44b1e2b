package kz.jolkarta.core.roadmap;

import java.util.Set;
import kz.jolkarta.core.i18n.Text;

/**
 * One measure of a programme, as the act words it.
 *
 * @param programme code of the programme, e.g. {@code 997}
 * @param number the measure's number in the act, from 1
 * @param code the measure's code, never renamed, e.g. {@code health-camps}
 * @param text the act's words; only {@code kk} is official for № 997
 * @param completion the form of completion
 * @param responsible who answers for it, in the act's words
 * @param ministry whether only the ministry runs it, not a region
 * @param sources lawful money sources; empty when no money is needed
 */
public record Clause(
        String programme,
        int number,
        String code,
        Text name,
        Text text,
        Text completion,
        Text responsible,
        boolean ministry,
        Deadline deadline,
        Set<FundingSource> sources) {
    public Clause {
        if (!code.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("not a code: " + code);
        }
        if (number < 1) {
            throw new IllegalArgumentException("a clause is numbered from 1");
        }
        sources = Set.copyOf(sources);
    }
}
