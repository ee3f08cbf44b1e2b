package kz.jolkarta.registry.children;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import org.junit.jupiter.api.Test;

/** The row that is left of a child for the sums is in no list and cannot be opened. */
@BothEngines(RecordTables.class)
class DestroyedChildTest {
    private static final Scope REGION = Scope.of(RecordWorld.REGION);

    @Test
    void itIsInNoListAndCannotBeOpened(TestDatabase database) {
        database.clear("child_talent", "child");
        RecordWorld world = new RecordWorld(database);
        long kept = world.child(RecordWorld.CITY);
        long gone = world.child(RecordWorld.CITY);
        database.run(tx -> tx.update("update child set state = 'LEFT'", Map.of()));
        ChildQuery query = new ChildQuery();
        query.state = "left";
        ChildFilter filter = query.filter();
        database.run(tx -> tx.update(
                "update child set destroyed_on = :day where id = :id", Map.of("day", RecordWorld.TODAY, "id", gone)));
        assertEquals(
                List.of(kept),
                database.read(tx ->
                        ChildStore.ids(tx, new ChildStore.Asked(filter, REGION, RecordWorld.TODAY, Optional.empty()))));
        assertEquals(
                1,
                database.read(tx -> ChildStore.list(
                                tx,
                                new ChildStore.Asked(filter, REGION, RecordWorld.TODAY, Optional.empty()),
                                Paging.of(9, "")))
                        .size());
        assertEquals(Optional.empty(), database.read(tx -> ChildStore.find(tx, gone, REGION)));
    }
}
