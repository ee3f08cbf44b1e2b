package kz.jolkarta.registry.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.children.ChildChoice;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.places.TerritoryChoice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(ImportDesk.Tables.class)
class ImportPagesTest {
    private static final String HEADER = "ИИН;Фамилия;Имя;Дата рождения;Пол;КАТО;Класс;Чем занят";
    private static final String CHILD = Numbering.iin("140905", true, 100);
    private static final String OTHER = Numbering.iin("140905", true, 200);
    /** Who may see the children too. */
    private static final User READER = new User(
            7, "user7", Map.of(Right.CHILDREN_IMPORT, Scope.COUNTRY, Right.CHILDREN_READ, Scope.COUNTRY), Language.RU);

    private static final User WEST = ImportDesk.user(9, Scope.of("230000000"));

    private ImportDesk desk;
    private PageWorld pages;
    private ImportPages imports;

    @BeforeEach
    void desk(TestDatabase database) {
        desk = new ImportDesk(database);
        pages = new PageWorld(desk.clock);
        imports = new ImportPages(
                desk.imports,
                new Doubts(database, desk, desk.clock, desk.residences),
                id -> Optional.of(ImportDesk.user(id, Scope.COUNTRY)),
                new TerritoryChoice(new Gazetteer(database), desk.clock),
                new ChildChoice(database, new Gazetteer(database), desk.clock),
                TestTexts.ofClassPath());
    }

