package kz.jolkarta.registry.imports;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.jolkarta.core.access.Scope;

/** Understands where the child of a row lives: by the settlement's code, else by its name. */
final class PlaceCells {
    private static final int SUGGESTIONS = 5;

    private final Layout layout;
    private final Places places;
    private final Scope scope;

    /** @param scope where the settlements of the list may lie */
    PlaceCells(Layout layout, Places places, Scope scope) {
        this.layout = layout;
        this.places = places;
        this.scope = scope;
    }

    /** @return the KATO code of the settlement, "" when none is told or the row is rejected for it */
    String territory(CellNotes notes) {
        String code = notes.text(Column.TERRITORY).replaceAll("[\\s.]+|,0+$", "");
        String name = notes.text(Column.SETTLEMENT);
        List<Places.Place> named = name.isEmpty() ? List.of() : places.named(name, notes.text(Column.DISTRICT), scope);
        if (code.isEmpty()) {
            return byName(notes, name, named);
        }
        Optional<Places.Place> place = places.find(code);
        if (place.isEmpty()) {
            notes.rejected(
                    Column.TERRITORY, named.isEmpty() ? "kato-unknown" : "kato-unknown-named", suggestions(named));
            return "";
        }
        if (!place.get().settlement()) {
            notes.rejected(
                    Column.TERRITORY,
                    named.isEmpty() ? "kato-no-settlement" : "kato-no-settlement-named",
                    place.get().name(),
                    suggestions(named));
            return "";
        }
        if (!scope.covers(code)) {
            notes.rejected(Column.TERRITORY, "territory-outside", place.get().name());
            return "";
        }
        return code;
    }

    private String byName(CellNotes notes, String name, List<Places.Place> named) {
        if (name.isEmpty()) {
            return "";
        }
        if (named.size() == 1) {
            String code = named.get(0).code();
            notes.repaired(
                    layout.has(Column.TERRITORY) ? Column.TERRITORY : Column.SETTLEMENT,
                    "kato-from-name",
                    code,
                    named.get(0).name());
            return code;
        }
        notes.rejected(
                Column.SETTLEMENT, named.isEmpty() ? "settlement-unknown" : "settlement-ambiguous", suggestions(named));
        return "";
    }

    private static String suggestions(List<Places.Place> named) {
        return named.stream()
                .limit(SUGGESTIONS)
                .map(p -> p.code() + " " + p.name())
                .collect(Collectors.joining("; "));
    }
}
