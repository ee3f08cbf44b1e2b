package kz.jolkarta.registry.roadmaps;

import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;

/** The pages of one road map. */
public final class MapTabs {
    public static final String WHOLE = "";
    public static final String PROPOSALS = "proposals";
    public static final String HISTORY = "history";

    private MapTabs() {}

    /** @param current the last step of the page's address */
    public static List<View.Tab> of(Words words, User user, RoadMap map, String current) {
        List<String> parts = new ArrayList<>(List.of(WHOLE));
        if (writes(user, map) && map.state() != RoadMapState.CLOSED) {
            parts.add(PROPOSALS);
        }
        parts.add(HISTORY);
        return parts.stream()
                .map(part -> View.Tab.of(
                        words.text("page.roadmap.tab." + (part.isEmpty() ? "whole" : part)),
                        page(map.id(), part),
                        part.equals(current)))
                .toList();
    }

    public static String page(long map, String part) {
        return "/road-maps/" + map + (part.isEmpty() ? "" : "/" + part);
    }

    /** A page of the map below its name. */
    public static View view(
            Words words, User user, RoadMap map, String current, List<kz.jolkarta.core.pages.Block> blocks) {
        return View.of(words.text("page.roadmap.title", map.name(), new MapLook(words).year(map.schoolYear())), blocks)
                .up(words.text("page.roadmaps.title"), "/road-maps")
                .tabs(of(words, user, map, current));
    }

    static boolean writes(User user, RoadMap map) {
        return user.scope(Right.CHILDREN_WRITE).covers(map.territory(), map.schoolId() == null ? 0 : map.schoolId());
    }

    static boolean approves(User user, RoadMap map) {
        return user.scope(Right.AWARDS_APPROVE).covers(map.territory());
    }
}
