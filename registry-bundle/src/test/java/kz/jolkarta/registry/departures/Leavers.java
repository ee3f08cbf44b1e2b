package kz.jolkarta.registry.departures;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.activities.Activities;
import kz.jolkarta.registry.activities.ActivityInput;
import kz.jolkarta.registry.activities.Application;
import kz.jolkarta.registry.activities.Participants;
import kz.jolkarta.registry.allocation.Allocations;
import kz.jolkarta.registry.allocation.Pool;
import kz.jolkarta.registry.awards.AwardInput;
import kz.jolkarta.registry.awards.Awards;
import kz.jolkarta.registry.awards.QuotaInput;
import kz.jolkarta.registry.awards.Quotas;
import kz.jolkarta.registry.figures.FactsStore;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Nineteen;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.StateChange;
import kz.jolkarta.registry.residence.Residences;
import kz.jolkarta.registry.roadmaps.Forms;
import kz.jolkarta.registry.roadmaps.RoadMapInput;
import kz.jolkarta.registry.roadmaps.RoadMaps;

/** Children of a region with something ahead of them: seats, vouchers, a stipend, a road map. */
final class Leavers {
    static final String TECHNOPARKS = "technoparks";
    static final String CAMPS = "health-camps";
    static final LocalDate DAY = RegistryWorld.TODAY.minusDays(10);
    static final String[] TABLES = {
        "bulk_change",
        "road_map_change",
        "road_map_step",
        "road_map_goal",
        "road_map",
        "payment",
        "allocation_event",
        "presence",
        "activity_session",
        "participation",
        "activity",
        "award",
        "quota",
        "child_residence",
        "child_transfer",
        "child_departure",
        "child"
    };

    final RegistryWorld world;
    final RecordWorld records;
    final Ledger ledger;
    final Departures departures;
    final Archive archive;
    final Awards awards;
    final Participants participants;

    final Caller keeper = RegistryWorld.caller(RegistryWorld.ATYRAU, Role.COORDINATOR, Role.APPROVER);
    final Caller coordinator = RegistryWorld.coordinator(RegistryWorld.ATYRAU);
    final Caller north = RegistryWorld.coordinator(RegistryWorld.NORTH);

    private final User ministry = RecordWorld.coordinator("");
    private final Quotas quotas;
    final Activities activities;

    Leavers(TestDatabase database) {
        world = new RegistryWorld(database);
        database.clear(TABLES);
        records = new RecordWorld(database, new Nineteen().require("stipends"));
        ledger = new Ledger(
                database, records.ledger.measures(), world.audit, world.clock, world.gazetteer, new FactsStore());
        quotas = new Quotas(ledger);
        departures = new Departures(ledger, TestTexts.ofClassPath(), new Residences(ledger, quotas));
        archive = new Archive(ledger, world.gazetteer);
        awards = new Awards(ledger, quotas);
        activities = new Activities(ledger);
        participants = new Participants(ledger, activities);
    }

    long child() {
        return records.child(RegistryWorld.ATYRAU_CITY);
    }

    static DepartureInput goes(String conclusion) {
        return new DepartureInput(DAY, "abroad", "Отбасы көшті", "Германия", conclusion);
    }

    Outcome leave(long child) {
        return departures.leave(keeper, child, version(child), goes(null));
    }

    int version(long child) {
        return (int) records.number("select version from child where id = :id", Map.of("id", child));
    }

    String text(String sql, long id) {
        return world.database.read(
                tx -> tx.one(sql, Map.of("id", id), row -> row.text("what")).orElseThrow());
    }

    String state(long child) {
        return text("select state what from child where id = :id", child);
    }

    void set(String table, long id, String column, Object value) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("value", value);
        world.database.run(tx -> tx.update("update " + table + " set " + column + " = :value where id = :id", params));
    }

    /** Next month, with so many seats; null for no limit. */
    long openDay(Integer seats) {
        LocalDate on = RegistryWorld.TODAY.plusDays(20);
        ActivityInput input = new ActivityInput(
                "open-day", "Ашық күн", RegistryWorld.ATYRAU_CITY, null, null, null, on, on, null, seats, Map.of());
        long id = activities.create(ministry, TECHNOPARKS, input).id();
        activities.move(ministry, TECHNOPARKS, id, OptionalInt.empty(), new StateChange("open", ""));
        return id;
    }

    long applies(long activity, long child) {
        world.clock.advance(Duration.ofMinutes(1));
        participants.apply(ministry, TECHNOPARKS, activity, new Application(List.of(child), List.of(), ""));
        return records.number(
                "select id from participation where activity_id = :activity and child_id = :child",
                Map.of("activity", activity, "child", child));
    }

    String participation(long id) {
        return text("select state what from participation where id = :id", id);
    }

    long cap(int places) {
        return quotas.set(
                        ministry,
                        CAMPS,
                        OptionalInt.empty(),
                        new QuotaInput("voucher", RegistryWorld.ATYRAU, 2026, places))
                .id();
    }

    /** An approved voucher, which waits when there is no place. */
    long voucher(long child) {
        long id = proposal(child);
        for (String state : List.of("commission", "approved")) {
            awards.move(ministry, CAMPS, id, OptionalInt.empty(), new StateChange(state, ""));
        }
        return id;
    }

    long proposal(long child) {
        world.clock.advance(Duration.ofMinutes(1));
        AwardInput input = new AwardInput(
                "voucher", child, null, 2026, null, null, null, null, null, null, null, null, null, Map.of());
        return awards.create(ministry, CAMPS, input).id();
    }

    String award(long id) {
        return text("select state what from award where id = :id", id);
    }

    boolean replays(String measure, Pool pool) {
        return new Allocations(ledger).replay(ministry, measure, pool).same();
    }

    /** An issued monthly stipend of 50 000 tenge since September. */
    long stipend(long child) {
        long id = world.database.nextId();
        world.database.run(tx -> tx.update(
                "insert into award (id, measure, type, award_year, territory, child_id, state, date_from, amount, proposed_by,"
                        + " created_at) values (:id, 'stipends', 'monthly', 2026, :territory, :child, 'ISSUED', :from, 5000000, 1, :at)",
                Map.of(
                        "id",
                        id,
                        "territory",
                        RegistryWorld.ATYRAU_CITY,
                        "child",
                        child,
                        "from",
                        LocalDate.of(2026, 9, 1),
                        "at",
                        world.clock.now())));
        return id;
    }

    /** The approved map of this school year. */
    long roadMap(long child) {
        RoadMaps maps = new RoadMaps(ledger, new Forms(ledger));
        long id = maps.create(keeper.user(), child, new RoadMapInput(2026, null, Map.of()))
                .id();
        set("road_map", id, "approved_on", LocalDate.of(2026, 10, 1));
        set("road_map", id, "state", "APPROVED");
        return id;
    }
}
