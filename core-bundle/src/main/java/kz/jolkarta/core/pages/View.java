package kz.jolkarta.core.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A page as data, in the reader's language; the web bundle renders it.
 *
 * @param title the page's only first-level heading
 * @param lead a sentence or a few facts below the title, "" for none
 * @param up where the page hangs in the whole, e.g. the list it was opened from
 * @param actions beside the title; at most one of them is primary
 * @param tabs parts of one subject, "" tabs for none
 * @param refresh seconds after which the page asks for itself again while a job runs, 0 for never
 * @param status HTTP status
 */
public record View(
        String title,
        String lead,
        Optional<Action> up,
        List<Action> actions,
        List<Tab> tabs,
        List<Block> blocks,
        int refresh,
        int status) {

    /** @param count shown beside the name; empty for none */
    public record Tab(String name, String href, boolean current, Optional<String> count) {
        public static Tab of(String name, String href, boolean current) {
            return new Tab(name, href, current, Optional.empty());
        }
    }

    public View {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a page needs a title");
        }
        actions = List.copyOf(actions);
        tabs = List.copyOf(tabs);
        blocks = List.copyOf(blocks);
    }

    public static View of(String title, Block... blocks) {
        return of(title, List.of(blocks));
    }

    public static View of(String title, List<? extends Block> blocks) {
        return new View(title, "", Optional.empty(), List.of(), List.of(), List.copyOf(blocks), 0, 200);
    }

    public View lead(String sentence) {
        return new View(title, sentence, up, actions, tabs, blocks, refresh, status);
    }

    public View up(String label, String href) {
        return new View(title, lead, Optional.of(Action.link(label, href)), actions, tabs, blocks, refresh, status);
    }

    public View actions(Action... added) {
        return actions(List.of(added));
    }

    public View actions(List<Action> added) {
        List<Action> all = new ArrayList<>(actions);
        all.addAll(added);
        return new View(title, lead, up, all, tabs, blocks, refresh, status);
    }

    public View tabs(List<Tab> parts) {
        return new View(title, lead, up, actions, parts, blocks, refresh, status);
    }

    public View refresh(int seconds) {
        return new View(title, lead, up, actions, tabs, blocks, seconds, status);
    }

    public View status(int code) {
        return new View(title, lead, up, actions, tabs, blocks, refresh, code);
    }
}
