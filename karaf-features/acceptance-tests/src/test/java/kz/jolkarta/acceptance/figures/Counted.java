package kz.jolkarta.acceptance.figures;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.acceptance.figures.Came.Held;
import kz.jolkarta.acceptance.figures.Figure.Item;
import kz.jolkarta.acceptance.figures.Kids.Kid;

/** The figures about children and their road maps, and about what was held for them, counted anew one child after the other. */
final class Counted {
    private final Tables tables;
    private final LocalDate day;
    private final Kids kids;
    private final Came came;
    private final Places places;
    private final Houses houses;
    private final Map<String, Figure> figures = new LinkedHashMap<>();

    /** @param day the last of its year */
    Counted(Tables tables, LocalDate day) throws SQLException {
        this.tables = tables;
        this.day = day;
        this.kids = new Kids(tables, day);
        this.came = new Came(tables, day);
        this.places = new Places(tables);
        this.houses = new Houses(tables, day, kids, came, places);
    }

    /** All figures of the report, by measure, a slash and indicator. */
    Map<String, Figure> figures() throws SQLException {
        statistics(new Counted(tables, day.minusYears(1)));
        database();
        attended();
        held();
        figures.putAll(new Maps(tables, day, kids, this::item).figures());
        figures.putAll(houses.figures());
        figures.putAll(new Kept(tables, day, kids, places).figures());
        return figures;
    }

    private Item item(Kid kid) {
        Map<String, Set<String>> by = kid.by();
        by.put("coordinator", Set.of(houses.coordinator(kid)));
        return new Item(places.of(kid.home), 1, 0, by);
    }

    private List<Item> registered(Predicate<Kid> who) {
        return kids.registered().stream().filter(who).map(this::item).toList();
    }

    private void count(String code, List<Item> items) {
        figures.put(code, Figure.sum(items));
    }

    private void share(String code, List<Item> part, List<Item> whole) {
        figures.put(code, Figure.share(part, whole));
    }

    private boolean inVillages(Kid kid) {
        return !kid.talents.isEmpty() && kids.rural(kid);
    }

    private boolean inTowns(Kid kid) {
        return !kid.talents.isEmpty() && !kids.rural(kid) && kids.urbanSchool(kid) && kid.category;
    }

    private void statistics(Counted before) {
        count("statistics/rural-gifted", registered(this::inVillages));
        count("statistics/urban-vulnerable-gifted", registered(this::inTowns));
        count(
                "statistics/rural-gifted-change",
                less(registered(this::inVillages), before.registered(before::inVillages)));
        count(
                "statistics/urban-vulnerable-gifted-change",
                less(registered(this::inTowns), before.registered(before::inTowns)));
    }

    private static List<Item> less(List<Item> now, List<Item> before) {
        return Stream.concat(now.stream(), before.stream().map(i -> Item.of(i.place(), -1)))
                .toList();
    }

    private boolean complete(Kid kid) {
        return kids.grounded(kid) && !kid.talents.isEmpty() && kid.consent && kid.mapApproved;
    }

    private void database() throws SQLException {
        count("gifted-database/registered", registered(k -> true));
        count("gifted-database/complete", registered(this::complete));
        share("gifted-database/complete-share", registered(this::complete), registered(k -> true));
        count("gifted-database/without-ground", registered(k -> !kids.grounded(k)));
        count("gifted-database/without-talent", registered(k -> k.talents.isEmpty()));
        count("gifted-database/without-consent", registered(k -> !k.consent));
        count("gifted-database/without-road-map", registered(k -> !k.mapApproved));
        List<Item> doubts = new ArrayList<>();
        tables.each(
                "select d.territory, d.decision, d.decided_at, b.created_at from doubtful_pair d, import_batch b where b.id = d.import_id",
                row -> {
                    boolean listed =
                            !row.getTimestamp(4).toLocalDateTime().toLocalDate().isAfter(day);
                    boolean open = row.getString(2).equals("OPEN")
                            || row.getTimestamp(3)
                                    .toLocalDateTime()
                                    .toLocalDate()
                                    .isAfter(day);
                    if (listed && open) {
                        doubts.add(Item.of(places.of(row.getString(1)), 1));
                    }
                });
        count("gifted-database/duplicates-waiting", doubts);
    }

