package kz.jolkarta.core.measure;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A figure the report asks for, given by region and district. It opens the list behind it and explains its own rule.
 *
 * @param by further breakdowns
 */
public record Indicator(String code, Figure figure, Set<Dimension> by) {
    /** What a figure may be broken down by besides territory; SEX, GRADE_BAND and TALENT need a selection of persons, TYPE one of records. */
    public enum Dimension {
        SEX,
        GRADE_BAND,
        TALENT,
        TYPE,
        LANGUAGE
    }

    public Indicator {
        Codes.check(code);
        by = by.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(by));
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

    /** The count less that of the year before. */
    public static Indicator change(String code, Selection selection) {
        return new Indicator(code, new Figure.Change(selection), Set.of());
    }
}
