package kz.jolkarta.registry.allocation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.allocation.LineModel.Move;
import kz.jolkarta.registry.records.RecordWorld;

/** One activity with seats and the records of those in its line. */
final class Shift {
    private static final String MEASURE = "technoparks";

    private final RecordWorld world;
    private final Database database;
    private final Allocation allocation;
    private final List<Long> children = new ArrayList<>();
    private Pool pool;
    private int places;
    private int came;

    Shift(Database database, int children) {
        this.world = new RecordWorld(database);
        this.database = database;
        this.allocation = new Allocation(world.ledger);
        for (int i = 0; i < children; i++) {
            this.children.add(world.child(RecordWorld.VILLAGE));
        }
    }

    void begin(int seats) {
        places = seats;
        came = 0;
        pool = Pool.activity(database.nextId());
        database.run(tx -> {
            tx.update(
                    "insert into activity (id, measure, type, title, territory, starts, ends, seats, created_by, created_at)"
                            + " values (:id, :measure, 'open-day', 'x', :territory, :day, :day, :seats, 1, :at)",
                    Map.of(
                            "id",
                            pool.id(),
                            "measure",
                            MEASURE,
                            "territory",
                            RecordWorld.REGION,
                            "day",
                            RecordWorld.TODAY,
                            "seats",
                            seats,
                            "at",
                            world.clock.now()));
            allocation.changed(tx, allocation.lock(tx, pool), Turn.ALL);
        });
    }

    /** Makes the move here and in the model. */
    void make(Move move, LineModel model) {
        List<Long> line =
                Stream.concat(model.placed().stream(), model.waiting().stream()).toList();
        switch (move.kind()) {
            case APPLY -> model.apply(apply(1 + move.number() % 3, model));
            case PLACES -> {
                places = Math.max(model.placed().size(), places + move.number() % 6 - 2);
                model.places(places);
                change(model);
            }
            case LEAVE, BUSY, FREE -> {
                if (!line.isEmpty()) {
                    make(move.kind(), line.get(move.number() % line.size()), model);
                }
            }
        }
    }

    private void make(Move.Kind kind, long member, LineModel model) {
        if (kind == Move.Kind.LEAVE) {
            boolean placed = model.placed().contains(member);
            leave(member, placed, model);
            model.leave(member);
        } else {
            model.busy(member, kind == Move.Kind.BUSY && model.waiting().contains(member));
        }
    }

    private List<Long> apply(int number, LineModel model) {
        List<Ticket> newcomers = new ArrayList<>();
        List<Long> applying = children.subList(came, came + number);
        came += number;
        applying.forEach(c -> newcomers.add(new Ticket(database.nextId(), world.clock.now())));
        database.run(tx -> {
            Allocation.Outcome outcome = allocation.admit(tx, allocation.lock(tx, pool), newcomers, turn(model));
            for (int i = 0; i < number; i++) {
                Ticket ticket = newcomers.get(i);
                String state = outcome.placed().contains(ticket.member()) ? "ACCEPTED" : "WAITING";
                tx.update(
                        "insert into participation (id, activity_id, child_id, state, applied_at) values (:id, :activity, :child, :state, :at)",
                        Map.of(
                                "id",
                                ticket.member(),
                                "activity",
                                pool.id(),
                                "child",
                                applying.get(i),
                                "state",
                                state,
                                "at",
                                ticket.appliedAt()));
            }
            outcome.called().forEach(m -> state(tx, m, "ACCEPTED"));
        });
        return newcomers.stream().map(Ticket::member).toList();
    }

    private void leave(long member, boolean placed, LineModel model) {
        database.run(tx -> {
            Standing standing = allocation.lock(tx, pool);
            state(tx, member, "REFUSED");
            allocation.leave(tx, standing, member, placed, turn(model)).called().forEach(m -> state(tx, m, "ACCEPTED"));
        });
    }

    private void change(LineModel model) {
        database.run(tx -> {
            tx.update("update activity set seats = :n where id = :id", Map.of("n", places, "id", pool.id()));
            allocation
                    .changed(tx, allocation.lock(tx, pool), turn(model))
                    .called()
                    .forEach(m -> state(tx, m, "ACCEPTED"));
        });
    }

    private static Turn turn(LineModel model) {
        return (Tx tx, Collection<Long> members) -> model.unable();
    }

    private static void state(Tx tx, long member, String state) {
        tx.update("update participation set state = :state where id = :id", Map.of("state", state, "id", member));
    }

    /** What nobody may do: seats one who is not the first, and writes it down as if it were right. */
    void seatOutOfTurn(long leaving, long seated) {
        database.run(tx -> {
            Standing standing = allocation.lock(tx, pool);
            state(tx, leaving, "REFUSED");
            state(tx, seated, "ACCEPTED");
            List<Event> events = List.of(
                    new Event(standing.events() + 1, Event.Kind.LEFT, leaving, null, null, world.clock.now()),
                    new Event(standing.events() + 2, Event.Kind.PLACED, seated, null, null, world.clock.now()));
            AllocationStore.write(tx, pool, database, events, 0);
        });
    }

    List<Long> placed() {
        return database.call(tx -> AllocationStore.placed(tx, pool)).stream()
                .map(Ticket::member)
                .toList();
    }

    List<Long> waiting() {
        return database.call(tx -> AllocationStore.waiting(tx, pool)).stream()
                .map(Ticket::member)
                .toList();
    }

    int count(String kind) {
        return (int) world.number(
                "select count(*) from allocation_event where pool_id = :id and kind = :kind",
                Map.of("id", pool.id(), "kind", kind));
    }

    Replay replay() {
        return new Allocations(world.ledger).replay(RecordWorld.coordinator(RecordWorld.REGION), MEASURE, pool);
    }
}
