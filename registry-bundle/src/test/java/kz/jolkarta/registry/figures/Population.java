package kz.jolkarta.registry.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.ConsentPurpose;
import kz.jolkarta.core.registry.TalentField;

/**
 * Random children with everything that can be recorded of them, in three regions. Their dates fall on few days and the days around
 * them, so that a question on one of these days meets every boundary.
 */
final class Population {
    /** Days to ask on: both sides of a school year and of a year, and 29 February. */
    static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2025, 2, 28),
            LocalDate.of(2025, 3, 1),
            LocalDate.of(2025, 8, 31),
            LocalDate.of(2025, 9, 1),
            LocalDate.of(2025, 12, 31),
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 2, 28));

    static final List<String> MEASURES = List.of("technoparks", "health-camps");
    static final List<String> TYPES = List.of("project", "seminar", "camp");
    static final List<String> AWARD_STATES =
            List.of("PROPOSED", "COMMISSION", "APPROVED", "ISSUED", "ENDED", "RETURNED", "REFUSED");

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final long CHILD = 1;
    private static final long OTHERS = 100_000;

    private final Random random;
    private final List<String> places;
    private final int children;
    private long next = OTHERS;

    private Population(Random random, List<String> places, int children) {
        this.random = random;
        this.places = places;
        this.children = children;
    }

    /** Ids of the children are 1 … {@code children}. */
    static void settle(Database database, long seed, int children) {
        database.run(tx -> {
            List<String> places = places(tx);
            new Population(new Random(seed), places, children).write(tx);
        });
    }

    /** Villages, towns, a district of a city and a unit that is no settlement, of regions 23, 63, 10 and 75. */
    private static List<String> places(Tx tx) {
        List<String> all = new ArrayList<>();
        for (String region : List.of("23", "63", "10")) {
            for (String kind : List.of("VILLAGE", "CITY", "OKRUG")) {
                all.addAll(tx.list(
                        "select code from territory where kind = :kind and code like :region order by code fetch first 3 rows only",
                        Map.of("kind", kind, "region", region + "%"),
                        row -> row.text("code")));
            }
        }
        all.addAll(List.of("751110000", "751810000"));
        return all;
    }

    private void write(Tx tx) {
        insert(
                tx,
                "organisation",
                12,
                i -> row(
                        "id",
                        OTHERS + i,
                        "kind",
                        "SCHOOL",
                        "name",
                        "№ " + i,
                        "name_key",
                        "n " + i,
                        "territory",
                        place(),
                        "created_at",
                        NOW));
        next += 100;
        long staff = next++;
        tx.update(
                "insert into staff (id, organisation_id, surname, given_name, name_key, position, valid_from, created_at)"
                        + " values (:id, :school, 'Серік', 'Айгүл', 'serik aigul', 'TEACHER', :from, :now)",
                Map.of("id", staff, "school", OTHERS, "from", LocalDate.of(2020, 1, 1), "now", NOW));
        insert(tx, "child", children, i -> child(CHILD + i));
        facts(tx);
        school(tx);
        activities(tx, staff);
        awards(tx, staff);
        others(tx);
    }

    private Map<String, Object> child(long id) {
        return row(
                "id",
                id,
                "iin",
                random.nextInt(5) == 0 ? null : String.format("%012d", id),
                "surname",
                "Ахметов",
                "given_name",
                "Әли",
                "key_surname",
                "ahmetov ali",
                "key_given",
                "ali ahmetov",
                "sort_key",
                "s" + id,
                "birth_date",
                near(random.nextInt(4, 19)),
                "sex",
                any("MALE", "FEMALE"),
                "territory",
                place(),
                "school_id",
                random.nextInt(4) == 0 ? null : OTHERS + random.nextInt(12),
                "grade",
                random.nextInt(6) == 0 ? null : random.nextInt(13),
                "language",
                any("kk", "ru", null),
                "state",
                any("ACTIVE", "ACTIVE", "ACTIVE", "LEFT", "ARCHIVED"),
                "registered_on",
                near(random.nextInt(3)),
                "left_on",
                maybe(0),
                "updated_at",
                NOW);
    }

    private void facts(Tx tx) {
        insert(
                tx,
                "child_category",
                children,
                i -> row(
                        "id",
                        next++,
                        "child_id",
                        someChild(),
                        "category",
                        any(Category.values()).name(),
                        "ground_number",
                        any("№ 12", "", null),
                        "valid_from",
                        near(random.nextInt(3)),
                        "valid_to",
                        maybe(0)));
        insert(
                tx,
                "child_talent",
                children,
                i -> row(
                        "id",
                        next++,
                        "child_id",
                        someChild(),
                        "field",
                        any(TalentField.values()).name(),
                        "identified_on",
                        near(random.nextInt(2))));
        insert(
                tx,
                "achievement",
                children,
                i -> row(
                        "id",
                        next++,
                        "child_id",
                        someChild(),
                        "event",
                        "олимпиада",
                        "level",
                        any(AchievementLevel.values()).name(),
                        "field",
                        random.nextInt(4) == 0
                                ? null
                                : any(TalentField.values()).name(),
                        "place",
                        random.nextInt(2) == 0 ? null : 1 + random.nextInt(5),
                        "prize",
                        random.nextInt(4) == 0,
                        "won_on",
                        near(random.nextInt(3))));
        insert(
                tx,
                "consent",
                children,
                i -> row(
                        "id",
                        next++,
                        "child_id",
                        someChild(),
                        "purpose",
                        any(ConsentPurpose.values()).name(),
                        "given_on",
                        near(random.nextInt(3)),
                        "valid_to",
                        maybe(0),
                        "withdrawn_on",
                        maybe(0),
                        "template",
                        "v1"));
    }

    /** Marks of school years about the days, and road maps: drafts, approved and closed ones. */
    private void school(Tx tx) {
        insert(
                tx,
                "child_marks",
                children,
                i -> row(
                        "child_id",
                        CHILD + i,
                        "school_year",
                        2022 + random.nextInt(4),
                        "excellent",
                        random.nextInt(3) > 0,
                        "recorded_on",
                        near(0)));
        long form = next++;
        tx.update(
                "insert into road_map_form (id, form_no, state, content, created_by, created_at)"
                        + " values (:id, 1, 'PUBLISHED', '{}', 1, :now)",
                Map.of("id", form, "now", NOW));
        insert(tx, "road_map", children, i -> {
            String state = any("DRAFT", "APPROVED", "APPROVED", "CLOSED");
            return row(
                    "id",
                    next++,
                    "child_id",
                    CHILD + i / 2,
                    "form_id",
                    form,
                    "school_year",
                    2024 + i % 2,
                    "state",
                    state,
                    "content",
                    "{}",
                    "due_on",
                    near(0),
                    "drawn_up_on",
                    near(1),
                    "approved_on",
                    state.equals("DRAFT") ? null : near(1),
                    "closed_on",
                    state.equals("CLOSED") ? near(0) : null,
                    "created_by",
                    1L,
                    "created_at",
                    NOW);
        });
    }

    private void activities(Tx tx, long staff) {
        List<Long> activities = new ArrayList<>();
        List<Long> participations = new ArrayList<>();
        List<Long> sessions = new ArrayList<>();
        insert(tx, "activity", 40, i -> {
            LocalDate starts = near(random.nextInt(2));
            activities.add(next);
            return row(
                    "id",
                    next++,
                    "measure",
                    any(MEASURES),
                    "type",
                    any(TYPES),
                    "title",
                    "Жоба",
                    "territory",
                    place(),
                    "starts",
                    starts,
                    "ends",
                    starts.plusDays(random.nextInt(200)),
                    "hours",
                    random.nextInt(3) == 0 ? null : random.nextInt(40),
                    "state",
                    any("PLANNED", "OPEN", "HELD", "HELD", "CANCELLED"),
                    "created_by",
                    1L,
                    "created_at",
                    NOW);
        });
        activities.forEach(activity -> {
            List<Long> takers =
                    IntStream.range(0, 12).mapToObj(i -> someChild()).distinct().toList();
            insert(tx, "participation", takers.size() + 1, i -> {
                boolean adult = i == takers.size();
                long id = next++;
                if (!adult) {
                    participations.add(id);
                }
                return row(
                        "id",
                        id,
                        "activity_id",
                        activity,
                        "child_id",
                        adult ? null : takers.get(i),
                        "staff_id",
                        adult ? staff : null,
                        "state",
                        any("ATTENDED", "ATTENDED", "ABSENT", "ACCEPTED", "WAITING"),
                        "applied_at",
                        NOW);
            });
            int first = sessions.size();
            insert(tx, "activity_session", 6, i -> {
                sessions.add(next);
                return row("id", next++, "activity_id", activity, "held_on", near(random.nextInt(2)));
            });
            List<Map<String, Object>> marks = new ArrayList<>();
            for (Long session : sessions.subList(first, sessions.size())) {
                for (Long taker :
                        participations.subList(participations.size() - takers.size(), participations.size())) {
                    if (random.nextInt(3) == 0) {
                        marks.add(row(
                                "session_id", session, "participation_id", taker, "present", random.nextInt(3) > 0));
                    }
                }
            }
            insert(tx, "presence", marks.size(), marks::get);
        });
    }

    private void awards(Tx tx, long staff) {
        insert(tx, "award", children / 2, i -> {
            boolean adult = random.nextInt(10) == 0;
            return row(
                    "id",
                    next++,
                    "measure",
                    any(MEASURES),
                    "type",
                    any(TYPES),
                    "award_year",
                    2024 + random.nextInt(3),
                    "territory",
                    place(),
                    "child_id",
                    adult ? null : someChild(),
                    "staff_id",
                    adult ? staff : null,
                    "state",
                    any(AWARD_STATES),
                    "date_from",
                    maybe(random.nextInt(2)),
                    "amount",
                    random.nextInt(4) == 0 ? null : random.nextInt(1_000_000),
                    "proposed_by",
                    1L,
                    "created_at",
                    NOW);
        });
    }

    private void others(Tx tx) {
        List<String> quotas = MEASURES.stream()
                .flatMap(m -> TYPES.stream().map(t -> m + "/" + t))
                .flatMap(k -> List.of("230000000", "630000000", "").stream().map(place -> k + "/" + place + "/"))
                .toList();
        insert(tx, "quota", quotas.size() * 2, i -> {
            String[] key = quotas.get(i / 2).split("/", -1);
            return row(
                    "id",
                    next++,
                    "measure",
                    key[0],
                    "type",
                    key[1],
                    "territory",
                    key[2],
                    "quota_year",
                    2025 + i % 2,
                    "cap",
                    random.nextInt(100));
        });
        insert(tx, "deliverable", 60, i -> {
            String state = any("DRAFT", "REVIEW", "ADOPTED");
            return row(
                    "id",
                    next++,
                    "measure",
                    any(MEASURES),
                    "type",
                    any(TYPES),
                    "title",
                    "Видео",
                    "territory",
                    random.nextInt(6) == 0 ? any("", "230000000") : place(),
                    "state",
                    state,
                    "deliverable_year",
                    2024 + random.nextInt(3),
                    "language",
                    any("kk", "ru", null),
                    "reach",
                    random.nextInt(3) == 0 ? null : random.nextInt(5000),
                    "amount",
                    random.nextInt(2) == 0 ? null : random.nextInt(1_000_000),
                    "adopted_on",
                    state.equals("ADOPTED") ? near(0) : null,
                    "created_by",
                    1L,
                    "created_at",
                    NOW);
        });
        insert(
                tx,
                "payment",
                80,
                i -> row(
                        "id",
                        next++,
                        "measure",
                        any(MEASURES),
                        "type",
                        any(TYPES),
                        "territory",
                        place(),
                        "paid_on",
                        near(0),
                        "amount",
                        (random.nextInt(5) == 0 ? -1 : 1) * (1 + random.nextInt(1_000_000)),
                        "source",
                        "LOCAL_BUDGET",
                        "created_by",
                        1L,
                        "created_at",
                        NOW));
    }

    private long someChild() {
        return CHILD + random.nextInt(children);
    }

    private String place() {
        return any(places);
    }

    /** A day on or beside one of the days that are asked for, so many years earlier. */
    private LocalDate near(int yearsBefore) {
        return any(DAYS).minusYears(yearsBefore).plusDays(random.nextInt(3) - 1L);
    }

    private LocalDate maybe(int yearsBefore) {
        return random.nextBoolean() ? null : near(yearsBefore);
    }

    @SafeVarargs
    private <T> T any(T... of) {
        return of[random.nextInt(of.length)];
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static Map<String, Object> row(Object... namesAndValues) {
        Map<String, Object> row = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], Optional.ofNullable(namesAndValues[i + 1]));
        }
        return row;
    }

    private static void insert(Tx tx, String table, int rows, IntFunction<Map<String, Object>> maker) {
        List<Map<String, Object>> all = IntStream.range(0, rows).mapToObj(maker).toList();
        if (all.isEmpty()) {
            return;
        }
        List<String> columns = List.copyOf(all.get(0).keySet());
        tx.batch(
                "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                        + columns.stream().map(c -> ":" + c).collect(Collectors.joining(", ")) + ")",
                all);
    }
}
