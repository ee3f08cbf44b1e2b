package kz.jolkarta.registry.coordinators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.bulk.BulkJobPages;
import kz.jolkarta.registry.bulk.ChildBulkPages;
import kz.jolkarta.registry.bulk.Choices;
import kz.jolkarta.registry.children.ChildQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Something is done to many children from the pages: asked for, said, done, and taken back. */
@BothEngines
class ChildBulkPagesTest {
    private static final int ENDLESS = 1000;

    private final Caller caller =
            PageWorld.reader(RegistryWorld.coordinator(CoordinatorWorld.REGION).user());
    private CoordinatorWorld world;
    private PageWorld pages;
    private ChildBulkPages bulk;
    private BulkJobPages jobs;
    private long staff;

    @BeforeEach
    void open(TestDatabase database) {
        world = new CoordinatorWorld(database);
        pages = new PageWorld(world.world.clock);
        staff = world.appointed(world.cabinet(CoordinatorWorld.CITY), null);
        bulk = new ChildBulkPages(new Choices(world.children), null, world.assignments, world.coordinators, null);
        jobs = new BulkJobPages(world, world.changes, world.children);
    }

    private static UriInfo address(String... parameters) {
        return PageWorld.address("children/bulk/coordinator", parameters);
    }

    private Response post(FormInput input) {
        return bulk.coordinator(caller, pages.words, address(), new ChildQuery(), input);
    }

    private static FormInput ticked(List<Long> ids, String... more) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("id", ids.stream().map(String::valueOf).toList());
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], List.of(more[i + 1]));
        }
        return new FormInput(values, Map.of());
    }

    @Test
    void tickedRowsAreAskedAboutBeforeAnythingIsDone() {
        long one = world.child(CoordinatorWorld.CITY);
        long other = world.child(CoordinatorWorld.CITY);
        String question = post(ticked(List.of(one, other))).getEntity().toString();
        assertTrue(question.contains("will answer for 2 children"), question);
        assertTrue(question.contains("values=[" + one + ", " + other + "]"), question);
        assertTrue(question.contains("Серік Айгүл · Кабинет"), question);
    }

    @Test
    void whenNoRowIsTickedThereIsNothingToAsk() {
        Problem refusal = assertThrows(Problem.class, () -> post(ticked(List.of())));
        assertEquals("page.bulk.nobody", refusal.message().key());
    }

    @Test
    void allOfAListGoAlongByItsFilters() {
        world.child(CoordinatorWorld.CITY);
        world.child(world.village);
        String question = bulk.coordinatorOfAll(
                        caller, pages.words, address("sort", "-name", "state", "active"), new ChildQuery())
                .toString();
        assertTrue(question.contains("will answer for 2 children"), question);
        assertTrue(question.contains("/children/bulk/coordinator?sort=-name&state=active"), question);
    }

    @Test
    void withoutACoordinatorTheQuestionComesAgainWithTheErrorAtTheField() {
        long one = world.child(CoordinatorWorld.CITY);
        Response again = post(ticked(List.of(one), "sure", "true"));
        assertEquals(400, again.getStatus());
        String shown = again.getEntity().toString();
        assertTrue(shown.contains("values=[" + one + "]"), shown);
        assertTrue(shown.matches("(?s).*name=staffId, .*required=true, help=, error=\\p{L}.*"), shown);
    }

    @Test
    void theJobTellsWhomItLeftOutAndCanBeTakenBack() {
        long near = world.child(CoordinatorWorld.CITY);
        long far = world.child(world.village);
        Response done = post(ticked(List.of(near, far), "sure", "true", "staffId", String.valueOf(staff)));
        assertEquals(303, done.getStatus());
        long job = Long.parseLong(done.getLocation().toString().replace("/bulk-changes/", ""));
        assertEquals(2, jobs.open(caller, pages.words, job).refresh());
        world.work(job, ENDLESS);
        String result = jobs.open(caller, pages.words, job).toString();
        assertTrue(result.contains("href=/children/" + far), result);
        assertTrue(result.contains("href=/bulk-changes/" + job + "/undo"), result);
        assertEquals(List.of(near), world.children("coordinator=" + staff));
        String undone = jobs.undo(caller, pages.words, job, PageWorld.form()).toString();
        assertTrue(undone.contains("1 record is as before."), undone);
        assertEquals(List.of(), world.children("coordinator=" + staff));
    }

    @Test
    void anothersJobIsNotShown() {
        long child = world.child(CoordinatorWorld.CITY);
        post(ticked(List.of(child), "sure", "true", "staffId", String.valueOf(staff)));
        long job = world.list(caller.user(), "", 1).get(0).id();
        Caller other = PageWorld.reader(RegistryWorld.psychologistOf(1).user());
        assertEquals(
                Problem.Kind.NOT_FOUND,
                assertThrows(Problem.class, () -> jobs.open(other, pages.words, job))
                        .kind());
    }

    @Test
    void onlyActsThatAReaderMayDoAreOffered() {
        List<String> acts =
                ChildBulkPages.acts(
                                RegistryWorld.caller(CoordinatorWorld.REGION, Role.APPROVER)
                                        .user(),
                                pages.words)
                        .stream()
                        .map(a -> a.href())
                        .toList();
        assertEquals(List.of(), acts);
        assertEquals(5, ChildBulkPages.acts(caller.user(), pages.words).size());
    }
}
