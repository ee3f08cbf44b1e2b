package kz.jolkarta.registry.records;

import static kz.jolkarta.core.criteria.Criterion.ages;
import static kz.jolkarta.core.criteria.Criterion.and;
import static kz.jolkarta.core.criteria.Criterion.everyone;
import static kz.jolkarta.core.criteria.Criterion.gifted;
import static kz.jolkarta.core.criteria.Criterion.rural;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.AwardType.Limit;
import kz.jolkarta.core.measure.AwardType.Quota;
import kz.jolkarta.core.measure.DeliverableType;
import kz.jolkarta.core.measure.Field;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.registry.Territories;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Resolution997;
import kz.jolkarta.core.testing.FixedClock;
import kz.jolkarta.registry.figures.FactsStore;

/** Two regions, a measure of each kind, and people who work with them: what the tests of records share. */
public final class RecordWorld {
    public static final String REGION = "230000000";
    public static final String DISTRICT = "233600000";
    public static final String VILLAGE = "233630100";
    public static final String CITY = "231010000";
    public static final String ELSEWHERE = "613630100";
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static final List<String> PLACES = List.of(REGION, DISTRICT, CITY, ELSEWHERE, "610000000");

    public final FixedClock clock = FixedClock.at(TODAY);
    public final List<Audit.Entry> audited = new ArrayList<>();
    public final Database database;
    public final Ledger ledger;

    /** @param more measures of a test's own, beside those of all */
    public RecordWorld(Database database, Measures.Installed... more) {
        this(database, new Catalogue(List.of(more)));
    }

    public RecordWorld(Database database, Measures measures) {
        this.database = database;
        this.ledger = new Ledger(database, measures, new Trail(), clock, new Places(), new FactsStore());
    }

    /** Writes down what is audited. */
    public Audit audit() {
        return new Trail();
    }

    static void territories(Database database) {
        database.run(tx -> {
            List<String> all = new ArrayList<>(PLACES);
            all.add(VILLAGE);
            for (String code : all) {
                Map<String, Object> unit = new HashMap<>();
                unit.put("code", code);
                unit.put("kind", kind(code));
                unit.put("rural", code.equals(VILLAGE) || code.equals(ELSEWHERE));
                unit.put("since", LocalDate.of(1900, 1, 1));
                tx.update(
                        "insert into territory (code, kind, rural, name_kk, name_ru, name_en, valid_from)"
                                + " values (:code, :kind, :rural, 'x', 'x', 'x', :since)",
                        unit);
            }
        });
    }

    private static String kind(String code) {
        return code.endsWith("0000000") ? "REGION" : code.endsWith("00000") ? "DISTRICT" : "VILLAGE";
    }

    /** A coordinator of the unit who may approve too. */
    public static User coordinator(String territory) {
        return user(1, territory, Role.COORDINATOR, Role.APPROVER);
    }

    public static User user(long id, String territory, Role... roles) {
        Map<Right, Scope> rights = new EnumMap<>(Right.class);
        for (Role role : roles) {
            role.rights().forEach(r -> rights.put(r, Scope.of(territory)));
        }
        return new User(id, "u" + id, rights, Language.KK);
    }

    /** A child born in 2014 with a talent, in grade 6. */
    public long child(String territory) {
        long id = database.nextId();
        database.run(tx -> {
            child(tx, id, territory);
            talent(tx, id);
        });
        return id;
    }

    public long childWithoutTalent(String territory) {
        long id = database.nextId();
        database.run(tx -> child(tx, id, territory));
        return id;
    }

    private void child(Tx tx, long id, String territory) {
        tx.update(
                "insert into child (id, surname, given_name, key_surname, key_given, sort_key, birth_date, sex, territory, grade,"
                        + " registered_on, updated_at) values (:id, 'Сынақов', 'Әлихан', 'sinakov alihan', 'alihan sinakov', :sort, :born, 'MALE',"
                        + " :territory, 6, :registered, :at)",
                Map.of(
                        "id",
                        id,
                        "sort",
                        "k" + id,
                        "born",
                        LocalDate.of(2014, 5, 1),
                        "territory",
                        territory,
                        "registered",
                        LocalDate.of(2025, 1, 10),
                        "at",
                        clock.now()));
    }

    private void talent(Tx tx, long child) {
        tx.update(
                "insert into child_talent (id, child_id, field, identified_on) values (:id, :child, 'SPORT', :on)",
                Map.of("id", database.nextId(), "child", child, "on", LocalDate.of(2025, 1, 10)));
    }

    public long organisation(String territory, OrganisationKind kind) {
        long id = database.nextId();
        database.run(tx -> tx.update(
                "insert into organisation (id, kind, name, name_key, territory, created_at)"
                        + " values (:id, :kind, 'Мектеп', 'mektep', :territory, :at)",
                Map.of("id", id, "kind", kind, "territory", territory, "at", clock.now())));
        return id;
    }

    /** Somebody of the staff of an organisation there. */
    public long staff(String territory, String position) {
        long organisation = organisation(territory, OrganisationKind.SCHOOL);
        long id = database.nextId();
        database.run(tx -> {
            tx.update(
                    "insert into staff (id, organisation_id, surname, given_name, name_key, position, valid_from, created_at)"
                            + " values (:id, :organisation, 'Ұстаз', 'Айгүл', 'ustaz aigul', :position, :from, :at)",
                    Map.of(
                            "id",
                            id,
                            "organisation",
                            organisation,
                            "position",
                            position,
                            "from",
                            LocalDate.of(2020, 1, 1),
                            "at",
                            clock.now()));
        });
        return id;
    }

