package kz.jolkarta.registry.residence;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.awards.Quotas;
import kz.jolkarta.registry.children.School;
import kz.jolkarta.registry.figures.FactsStore;
import kz.jolkarta.registry.places.Place;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.RecordWorld;

/** Two regions between which children move, with measures that give vouchers. */
public final class Movers {
    public static final LocalDate DAY = RegistryWorld.TODAY.minusDays(10);

    public final RegistryWorld world;
    public final RecordWorld records;
    public final Ledger ledger;
    public final Quotas quotas;
    public final Residences residences;
    public final Moves moves;
    public final Transfers transfers;
    public final Departed departed;

    public final Caller country = RegistryWorld.coordinator("");
    public final Caller atyrau = RegistryWorld.coordinator(RegistryWorld.ATYRAU);
    public final Caller north = RegistryWorld.coordinator(RegistryWorld.NORTH);
    public final User ministry = RecordWorld.coordinator("");

    public Movers(TestDatabase database) {
        world = new RegistryWorld(database);
        records = new RecordWorld(database);
        ledger = new Ledger(
                database, records.ledger.measures(), world.audit, world.clock, world.gazetteer, new FactsStore());
        quotas = new Quotas(ledger);
        residences = new Residences(ledger, quotas);
        moves = new Moves(ledger, residences, world.gazetteer);
        transfers = new Transfers(ledger, moves);
        departed = new Departed(ledger, world.gazetteer);
    }

    public long child() {
        return records.child(RegistryWorld.ATYRAU_CITY);
    }

    static MoveInput to(String territory) {
        return to(territory, null);
    }

    static MoveInput to(String territory, Long school) {
        School there = school == null ? null : School.of(school);
        return new MoveInput(Place.of(territory), there, 7, "Ә", null, DAY, "Отбасы көшті");
    }

    public MoveResult move(long child) {
        return moves.move(country, child, version(child), to(RegistryWorld.NORTH_TOWN));
    }

    int version(long child) {
        return resident(child).version();
    }

    Resident resident(long child) {
        return world.database.read(
                tx -> ResidenceStore.find(tx, child, Scope.COUNTRY).orElseThrow());
    }

    public void set(String table, long id, String column, Object value) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("value", value);
        world.database.run(tx -> tx.update("update " + table + " set " + column + " = :value where id = :id", params));
    }

    /** An issued monthly stipend of 50 000 tenge since September. */
    public long stipend(long child) {
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

    /** An activity of Atyrau next month in which the child has a place. */
    public long activity(long child) {
        long id = world.database.nextId();
        world.database.run(tx -> {
            tx.update(
                    "insert into activity (id, measure, type, title, territory, starts, ends, state, created_by, created_at)"
                            + " values (:id, 'technoparks', 'course', 'Робототехника', :territory, :starts, :ends, 'OPEN', 1, :at)",
                    Map.of(
                            "id",
                            id,
                            "territory",
                            RegistryWorld.ATYRAU,
                            "starts",
                            RegistryWorld.TODAY.plusDays(20),
                            "ends",
                            RegistryWorld.TODAY.plusDays(30),
                            "at",
                            world.clock.now()));
            tx.update(
                    "insert into participation (id, activity_id, child_id, state, applied_at)"
                            + " values (:id, :activity, :child, 'ACCEPTED', :at)",
                    Map.of("id", id + 1, "activity", id, "child", child, "at", world.clock.now()));
        });
        return id;
    }
}
