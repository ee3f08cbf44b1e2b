package kz.jolkarta.registry.figures;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Figure;
import kz.jolkarta.core.measure.Selection;

/**
 * Organisations that are open on the day. What they have is gathered once for all of them, from one pass over the appointments, the pupils, the trained
 * and the activities, and never looked up for each.
 */
final class Organisations extends Reading<Selection.Organisations> {
    /** What an organisation may have; the place of each tells its rows apart. */
    enum Fact {
        COORDINATOR,
        PUPIL,
        TRAINED,
        ACTIVITY;

        /** Whether it is true for one measure and not for another. */
        boolean ofMeasure() {
            return this == TRAINED || this == ACTIVITY;
        }
    }

    private final Groups groups = new Groups();
    private final Set<Fact> facts = EnumSet.noneOf(Fact.class);

    Organisations(Frame frame) {
        super("organisation", "o", frame);
    }

    @Override
    String chosen(String measure, Selection.Organisations selection) {
        String kinds = "1 = 1"
                + frame.in("o.kind", selection.kinds().stream().map(Enum::name).toList());
        return kinds
                + facts(selection.having()).entrySet().stream()
                        .map(e -> " and " + any(e.getKey(), measure) + " = " + (e.getValue() ? 1 : 0))
                        .collect(joining());
    }

    /** The facts that are asked for, and whether they have to be true. */
    static SortedMap<Fact, Boolean> facts(Selection.Organisations.Having having) {
        return new TreeMap<>(
                switch (having) {
                    case ANYTHING -> Map.of();
                    case COORDINATOR -> Map.of(Fact.COORDINATOR, true);
                    case NO_COORDINATOR -> Map.of(Fact.COORDINATOR, false);
                    case TARGET_PUPILS -> Map.of(Fact.PUPIL, true);
                    case TARGET_PUPILS_BUT_NOBODY_TRAINED -> Map.of(Fact.PUPIL, true, Fact.TRAINED, false);
                    case SOMEBODY_TRAINED -> Map.of(Fact.TRAINED, true);
                    case ACTIVITY -> Map.of(Fact.ACTIVITY, true);
                    case NO_ACTIVITY -> Map.of(Fact.ACTIVITY, false);
                });
    }

    private String any(Fact fact, String measure) {
        facts.add(fact);
        return groups.any(
                "s.fact = " + fact.ordinal() + (fact.ofMeasure() ? " and s.measure = " + frame.bind(measure) : ""));
    }

    /** What is asked for by the selections so far. */
    Set<Fact> facts() {
        return facts;
    }

    /**
     * The organisations of which it is true with the measure, where these are counted; of pupils only those who live outside the scope, if any can.
     *
     * @param many whether so many live in the scope that the others are rather sought among all children than by their schools
     */
    Optional<String> counted(Fact fact, boolean many) {
        if (fact != Fact.PUPIL) {
            return Optional.of(source(fact));
        }
        return frame.scope().isCountry()
                ? Optional.empty()
                : Optional.of(pupils(" and not (" + frame.scope().condition("c.territory") + ")", many));
    }

    @Override
    String from(Optional<Dimension> split) {
        if (groups.isEmpty()) {
            return "organisation o";
        }
        List<String> sources = new ArrayList<>();
        sources.add(
                "select o.id as organisation_id, -1 as fact, cast('' as varchar(40)) as measure from organisation o where "
                        + reach());
        facts.forEach(fact -> sources.add(source(fact)));
        return groups.table("organisation_id", String.join(" union all ", sources))
                + " join organisation o on o.id = e.organisation_id";
    }

    private String source(Fact fact) {
        String none = ", " + fact.ordinal() + " as fact, cast('' as varchar(40)) as measure";
        String own = ", " + fact.ordinal() + " as fact, ";
        return switch (fact) {
            case COORDINATOR ->
                "select k.organisation_id" + none + " from appointment k where "
                        + frame.holding("k.valid_from", "k.valid_to");
            case PUPIL -> pupils("", false);
            case TRAINED ->
                "select f.organisation_id" + own + "t.measure from ("
                        + Attendance.ofStaff(frame).source("", " and " + own("a.measure"))
                        + ") t join staff f on f.id = t.staff_id";
            case ACTIVITY ->
                "select a.organisation_id" + own + "a.measure from activity a where a.organisation_id is not null and "
                        + own("a.measure") + " and a.state = 'HELD' and " + frame.within("a.starts");
        };
    }

    /** @param which children, beginning with "and" @param fromChildren whether these are read first */
    private String pupils(String which, boolean fromChildren) {
        return frame.parts().stream()
                .map(part -> "select distinct c.school_id as organisation_id, " + Fact.PUPIL.ordinal()
                        + " as fact, cast('' as varchar(40)) as measure from "
                        + (fromChildren
                                ? Along.ORDER + part.child() + " join organisation o on o.id = c.school_id"
                                : "organisation o join " + part.child() + " on c.school_id = o.id")
                        + " join territory t on t.code = c.territory where " + reach() + part.stayed() + " and "
                        + frame.registered() + which + " and "
                        + frame.criteria().condition(Criterion.targetGroup()))
                .collect(joining(" union all "));
    }

    /** One that is closed without a day is taken for closed at any time. */
    @Override
    String where() {
        return reach() + " and (o.opened_on is null or o.opened_on <= " + frame.day()
                + ") and (o.closed_on is null and o.active = true or o.closed_on is not null and o.closed_on >= "
                + frame.day() + ")";
    }

    @Override
    String column(Figure.Amount amount) {
        return amount == Figure.Amount.CAPACITY ? "o.capacity" : "";
    }

    @Override
    List<Cell> cells() {
        return cabinet();
    }

    static List<Cell> cabinet() {
        return List.of(
                Cell.text("organisation", "o.name"),
                Cell.text("kind", "o.kind"),
                Cell.text("bin", "o.bin"),
                Cell.text("address", "o.address"),
                Cell.date("opened", "o.opened_on"),
                Cell.number("capacity", "o.capacity"));
    }
}
