package kz.jolkarta.registry.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.places.TerritoryChoice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(ImportDesk.Tables.class)
class DoubtPagesTest {
    private static final String HEADER = "ИИН;Фамилия;Имя;Дата рождения;Пол;КАТО;Класс";
    private static final String CHILD = Numbering.iin("140905", true, 100);
    private static final User WEST = ImportDesk.user(9, Scope.of("230000000"));

    private ImportDesk desk;
    private PageWorld pages;
    private DoubtPages doubtful;
    private Batch batch;
    private long doubt;

    @BeforeEach
    void aNumberUnderAnotherName(TestDatabase database) {
        desk = new ImportDesk(database);
        pages = new PageWorld(desk.clock);
        Doubts doubts = new Doubts(database, desk, desk.clock, desk.residences);
        doubtful = new DoubtPages(
                doubts, desk.imports, new TerritoryChoice(new Gazetteer(database), desk.clock), desk.clock);
        desk.bring(ImportDesk.csv(HEADER, CHILD + ";Иванов;Пётр;05.09.2014;м;591010000;6А"));
        batch = desk.bring(ImportDesk.csv(HEADER, CHILD + ";Ким;Диас;05.09.2014;м;591010000;7А"));
        doubt = doubts.open(ImportDesk.COORDINATOR, 0, 10).get(0).id();
    }

    private String list(User user, String... parameters) {
        return doubtful.list(PageWorld.reader(user), pages.words, PageWorld.address("doubtful", parameters))
                .toString();
    }

    private String open(User user) {
        return doubtful.open(PageWorld.reader(user), pages.words, doubt).toString();
    }

    private Response settle(User user, String decision) {
        return doubtful.settle(PageWorld.reader(user), pages.words, doubt, PageWorld.form("decision", decision));
    }

    @Test
    void theQueueNamesTheRowAndWhyItWaits() {
        String all = list(ImportDesk.COORDINATOR);
        assertTrue(all.contains("text=Ким Диас, small=, href=/doubtful/" + doubt), all);
        assertTrue(all.contains("both surname and given name differ"), all);
        assertTrue(list(ImportDesk.COORDINATOR, "import", String.valueOf(batch.id()))
                .contains("/doubtful/" + doubt));
        assertTrue(list(ImportDesk.COORDINATOR, "import", "1").contains("No row waits for a decision."));
    }

    @Test
    void theRowStandsBesideTheChildWithTheDifferingFieldsFirst() {
        String shown = open(ImportDesk.COORDINATOR);
        String surname = "Compared[field=Surname, left=Ким, right=Иванов, differs=true]";
        String birth = "Compared[field=Birth date, left=5 Sep 2014, right=5 Sep 2014, differs=false]";
        assertTrue(shown.contains(surname), shown);
        assertTrue(shown.indexOf(birth) > shown.indexOf(surname), shown);
        assertFalse(shown.contains(CHILD), "the number is masked on both sides");
    }

    @Test
    void aDecisionTakesTheRowOverAndOutOfTheQueue() {
        Response done = settle(ImportDesk.COORDINATOR, "same");
        assertEquals(
                "/doubtful?done=page.doubtful.done.same", done.getLocation().toString());
        assertEquals("Ким Диас", desk.text("select surname || ' ' || given_name as x from child"));
        assertFalse(list(ImportDesk.COORDINATOR).contains("/doubtful/" + doubt));
        assertEquals(
                "import.doubt-settled",
                assertThrows(Problem.class, () -> open(ImportDesk.COORDINATOR))
                        .message()
                        .key());
    }

    @Test
    void aDecisionNobodyKnowsIsRefusedBesideTheRow() {
        Response again = settle(ImportDesk.COORDINATOR, "perhaps");
        assertEquals(400, again.getStatus());
        assertTrue(
                again.getEntity().toString().contains("decision=same"),
                again.getEntity().toString());
        assertEquals(1, desk.count("doubtful_pair where decision = 'OPEN'"));
    }

    @Test
    void aRowElsewhereIsNobodysBusiness() {
        assertFalse(list(WEST).contains("/doubtful/" + doubt));
        assertEquals(
                Problem.Kind.NOT_FOUND,
                assertThrows(Problem.class, () -> open(WEST)).kind());
        assertEquals(
                Problem.Kind.NOT_FOUND,
                assertThrows(Problem.class, () -> settle(WEST, "same")).kind());
    }
}
