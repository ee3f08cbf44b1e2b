package kz.jolkarta.reporting;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.i18n.Text;

/**
 * What a set of figures is about: a territory as it was in the year, and the places its figures are given by.
 *
 * @param code KATO code; "" for the country, or for several territories of one reader
 * @param scope whose rows are counted
 * @param places the places shown, in order, with their names: a region's districts, the country's regions
 * @param placeOf the place that a district's figures are shown under
 */
record Area(String code, Text name, Scope scope, Map<String, Text> places, UnaryOperator<String> placeOf) {
    /** Codes of the places. */
    List<String> codes() {
        return List.copyOf(places.keySet());
    }
}
