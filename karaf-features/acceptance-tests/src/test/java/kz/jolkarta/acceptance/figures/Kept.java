package kz.jolkarta.acceptance.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kz.jolkarta.acceptance.figures.Figure.Item;
import kz.jolkarta.acceptance.figures.Kids.Kid;

/** The figures about awards, money and materials, counted anew one record after the other. */
final class Kept {
    private static final Set<String> HAS = Set.of("APPROVED", "ISSUED", "ENDED");

    /** An award of the year, for a child or a member of staff. @param item with its place and keys */
    private record Award(String measure, String state, long child, long staff, Item item) {}

    private final Tables tables;
    private final LocalDate day;
    private final Kids kids;
    private final Places places;
    private final List<Award> awards = new ArrayList<>();
    private final Map<String, Figure> figures = new LinkedHashMap<>();

    Kept(Tables tables, LocalDate day, Kids kids, Places places) throws SQLException {
        this.tables = tables;
        this.day = day;
        this.kids = kids;
        this.places = places;
        tables.each("select * from award where award_year = " + day.getYear(), row -> {
            long child = row.getLong("child_id");
            Map<String, Set<String>> by = new HashMap<>();
            by.put("type", Set.of(row.getString("type")));
            by.put(
                    "category",
                    Set.of(row.getString("fields").replaceAll("[{}\":]", "").replace("category", "")));
            if (child == 0 || !kids.all.get(child).merged) {
                awards.add(new Award(
                        row.getString("measure"),
                        row.getString("state"),
                        child,
                        row.getLong("staff_id"),
                        new Item(places.of(row.getString("territory")), 1, 0, by)));
            }
        });
    }

    Map<String, Figure> figures() throws SQLException {
        awarded("health-camps/issued", "ISSUED", "ENDED");
        awarded("health-camps/used", "ENDED");
        awarded("health-camps/returned", "RETURNED");
        awarded("health-camps/waiting", "PROPOSED", "COMMISSION");
        awarded("stipends/holders", "ISSUED");
        awarded("teacher-awards/nominated");
        awarded("teacher-awards/awarded", HAS.toArray(String[]::new));
        awarded("education-grants/applied");
        awarded("education-grants/granted", HAS.toArray(String[]::new));
        Set<Long> holders = new HashSet<>();
        awards.stream()
                .filter(a -> a.measure().equals("stipends") && HAS.contains(a.state()))
                .forEach(a -> holders.add(a.child()));
        count(
                "stipends/eligible-without",
                kids.registered().stream()
                        .filter(k -> kids.target(k) && entitled(k) && !holders.contains(k.id))
                        .map(k -> Item.of(places.of(k.home), 1))
                        .toList());
        results();
        quotas();
        payments();
        materials();
        return figures;
    }

    private void count(String code, List<Item> items) {
        figures.put(code, Figure.sum(items));
    }

    /** @param states none for all */
    private void awarded(String code, String... states) {
        Set<String> in = Set.of(states);
        count(
                code,
                awards.stream()
                        .filter(a -> code.startsWith(a.measure() + "/") && (in.isEmpty() || in.contains(a.state())))
                        .map(Award::item)
                        .toList());
    }

    private static boolean entitled(Kid kid) {
        return kid.excellent
                || kid.wonLevels.stream().anyMatch(Set.of("REGION", "REPUBLIC", "INTERNATIONAL")::contains);
    }

    /** Prizes of children of the target group, won at any time under a teacher who is awarded this year. */
    private void results() throws SQLException {
        Set<Long> teachers = new HashSet<>();
        awards.stream()
                .filter(a -> a.measure().equals("teacher-awards") && HAS.contains(a.state()))
                .forEach(a -> teachers.add(a.staff()));
        List<Item> results = new ArrayList<>();
        tables.each("select child_id, place, prize, won_on, coach_id from achievement", row -> {
            Kid kid = kids.all.get(row.getLong(1));
            if (teachers.contains(row.getLong(5))
                    && Kids.prize(row.getInt(2), row.getBoolean(3))
                    && !Kids.local(row.getDate(4)).isAfter(day)
                    && kid.kept
                    && kids.target(kid)) {
                results.add(Item.of(places.of(kid.home), 1));
            }
        });
        count("teacher-awards/results", results);
    }

    private void quotas() throws SQLException {
        count(
                "health-camps/quota",
                tables.read(
                        "select territory, cap, type from quota where quota_year = " + day.getYear(),
                        row -> new Item(
                                places.of(row.getString(1)),
                                row.getLong(2),
                                0,
                                Map.of("type", Set.of(row.getString(3))))));
    }

    private static String code(ResultSet row, String column) throws SQLException {
        String code = row.getString(column);
        return code == null ? "" : code.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private boolean inYear(LocalDate on) {
        return on != null && on.getYear() == day.getYear();
    }

    private void payments() throws SQLException {
        Map<String, List<Item>> paid = new HashMap<>();
        tables.each("select * from payment", row -> {
            if (inYear(Kids.local(row.getDate("paid_on")))) {
                paid.computeIfAbsent(row.getString("measure"), m -> new ArrayList<>())
                        .add(new Item(
                                places.of(row.getString("territory")),
                                row.getLong("amount"),
                                0,
                                Map.of(
                                        "type", Set.of(row.getString("type")),
                                        "source", Set.of(code(row, "source")))));
            }
        });
        figures.put("health-camps/money", Figure.money(paid.get("health-camps")));
        figures.put("stipends/paid", Figure.money(paid.get("stipends")));
        figures.put("education-grants/money", Figure.money(paid.get("education-grants")));
        figures.put("sen-uzdiksin/sponsors-money", Figure.money(paid.get("sen-uzdiksin")));
    }

    /** What was adopted within the year. */
    private void materials() throws SQLException {
        Map<String, List<Item>> counted = new HashMap<>();
        Map<Long, String> authors = new HashMap<>();
        tables.each(
                "select d.*, o.territory author_place from deliverable d left join staff s on s.id = d.author_id"
                        + " left join organisation o on o.id = s.organisation_id where d.state = 'ADOPTED'",
                row -> {
                    if (!inYear(Kids.local(row.getDate("adopted_on")))) {
                        return;
                    }
                    Map<String, Set<String>> by = Map.of(
                            "type", Set.of(row.getString("type")),
                            "language", Set.of(code(row, "language")));
                    String place = places.of(row.getString("territory"));
                    String measure = row.getString("measure");
                    add(counted, measure + "/materials", new Item(place, 1, 0, by));
                    add(counted, measure + "/reach", new Item(place, row.getLong("reach"), 0, by));
                    add(counted, measure + "/money", new Item(place, row.getLong("amount"), 0, by));
                    if (row.getLong("author_id") > 0) {
                        authors.put(row.getLong("author_id"), places.of(row.getString("author_place")));
                    }
                });
        count("best-practice/materials", counted.get("best-practice/materials"));
        count(
                "best-practice/authors",
                authors.values().stream().map(p -> Item.of(p, 1)).toList());
        count("information-support/materials", counted.get("information-support/materials"));
        count("information-support/reach", counted.get("information-support/reach"));
        figures.put("information-support/money", Figure.money(counted.get("information-support/money")));
    }

    private static void add(Map<String, List<Item>> all, String code, Item item) {
        all.computeIfAbsent(code, c -> new ArrayList<>()).add(item);
    }
}
