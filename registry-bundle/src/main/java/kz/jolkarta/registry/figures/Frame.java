package kz.jolkarta.registry.figures;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.registry.Figures.Period;

/** What all parts of one statement share: the period, the scope and the parameters. */
record Frame(Period period, Scope scope, Binds binds, CriterionSql criteria, Lived lived) {
    /**
     * A record {@code c} that counts: one that was archived after its child had left goes on counting until that day, so that archiving changes no
     * figure; one that was archived without such a day never was right.
     */
    static final String KEPT = "c.state <> 'MERGED' and (c.state <> 'ARCHIVED' or c.left_on is not null)";

    /** Whose places are read, and where from: almost all children are where they were on the day, and only of the others a past is kept. */
    enum Lived {
        /** Nobody moved since: all children, where they live. */
        NOW,
        /** Those who live where they lived on the day. */
        STAYED,
        /** Those who moved since, where they lived then. */
        MOVED,
        /** Both, each read by itself. */
        BOTH
    }

    static Frame of(Period period, Scope scope) {
        return of(period, scope, Lived.NOW);
    }

    static Frame of(Period period, Scope scope, Lived lived) {
        Binds binds = new Binds();
        return new Frame(period, scope, binds, new CriterionSql(period.day(), binds), lived);
    }

    /** The frames that the children are to be read in one after the other, with the same parameters. */
    List<Frame> parts() {
        return lived == Lived.BOTH ? List.of(with(Lived.STAYED), with(Lived.MOVED)) : List.of(this);
    }

    private Frame with(Lived other) {
        return new Frame(period, scope, binds, criteria, other);
    }

    /** The table of children {@code c} where they lived on the day; a plain join, which an engine takes apart. */
    String child() {
        return lived == Lived.MOVED ? "(" + ResidentStore.moved(day()) + ") c" : "child c";
    }

    /** Leaves out, beginning with "and", the children that the other part reads. */
    String stayed() {
        return lived == Lived.STAYED ? " and (c.resident_from is null or c.resident_from <= " + day() + ")" : "";
    }

    String bind(Object value) {
        return binds.of(value);
    }

    String day() {
        return binds.of(period.day());
    }

    String year() {
        return binds.of(period.year());
    }

    /** 31 December, even while the year runs. */
    String yearEnd() {
        return binds.of(LocalDate.of(period.year(), 12, 31));
    }

    /** The column's day lies in the period. */
    String within(String column) {
        return column + " between " + binds.of(period.from()) + " and " + day();
    }

    /** The column holds one of the codes; nothing to ask when there is none. */
    String in(String column, Collection<String> codes) {
        return codes.isEmpty() ? "" : " and " + column + " in (" + list(codes) + ")";
    }

    String list(Collection<String> codes) {
        return binds.of(codes.stream().distinct().sorted().toList());
    }

    /** Holds on the day, between two columns of days that it includes, of which the last may be empty. */
    String holding(String from, String to) {
        return from + " <= " + day() + " and (" + to + " is null or " + to + " >= " + day() + ")";
    }

    /** A child {@code c} that is in the registry on the day. */
    String registered() {
        return "c.registered_on <= " + day() + " and (c.left_on is null or c.left_on > " + day() + ") and " + KEPT;
    }

    /**
     * Which choice of a field a row's JSON holds, '' for none. The text is looked for as {@code FieldValues} writes it, since Derby has no functions
     * of JSON; a quotation mark within another value is escaped and so is never mistaken for it.
     */
    String choice(String column, Dimension by) {
        return by.choices().stream()
                .map(c -> " when " + column + " like " + binds.of("%\"" + by.field() + "\":\"" + c + "\"%") + " then '"
                        + c + "'")
                .collect(Collectors.joining("", "case", " else '' end"));
    }
}
