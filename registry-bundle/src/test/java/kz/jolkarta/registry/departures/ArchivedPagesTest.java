package kz.jolkarta.registry.departures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.internal.files.SheetFiles;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.bulk.BulkDesk;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines
class ArchivedPagesTest {
    private Leavers leavers;
    private PageWorld pages;
    private ArchivedPages archived;
    private Caller caller;

    @BeforeEach
    void open(TestDatabase database) {
        leavers = new Leavers(database);
        pages = new PageWorld(leavers.world.clock);
        Tables texts = new Tables(new SheetFiles(leavers.world.clock), TestTexts.ofClassPath());
        ArchiveJob job = new ArchiveJob(leavers.ledger, new BulkDesk(database), leavers.archive, texts);
        archived = new ArchivedPages(
                leavers.archive, job, new TerritoryChoice(leavers.world.gazetteer, leavers.world.clock));
        caller = PageWorld.reader(leavers.coordinator.user());
    }

    private long leftYearsAgo(int years) {
        long child = leavers.child();
        leavers.leave(child);
        leavers.set("child", child, "left_on", leavers.world.clock.today().minusYears(years));
        return child;
    }

    private Response many(String... fields) {
        return archived.many(caller, pages.words, PageWorld.form(fields));
    }

    private String list(Caller reader) {
        return archived.list(reader, pages.words, PageWorld.address("archived"), new ArchivedQuery())
                .toString();
    }

    @Test
    void whoWouldBeArchivedIsCountedBeforeAnythingIsDone() {
        long child = leftYearsAgo(3);
        leftYearsAgo(1);
        String shown = many("years", "2").getEntity().toString();
        assertTrue(shown.contains("1 child who left by 25 Nov 2024 goes into the archive."), shown);
        assertEquals("LEFT", leavers.state(child));
    }

    @Test
    void whenNobodyLeftSoLongAgoThereIsNothingToSend() {
        String shown = many("years", "2").getEntity().toString();
        assertTrue(shown.contains("0 children"), shown);
        assertFalse(shown.contains("POST_DANGER"), shown);
    }

    @Test
    void afterTheCountTheJobIsQueuedAndItsPageOpens() {
        leftYearsAgo(3);
        Response done = many("years", "2", "sure", "true");
        assertEquals(303, done.getStatus());
        assertTrue(
                done.getLocation().toString().startsWith("/bulk-changes/"),
                done.getLocation().toString());
    }

    @Test
    void withoutTheYearsTheFormComesAgainWithTheErrorThere() {
        Response again = many("territory", "230000000");
        assertEquals(400, again.getStatus());
        String shown = again.getEntity().toString();
        assertTrue(shown.matches("(?s).*name=years, .*?help=[^,]*, error=\\p{L}.*"), shown);
        assertTrue(shown.contains("values=[230000000]"), shown);
    }

    @Test
    void theArchiveIsShownToThoseOfTheTerritory() {
        long child = leftYearsAgo(3);
        leavers.archive.put(leavers.coordinator, child, leavers.version(child), new ArchiveInput("Мерзімі өтті"));
        String mine = list(caller);
        assertTrue(mine.contains("href=/children/" + child), mine);
        assertTrue(mine.contains("Мерзімі өтті"), mine);
        assertTrue(mine.contains("/api/archived/list.xlsx"), mine);
        String elsewhere = list(PageWorld.reader(leavers.north.user()));
        assertTrue(elsewhere.contains("There is nobody in the archive."), elsewhere);
    }
}
