package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.activities.Activities;
import kz.jolkarta.registry.activities.Activity;
import kz.jolkarta.registry.activities.ActivityInput;
import kz.jolkarta.registry.activities.Application;
import kz.jolkarta.registry.activities.Participants;
import kz.jolkarta.registry.activities.Rolls;
import kz.jolkarta.registry.activities.SessionInput;
import kz.jolkarta.registry.awards.Award;
import kz.jolkarta.registry.awards.Awards;
import kz.jolkarta.registry.awards.Proposal;
import kz.jolkarta.registry.awards.Quotas;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.StateChange;

/** Road maps with people who keep and approve them, beside measures that keep records: what tests of a map's life share. */
final class LivingMaps {
    static final String TECHNOPARKS = "technoparks";
    static final String CAMPS = "health-camps";
    static final String[] TABLES = {
        "bulk_change",
        "road_map_change",
        "road_map_step",
        "road_map_goal",
        "road_map",
        "road_map_form",
        "presence",
        "activity_session",
        "participation",
        "activity",
        "award",
        "child"
    };

    final RecordWorld world;
    final Forms forms;
    final RoadMaps maps;
    final RoadMapSteps steps;
    final RoadMapGoals goals;
    final Activities activities;
    final Participants participants;
    final Rolls rolls;
    final Awards awards;
    final User keeper = RecordWorld.coordinator(RecordWorld.REGION);
    final User head = RecordWorld.user(9, RecordWorld.REGION, Role.COORDINATOR, Role.APPROVER);

    LivingMaps(TestDatabase database) {
        world = new RecordWorld(database);
        forms = new Forms(world.ledger);
        maps = new RoadMaps(world.ledger, forms);
        steps = new RoadMapSteps(world.ledger, maps);
        goals = new RoadMapGoals(world.ledger, maps);
        activities = new Activities(world.ledger);
        participants = new Participants(world.ledger, activities);
        rolls = new Rolls(world.ledger, activities);
        awards = new Awards(world.ledger, new Quotas(world.ledger));
    }

    /** The required fields of the newest form, filled in. */
    Map<String, Object> whole() {
        Map<String, Object> content = new HashMap<>();
        FormContent form = world.database
                .read(tx -> FormStore.newestPublished(tx, world.ledger.clock().today())
                        .orElseThrow())
                .content();
        form.fields().filter(FormField::required).forEach(field -> content.put(field.code(), value(field)));
        return content;
    }

    private static Object value(FormField field) {
        return switch (field.kind()) {
            case NUMBER -> 4;
            case DATE -> "2026-02-01";
            case CHOICE -> field.choices().get(0).code();
            default -> "Мәтін";
        };
    }

    RoadMap draft(long child, int year, StepInput... planned) {
        RoadMap map = maps.create(keeper, child, new RoadMapInput(year, null, whole()));
        for (StepInput step : planned) {
            map = steps.add(keeper, map.id(), OptionalInt.empty(), step);
        }
        return map;
    }

    RoadMap agree(RoadMap map) {
        return maps.agree(keeper, map.id(), OptionalInt.empty(), new Agreement(null, "Сынақова Гүлнәр", null));
    }

    RoadMap approve(RoadMap map) {
        return maps.move(head, map.id(), OptionalInt.empty(), new MapChange("approved", "", ""));
    }

    /** The child's approved map of 2025/2026. */
    RoadMap approved(long child, StepInput... planned) {
        return approve(agree(draft(child, 2025, planned)));
    }

    RoadMap now(RoadMap map) {
        return maps.get(keeper, map.id());
    }

    static StepInput step(String measure, String type, LocalDate due) {
        return new StepInput("Қадам", measure, type, null, null, null, due);
    }

    static LocalDate due(int month, int day) {
        return LocalDate.of(2026, month, day);
    }

    /** An open day of a technopark that the child was accepted to. */
    Activity openDay(String type, LocalDate on, long... children) {
        ActivityInput input = new ActivityInput(
                type, "Ашық күн " + on, RecordWorld.DISTRICT, null, null, null, on, on, 4, null, Map.of());
        Activity made = activities.create(keeper, TECHNOPARKS, input);
        Activity open =
                activities.move(keeper, TECHNOPARKS, made.id(), OptionalInt.empty(), new StateChange("open", ""));
        for (long child : children) {
            participants.apply(keeper, TECHNOPARKS, open.id(), new Application(List.of(child), List.of(), ""));
        }
        return open;
    }

    long participation(Activity activity, long child) {
        return world.number(
                "select id from participation where activity_id = :activity and child_id = :child",
                Map.of("activity", activity.id(), "child", child));
    }

    /** The child was there, and the activity is held. @return the participation */
    long attend(String type, LocalDate on, long child) {
        Activity activity = openDay(type, on, child);
        long participation = participation(activity, child);
        rolls.mark(
                keeper,
                TECHNOPARKS,
                activity.id(),
                new SessionInput(on, "Робот құрастыру", Set.of(participation), Set.of()));
        activities.move(keeper, TECHNOPARKS, activity.id(), OptionalInt.empty(), new StateChange("held", ""));
        return participation;
    }

    /** Help of the measure of camps, brought as far as it is issued. */
    Award helped(long child, LocalDate from) {
        Award award = awards.create(
                keeper,
                CAMPS,
                Proposal.toChild("help", child).during(from, from.plusDays(20)).input());
        for (String state : List.of("commission", "approved", "issued")) {
            award = moved(award, state, "");
        }
        return award;
    }

    Award moved(Award award, String state, String reason) {
        return awards.move(keeper, CAMPS, award.id(), OptionalInt.empty(), new StateChange(state, reason));
    }
}
