package kz.jolkarta.core.pages;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A cell of a table.
 *
 * @param small a second, quieter line; "" for none
 * @param href opens what the text names; "" for none
 * @param number whether figures stand under figures
 * @param action what can be done there
 * @param initials of the person it names, shown in place of a picture; "" for none
 * @param progress how far it is, below the rest
 */
public record Cell(
        String text,
        String small,
        String href,
        boolean number,
        List<Badge> badges,
        Optional<Action> action,
        String initials,
        Optional<Progress> progress) {

    /** A small bar. @param text says the same; @param tone of the bar */
    public record Progress(long done, long all, String text, Tone tone) {}

    public Cell {
        badges = List.copyOf(badges);
    }

    public Cell(String text, String small, String href, boolean number, List<Badge> badges, Optional<Action> action) {
        this(text, small, href, number, badges, action, "", Optional.empty());
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

    /** The cell that names a person. @param name surname first */
    public static Cell person(String name, String small, String href) {
        String initials = Stream.of(name.strip().split("\\s+"))
                .filter(w -> !w.isEmpty())
                .limit(2)
                .map(w -> w.substring(0, w.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
        return new Cell(name, small, href, false, List.of(), Optional.empty(), initials, Optional.empty());
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

    public Cell small(String line) {
        return new Cell(text, line, href, number, badges, action, initials, progress);
    }

    public Cell and(Badge... more) {
        return new Cell(text, small, href, number, List.of(more), action, initials, progress);
    }

    public Cell progress(Progress shown) {
        return new Cell(text, small, href, number, badges, action, initials, Optional.of(shown));
    }
}
