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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kz.jolkarta.acceptance.figures.Came.Held;
import kz.jolkarta.acceptance.figures.Figure.Item;
import kz.jolkarta.acceptance.figures.Kids.Kid;

/** The figures about organisations and their staff: centres, cabinets with their coordinators, schools and who of them was trained. */
final class Houses {
    /** An organisation. @param open on the day */
    private record House(long id, String kind, String territory, boolean open, long capacity) {}

    private final Kids kids;
    private final Came came;
    private final Places places;
    private final Map<Long, House> houses = new HashMap<>();
    private final Map<Long, Long> workplaces = new HashMap<>();
    /** Coordinator by cabinet, of those appointed on the day. */
    private final Map<Long, Long> coordinators = new HashMap<>();

    final Predicate<Held> atCentre;

    Houses(Tables tables, LocalDate day, Kids kids, Came came, Places places) throws SQLException {
        this.kids = kids;
        this.came = came;
        this.places = places;
        tables.each(
                "select * from organisation where territory like '23%'",
                row -> {
                    LocalDate opened = Kids.local(row.getDate("opened_on"));
                    LocalDate closed = Kids.local(row.getDate("closed_on"));
                    boolean open = (opened == null || !opened.isAfter(day))
                            && (closed == null ? row.getBoolean("active") : !closed.isBefore(day));
                    House house = new House(
                            row.getLong("id"),
                            row.getString("kind"),
                            row.getString("territory"),
                            open,
                            row.getLong("capacity"));
                    houses.put(house.id(), house);
                });
        tables.each("select id, organisation_id from staff", row -> workplaces.put(row.getLong(1), row.getLong(2)));
        tables.each("select organisation_id, staff_id, valid_from, valid_to from appointment", row -> {
            LocalDate to = Kids.local(row.getDate(4));
            if (!Kids.local(row.getDate(3)).isAfter(day) && (to == null || !to.isBefore(day))) {
                coordinators.put(row.getLong(1), row.getLong(2));
            }
        });
        this.atCentre = held -> houses.containsKey(held.organisation())
                && houses.get(held.organisation()).kind().equals("CENTRE");
    }

    private List<House> open(String kind) {
        return houses.values().stream()
                .filter(h -> h.kind().equals(kind) && h.open())
                .toList();
    }

    private List<Item> items(List<House> some) {
        return some.stream().map(h -> Item.of(places.of(h.territory()), 1)).toList();
    }

    private List<House> those(List<House> some, Predicate<House> which) {
        return some.stream().filter(which).toList();
    }

    Map<String, Figure> figures() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        List<House> centres = open("CENTRE");
        figures.put("centres/centres-open", Figure.sum(items(centres)));
        figures.put(
                "centres/places",
                Figure.sum(centres.stream()
                        .map(c -> Item.of(places.of(c.territory()), c.capacity()))
                        .toList()));
        List<House> cabinets = open("CABINET");
        List<House> covered = those(cabinets, c -> coordinators.containsKey(c.id()));
        figures.put("coordinators/cabinets-covered", Figure.share(items(covered), items(cabinets)));
        figures.put(
                "coordinators/cabinets-without",
                Figure.sum(items(those(cabinets, c -> !coordinators.containsKey(c.id())))));
        figures.put("coordinators/caseload-median", Figure.median(loads()));
        figures.put("coordinators/caseload-max", Figure.largest(loads()));
        schools(figures);
        return figures;
    }

    private void schools(Map<String, Figure> figures) {
        List<House> schools = open("SCHOOL");
        Set<Long> trained = came.staff(h -> h.measure().equals("seminars")).keySet().stream()
                .map(workplaces::get)
                .collect(Collectors.toSet());
        Set<Long> target = kids.registered().stream()
                .filter(kids::target)
                .map(k -> k.school)
                .collect(Collectors.toSet());
        List<House> with = those(schools, s -> target.contains(s.id()));
        figures.put("seminars/people-trained", Figure.sum(staff("seminars", "audience")));
        figures.put("seminars/schools-reached", Figure.sum(items(those(schools, s -> trained.contains(s.id())))));
        figures.put(
                "seminars/untrained-schools",
                Figure.share(items(those(with, s -> !trained.contains(s.id()))), items(with)));
        figures.put("best-practice/teachers-reached", Figure.sum(staff("best-practice", "")));
        Set<Long> active = came.activities.values().stream()
                .filter(a ->
                        a.measure().equals("personal-growth") && a.state().equals("HELD") && came.inYear(a.starts()))
                .map(Held::organisation)
                .collect(Collectors.toSet());
        figures.put(
                "personal-growth/schools-without", Figure.sum(items(those(schools, s -> !active.contains(s.id())))));
    }

    /** Distinct members of staff who attended, where their organisation stands. */
    private List<Item> staff(String measure, String field) {
        List<Item> items = new ArrayList<>();
        came.staff(h -> h.measure().equals(measure)).forEach((person, attended) -> {
            Map<String, Set<String>> by = new HashMap<>();
            by.put("type", attended.stream().map(Held::type).collect(Collectors.toSet()));
            by.put(field, attended.stream().map(a -> a.choice(field)).collect(Collectors.toSet()));
            items.add(new Item(workplace(person), 1, 0, by));
        });
        return items;
    }

    String workplace(long person) {
        return places.of(houses.get(workplaces.get(person)).territory());
    }

    /** Whether a cabinet's coordinator answers for children of the district. */
    private boolean covers(long cabinet, String district) {
        String own = houses.get(cabinet).territory();
        return own.equals(Region.CODE) || places.of(own).equals(district);
    }

    /** The cabinet whose appointed coordinator is named for the child and answers for it; 0 for none. */
    private long named(Kid kid) {
        return coordinators.entrySet().stream()
                .filter(e -> kid.named > 0 && e.getValue() == kid.named && covers(e.getKey(), places.of(kid.home)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(0L);
    }

    /** Who answers for the child: the one named for it, else the district's; "" for nobody. */
    String coordinator(Kid kid) {
        long named = named(kid);
        return coordinators.entrySet().stream()
                .filter(e -> named > 0
                        ? e.getKey() == named
                        : !houses.get(e.getKey()).territory().equals(Region.CODE)
                                && covers(e.getKey(), places.of(kid.home)))
                .map(e -> String.valueOf(e.getValue()))
                .findFirst()
                .orElse("");
    }

    /** Children of each cabinet with a coordinator: those for whom it is named, and of the others all that live where it answers for them. */
    private List<Item> loads() {
        Map<Long, Long> loads = new HashMap<>();
        coordinators.keySet().forEach(c -> loads.put(c, 0L));
        for (Kid kid : kids.registered()) {
            long named = named(kid);
            Set<Long> theirs = named > 0 ? Set.of(named) : new HashSet<>(coordinators.keySet());
            theirs.stream().filter(c -> covers(c, places.of(kid.home))).forEach(c -> loads.merge(c, 1L, Long::sum));
        }
        return loads.entrySet().stream()
                .map(e -> Item.of(places.of(houses.get(e.getKey()).territory()), e.getValue()))
                .toList();
    }
}
