package kz.jolkarta.registry.departures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.organisations.OrganisationChoice;
import kz.jolkarta.registry.organisations.Organisations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines
class LeavingPagesTest {
    private Leavers leavers;
    private PageWorld pages;
    private DeparturePages departures;
    private ReturnPages returns;
    private ChildArchivePages archive;
    private ChildUnarchivePages unarchive;
    private long child;

    @BeforeEach
    void one(TestDatabase database) {
        leavers = new Leavers(database);
        pages = new PageWorld(leavers.records);
        departures = new DeparturePages(leavers.departures);
        returns = new ReturnPages(
                leavers.departures,
                new OrganisationChoice(new Organisations(
                        leavers.world.database, leavers.world.audit, leavers.world.clock, leavers.world.gazetteer)));
        archive = new ChildArchivePages(leavers.archive);
        unarchive = new ChildUnarchivePages(leavers.archive, leavers.departures);
        child = leavers.child();
    }

    private FormInput form(String... fields) {
        String[] all = java.util.Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "version";
        all[fields.length + 1] = Integer.toString(leavers.version(child));
        return PageWorld.form(all);
    }

    private Response leave(String... fields) {
        return departures.leave(leavers.keeper, pages.words, child, form(fields));
    }

    @Test
    void leavingIsFilledInBesideWhatItWillChangeAndCanBeTakenBack() {
        String before =
                departures.open(leavers.keeper, pages.words, child, null).toString();
        assertTrue(before.contains("What leaving will change"), before);
        Response again = leave("onDay", Leavers.DAY.toString(), "ground", "other");
        assertEquals(400, again.getStatus());
        assertTrue(
                again.getEntity().toString().contains("values=[other]"),
                again.getEntity().toString());

        Response done = leave("onDay", Leavers.DAY.toString(), "ground", "abroad");

        assertEquals(
                "/children/" + child + "?done=page.child.departure.done",
                done.getLocation().toString());
        assertEquals("LEFT", leavers.state(child));
        String after = departures.open(leavers.keeper, pages.words, child, null).toString();
        assertTrue(after.contains("went abroad"), after);
        assertFalse(after.contains("Form["), "it has left already");
        long id = leavers.records.number(
                "select id from child_departure where child_id = :child", Map.of("child", child));
        assertTrue(after.contains("/departure/" + id + "/undo"), after);
        departures.undo(leavers.keeper, child, id);
        assertEquals("ACTIVE", leavers.state(child));
    }

    @Test
    void whoWorksElsewhereDoesNotFindTheChild() {
        Problem refusal = assertThrows(Problem.class, () -> departures.open(leavers.north, pages.words, child, null));
        assertEquals(Problem.Kind.NOT_FOUND, refusal.kind());
    }

    @Test
    void whoLeftComesBack() {
        leavers.leave(child);
        Response again = returns.back(leavers.keeper, pages.words, child, form("grade", "7"));
        assertEquals(400, again.getStatus());
        assertTrue(
                again.getEntity().toString().contains("values=[7]"),
                again.getEntity().toString());
        returns.back(
                leavers.keeper,
                pages.words,
                child,
                form("grade", "7", "onDay", Leavers.DAY.plusDays(2).toString()));
        assertEquals("ACTIVE", leavers.state(child));
    }

    @Test
    void aRecordIsArchivedWithAReasonAndTakenOutAgain() {
        leavers.leave(child);
        String before = archive.open(leavers.keeper, pages.words, child).toString();
        assertTrue(before.contains("What is kept"), before);
        Response again = archive.put(leavers.keeper, pages.words, child, form());
        assertEquals(400, again.getStatus());
        assertFalse(
                again.getEntity().toString().contains("required=true, help=, error=]"), "the error is at the reason");
        assertEquals("LEFT", leavers.state(child));
        archive.put(leavers.keeper, pages.words, child, form("reason", "мерзімі өтті"));
        assertEquals("ARCHIVED", leavers.state(child));
        assertTrue(unarchive.open(leavers.keeper, pages.words, child).toString().contains("Form["));
        unarchive.take(leavers.keeper, pages.words, child, form("reason", "қате"));
        assertEquals("LEFT", leavers.state(child));
    }
}
