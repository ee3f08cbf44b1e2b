package kz.jolkarta.registry.children;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Map;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.registry.ConsentPurpose;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.children.Parts.Versioned;
import kz.jolkarta.registry.consents.ConsentContent;
import kz.jolkarta.registry.consents.ConsentTemplate;
import kz.jolkarta.registry.consents.ConsentTemplates;
import kz.jolkarta.registry.consents.TemplateInput;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class WithdrawalTest {
    /** Monday 2 March 2026; the 8th of March is a Sunday, the 23rd a Monday off. */
    private static final LocalDate TODAY = RecordWorld.TODAY;

    private static final LocalDate IN_FIFTEEN_WORKING_DAYS = LocalDate.of(2026, 3, 24);
    private static final PartTable<ConsentEntry> CONSENTS = PartTable.CONSENTS;

    private final TestDatabase database;
    private final RecordWorld world;
    private final Parts parts;
    private final User coordinator = RecordWorld.coordinator(RecordWorld.REGION);
    private long child;

    WithdrawalTest(TestDatabase database) {
        this.database = database;
        world = new RecordWorld(database);
        parts = new Parts(database, world.clock, (Quiet) (tx, user, entry) -> {});
    }

    /** What is written to the trail is looked at elsewhere. */
    private interface Quiet extends kz.jolkarta.core.access.Audit {
        @Override
        default void record(
                kz.jolkarta.core.db.Tx tx, User user, java.util.List<kz.jolkarta.core.access.Audit.Entry> entries) {
            entries.forEach(entry -> record(tx, user, entry));
        }
    }

    @BeforeEach
    void child() {
        database.clear("task", "consent_template");
        child = world.child(RecordWorld.VILLAGE);
    }

    private static ConsentEntry consent(ConsentPurpose purpose, String template) {
        return new ConsentEntry(null, null, purpose, LocalDate.of(2026, 1, 10), null, null, template, null, null, null);
    }

    private Versioned<ConsentEntry> given() {
        return parts.add(coordinator, CONSENTS, child, consent(ConsentPurpose.PUBLICITY, null));
    }

    private long open(String kind) {
        return world.number(
                "select count(*) from task where kind = :kind and state = 'OPEN' and child_id = :child",
                Map.of("kind", kind, "child", child));
    }

    private LocalDate due() {
        return database.read(tx -> tx.one(
                        "select due_on from task where child_id = :child and state = 'OPEN'",
                        Map.of("child", child),
                        row -> row.date("due_on"))
                .orElseThrow());
    }

    @Test
    void aWithdrawalIsKeptWithWhoWhenAndWhyAndIsATaskOfFifteenWorkingDays() {
        Versioned<ConsentEntry> given = given();
        Withdrawal how = new Withdrawal("Сынақова Айгүл", null, "көшіп кетті");

        Versioned<ConsentEntry> gone =
                parts.withdraw(coordinator, child, given.value().id(), given.version(), how);

        assertEquals(TODAY, gone.value().withdrawnOn());
        assertEquals("Сынақова Айгүл", gone.value().withdrawnBy());
        assertEquals("көшіп кетті", gone.value().withdrawalReason());
        assertEquals(IN_FIFTEEN_WORKING_DAYS, due());
        Refusal.of(
                Kind.CONFLICT,
                "consent.withdrawn",
                () -> parts.withdraw(coordinator, child, given.value().id(), gone.version(), how));
        assertEquals(1, open("CONSENT_WITHDRAWN"));
    }

    @Test
    void theTermRunsFromTheDayOfTheApplication() {
        Versioned<ConsentEntry> given = given();
        Withdrawal how = new Withdrawal("Сынақова Айгүл", LocalDate.of(2026, 2, 6), "x");
        parts.withdraw(coordinator, child, given.value().id(), given.version(), how);
        assertEquals(LocalDate.of(2026, 2, 27), due());
    }

    @Test
    void aWithdrawalNamesWhoAndWhyAndIsNotOfTomorrow() {
        Versioned<ConsentEntry> given = given();
        long id = given.value().id();
        Refusal.of(
                Kind.INVALID,
                "record.required",
                () -> parts.withdraw(coordinator, child, id, given.version(), new Withdrawal(" ", null, "x")));
        assertEquals(
                1,
                org.junit.jupiter.api.Assertions.assertThrows(
                                kz.jolkarta.core.Problem.class,
                                () -> parts.withdraw(
                                        coordinator,
                                        child,
                                        id,
                                        given.version(),
                                        new Withdrawal("a", TODAY.plusDays(1), "x")))
                        .fields()
                        .size());
        assertEquals(0, open("CONSENT_WITHDRAWN"));
    }

    @Test
    void endingAConsentIsAWithdrawalToo() {
        Versioned<ConsentEntry> given = given();
        int version = parts.end(coordinator, CONSENTS, child, given.value().id(), given.version());
        assertEquals(IN_FIFTEEN_WORKING_DAYS, due());
        database.run(tx -> tx.update("update task set state = 'DONE'", Map.of()));
        parts.end(coordinator, CONSENTS, child, given.value().id(), version);
        assertEquals(0, open("CONSENT_WITHDRAWN"), "ending it once more changes nothing");
    }

    @Test
    void aWithdrawalEnteredByMistakeLeavesNoTask() {
        Versioned<ConsentEntry> given = given();
        int version = parts.end(coordinator, CONSENTS, child, given.value().id(), given.version());
        Versioned<ConsentEntry> again = parts.replace(
                coordinator, CONSENTS, child, given.value().id(), version, consent(ConsentPurpose.PUBLICITY, null));
        assertEquals(0, open("CONSENT_WITHDRAWN"));
        parts.end(coordinator, CONSENTS, child, given.value().id(), again.version());
        assertEquals(1, open("CONSENT_WITHDRAWN"), "a second withdrawal is a task again");
    }

    @Test
    void aConsentIsGivenOnAPublishedVersionOfItsPurpose() {
        ConsentTemplates templates = new ConsentTemplates(world.ledger);
        User office = RecordWorld.user(9, "", Role.ADMINISTRATOR);
        ConsentContent content = templates
                .list(office, java.util.Optional.empty(), java.util.Optional.empty())
                .get(0)
                .content();
        ConsentTemplate draft = templates.create(office, new TemplateInput(ConsentPurpose.PUBLICITY, content));
        ConsentEntry second = consent(ConsentPurpose.PUBLICITY, "2");

        Refusal.of(Kind.INVALID, "consent.template-unknown", () -> parts.add(coordinator, CONSENTS, child, second));
        templates.publish(office, draft.id(), java.util.OptionalInt.empty());
        assertEquals(
                "2", parts.add(coordinator, CONSENTS, child, second).value().template());
        Refusal.of(
                Kind.INVALID,
                "consent.template-unknown",
                () -> parts.add(coordinator, CONSENTS, child, consent(ConsentPurpose.TRANSFER, "2")));
    }

    @Test
    void anOldFreeTextOfATemplateStays() {
        Versioned<ConsentEntry> given = given();
        long id = given.value().id();
        database.run(tx -> tx.update("update consent set template = 'нысан 2019' where id = :id", Map.of("id", id)));
        Versioned<ConsentEntry> changed = parts.replace(
                coordinator, CONSENTS, child, id, given.version(), consent(ConsentPurpose.PUBLICITY, "нысан 2019"));
        assertEquals("нысан 2019", changed.value().template());
        Refusal.of(
                Kind.INVALID,
                "consent.template-unknown",
                () -> parts.add(coordinator, CONSENTS, child, consent(ConsentPurpose.PUBLICITY, "нысан 2019")));
    }
}
