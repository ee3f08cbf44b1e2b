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
public final class Population {
    /** Days to ask on: both sides of a school year and of a year, and 29 February. */
    public static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2025, 2, 28),
            LocalDate.of(2025, 3, 1),
            LocalDate.of(2025, 8, 31),
            LocalDate.of(2025, 9, 1),
            LocalDate.of(2025, 12, 31),
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 2, 28));

    public static final List<String> MEASURES = List.of("technoparks", "health-camps");
    public static final List<String> TYPES = List.of("project", "seminar", "camp");
    static final List<String> AWARD_STATES =
            List.of("PROPOSED", "COMMISSION", "APPROVED", "ISSUED", "ENDED", "RETURNED", "REFUSED");

    static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    static final List<String> FORMS = List.of("video", "lecture", "trip");

    private static final long CHILD = 1;
    private static final long OTHERS = 100_000;
    private static final int ORGANISATIONS = 40;
    private static final int STAFF = 30;

    private final Random random;
    private final List<String> places;
    private final int children;
    private final List<Long> staff = new ArrayList<>();
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
                ORGANISATIONS,
                i -> row(
                        "id",
                        OTHERS + i,
                        "kind",
                        any("SCHOOL", "SCHOOL", "SCHOOL", "CENTRE", "CABINET"),
                        "name",
                        "№ " + i,
                        "name_key",
                        "n " + i,
                        "territory",
                        place(),
                        "opened_on",
                        maybe(1),
                        "closed_on",
                        random.nextInt(4) == 0 ? near(0) : null,
                        "active",
                        random.nextInt(8) > 0,
                        "capacity",
                        random.nextInt(3) == 0 ? null : random.nextInt(300),
                        "created_at",
                        NOW));
        next += 100;
        insert(tx, "staff", STAFF, i -> {
            staff.add(next);
            return row(
                    "id",
                    next++,
                    "organisation_id",
                    someOrganisation(),
                    "surname",
                    "Серік",
                    "given_name",
                    "Айгүл",
                    "name_key",
                    "serik aigul",
                    "position",
                    "TEACHER",
                    "valid_from",
                    LocalDate.of(2020, 1, 1),
                    "created_at",
                    NOW);
        });
        insert(tx, "child", children, i -> child(CHILD + i));
        facts(tx);
        activities(tx);
        awards(tx);
        others(tx);
        new Surroundings(this).write(tx);
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
                random.nextInt(4) == 0 ? null : someOrganisation(),
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
                        near(random.nextInt(3)),
                        "coach_id",
                        random.nextInt(3) == 0 ? null : any(staff)));
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

    private void activities(Tx tx) {
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
                    "seats",
                    random.nextInt(3) == 0 ? null : random.nextInt(40),
                    "organisation_id",
                    random.nextInt(3) == 0 ? null : someOrganisation(),
                    "fields",
                    fields(),
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
            List<Long> adults =
                    IntStream.range(0, 5).mapToObj(i -> any(staff)).distinct().toList();
            insert(tx, "participation", takers.size() + adults.size(), i -> {
                boolean adult = i >= takers.size();
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
                        adult ? adults.get(i - takers.size()) : null,
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

    private void awards(Tx tx) {
        insert(tx, "award", children / 2, i -> {
            boolean adult = random.nextInt(3) == 0;
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
                    adult ? any(staff) : null,
                    "state",
                    any(AWARD_STATES),
                    "date_from",
                    maybe(random.nextInt(2)),
                    "fields",
                    fields(),
                    "source",
                    any("LOCAL_BUDGET", "OFF_BUDGET", null),
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
                    "author_id",
                    random.nextInt(3) == 0 ? null : any(staff),
                    "step",
                    any("draft", "signed", null),
                    "fields",
                    fields(),
                    "source",
                    any("LOCAL_BUDGET", "OFF_BUDGET", null),
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
                        any("LOCAL_BUDGET", "OFF_BUDGET"),
                        "created_by",
                        1L,
                        "created_at",
                        NOW));
    }

    long someChild() {
        return CHILD + random.nextInt(children);
    }

    /** Each child once. */
    int children() {
        return children;
    }

    long someOrganisation() {
        return OTHERS + random.nextInt(ORGANISATIONS);
    }

    long someStaff() {
        return any(staff);
    }

    long id() {
        return next++;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Extra fields as the registry writes them, with another field whose text looks like the one that is counted by. */
    private String fields() {
        String trap = "\"note\":\"\\\"form\\\":\\\"video\\\"\"";
        return random.nextInt(4) == 0 ? "{" + trap + "}" : "{" + trap + ",\"form\":\"" + any(FORMS) + "\"}";
    }

    String place() {
        return any(places);
    }

    /** A day on or beside one of the days that are asked for, so many years earlier. */
    LocalDate near(int yearsBefore) {
        return any(DAYS).minusYears(yearsBefore).plusDays(random.nextInt(3) - 1L);
    }

    LocalDate maybe(int yearsBefore) {
        return random.nextBoolean() ? null : near(yearsBefore);
    }

    @SafeVarargs
    final <T> T any(T... of) {
        return of[random.nextInt(of.length)];
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    static Map<String, Object> row(Object... namesAndValues) {
        Map<String, Object> row = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], Optional.ofNullable(namesAndValues[i + 1]));
        }
        return row;
    }

    static void insert(Tx tx, String table, int rows, IntFunction<Map<String, Object>> maker) {
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
