package kz.jolkarta.core.internal.criteria;

import java.util.Locale;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Figure;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measures;

/** The rule of an indicator in words. */
public final class Rules {
    private Rules() {}

    public static Message of(Indicator indicator, Measures.Installed measure) {
        Message figure = figure(indicator.figure(), measure);
        if (indicator.by().isEmpty()) {
            return figure;
        }
        return Message.of(
                "rule.by",
                figure,
                Phrases.enumeration(
                        indicator.by().stream().map(by -> name(by, measure)).toList()));
    }

    private static Message name(Dimension by, Measures.Installed measure) {
        return by.kind() == Dimension.Kind.FIELD
                ? Message.of(measure.code() + ".field." + by.field())
                : Phrases.label("dimension.", by.kind());
    }

    private static Message figure(Figure figure, Measures.Installed measure) {
        if (figure instanceof Figure.Count count) {
            return Message.of("rule.count", Selections.of(count.of(), measure));
        }
        if (figure instanceof Figure.Sum sum) {
            return Message.of(
                    "rule.sum." + sum.amount().name().toLowerCase(Locale.ROOT), Selections.of(sum.of(), measure));
        }
        if (figure instanceof Figure.Change change) {
            return Message.of("rule.change", Selections.of(change.of(), measure));
        }
        if (figure instanceof Figure.Spread spread) {
            return Message.of(
                    "rule.spread." + spread.which().name().toLowerCase(Locale.ROOT),
                    Selections.of(spread.of(), measure));
        }
        Figure.Share share = (Figure.Share) figure;
        return Message.of("rule.share", Selections.of(share.part(), measure), Selections.of(share.whole(), measure));
    }
}
