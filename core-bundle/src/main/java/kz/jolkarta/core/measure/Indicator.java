package kz.jolkarta.core.measure;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A figure the report asks for, given by region and district. It opens the list behind it and explains its own rule.
 *
 * @param by further breakdowns
 */
public record Indicator(String code, Figure figure, Set<Dimension> by) {
    public Indicator {
        Codes.check(code);
        by = java.util.Collections.unmodifiableSet(new TreeSet<>(by));
    }

    /** How many things the selection holds: children, activities, awards, deliverables. */
    public static Indicator count(String code, Selection selection, Dimension... by) {
        return new Indicator(code, new Figure.Count(selection), Set.copyOf(List.of(by)));
    }

    public static Indicator sum(String code, Selection selection, Figure.Amount amount, Dimension... by) {
        return new Indicator(code, new Figure.Sum(selection, amount), Set.copyOf(List.of(by)));
    }

    /** Part of whole, shown in per cent with one decimal; absent when the whole is 0. */
    public static Indicator share(String code, Selection part, Selection whole) {
        return new Indicator(code, new Figure.Share(part, whole), Set.of());
    }

    /** Median or largest number for one of those the selection counts over. */
    public static Indicator spread(String code, Figure.Spread.Of of, Selection selection) {
        return new Indicator(code, new Figure.Spread(of, selection), Set.of());
    }

    /** The count less that of the year before. */
    public static Indicator change(String code, Selection selection) {
        return new Indicator(code, new Figure.Change(selection), Set.of());
    }
}
