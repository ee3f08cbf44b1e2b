package kz.jolkarta.registry.records;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.criteria.Objections;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.registry.ChildFacts;

/**
 * A condition in words, and whether somebody meets it.
 *
 * @param condition a phrase, or the objection where it says more
 */
public record Met(Message condition, boolean holds) {
    /** Every condition of the criterion that has to hold together with the others. */
    static List<Met> of(Criterion who, ChildFacts child, LocalDate day) {
        return parts(who)
                .map(part -> new Met(
                        kz.jolkarta.core.criteria.Words.of(part),
                        Objections.of(part, child, day).isEmpty()))
                .toList();
    }

    private static Stream<Criterion> parts(Criterion criterion) {
        return criterion instanceof Criterion.And and ? and.all().stream().flatMap(Met::parts) : Stream.of(criterion);
    }
}
