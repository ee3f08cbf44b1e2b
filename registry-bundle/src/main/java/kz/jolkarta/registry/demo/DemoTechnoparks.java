package kz.jolkarta.registry.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.Audience;
import kz.jolkarta.core.measure.Field;
import kz.jolkarta.core.measure.Measures.Installed;

/** A year of technoparks: projects, seminars, hackathons and courses with their rolls, some still open, some planned, one cancelled. */
final class DemoTechnoparks {
    private static final int MONTHS = 13;

    private final DemoScene scene;
    private final Installed measure;
    private final List<DemoStore.Place> parks;
    private final List<DemoChild> entitled;

    DemoTechnoparks(DemoScene scene, Installed measure, List<DemoStore.Place> parks, List<DemoChild> entitled) {
        this.scene = scene;
        this.measure = measure;
        this.parks = parks;
        this.entitled = entitled;
    }

    void write() {
        LocalDate first = scene.today.minusMonths(MONTHS).withDayOfMonth(1);
        for (int month = 0; month <= MONTHS + 1; month++) {
            LocalDate start = first.plusMonths(month);
            if (start.getMonthValue() >= 6 && start.getMonthValue() <= 8) {
                continue;
            }
            activity("project", start, 2, 8, 12);
            activity(month % 2 == 0 ? "project" : "tutor-course", start.plusDays(3), 1, 6, 12);
            activity(month % 3 == 0 ? "hackathon" : "seminar", start.plusDays(15), 0, 1, 30);
        }
    }

    /** @param sessions at most so many, one a week */
    private void activity(String kind, LocalDate from, int months, int sessions, int seats) {
        measure.activity(kind)
                .filter(type -> type.audience() == Audience.CHILDREN)
                .ifPresent(type -> activity(type, from, months, sessions, seats));
    }

    private void activity(ActivityType type, LocalDate from, int months, int sessions, int seats) {
        DemoStore.Place park = scene.one(parks);
        LocalDate starts = from.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
        LocalDate ends = starts.plusMonths(months).plusDays(1);
        boolean cancelled = scene.chance(5);
        String state = cancelled
                ? "CANCELLED"
                : ends.isBefore(scene.today) ? "HELD" : starts.isAfter(scene.today) ? "PLANNED" : "OPEN";
        List<DemoChild> people = scene.some(entitled, cancelled ? 0 : seats + scene.random.nextInt(4) - 2);
        int taken = state.equals("PLANNED") ? 0 : Math.min(seats, people.size());
        long id = scene.id();
        scene.add(
                "activity",
                "id",
                id,
                "measure",
                measure.code(),
                "type",
                type.code(),
                "title",
                scene.one(type.code()),
                "territory",
                park.territory(),
                "organisation_id",
                park.id(),
                "place",
                park.name(),
                "starts",
                starts,
                "ends",
                ends,
                "hours",
                Math.max(4, sessions * 2),
                "seats",
                seats,
                "seats_taken",
                taken,
                "state",
                state,
                "reason",
                cancelled ? scene.one("cancelled") : null,
                "fields",
                fields(type),
                "created_by",
                0L,
                "created_at",
                scene.now);
        scene.audited("activity", id, park.territory());
        roll(id, starts, state, sessions, people, taken);
    }

    private void roll(long activity, LocalDate starts, String state, int sessions, List<DemoChild> people, int taken) {
        List<LocalDate> days = new ArrayList<>();
        for (int i = 0; i < sessions; i++) {
            LocalDate day = starts.plusWeeks(i);
            if (!day.isAfter(scene.today) && !state.equals("CANCELLED")) {
                days.add(day);
            }
        }
        List<Set<Integer>> present = new ArrayList<>();
        for (LocalDate day : days) {
            Set<Integer> who = new HashSet<>();
            for (int p = 0; p < taken; p++) {
                // A few are never seen, the others miss a session now and then.
                if (p % 9 != 8 && scene.chance(85)) {
                    who.add(p);
                }
            }
            present.add(who);
        }
        List<Long> participations = participations(activity, starts, state, people, taken, present);
        for (int s = 0; s < days.size(); s++) {
            long session = scene.id();
            List<String> topics = scene.words.all("topic");
            scene.add(
                    "activity_session",
                    "id",
                    session,
                    "activity_id",
                    activity,
                    "held_on",
                    days.get(s),
                    "topic",
                    topics.get(s % topics.size()));
            for (int p = 0; p < taken; p++) {
                scene.add(
                        "presence",
                        "session_id",
                        session,
                        "participation_id",
                        participations.get(p),
                        "present",
                        present.get(s).contains(p));
            }
        }
    }

    private List<Long> participations(
            long activity,
            LocalDate starts,
            String state,
            List<DemoChild> people,
            int taken,
            List<Set<Integer>> present) {
        List<Long> ids = new ArrayList<>();
        for (int p = 0; p < people.size(); p++) {
            DemoChild child = people.get(p);
            int number = p;
            boolean came = present.stream().anyMatch(s -> s.contains(number));
            long id = scene.id();
            ids.add(id);
            scene.add(
                    "participation",
                    "id",
                    id,
                    "activity_id",
                    activity,
                    "child_id",
                    child.id(),
                    "state",
                    state.equals("PLANNED")
                            ? "APPLIED"
                            : p >= taken ? "WAITING" : state.equals("OPEN") ? "ACCEPTED" : came ? "ATTENDED" : "ABSENT",
                    "applied_at",
                    scene.now);
            scene.audited("participation", id, child.territory());
        }
        return ids;
    }

    /** The first choice of each field by chance; other kinds are left empty. */
    private String fields(ActivityType type) {
        List<String> members = new ArrayList<>();
        for (Field field : type.fields()) {
            if (field.kind() == Field.Kind.CHOICE) {
                members.add("\"" + field.code() + "\":\"" + scene.one(field.choices()) + "\"");
            }
        }
        return "{" + String.join(",", members) + "}";
    }
}
