package kz.jolkarta.registry.awards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.NothingMissed;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.children.Children;
import kz.jolkarta.registry.organisations.Organisations;
import kz.jolkarta.registry.payments.Payments;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.residence.Residences;
import kz.jolkarta.registry.staff.Staff;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class AwardRecordPagesTest {
    private static final String CAMPS = "health-camps";
    private static final Audit SILENT = new Audit() {
        @Override
        public void record(Tx tx, User user, Entry entry) {
            // nobody reads it here
        }

        @Override
        public void record(Tx tx, User user, List<Entry> entries) {
            // nobody reads it here
        }
    };

    private final RecordWorld world;
    private final PageWorld pages;
    private final Awards awards;
    private final AwardRecordPages record;
    private final AwardProposalPages proposals;
    private final User coordinator = RecordWorld.coordinator(RecordWorld.REGION);
    private final User keeper = RecordWorld.user(5, RecordWorld.REGION, Role.COORDINATOR);

    AwardRecordPagesTest(TestDatabase database) {
        world = new RecordWorld(database);
        pages = new PageWorld(world);
        Quotas quotas = new Quotas(world.ledger);
        awards = new Awards(world.ledger, quotas);
        Gazetteer gazetteer = new Gazetteer(database);
        record = new AwardRecordPages(
                awards, new Payments(world.ledger), new TerritoryChoice(gazetteer, world.clock), world.ledger);
        Children children = new Children(
                database,
                SILENT,
                world.clock,
                gazetteer,
                TestTexts.ofClassPath(),
                new Residences(world.ledger, quotas),
                new NothingMissed());
        Staff staff =
                new Staff(database, SILENT, world.clock, new Organisations(database, SILENT, world.clock, gazetteer));
        proposals = new AwardProposalPages(awards, children, staff, world.ledger);
    }

    private String start(String... parameters) {
        return proposals
                .start(
                        PageWorld.reader(coordinator),
                        pages.words,
                        PageWorld.address("measures/health-camps/awards/new", parameters),
                        CAMPS)
                .toString();
    }

    private Response propose(String... fields) {
        return proposals.propose(PageWorld.reader(coordinator), pages.words, CAMPS, PageWorld.form(fields));
    }

    private Award proposed(String type) {
        return awards.create(
                coordinator,
                CAMPS,
                Proposal.toChild(type, world.child(RecordWorld.VILLAGE)).input());
    }

    private String open(User user, Award award) {
        return record.open(PageWorld.reader(user), pages.words, CAMPS, award.id())
                .toString();
    }

    private Response move(Award award, String... fields) {
        return record.move(PageWorld.reader(coordinator), pages.words, CAMPS, award.id(), PageWorld.form(fields));
    }

    @Test
    void aProposalBeginsWithASearch() {
        long child = world.child(RecordWorld.VILLAGE);
        assertTrue(start().contains("First find the person"));
        String found = start("q", "Сынак", "type", "camp", "limit", "200");
        assertTrue(found.contains("href=/measures/health-camps/awards/new?type=camp&child=" + child), found);
        assertTrue(start("q", "Жоқ").contains("Nobody of this name"));
    }

    @Test
    void aRefusalNamesEveryConditionAndTheKindsThatArePossible() {
        String child = String.valueOf(world.childWithoutTalent(RecordWorld.VILLAGE));
        Response refused = propose("type", "camp", "childId", child, "place", "Жайық лагері", "from", "2026-06-10");
        assertEquals(409, refused.getStatus());
        String shown = refused.getEntity().toString();
        assertTrue(shown.contains("Condition[holds=false"), shown);
        assertTrue(shown.contains("Condition[holds=true, text=one of this kind a year"), shown);
        assertTrue(shown.contains("values=[Жайық лагері]"), shown);
        assertTrue(shown.contains("href=/measures/health-camps/awards/new?type=visit&child=" + child), shown);
        assertFalse(shown.contains("type=sanatorium&child"), shown);
    }

    @Test
    void aWrongFieldKeepsWhatWasTypedWithTheErrorBesideIt() {
        String child = String.valueOf(world.child(RecordWorld.VILLAGE));
        Response refused =
                propose("type", "camp", "childId", child, "from", "2026-06-10", "to", "2026-06-01", "place", "Жайық");
        assertEquals(400, refused.getStatus());
        String shown = refused.getEntity().toString();
        assertTrue(shown.contains("error=The last day is before the first."), shown);
        assertTrue(shown.contains("values=[Жайық]"), shown);
    }

    @Test
    void aProposalLeadsToItsPage() {
        String child = String.valueOf(world.child(RecordWorld.VILLAGE));
        Response made = propose("type", "camp", "childId", child, "amount", "185000.5", "source", "local-budget");
        assertEquals(303, made.getStatus());
        long award = world.number("select id from award where child_id = :child", Map.of("child", Long.valueOf(child)));
        assertEquals(
                "/measures/health-camps/awards/" + award + "?done=page.awards.proposed",
                made.getLocation().toString());
        Response again = propose("type", "camp", "childId", child);
        assertTrue(again.getEntity().toString().contains("This person already has support of this kind."));
    }

    @Test
    void severalAreProposedAtOnceAndEachRefusalIsNamed() {
        long gifted = world.child(RecordWorld.VILLAGE);
        long other = world.childWithoutTalent(RecordWorld.VILLAGE);
        FormInput chosen = new FormInput(
                Map.of("id", List.of(String.valueOf(gifted), String.valueOf(other)), "type", List.of("camp")),
                Map.of());
        Response done = proposals.proposeMany(PageWorld.reader(coordinator), pages.words, CAMPS, chosen);
        String shown = done.getEntity().toString();
        assertTrue(shown.contains("Done: 1. Not done: 1"), shown);
        assertTrue(shown.contains("The child does not meet the conditions"), shown);
        assertEquals(1, world.number("select count(*) from award where child_id = :child", Map.of("child", gifted)));
    }

    @Test
    void thePageOffersWhatTheStateAndTheRightAllow() {
        Award award = proposed("camp");
        String shown = open(coordinator, award);
        assertTrue(shown.contains("submit=Send to the commission"), shown);
        assertFalse(shown.contains("submit=Approve"), shown);
        move(award, "state", "commission", "version", "1");
        assertTrue(open(coordinator, award).contains("submit=Approve"));
        String seen = open(keeper, award);
        assertFalse(seen.contains("submit=Approve"), seen);
        assertTrue(seen.contains("submit=Refuse"), seen);
    }

    @Test
    void aRefusalWithoutAReasonComesAgainAtTheReason() {
        Award award = proposed("camp");
        Response again = move(award, "state", "refused", "version", "1");
        assertEquals(400, again.getStatus());
        assertTrue(again.getEntity().toString().contains("error=Give a reason for the state"));
        Response noQuota = move(award, "state", "commission", "version", "9");
        assertEquals(412, noQuota.getStatus());
    }

    @Test
    void theHistoryTellsItsStates() {
        Award award = proposed("visit");
        world.database.run(tx -> tx.update(
                "insert into audit_entry (id, happened_at, actor_id, login, action, kind, object_id, territory, detail)"
                        + " values (:id, :at, 1, 'sayle', 'UPDATE', 'award', :award, :territory, 'PROPOSED > COMMISSION')",
                Map.of(
                        "id",
                        world.database.nextId(),
                        "at",
                        world.clock.now(),
                        "award",
                        award.id(),
                        "territory",
                        award.territory())));
        assertTrue(open(coordinator, award).contains("who=sayle, what=under commission"));
    }

    @Test
    void anEditSavesAndAStaleOneShowsBothValues() {
        Award award = proposed("visit");
        String[] person = {"type", "visit", "childId", String.valueOf(award.childId()), "year", "2026"};
        Response saved = edit(award, person, "version", "1", "place", "Алматы");
        assertEquals(303, saved.getStatus());
        Response stale = edit(award, person, "version", "1", "place", "Атырау");
        assertEquals(412, stale.getStatus());
        String shown = stale.getEntity().toString();
        assertTrue(shown.contains("yours=Атырау, theirs=Алматы"), shown);
    }

    private Response edit(Award award, String[] person, String... more) {
        String[] all = java.util.stream.Stream.of(person, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
        return record.save(PageWorld.reader(coordinator), pages.words, CAMPS, award.id(), PageWorld.form(all));
    }

    @Test
    void whoWorksElsewhereOpensNone() {
        Award award = proposed("visit");
        Problem refusal = assertThrows(Problem.class, () -> open(RecordWorld.coordinator("610000000"), award));
        assertEquals(Problem.Kind.NOT_FOUND, refusal.kind());
    }
}
