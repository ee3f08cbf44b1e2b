package kz.jolkarta.registry.figures;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Figure;
import kz.jolkarta.core.measure.Selection;

/**
 * Organisations that are open on the day. What they have is gathered once for all of them, from one pass over the appointments, the pupils, the trained
 * and the activities, and never looked up for each.
 */
final class Organisations extends Reading<Selection.Organisations> {
    /** What an organisation may have; the place of each tells its rows apart. */
    private enum Fact {
        COORDINATOR,
        PUPIL,
        TRAINED,
        ACTIVITY
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
                + switch (selection.having()) {
                    case ANYTHING -> "";
                    case COORDINATOR -> " and " + any(Fact.COORDINATOR) + " = 1";
                    case NO_COORDINATOR -> " and " + any(Fact.COORDINATOR) + " = 0";
                    case TARGET_PUPILS -> " and " + any(Fact.PUPIL) + " = 1";
                    case TARGET_PUPILS_BUT_NOBODY_TRAINED ->
                        " and " + any(Fact.PUPIL) + " = 1 and " + any(Fact.TRAINED, measure) + " = 0";
                    case SOMEBODY_TRAINED -> " and " + any(Fact.TRAINED, measure) + " = 1";
                    case ACTIVITY -> " and " + any(Fact.ACTIVITY, measure) + " = 1";
                    case NO_ACTIVITY -> " and " + any(Fact.ACTIVITY, measure) + " = 0";
                };
    }

    private String any(Fact fact) {
        facts.add(fact);
        return groups.any("s.fact = " + fact.ordinal());
    }

    private String any(Fact fact, String measure) {
        facts.add(fact);
        return groups.any("s.fact = " + fact.ordinal() + " and s.measure = " + frame.bind(measure));
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
            case PUPIL ->
                frame.parts().stream()
                        .map(part -> "select distinct c.school_id as organisation_id" + none
                                + " from organisation o join "
                                + part.child()
                                + " on c.school_id = o.id join territory t on t.code = c.territory where " + reach()
                                + part.stayed() + " and " + frame.registered() + " and "
                                + frame.criteria().condition(Criterion.targetGroup()))
                        .collect(joining(" union all "));
            case TRAINED ->
                "select f.organisation_id" + own + "t.measure from ("
                        + Attendance.ofStaff(frame).source("", " and " + own("a.measure"))
                        + ") t join staff f on f.id = t.staff_id";
            case ACTIVITY ->
                "select a.organisation_id" + own + "a.measure from activity a where a.organisation_id is not null and "
                        + own("a.measure") + " and a.state = 'HELD' and " + frame.within("a.starts");
        };
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
