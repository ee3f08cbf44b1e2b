package kz.jolkarta.core.pages;

import java.util.List;
import java.util.Optional;

/**
 * A cell of a table.
 *
 * @param small a second, quieter line; "" for none
 * @param href opens what the text names; "" for none
 * @param number whether figures stand under figures
 * @param action what can be done there
 */
public record Cell(
        String text, String small, String href, boolean number, List<Badge> badges, Optional<Action> action) {
    public Cell {
        badges = List.copyOf(badges);
    }

    public static Cell of(String text) {
        return new Cell(text, "", "", false, List.of(), Optional.empty());
    }

    public static Cell of(String text, String small) {
        return new Cell(text, small, "", false, List.of(), Optional.empty());
    }

    public static Cell link(String text, String href) {
        return new Cell(text, "", href, false, List.of(), Optional.empty());
    }

    /** The cell that names the row's subject. */
    public static Cell link(String text, String small, String href) {
        return new Cell(text, small, href, false, List.of(), Optional.empty());
    }

    public static Cell number(String text) {
        return new Cell(text, "", "", true, List.of(), Optional.empty());
    }

    public static Cell number(String text, String href) {
        return new Cell(text, "", href, true, List.of(), Optional.empty());
    }

    public static Cell badge(Badge... badges) {
        return new Cell("", "", "", false, List.of(badges), Optional.empty());
    }

    public static Cell badges(List<Badge> badges) {
        return new Cell("", "", "", false, badges, Optional.empty());
    }

    public static Cell action(Action action) {
        return new Cell("", "", "", false, List.of(), Optional.of(action));
    }

    public Cell and(Badge... more) {
        return new Cell(text, small, href, number, List.of(more), action);
    }
}
