package kz.jolkarta.acceptance.figures;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import kz.jolkarta.acceptance.figures.Figure.Item;
import kz.jolkarta.acceptance.figures.Kids.Kid;

/** The figures about individual road maps, their steps and their form, counted anew one map after the other. */
final class Maps {
    private final Tables tables;
    private final LocalDate day;
    private final Kids kids;
    private final Function<Kid, Item> item;
    private final Map<String, Figure> figures = new LinkedHashMap<>();

    /** @param item of a child, with its place */
    Maps(Tables tables, LocalDate day, Kids kids, Function<Kid, Item> item) {
        this.tables = tables;
        this.day = day;
        this.kids = kids;
        this.item = item;
    }

    Map<String, Figure> figures() throws SQLException {
        maps();
        steps();
        return figures;
    }

    private void count(String code, List<Item> items) {
        figures.put(code, Figure.sum(items));
    }

    private void maps() throws SQLException {
        Set<Long> late = new HashSet<>();
        tables.each("select road_map_id, due_on, state, done_on from road_map_step", row -> {
            if (Kids.local(row.getDate(2)).isBefore(day) && planned(row.getString(3), Kids.local(row.getDate(4)))) {
                late.add(row.getLong(1));
            }
        });
        Map<String, List<Item>> maps = new HashMap<>();
        List.of("drawn-up", "approved", "overdue").forEach(state -> maps.put(state, new ArrayList<>()));
        Set<Long> forms = new HashSet<>();
        tables.each("select * from road_map", row -> {
            Kid kid = kids.all.get(row.getLong("child_id"));
            LocalDate closed = Kids.local(row.getDate("closed_on"));
            boolean holds =
                    !Kids.local(row.getDate("drawn_up_on")).isAfter(day) && (closed == null || !closed.isBefore(day));
            if (!kid.registered || !holds) {
                return;
            }
            LocalDate on = Kids.local(row.getDate("approved_on"));
            boolean approved = on != null && !on.isAfter(day);
            maps.get("drawn-up").add(item.apply(kid));
            if (approved) {
                maps.get("approved").add(item.apply(kid));
                forms.add(row.getLong("form_id"));
            }
            if (approved
                    ? late.contains(row.getLong("id"))
                    : Kids.local(row.getDate("due_on")).isBefore(day)) {
                maps.get("overdue").add(item.apply(kid));
            }
        });
        maps.forEach((state, items) -> count("individual-roadmap/" + state, items));
        count(
                "individual-roadmap/form-versions",
                forms.stream().map(f -> Item.of(Region.CODE, 1)).toList());
    }

    /** One done later was planned on the day. */
    private boolean planned(String state, LocalDate done) {
        return state.equals("PLANNED") || state.equals("DONE") && done != null && done.isAfter(day);
    }

    private void steps() throws SQLException {
        List<Item> done = new ArrayList<>();
        List<Item> all = new ArrayList<>();
        tables.each(
                "select m.child_id, m.drawn_up_on, s.due_on, s.state, s.done_on from road_map_step s, road_map m where m.id = s.road_map_id",
                row -> {
                    Kid kid = kids.all.get(row.getLong(1));
                    LocalDate due = Kids.local(row.getDate(3));
                    boolean counts = kid.kept
                            && !Kids.local(row.getDate(2)).isAfter(day)
                            && due.getYear() == day.getYear()
                            && !row.getString(4).equals("DROPPED");
                    if (counts) {
                        all.add(item.apply(kid));
                        if (!planned(row.getString(4), Kids.local(row.getDate(5)))) {
                            done.add(item.apply(kid));
                        }
                    }
                });
        figures.put("individual-roadmap/steps-done", Figure.share(done, all));
    }
}
