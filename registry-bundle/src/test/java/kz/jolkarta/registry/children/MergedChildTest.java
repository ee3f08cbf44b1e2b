package kz.jolkarta.registry.children;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A record that was merged into another one is seen nowhere, and leads to the one that was kept. */
@BothEngines(RecordTables.class)
class MergedChildTest {
    private static final String NUMBER = "140307500012";
    private static final Scope REGION = Scope.of(RecordWorld.REGION);

    private RecordWorld world;
    private long kept;
    private long gone;

    @BeforeEach
    void merge(TestDatabase database) {
        database.clear("child_talent", "child");
        world = new RecordWorld(database);
        kept = world.child(RecordWorld.CITY);
        gone = world.child(RecordWorld.VILLAGE);
        database.run(tx -> tx.update(
                "update child set state = 'MERGED', merged_into = :kept, iin = :iin where id = :id",
                Map.of("kept", kept, "iin", NUMBER, "id", gone)));
    }

    private List<Long> found(String q, String state) {
        ChildQuery query = new ChildQuery();
        query.q = q;
        query.state = state;
        ChildFilter filter = query.filter();
        return world
                .database
                .read(tx -> ChildStore.list(
                        tx,
                        new ChildStore.Asked(filter, REGION, RecordWorld.TODAY, Optional.empty()),
                        Paging.of(200, "")))
                .stream()
                .map(ChildStore.Kept::id)
                .toList();
    }

    @Test
    void itIsInNoListWhateverIsAskedFor() {
        assertEquals(List.of(kept), found(null, null));
        assertEquals(List.of(kept), found("Сынақов", null));
        assertEquals(List.of(), found(null, "merged"));
    }

    @Test
    void itsNumberFindsTheChildThatWasKept() {
        assertEquals(List.of(kept), found(NUMBER, null));
        assertEquals(
                kept,
                world.database
                        .read(tx -> ChildStore.byIin(tx, NUMBER))
                        .orElseThrow()
                        .id());
    }

    @Test
    void openingItNamesTheOneThatWasKeptToWhoMaySeeThat() {
        Problem told = Refusal.of(
                Kind.GONE, "child.merged", () -> world.database.read(tx -> ChildStore.find(tx, gone, REGION)));
        assertEquals(kept, told.details().get("id"));
        assertEquals(410, told.kind().status());
        Problem elsewhere = Refusal.of(
                Kind.GONE,
                "child.merged-elsewhere",
                () -> world.database.read(tx -> ChildStore.find(tx, gone, Scope.of(RecordWorld.DISTRICT))));
        assertEquals(Map.of(), elsewhere.details());
    }

    @Test
    void nothingNewIsRecordedOfIt() {
        Refusal.of(
                Kind.INVALID,
                "record.child-unknown",
                () -> world.database.read(tx -> world.ledger.child(tx, "child", gone, REGION)));
    }

    @Test
    void itIsNotTakenForAnotherChildOfTheSameName() {
        ChildData data = world.database
                .read(tx -> ChildStore.find(tx, kept, REGION))
                .orElseThrow()
                .data();
        world.database.run(tx -> tx.update(
                "update child set key_surname = :key, birth_date = :born",
                Map.of("key", data.keys().surnameFirst(), "born", LocalDate.of(2014, 5, 1))));
        assertEquals(List.of(), world.database.read(tx -> ChildStore.alike(tx, data, REGION, kept)));
    }
}