    /** @param place null for a prize or mere participation */
    public void achievement(
            long child, long coach, AchievementLevel level, Integer place, boolean prize, LocalDate wonOn) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", database.nextId());
        row.put("child", child);
        row.put("coach", coach);
        row.put("level", level);
        row.put("place", place);
        row.put("prize", prize);
        row.put("on", wonOn);
        database.run(tx -> tx.update(
                "insert into achievement (id, child_id, event, level, place, prize, won_on, coach_id)"
                        + " values (:id, :child, 'Олимпиада', :level, :place, :prize, :on, :coach)",
                row));
    }

    public long consent(long child, LocalDate from) {
        long id = database.nextId();
        database.run(tx -> tx.update(
                "insert into consent (id, child_id, purpose, given_on, template) values (:id, :child, 'PUBLICITY', :from, 'v1')",
                Map.of("id", id, "child", child, "from", from)));
        return id;
    }

    /** A consent for one material only. */
    public long consent(long child, LocalDate from, long deliverable) {
        long id = consent(child, from);
        database.run(tx -> tx.update(
                "update consent set deliverable_id = :deliverable where id = :id",
                Map.of("id", id, "deliverable", deliverable)));
        return id;
    }

    public void withdraw(long consent, LocalDate on) {
        database.run(tx ->
                tx.update("update consent set withdrawn_on = :on where id = :id", Map.of("id", consent, "on", on)));
    }

    public long number(String sql, Map<String, ?> params) {
        return database.call(tx -> tx.number(sql, params));
    }

    /** Three measures of № 997 with kinds of records that show every rule. */
    private static final class Catalogue implements Measures {
        private static final List<Installed> OF_ALL = List.of(
                installed(
                        Resolution997.clause(8),
                        List.of(
                                ActivityType.forChildren("open-day", everyone()),
                                ActivityType.forChildren(
                                        "course", rural(), Field.text("topic").mandatory(), Field.number("level")),
                                ActivityType.forChildren(
                                        "project", rural(), Field.choice("direction", "robotics", "other")),
                                ActivityType.forStaff("seminar")),
                        List.of(),
                        List.of()),
                installed(
                        Resolution997.clause(13),
                        List.of(),
                        List.of(
                                AwardType.of("camp", and(gifted(), ages(6, 17)), Quota.REGION_YEAR, Limit.ONE_A_YEAR),
                                AwardType.of(
                                        "sanatorium", and(gifted(), ages(6, 17)), Quota.REGION_YEAR, Limit.ONE_A_YEAR),
                                AwardType.of("visit", everyone(), Quota.REGION_YEAR, Limit.ANY),
                                AwardType.of("voucher", everyone(), Quota.REGION_YEAR, Limit.ANY)
                                        .when(Rule.queued()),
                                AwardType.of("title", everyone(), Quota.COUNTRY_YEAR, Limit.ONE_EVER),
                                AwardType.of("honour", everyone(), Quota.COUNTRY_YEAR, Limit.ANY)
                                        .when(Rule.most(5)),
                                AwardType.of("teacher-award", everyone(), Quota.COUNTRY_YEAR, Limit.ANY)
                                        .when(Rule.most(100)),
                                AwardType.of("help", everyone(), Quota.NONE, Limit.ONE_AT_A_TIME)),
                        List.of()),
                installed(
                        Resolution997.clause(18),
                        List.of(),
                        List.of(),
                        List.of(
                                DeliverableType.showingChildren("video"),
                                DeliverableType.showingChildren("article"),
                                DeliverableType.of("order"),
                                DeliverableType.showingChildren("amendment").through("draft", "discussion", "in-force"),
                                DeliverableType.of("guide").when(Rule.coached(AchievementLevel.REPUBLIC, 0)),
                                DeliverableType.of("lesson").when(Rule.coached(AchievementLevel.REPUBLIC, 24)))));

        private final List<Installed> all;

        Catalogue(List<Installed> more) {
            all = Stream.concat(OF_ALL.stream(), more.stream()).toList();
        }

        private static Installed installed(
                Clause clause,
                List<ActivityType> activities,
                List<AwardType> awards,
                List<DeliverableType> deliverables) {
            return new Installed(
                    clause,
                    "test",
                    "1",
                    kz.jolkarta.core.measure.Reach.EVERY_REGION,
                    activities,
                    awards,
                    deliverables,
                    List.of());
        }

        @Override
        public List<Installed> installed() {
            return all;
        }

        @Override
        public List<Rejected> rejected() {
            return List.of();
        }

        @Override
        public Optional<Installed> find(String code) {
            return all.stream().filter(m -> m.code().equals(code)).findFirst();
        }

        @Override
        public Installed require(String code) {
            return find(code).orElseThrow(Problem::notFound);
        }
    }

    private final class Trail implements Audit {
        @Override
        public void record(Tx tx, User user, Entry entry) {
            synchronized (audited) {
                audited.add(entry);
            }
        }

        @Override
        public void record(Tx tx, User user, List<Entry> entries) {
            entries.forEach(e -> record(tx, user, e));
        }
    }

    private static final class Places implements Territories {
        @Override
        public Optional<Territory> find(String code) {
            boolean known = PLACES.contains(code) || code.equals(VILLAGE);
            return known
                    ? Optional.of(new Territory(code, "", kind(code), Optional.empty(), new Text("x", "x", "x")))
                    : Optional.empty();
        }

        @Override
        public List<Territory> regions(LocalDate day) {
            return List.of();
        }

        @Override
        public List<Territory> districts(String region) {
            return List.of();
        }

        @Override
        public String regionOn(LocalDate day, String territory) {
            return territory;
        }
    }
}
