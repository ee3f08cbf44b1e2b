package kz.jolkarta.registry.figures;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Selection;

/**
 * Versions of the form in use in the scope. A version is in use in many districts and still one, so it stands under the unit that the scope is about, or
 * under the country where that is more than one.
 */
final class RoadMapForms extends Reading<Selection.RoadMapForms> {
    RoadMapForms(Frame frame) {
        super("road-map-form", "f", frame);
    }

    @Override
    String chosen(String measure, Selection.RoadMapForms selection) {
        return "1 = 1";
    }

    @Override
    String territory() {
        return "cast('" + unit(frame.scope()) + "' as varchar(9))";
    }

    /** KATO code of the unit that the scope is about, "" for more than one. */
    static String unit(Scope scope) {
        List<String> prefixes = scope.prefixes();
        return prefixes.size() != 1 || prefixes.get(0).isEmpty() ? "" : (prefixes.get(0) + "0000000").substring(0, 9);
    }

    @Override
    String from(Optional<Dimension> split) {
        return "("
                + frame.parts().stream()
                        .map(part -> "select e.form_id from road_map e join " + part.child()
                                + " on c.id = e.child_id where " + frame.scope().persons("c") + part.stayed() + " and "
                                + frame.registered() + " and " + RoadMaps.holding(frame) + " and "
                                + RoadMaps.approved(frame) + " group by e.form_id")
                        .collect(joining(" union "))
                + ") u join road_map_form f on f.id = u.form_id";
    }

    /** Which form each approved road map is kept with, by the child. */
    ByChild kept() {
        return new ByChild(
                "select e.child_id, e.form_id from road_map e",
                "road_map_child_fk",
                "",
                "e.child_id",
                " and " + RoadMaps.holding(frame) + " and " + RoadMaps.approved(frame));
    }

    @Override
    String where() {
        return "1 = 1";
    }

    @Override
    List<Cell> cells() {
        return List.of(
                Cell.number("number", "f.form_no"),
                Cell.text("state", "f.state"),
                Cell.date("publishedOn", "f.published_on"));
    }
}