    private static byte[] list(String... rows) {
        return (HEADER + "\r\n" + String.join("\r\n", rows)).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static byte[] one() {
        return list(CHILD + ";Иванов;Пётр;05.09.2014;м;591010000;6А;шахматы");
    }

    private Response send(byte[] content, Map<String, List<String>> values) {
        Map<String, FormInput.Upload> files = content.length == 0
                ? Map.of()
                : Map.of("file", new FormInput.Upload("тізім.csv", new ByteArrayInputStream(content)));
        return imports.start(PageWorld.reader(ImportDesk.COORDINATOR), pages.words, new FormInput(values, files));
    }

    private View open(User user, long id, String... parameters) {
        return imports.open(PageWorld.reader(user), pages.words, PageWorld.address("imports/" + id, parameters), id);
    }

    private String shown(long id, String... parameters) {
        return open(ImportDesk.COORDINATOR, id, parameters).toString();
    }

    private String listed(String... asked) {
        return imports.list(PageWorld.reader(ImportDesk.COORDINATOR), pages.words, PageWorld.address("imports", asked))
                .toString();
    }

    private static long id(Response answer) {
        assertEquals(303, answer.getStatus());
        return Long.parseLong(answer.getLocation().getPath().replaceFirst(".*/", ""));
    }

    private static String tile(String label, int value) {
        return "Tile[label=" + label + ", value=" + value + ",";
    }

    @Test
    void aFileIsWatchedUntilItIsInAndStandsInTheListThen() {
        assertTrue(listed().contains("No list has been imported yet"));
        long id = id(send(one(), Map.of()));
        View waiting = open(ImportDesk.COORDINATOR, id);
        assertEquals(2, waiting.refresh());
        assertTrue(waiting.toString().contains("href=/imports/" + id + "/cancel"), waiting.toString());
        desk.work(ImportDesk.COORDINATOR, id);
        View done = open(ImportDesk.COORDINATOR, id);
        assertEquals(0, done.refresh());
        assertTrue(done.toString().contains(tile("New", 1)), done.toString());
        assertFalse(done.toString().contains("/cancel"));
        assertTrue(listed().contains("text=тізім.csv, small=, href=/imports/" + id));
        assertTrue(listed().contains("href=/imports/" + id + "/undo"));
        assertTrue(listed().contains("account no. 7"), "an account that is no more");
    }

    @Test
    void withoutAFileTheFormComesAgainAndKeepsWhatWasChosen() {
        Response again = send(new byte[0], Map.of("dryRun", List.of("true"), "territory", List.of("590000000")));
        assertEquals(400, again.getStatus());
        String form = again.getEntity().toString();
        assertTrue(form.contains("error=Choose a file"), form);
        assertTrue(form.contains("kind=FLAG, values=[true]"), form);
        assertTrue(form.contains("kind=CHOICE, values=[590000000]"), form);
    }

    @Test
    void aFileThatIsNoListOfChildrenIsRefusedInWords() {
        Response again = send(ImportDesk.csv("a;b", "1;2"), Map.of());
        assertEquals(400, again.getStatus());
        assertTrue(again.getEntity().toString().contains("has no header of a list of children"));
    }

    @Test
    void aRefusedRowHasItsRemedyAndTheFileAsACopy() {
        Batch batch = desk.bring(list(
                CHILD + ";Иванов;Пётр;05.09.2014;м;591010000;6А;",
                OTHER.substring(0, 11) + ";Ким;Диас;05.09.2014;м;591010000;6А;"));
        String all = shown(batch.id());
        assertTrue(all.contains(tile("New", 1)) && all.contains(tile("Errors", 1)), all);
        assertTrue(all.contains("text=An IIN has 12 digits, here there are 11, small=Compare the IIN"), all);
        assertTrue(all.contains("/api/imports/" + batch.id() + "/errors.xlsx"));
        String repaired = shown(batch.id(), "outcome", "repaired");
        assertTrue(repaired.contains("There are no such remarks."), repaired);
        assertTrue(repaired.contains("Chip[label=Import outcome: Repaired, href=/imports/" + batch.id()), repaired);
    }

    @Test
    void aWholeNumberIsNeverShown() {
        Batch batch = desk.bring(list(
                " " + CHILD.substring(0, 6) + " " + CHILD.substring(6) + ";Иванов;Пётр;05.09.2014;м;591010000;6А;"));
        String all = shown(batch.id());
        assertTrue(all.contains("Taken: ••••••••" + CHILD.substring(8)), all);
        assertFalse(all.contains(CHILD.substring(6)), all);
    }

    @Test
    void aCorrectedColumnReadsTheFileAnew() {
        Batch batch = desk.bring(one());
        assertTrue(shown(batch.id()).contains("7 of 8 recognised"));
        assertTrue(shown(batch.id()).contains("not recognised and not read: Чем занят"), shown(batch.id()));
        String columns = imports.columns(PageWorld.reader(ImportDesk.COORDINATOR), pages.words, batch.id())
                .toString();
        assertTrue(columns.contains("label=Чем занят, kind=CHOICE, values=[]"), columns);
        assertTrue(columns.contains("For example: шахматы"), columns);
        assertFalse(columns.contains(CHILD), "a number is shown by a deliberate act only");
        long fresh = id(imports.again(
                PageWorld.reader(ImportDesk.COORDINATOR),
                pages.words,
                batch.id(),
                PageWorld.form(
                        "column-0",
                        "iin",
                        "column-1",
                        "surname",
                        "column-2",
                        "given-name",
                        "column-3",
                        "birth-date",
                        "column-4",
                        "sex",
                        "column-5",
                        "territory",
                        "column-6",
                        "class",
                        "column-7",
                        "talent")));
        desk.work(ImportDesk.COORDINATOR, fresh);
        assertTrue(shown(fresh).contains("8 of 8 recognised"));
        assertTrue(shown(fresh).contains(tile("Updated", 1)), shown(fresh));
        long next = id(send(one(), Map.of()));
        desk.work(ImportDesk.COORDINATOR, next);
        assertTrue(shown(next).contains("8 of 8 recognised"), "the next list with the same headings is read so too");
    }

    @Test
    void importsAreFoundByStateFilePersonAndDay() {
        desk.database.run(tx -> tx.update(
                "insert into account (id, login, name, password_hash, created_at) values (7, 'aigul', 'A', '', :now)",
                Map.of("now", desk.clock.now())));
        long id = id(send(one(), Map.of()));
        desk.work(ImportDesk.COORDINATOR, id);
        String found = "href=/imports/" + id + ",";
        assertTrue(listed().contains("small=aigul"), listed());
        for (String[] asked : new String[][] {
            {"state", "done"}, {"name", "ТІЗІМ"}, {"who", "aig"}, {"from", "2026-11-25"}, {"to", "2026-11-25"}
        }) {
            assertTrue(listed(asked).contains(found), String.join("=", asked));
        }
        for (String[] asked :
                new String[][] {{"state", "failed"}, {"name", "xlsx"}, {"who", "other"}, {"to", "2026-11-24"}}) {
            assertFalse(listed(asked).contains(found), String.join("=", asked));
            assertTrue(listed(asked).contains("There are no such imports"), String.join("=", asked));
        }
    }

    @Test
    void anUnknownColumnLeavesTheFormAsItWasSent() {
        Batch batch = desk.bring(one());
        Response again = imports.again(
                PageWorld.reader(ImportDesk.COORDINATOR),
                pages.words,
                batch.id(),
                PageWorld.form("column-0", "iin", "column-7", "shoe-size"));
        assertEquals(400, again.getStatus());
        assertTrue(again.getEntity().toString().contains("label=Чем занят, kind=CHOICE, values=[shoe-size]"));
    }

    @Test
    void aDryRunChangesNothingUntilItIsBroughtIn() {
        long tried = id(send(one(), Map.of("dryRun", List.of("true"))));
        desk.work(ImportDesk.COORDINATOR, tried);
        assertEquals(0, desk.count("child"));
        assertTrue(shown(tried).contains("href=/imports/" + tried + "/bring-in"));
        long real = id(imports.bringIn(PageWorld.reader(ImportDesk.COORDINATOR), tried, PageWorld.form()));
        desk.work(ImportDesk.COORDINATOR, real);
        assertEquals(1, desk.count("child"));
        Problem twice = assertThrows(
                Problem.class, () -> imports.bringIn(PageWorld.reader(ImportDesk.COORDINATOR), real, PageWorld.form()));
        assertEquals("import.no-dry-run", twice.message().key());
    }

    @Test
    void anUndoNamesWhatItTakesBackAndWhatStays() {
        Batch batch = desk.bring(list(
                CHILD + ";Иванов;Пётр;05.09.2014;м;591010000;6А;", OTHER + ";Ким;Диас;05.09.2014;м;591010000;6А;"));
        desk.database.run(tx -> tx.update(
                "update child set version = version + 1, address = 'x' where iin = :iin", Map.of("iin", OTHER)));
        String asked = imports.askToUndo(PageWorld.reader(ImportDesk.COORDINATOR), pages.words, batch.id())
                .toString();
        assertTrue(asked.contains("Fact[name=Children who leave the registry, value=Cell[text=1,"), asked);
        assertTrue(asked.contains("Changed since"), asked);
        assertEquals(2, desk.count("child"), "only asked");
        long kept = desk.database.read(tx -> tx.number("select id from child where iin = :iin", Map.of("iin", OTHER)));
        assertTrue(asked.contains("text=child no. " + kept), asked);
        String named = imports.askToUndo(PageWorld.reader(READER), pages.words, batch.id())
                .toString();
        assertTrue(named.contains("text=Ким Диас, small=, href=/children/" + kept), named);
        Response undone = imports.undo(PageWorld.reader(ImportDesk.COORDINATOR), batch.id(), PageWorld.form());
        assertTrue(undone.getLocation().toString().endsWith("done=page.imports.undone-in-part"));
        assertEquals(1, desk.count("child"));
        String after = shown(batch.id());
        assertTrue(after.contains("What stays") && after.contains("Changed since"), after);
    }

    @Test
    void whoWorksElsewhereFindsNone() {
        Batch batch = desk.bring(one());
        assertEquals(
                Problem.Kind.NOT_FOUND,
                assertThrows(Problem.class, () -> open(WEST, batch.id())).kind());
        assertEquals(
                Problem.Kind.NOT_FOUND,
                assertThrows(Problem.class, () -> imports.undo(PageWorld.reader(WEST), batch.id(), PageWorld.form()))
                        .kind());
    }
}