    /** Distinct children who attended, whether or not they are still in the registry. */
    private List<Item> visitors(Predicate<Held> which, Predicate<Kid> who, String... fields) {
        List<Item> items = new ArrayList<>();
        came.children(which).forEach((child, activities) -> {
            Kid kid = kids.all.get(child);
            if (!kid.merged && who.test(kid)) {
                Item item = item(kid);
                item.by().put("type", activities.stream().map(Held::type).collect(Collectors.toSet()));
                for (String field : fields) {
                    item.by()
                            .put(
                                    field,
                                    activities.stream()
                                            .map(a -> a.choice(field))
                                            .collect(Collectors.toSet()));
                }
                items.add(item);
            }
        });
        return items;
    }

    private static Predicate<Held> of(String measure) {
        return held -> held.measure().equals(measure);
    }

    private List<Item> visitors(String measure, String... fields) {
        return visitors(of(measure), k -> true, fields);
    }

    private void attended() {
        List<Item> covered = visitors(of("coverage"), kids::target, "field", "level");
        count("coverage/covered", covered);
        share("coverage/coverage", covered, registered(kids::target));
        Set<Long> took = came.children(of("coverage")).keySet();
        count("coverage/uncovered", registered(k -> kids.target(k) && !took.contains(k.id)));
        List<Item> participants = visitors("technoparks");
        List<Item> regular = kids.all.values().stream()
                .filter(k -> !k.merged && came.regularly(k.id, 4))
                .map(this::item)
                .toList();
        count("technoparks/participants", participants);
        count("technoparks/regular-participants", regular);
        share("technoparks/regular-share", regular, participants);
        count("summer-shifts/attended", visitors("summer-shifts"));
        count("personal-growth/children", visitors("personal-growth"));
        count("sen-uzdiksin/winners", visitors("sen-uzdiksin"));
        count("cultural-visits/children", visitors("cultural-visits"));
        share("cultural-visits/rural-share", visitors(of("cultural-visits"), kids::rural), registered(kids::rural));
        List<Item> guests = visitors(houses.atCentre, k -> true);
        count("centres/children-served", guests);
        share("centres/target-group-share", visitors(houses.atCentre, kids::target), guests);
    }

    private List<Item> begun(String measure, Set<String> states, String... fields) {
        return came.activities.values().stream()
                .filter(a -> a.measure().equals(measure) && states.contains(a.state()) && came.inYear(a.starts()))
                .map(a -> {
                    Map<String, Set<String>> by = new HashMap<>(Map.of("type", Set.of(a.type())));
                    Stream.of(fields).forEach(f -> by.put(f, Set.of(a.choice(f))));
                    return new Item(places.of(a.territory()), 1, 0, by);
                })
                .toList();
    }

    private void held() {
        Set<String> held = Set.of("HELD");
        count("seminars/events", begun("seminars", held));
        count("seminars/hours", summed("seminars", held, true));
        count("technoparks/activities-held", begun("technoparks", held));
        count("summer-shifts/shifts", begun("summer-shifts", held));
        count("summer-shifts/seats", summed("summer-shifts", Set.of("OPEN", "HELD"), false));
        count("summer-shifts/accepted", applications("summer-shifts", Set.of("ACCEPTED", "ATTENDED", "ABSENT")));
        count("summer-shifts/without-seat", applications("summer-shifts", Set.of("WAITING")));
        count("personal-growth/trainings", begun("personal-growth", held));
        count(
                "sen-uzdiksin/forums",
                begun("sen-uzdiksin", held).stream()
                        .filter(i -> i.by().get("type").contains("forum"))
                        .toList());
        Set<String> withEvent = begun("sen-uzdiksin", held).stream()
                .filter(i -> i.by().get("type").contains("district-event"))
                .map(Item::place)
                .collect(Collectors.toSet());
        count(
                "sen-uzdiksin/districts-without",
                places.districts().stream()
                        .filter(d -> !withEvent.contains(d))
                        .map(d -> Item.of(d, 1))
                        .toList());
        count("cultural-visits/visits", begun("cultural-visits", held, "significance"));
    }

    private List<Item> summed(String measure, Set<String> states, boolean hours) {
        return came.activities.values().stream()
                .filter(a -> a.measure().equals(measure) && states.contains(a.state()) && came.inYear(a.starts()))
                .map(a -> new Item(
                        places.of(a.territory()), hours ? a.hours() : a.seats(), 0, Map.of("type", Set.of(a.type()))))
                .toList();
    }

    /** Each for itself, where the activity is. */
    private List<Item> applications(String measure, Set<String> states) {
        return came.parts.values().stream()
                .filter(p -> p.activity().measure().equals(measure)
                        && came.inYear(p.activity().starts()))
                .filter(p -> states.contains(p.state()) && !kids.all.get(p.child()).merged)
                .map(p -> Item.of(places.of(p.activity().territory()), 1))
                .toList();
    }
}
