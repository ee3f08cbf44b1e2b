package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.TalentField;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.roadmaps.PrintedMap.Aim;
import kz.jolkarta.registry.roadmaps.PrintedMap.Diagnosis;
import kz.jolkarta.registry.roadmaps.PrintedMap.Marks;
import kz.jolkarta.registry.roadmaps.PrintedMap.Parent;
import kz.jolkarta.registry.roadmaps.PrintedMap.Parts;
import kz.jolkarta.registry.roadmaps.PrintedMap.Period;
import kz.jolkarta.registry.roadmaps.PrintedMap.Permission;
import kz.jolkarta.registry.roadmaps.PrintedMap.Prize;
import kz.jolkarta.registry.roadmaps.PrintedMap.Step;
import kz.jolkarta.registry.roadmaps.PrintedMap.Support;
import kz.jolkarta.registry.roadmaps.PrintedMap.SupportKind;
import kz.jolkarta.registry.roadmaps.PrintedMap.Talent;

/** What children and maps have several of, read for many of them at once. */
record PrintPartStore(
        Map<Long, List<Period>> categories,
        Map<Long, List<Talent>> talents,
        Map<Long, List<Parent>> representatives,
        Map<Long, List<Permission>> consents,
        Map<Long, List<Diagnosis>> diagnostics,
        Map<Long, List<Marks>> marks,
        Map<Long, List<Prize>> achievements,
        Map<Long, List<Aim>> goals,
        Map<Long, List<Step>> steps,
        Map<Long, List<Support>> activities,
        Map<Long, List<Award>> awards,
        Map<Long, List<Support>> deliverables) {
    /** A payment for an award. */
    private record Paid(LocalDate on, long amount) {}

    /** An award with what was paid for it. */
    private record Award(Support support, List<Paid> payments) {}

    static PrintPartStore read(Tx tx, User user, Collection<Long> children, Collection<Long> maps) {
        Map<String, Object> ofChildren = Map.of("ids", children);
        Map<String, Object> ofMaps = Map.of("ids", maps);
        return new PrintPartStore(
                PrintStore.by(
                        tx,
                        "child_id",
                        "select * from child_category" + Along.constraint("child_category_child_fk")
                                + " where child_id in (:ids) order by valid_from, id",
                        ofChildren,
                        row -> new Period(
                                row.value("category", Category.class),
                                Person.name(row.text("ground_kind"), row.text("ground_number")),
                                row.optionalDate("ground_date"),
                                row.date("valid_from"),
                                row.optionalDate("valid_to"))),
                PrintStore.by(
                        tx,
                        "child_id",
                        "select * from child_talent" + Along.constraint("child_talent_child_fk")
                                + " where child_id in (:ids) order by identified_on, id",
                        ofChildren,
                        row -> new Talent(
                                row.value("field", TalentField.class),
                                row.text("subject"),
                                row.text("proposed_by"),
                                row.date("identified_on"))),
                PrintStore.by(
                        tx,
                        "child_id",
                        "select * from representative" + Along.constraint("representative_child_fk")
                                + " where child_id in (:ids) order by id",
                        ofChildren,
                        row -> new Parent(row.text("name"), row.text("relation"), row.text("phone"))),
                PrintStore.by(
                        tx,
                        "child_id",
                        "select * from consent" + Along.constraint("consent_child_fk")
                                + " where child_id in (:ids) and purpose = 'PROCESSING' order by given_on, id",
                        ofChildren,
                        row -> new Permission(
                                row.date("given_on"), row.optionalDate("valid_to"), row.optionalDate("withdrawn_on"))),
                diagnostics(tx, user, ofChildren),
                PrintStore.by(
                        tx,
                        "child_id",
                        "select * from child_marks" + Along.constraint("child_marks_child_fk")
                                + " where child_id in (:ids) order by school_year",
                        ofChildren,
                        row -> new Marks(row.integer("school_year"), row.flag("excellent"))),
                achievements(tx, user, ofChildren),
                PrintStore.by(
                        tx,
                        "road_map_id",
                        "select id, road_map_id, title, expected from road_map_goal"
                                + Along.constraint("road_map_goal_map_fk")
                                + " where road_map_id in (:ids) order by ordinal, id",
                        ofMaps,
                        row -> new Aim(row.number("id"), row.text("title"), row.text("expected"))),
                PrintStore.by(
                        tx,
                        "road_map_id",
                        "select * from road_map_step" + Along.index("road_map_step_map")
                                + " where road_map_id in (:ids) and state <> 'DROPPED' order by ordinal, id",
                        ofMaps,
                        PrintPartStore::step),
                activities(tx, ofChildren),
                awards(tx, ofChildren),
                deliverables(tx, ofChildren));
    }

    /** Asked for only by who may see the diagnostics of somebody; which child's are shown is decided at the child. */
    private static Map<Long, List<Diagnosis>> diagnostics(Tx tx, User user, Map<String, Object> ofChildren) {
        if (!user.has(Right.DIAGNOSTICS_READ)) {
            return Map.of();
        }
        return PrintStore.by(
                tx,
                "child_id",
                "select d.* from diagnostic_result d" + Along.constraint("diagnostic_result_child_fk")
                        + " join child c on c.id = d.child_id where d.child_id in (:ids) and "
                        + user.scope(Right.DIAGNOSTICS_READ).persons("c") + " order by d.held_on, d.id",
                ofChildren,
                row -> new Diagnosis(
                        row.date("held_on"),
                        row.text("method"),
                        row.text("score"),
                        row.text("norm"),
                        row.text("conclusion"),
                        row.text("psychologist"),
                        row.optionalDate("next_on")));
    }

    private static Map<Long, List<Prize>> achievements(Tx tx, User user, Map<String, Object> ofChildren) {
        return PrintStore.by(
                tx,
                "child_id",
                "select a.child_id, a.event, a.organiser, a.level, a.stage, a.place, a.prize, a.won_on, a.coach_name,"
                        + " o.id known, s.surname, s.given_name, s.patronymic from achievement a"
                        + Along.constraint("achievement_child_fk")
                        + " left join staff s on s.id = a.coach_id left join organisation o on o.id = s.organisation_id and "
                        + user.scope(Right.ORGANISATIONS_READ).condition("o.territory")
                        + " where a.child_id in (:ids) order by a.won_on desc, a.id",
                ofChildren,
                row -> new Prize(
                        row.text("event"),
                        row.text("organiser"),
                        row.value("level", AchievementLevel.class),
                        row.text("stage"),
                        row.optionalInteger("place"),
                        row.flag("prize"),
                        row.date("won_on"),
                        coach(row)));
    }

    private static String coach(Row row) {
        return row.optionalNumber("known").isEmpty()
                ? row.text("coach_name")
                : Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic"));
    }

    private static Step step(Row row) {
        return new Step(
                row.optionalNumber("goal_id"),
                row.text("title"),
                row.text("measure"),
                row.text("type"),
                row.text("expected"),
                row.text("responsible"),
                row.date("due_on"),
                row.value("state", StepState.class),
                row.optionalDate("done_on"),
                row.text("note"));
    }

    private static Map<Long, List<Support>> activities(Tx tx, Map<String, Object> ofChildren) {
        return PrintStore.by(
                tx,
                "child_id",
                "select p.child_id, p.state, a.measure, a.type, a.title, a.starts, a.ends from participation p"
                        + Along.constraint("participation_child_fk") + " join activity a on a.id = p.activity_id"
                        + " where p.child_id in (:ids) and p.state = 'ATTENDED'",
                ofChildren,
                row -> new Support(
                        SupportKind.ACTIVITY,
                        row.text("measure"),
                        row.text("type"),
                        row.text("title"),
                        row.date("starts"),
                        row.date("ends"),
                        row.text("state"),
                        "",
                        0));
    }

    private static Map<Long, List<Award>> awards(Tx tx, Map<String, Object> ofChildren) {
        Map<Long, List<Paid>> payments = PrintStore.by(
                tx,
                "award_id",
                "select p.award_id, p.paid_on, p.amount from award a" + Along.constraint("award_child_fk")
                        + " join payment p on p.award_id = a.id where a.child_id in (:ids)",
                ofChildren,
                row -> new Paid(row.date("paid_on"), row.number("amount")));
        return PrintStore.by(
                tx,
                "child_id",
                "select * from award" + Along.constraint("award_child_fk")
                        + " where child_id in (:ids) and state in ('APPROVED', 'ISSUED', 'ENDED')",
                ofChildren,
                row -> {
                    LocalDate from =
                            row.optionalDate("date_from").orElse(LocalDate.of(row.integer("award_year"), 1, 1));
                    LocalDate year = LocalDate.of(Math.max(row.integer("award_year"), from.getYear()), 12, 31);
                    Support support = new Support(
                            SupportKind.AWARD,
                            row.text("measure"),
                            row.text("type"),
                            row.text("place"),
                            from,
                            row.optionalDate("date_to").orElse(year),
                            row.text("state"),
                            row.text("document_number"),
                            0);
                    return new Award(support, payments.getOrDefault(row.number("id"), List.of()));
                });
    }

    private static Map<Long, List<Support>> deliverables(Tx tx, Map<String, Object> ofChildren) {
        return PrintStore.by(
                tx,
                "child_id",
                "select x.child_id, d.measure, d.type, d.title, d.adopted_on, d.state from"
                        + Along.ORDER + " child c" + Along.constraint("child_pk") + " join deliverable_child x"
                        + Along.LOOP
                        + " on x.child_id = c.id join deliverable d on d.id = x.deliverable_id"
                        + " where c.id in (:ids) and d.state = 'ADOPTED' and d.adopted_on is not null",
                ofChildren,
                row -> new Support(
                        SupportKind.DELIVERABLE,
                        row.text("measure"),
                        row.text("type"),
                        row.text("title"),
                        row.date("adopted_on"),
                        row.date("adopted_on"),
                        row.text("state"),
                        "",
                        0));
    }

    /** What belongs to the map and its child; of the support, what lies in the map's school year. */
    Parts of(PrintedMap map) {
        long child = map.pupil().id();
        SchoolYear year = new SchoolYear(map.schoolYear());
        Stream<Support> given = Stream.of(
                        activities.getOrDefault(child, List.of()).stream(),
                        awards.getOrDefault(child, List.of()).stream().map(award -> award(award, year)),
                        deliverables.getOrDefault(child, List.of()).stream())
                .flatMap(all -> all);
        List<Support> support = given.filter(s -> !s.from().isAfter(year.last()) && !s.to().isBefore(year.first()))
                .sorted(Comparator.comparing(Support::from).thenComparing(Support::title))
                .toList();
        return new Parts(
                of(categories, child),
                of(talents, child),
                of(representatives, child),
                of(consents, child),
                map.rights().contains(Right.DIAGNOSTICS_READ) ? of(diagnostics, child) : List.of(),
                of(marks, child),
                of(achievements, child),
                of(goals, map.id()),
                of(steps, map.id()),
                support);
    }

    private static <T> List<T> of(Map<Long, List<T>> all, long owner) {
        return List.copyOf(all.getOrDefault(owner, new ArrayList<>()));
    }

    private static Support award(Award award, SchoolYear year) {
        long paid = award.payments().stream()
                .filter(p -> !p.on().isBefore(year.first()) && !p.on().isAfter(year.last()))
                .mapToLong(Paid::amount)
                .sum();
        Support s = award.support();
        return new Support(s.kind(), s.measure(), s.type(), s.title(), s.from(), s.to(), s.state(), s.document(), paid);
    }
}
