package kz.jolkarta.registry.duplicates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Engine;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class MergesTest {
    private static final String HERE = RecordWorld.VILLAGE;
    private static final String IIN = "140307500012";
    private static final String OTHER_IIN = "140307511119";

    private final User keeper = RecordWorld.coordinator(RecordWorld.REGION);
    private Twofold two;

    @BeforeEach
    void open(TestDatabase database) {
        two = new Twofold(database);
    }

    private long child() {
        return two.child("Ахметов", "Әлихан", Twofold.BORN, HERE);
    }

    private UnmergeAnswer unmerge(long pair) {
        return two.unmerges.unmerge(
                keeper, pair, two.pairs.open(keeper, pair).pair().version());
    }

    private Map<String, String> values(long child) {
        return two.database
                .read(tx -> MergeStore.child(tx, child))
                .orElseThrow()
                .values();
    }

    /** A table that a merge does not know would leave its rows with the record that nobody sees any more. */
    @Test
    void everyTableWithRowsOfChildrenIsKnown(TestDatabase database) {
        boolean derby = database.engine() == Engine.DERBY;
        String columns = derby
                ? "select lower(t.tablename) n from sys.syscolumns c join sys.systables t on t.tableid = c.referenceid"
                        + " where c.columnname = 'CHILD_ID'"
                : "select table_name n from information_schema.columns where column_name = 'child_id'"
                        + " and table_schema = current_schema()";
        String keys = derby
                ? "select lower(t.tablename) n from sys.sysforeignkeys f join sys.sysconstraints c on c.constraintid = f.constraintid"
                        + " join sys.systables t on t.tableid = c.tableid join sys.sysconstraints k on k.constraintid = f.keyconstraintid"
                        + " join sys.systables r on r.tableid = k.tableid where r.tablename = 'CHILD'"
                : "select c.relname n from pg_constraint f join pg_class c on c.oid = f.conrelid"
                        + " join pg_class r on r.oid = f.confrelid where f.contype = 'f' and r.relname = 'child'";
        Set<String> present = new TreeSet<>();
        database.read(tx -> {
            tx.each(columns, Map.of(), row -> present.add(row.text("n")));
            tx.each(keys, Map.of(), row -> present.add(row.text("n")));
            return null;
        });
        assertTrue(present.contains("participation"), present.toString());
        Set<String> known = new TreeSet<>(ChildTable.OF_THE_RECORD);
        ChildTable.ALL.forEach(table -> known.add(table.name()));
        assertEquals(Set.of(), present.stream().filter(t -> !known.contains(t)).collect(Collectors.toSet()));
    }

    @Test
    void takenBackAMergeLeavesNoTrace() {
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            two = new Twofold(two.database);
            long one = two.child("Ахметов", "Әлихан", Twofold.BORN, HERE, random.nextBoolean() ? IIN : null);
            long other = two.child("Ахмедов", "Алихан", Twofold.BORN, HERE, random.nextBoolean() ? OTHER_IIN : null);
            two.fill(random, one, other);
            // The keys of a name with a patronymic are those of the whole name.
            names(one);
            names(other);
            long pair = two.pairs.put(keeper, one, other);
            Map<String, List<String>> before = two.everything();
            long keep = random.nextBoolean() ? one : other;
            long gone = keep == one ? other : one;
            Map<String, Long> fields = random.nextBoolean()
                    ? Map.of("surname", gone, "grade", gone, "iin", values(gone).get("iin") == null ? keep : gone)
                    : Map.of();
            MergeAnswer merged = two.merge(keeper, pair, keep, gone, fields);
            assertNotEquals(before, two.everything(), "seed " + seed);
            long left = merged.stayed().stream()
                    .mapToLong(rows -> rows.keys().size())
                    .sum();
            long rest = Stream.of("participation", "road_map", "child_category", "award")
                    .mapToLong(table -> two.ids(table, gone).size())
                    .sum();
            assertTrue(rest <= left, "what does not stay goes over, seed " + seed);
            UnmergeAnswer back = unmerge(pair);
            assertEquals(before, two.everything(), "seed " + seed);
            assertEquals(List.of(), back.changed());
            assertEquals(List.of(), back.missing());
            assertEquals(List.of(), back.keptFields());
        }
    }

    private void names(long child) {
        Map<String, String> whole = values(child);
        ChildFields.values(whole, Map.of("surname", whole.get("surname")))
                .forEach((column, value) -> two.change(child, column, value));
    }

    @Test
    void bothHistoriesAreTheKeptChildsAndWhatItHasAlreadyStaysBehind() {
        long keep = child();
        long gone = child();
        long both = two.activity();
        long only = two.activity();
        two.participation(keep, both, "ATTENDED");
        long twice = two.participation(gone, both, "ACCEPTED");
        long over = two.participation(gone, only, "ATTENDED");
        long form = two.form();
        two.roadMap(keep, form, 2025);
        long second = two.roadMap(gone, form, 2025);
        long earlier = two.roadMap(gone, form, 2024);
        two.award(keep, "camp", "ISSUED", true);
        long camp = two.award(gone, "camp", "ISSUED", true);
        long sanatorium = two.award(gone, "sanatorium", "ISSUED", true);
        long pair = two.pairs.put(keeper, keep, gone);
        MergeAnswer preview = two.merges.preview(keeper, pair, keep);
        MergeAnswer merged = two.merge(keeper, pair, keep, gone, Map.of());
        assertEquals(preview.moved(), merged.moved(), "the preview says what happens");
        assertEquals(preview.stayed(), merged.stayed());
        assertTrue(two.ids("participation", keep).contains(over));
        assertTrue(two.ids("road_map", keep).contains(earlier));
        assertTrue(two.ids("award", keep).contains(sanatorium));
        assertEquals(List.of(twice), two.ids("participation", gone));
        assertEquals(List.of(second), two.ids("road_map", gone));
        assertEquals(List.of(camp), two.ids("award", gone));
        assertEquals(
                List.of(twice),
                merged.heldTwice().stream().map(MergeAnswer.HeldTwice::id).toList(),
                "the seat that is held twice is named");
        assertEquals(
                "health-camps|sanatorium|c" + keep + "|2026",
                two.database.read(tx -> MergeStore.holders(tx, keep)).get(sanatorium),
                "the kept child cannot get another one of the year");
    }

    @Test
    void whatTheOtherRecordAttendedDoesTheStepUntilTheMergeIsTakenBack() {
        long keep = child();
        long gone = child();
        long step = two.step(two.roadMap(keep, two.form(), 2025), "information-support");
        two.participation(gone, two.activity(), "ATTENDED");
        long pair = two.pairs.put(keeper, keep, gone);
        two.merge(keeper, pair, keep, gone, Map.of());
        assertEquals("DONE", two.stepState(step));
        unmerge(pair);
        assertEquals("PLANNED", two.stepState(step));
    }

    @Test
    void aConsentNamesTheRepresentativeWhoStays() {
        long keep = child();
        long gone = child();
        long mother = representative(keep);
        long again = representative(gone);
        long consent = two.insert(
                "consent",
                Map.of(
                        "id",
                        two.database.nextId(),
                        "child_id",
                        gone,
                        "representative_id",
                        again,
                        "purpose",
                        "PROCESSING",
                        "given_on",
                        Twofold.BORN,
                        "template",
                        "v1"));
        long pair = two.pairs.put(keeper, keep, gone);
        two.merge(keeper, pair, keep, gone, Map.of());
        assertEquals(List.of(mother), two.ids("representative", keep));
        assertEquals(List.of(consent), two.database.read(tx -> MergeStore.consents(tx, mother)));
        unmerge(pair);
        assertEquals(List.of(consent), two.database.read(tx -> MergeStore.consents(tx, again)));
    }

    private long representative(long child) {
        return two.insert(
                "representative",
                Map.of("id", two.database.nextId(), "child_id", child, "name", "Ахметова Айгүл", "relation", "MOTHER"));
    }

    @Test
    void whoHasANumberHasNoReasonForHavingNone() {
        String reason = "құжаты рәсімделуде";
        for (boolean keptHasIt : List.of(true, false)) {
            long keep = keptHasIt ? two.child("Ахметов", "Әлихан", Twofold.BORN, HERE, IIN) : child();
            long gone = keptHasIt ? child() : two.child("Ахметов", "Әлихан", Twofold.BORN, HERE, OTHER_IIN);
            long without = keptHasIt ? gone : keep;
            two.change(without, "no_iin_reason", reason);
            long pair = two.pairs.put(keeper, keep, gone);
            two.merge(keeper, pair, keep, gone, Map.of());
            assertEquals(null, values(keep).get("no_iin_reason"));
            unmerge(pair);
            assertEquals(reason, values(without).get("no_iin_reason"));
        }
    }

    @Test
    void theKeptChildTakesTheNumberItHasNotAndTheEarlierDayOfRegistration() {
        long keep = child();
        long gone = two.child("Ахметов", "Әлихан", Twofold.BORN, HERE, IIN);
        two.change(gone, "registered_on", Twofold.BORN.plusYears(8));
        long pair = two.pairs.put(keeper, keep, gone);
        two.merge(keeper, pair, keep, gone, Map.of());
        assertEquals(IIN, values(keep).get("iin"));
        assertEquals(Twofold.BORN.plusYears(8).toString(), values(keep).get("registered_on"));
        assertEquals(null, values(gone).get("iin"));
        assertEquals("MERGED", values(gone).get("state"));
    }

    @Test
    void ofTwoNumbersTheChosenOneIsTheChildsAndTheOtherOneFindsItStill() {
        long keep = two.child("Ахметов", "Әлихан", Twofold.BORN, HERE, IIN);
        long gone = two.child("Ахметов", "Әлихан", Twofold.BORN, HERE, OTHER_IIN);
        long pair = two.pairs.put(keeper, keep, gone);
        two.merge(keeper, pair, keep, gone, Map.of("iin", gone));
        assertEquals(OTHER_IIN, values(keep).get("iin"));
        assertEquals(IIN, values(gone).get("iin"));
    }

    @Test
    void whatHappenedSinceTheMergeIsKeptAndNamed() {
        long keep = child();
        long gone = child();
        long activity = two.activity();
        long attended = two.participation(gone, activity, "ACCEPTED");
        long deleted = two.insert(
                "child_talent",
                Map.of("id", two.database.nextId(), "child_id", gone, "field", "SPORT", "identified_on", Twofold.BORN));
        two.change(gone, "address", "Абай 1");
        long pair = two.pairs.put(keeper, keep, gone);
        two.merge(keeper, pair, keep, gone, Map.of());
        two.database.run(tx -> {
            tx.update("update participation set state = 'ATTENDED', version = version + 1", Map.of());
            tx.update("delete from child_talent", Map.of());
        });
        long later = two.participation(keep, two.activity(), "ATTENDED");
        two.change(keep, "address", "Сәтбаев 2");
        UnmergeAnswer back = unmerge(pair);
        assertEquals(List.of(new UnmergeAnswer.Row("participation", attended)), back.changed());
        assertEquals(List.of(new UnmergeAnswer.Row("talent", deleted)), back.missing());
        assertEquals(List.of("address"), back.keptFields());
        assertEquals(List.of(attended), two.ids("participation", gone));
        assertEquals(List.of(later), two.ids("participation", keep), "what came since is the kept child's");
        assertEquals("Сәтбаев 2", values(keep).get("address"));
        assertEquals("Абай 1", values(gone).get("address"));
        assertEquals("ACTIVE", values(gone).get("state"));
    }

    @Test
    void mergesAreTakenBackInTheOppositeOrder() {
        long first = child();
        long second = child();
        long third = child();
        long earlier = two.pairs.put(keeper, first, second);
        two.merge(keeper, earlier, second, first, Map.of());
        long later = two.pairs.put(keeper, second, third);
        two.merge(keeper, later, third, second, Map.of());
        assertEquals(
                third,
                two.database
                        .read(tx -> MergeStore.child(tx, first))
                        .orElseThrow()
                        .mergedInto()
                        .orElseThrow(),
                "who was merged first is found at the end of the chain");
        Refusal.of(Kind.CONFLICT, "duplicate.undo-later", () -> unmerge(earlier));
        unmerge(later);
        unmerge(earlier);
        assertEquals("ACTIVE", values(first).get("state"));
    }

    @Test
    void aMergeIsRefusedToWhoHasOnlyOneOfTheTwoAndToWhoSawAnotherState() {
        long keep = child();
        long gone = two.child("Ахметов", "Әлихан", Twofold.BORN, RecordWorld.CITY);
        long pair = two.pairs.put(keeper, keep, gone);
        User district = RecordWorld.coordinator(RecordWorld.DISTRICT);
        Refusal.of(Kind.FORBIDDEN, "duplicate.above-region", () -> two.merge(district, pair, keep, gone, Map.of()));
        User reader = RecordWorld.user(5, RecordWorld.REGION, Role.APPROVER);
        Refusal.of(Kind.FORBIDDEN, "problem.forbidden", () -> two.merge(reader, pair, keep, gone, Map.of()));
        Refusal.of(
                Kind.STALE,
                "problem.stale",
                () -> two.merges.merge(keeper, pair, 9, new MergeInput(keep, 1, 1, Map.of())));
        Refusal.of(
                Kind.STALE,
                "problem.stale",
                () -> two.merges.merge(keeper, pair, 1, new MergeInput(keep, 1, 9, Map.of())));
        Refusal.of(Kind.INVALID, "record.choice", () -> two.merge(keeper, pair, keep, gone, Map.of("surname", 5L)));
        two.merge(keeper, pair, keep, gone, Map.of());
        Refusal.of(Kind.CONFLICT, "duplicate.decided", () -> two.merge(keeper, pair, keep, gone, Map.of()));
        long third = child();
        Refusal.of(Kind.INVALID, "record.child-unknown", () -> two.pairs.put(keeper, third, gone));
    }

    @Test
    void aMoveThatIsNotAnsweredIsAnsweredFirst() {
        long keep = child();
        long gone = child();
        two.insert(
                "child_transfer",
                Map.ofEntries(
                        Map.entry("id", two.database.nextId()),
                        Map.entry("child_id", gone),
                        Map.entry("from_territory", HERE),
                        Map.entry("to_territory", RecordWorld.CITY),
                        Map.entry("on_day", Twofold.BORN),
                        Map.entry("reason", "Көшті"),
                        Map.entry("asking", "SENDER"),
                        Map.entry("state", "REQUESTED"),
                        Map.entry("asked_by", 1L),
                        Map.entry("asked_at", two.world.clock.now())));
        long pair = two.pairs.put(keeper, keep, gone);
        Refusal.of(Kind.CONFLICT, "duplicate.moving", () -> two.merge(keeper, pair, keep, gone, Map.of()));
        two.database.run(tx -> tx.update("update child_transfer set state = 'REFUSED'", Map.of()));
        two.merge(keeper, pair, keep, gone, Map.of());
    }

    @Test
    void bothChildrenHaveTheMergeInTheirTrail() {
        long keep = child();
        long gone = child();
        long pair = two.pairs.put(keeper, keep, gone);
        two.merge(keeper, pair, keep, gone, Map.of());
        unmerge(pair);
        for (long child : List.of(keep, gone)) {
            assertEquals(
                    List.of("READ", "UPDATE", "READ", "UNDO"),
                    two.world.audited.stream()
                            .filter(e -> e.kind().equals("child") && e.id() == child)
                            .map(e -> e.action().name())
                            .toList());
        }
    }
}
