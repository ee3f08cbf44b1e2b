package kz.jolkarta.core.pages;

import java.util.List;

/**
 * The filters of a list, sent by GET; their state is in the address.
 *
 * @param views saved and shared views as chips
 * @param fields the filters; the first is the search when it is a TEXT
 * @param more further fields that open on demand
 * @param active those that hold now; the link of each drops it
 * @param reset drops all of them
 */
public record Filters(
        String action,
        List<Chip> views,
        List<Field> fields,
        List<Field> more,
        List<Chip> active,
        String submit,
        Action reset,
        List<Action> actions)
        implements Block {

    /** @param count of what it holds, "" when it is not said; @param mark quieter, e.g. "shared"; "" for none */
    public record Chip(String label, String href, boolean current, String count, String mark) {
        public Chip(String label, String href, boolean current, String count) {
            this(label, href, current, count, "");
        }
    }

    public Filters {
        views = List.copyOf(views);
        fields = List.copyOf(fields);
        more = List.copyOf(more);
        active = List.copyOf(active);
        actions = List.copyOf(actions);
    }

    public static Filters of(String action, String submit, Action reset, List<Field> fields) {
        return new Filters(action, List.of(), fields, List.of(), List.of(), submit, reset, List.of());
    }

    public Filters views(List<Chip> chips) {
        return new Filters(action, chips, fields, more, active, submit, reset, actions);
    }

    public Filters more(List<Field> further) {
        return new Filters(action, views, fields, further, active, submit, reset, actions);
    }

    public Filters active(List<Chip> chips) {
        return new Filters(action, views, fields, more, chips, submit, reset, actions);
    }

    public Filters actions(Action... acts) {
        return new Filters(action, views, fields, more, active, submit, reset, List.of(acts));
    }
}
