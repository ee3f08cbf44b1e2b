package kz.jolkarta.core.criteria;

import java.time.LocalDate;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.registry.ChildFacts;

/** The reading of a criterion as a phrase, e.g. "lives in a rural settlement, or is in the category: large family". */
public final class Words {
    private Words() {}

    /** A message of nested messages, to be put into any language by {@link kz.jolkarta.core.i18n.Texts}. */
    public static Message of(Criterion criterion) {
        return kz.jolkarta.core.internal.criteria.Phrases.of(criterion);
    }

    /** What of the criterion the child meets on the day, for one that it does meet: of alternatives only those that hold. */
    public static Message why(Criterion criterion, ChildFacts child, LocalDate day) {
        return of(kz.jolkarta.core.internal.criteria.OneChild.met(criterion, child, day));
    }

    /** The rule of an indicator in words: what is counted or summed, of which kinds, in which states, by what it is broken down. */
    public static Message of(Indicator indicator, Measures.Installed measure) {
        return kz.jolkarta.core.internal.criteria.Rules.of(indicator, measure);
    }

    /** A rule of the measure in words, as a sentence about the record: "begins and ends within June–August". */
    public static Message of(Rule rule, Measures.Installed measure) {
        return kz.jolkarta.core.internal.criteria.Demands.of(rule, measure);
    }
}
