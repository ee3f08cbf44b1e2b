package kz.jolkarta.registry.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.files.Sheets.Format;
import kz.jolkarta.core.files.Sheets.SheetRow;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do after an import: correct the copy that comes back, settle doubtful rows. */
@BothEngines(ImportDesk.Tables.class)
class CorrectionTest {
    private static final RemarkTexts TEXTS = new RemarkTexts(TestTexts.ofClassPath());
    private static final String CHILD = Numbering.iin("140905", true, 100);
    private static final String HEADER = "ИИН;Фамилия;Имя;Дата рождения;Пол;КАТО;Класс";

    private ImportDesk desk;
    private Doubts doubts;

    @BeforeEach
    void desk(TestDatabase database) {
        desk = new ImportDesk(database);
        doubts = new Doubts(database, desk, desk.clock, desk.residences);
    }

    private byte[] copy(Batch batch, Language language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        desk.imports.copy(ImportDesk.COORDINATOR, batch, TEXTS, language, out);
        return out.toByteArray();
    }

    @Test
    void theCorrectedCopyOfAMessyListComesInClean() {
        Batch first = desk.bring(ImportDesk.resource("children-north-kazakhstan-ru-messy.csv"));
        List<SheetRow> rows = desk.rows(copy(first, Language.RU));
        List<SheetRow> original = desk.rows(ImportDesk.resource("children-north-kazakhstan-ru-messy.csv"));
        assertEquals(
                original.stream().map(SheetRow::number).toList(),
                rows.stream().map(SheetRow::number).toList(),
                "row for row");
        assertEquals("Что сделать", rows.get(0).cell(19).text());
        assertEquals("Әлихан", rows.get(25).cell(3).text(), "repaired in its place");
        assertEquals("01.06.2019", rows.get(4).cell(5).text());

        Set<Integer> twice = new HashSet<>();
        desk.remarks(first).stream()
                .filter(k -> k.remark().outcome() == Remark.Outcome.DOUBTFUL)
                .forEach(k -> twice.add(k.row()));
        Set<String> numbers = new HashSet<>();
        List<List<String>> corrected = new ArrayList<>();
        int mended = 0;
        for (SheetRow row : rows.subList(1, rows.size())) {
            List<String> cells = new ArrayList<>();
            for (int c = 0; c < 20; c++) {
                cells.add(row.cell(c).text());
            }
            boolean refused = cells.get(17).contains("Не принято");
            if (refused) {
                mend(cells, row.number());
            }
            boolean again = refused && !numbers.add(cells.get(1));
            if (!twice.contains(row.number()) && !again) {
                corrected.add(cells);
                mended += refused ? 1 : 0;
            }
        }
        List<String> headings = rows.get(0).cells().stream().map(c -> c.text()).toList();
        Batch clean = desk.bring(desk.sheet(headings, corrected, Format.XLSX));
        assertEquals(List.of(), clean.layout().unrecognised(), "the copy's own columns are known");
        assertEquals(
                new Batch.Counts(corrected.size(), mended, 0, 741, 0, 0),
                clean.counts(),
                () -> desk.reasons(clean).toString());
    }

    /** What stands in a faulty cell is put right as a coordinator would, by what the remark says. */
    private static void mend(List<String> cells, int number) {
        boolean male = !cells.get(6).equals("ж");
        String born = cells.get(5).startsWith("31.02")
                ? cells.get(1).substring(4, 6) + "." + cells.get(1).substring(2, 4) + ".20"
                        + cells.get(1).substring(0, 2)
                : cells.get(5);
        cells.set(5, born);
        if (cells.get(2).startsWith("=")) {
            cells.set(2, "Ахметов");
        }
        if (cells.get(9).equals("999999999")) {
            cells.set(9, "595620100");
        }
        String iin = cells.get(1);
        if (iin.isEmpty()) {
            cells.set(
                    1,
                    Numbering.iin(
                            born.substring(8, 10) + born.substring(3, 5) + born.substring(0, 2), male, 9000 + number));
        } else {
            for (char check = '0'; check <= '9'; check++) {
                String tried = iin.substring(0, 11) + check;
                if (kz.jolkarta.registry.children.Iin.of(tried).isPresent()) {
                    cells.set(1, tried);
                }
            }
        }
    }

    @Test
    void everyRemarkIsExplainedInEveryLanguage() {
        Batch batch = desk.bring(ImportDesk.resource("children-north-kazakhstan-ru-messy.csv"));
        for (Language language : Language.values()) {
            for (RemarkStore.Kept kept : desk.remarks(batch)) {
                String reason = TEXTS.reason(language, kept.remark());
                String remedy = TEXTS.remedy(language, kept.remark());
                assertFalse(
                        reason.isBlank() || remedy.isBlank() || reason.startsWith("[") || remedy.startsWith("["),
                        kept + reason + remedy);
                assertFalse((reason + remedy).matches(".*\\{\\d}.*"), reason + remedy);
            }
        }
    }

    @Test
    void aTitleAboveTheHeaderStaysWhereItWas() {
        Batch batch = desk.bring(ImportDesk.csv(
                "Дарынды балалар тізімі;;", "", HEADER, CHILD + ";Иванов;ПЁТР;05.09.2014;м;591010000;6А"));
        List<SheetRow> rows = desk.rows(copy(batch, Language.KK));
        assertEquals(List.of(1, 3, 4), rows.stream().map(SheetRow::number).toList());
        assertEquals("Пётр", rows.get(2).cell(2).text());
        Batch again = desk.bring(copy(batch, Language.KK));
        assertEquals(new Batch.Counts(1, 0, 0, 1, 0, 0), again.counts());
        List<SheetRow> third = desk.rows(copy(again, Language.EN));
        assertEquals("What to do", third.get(1).cell(9).text(), "the columns of an earlier copy are replaced");
    }

    private DoubtStoreView doubt() {
        desk.bring(ImportDesk.csv(HEADER, CHILD + ";Иванов;Пётр;05.09.2014;м;591010000;6А"));
        Batch second = desk.bring(ImportDesk.csv(HEADER, CHILD + ";Ким;Диас;05.09.2014;м;591010000;7А"));
        assertEquals(Map.of("DOUBTFUL same-iin-other-name", 1L), desk.reasons(second));
        List<Doubts.Doubt> open = doubts.open(ImportDesk.COORDINATOR, 0, 10);
        assertEquals(1, open.size());
        assertEquals("Иванов", open.get(0).child().get("surname"));
        assertEquals("Ким", open.get(0).cells().get("surname"));
        return new DoubtStoreView(second, open.get(0).id());
    }

    private record DoubtStoreView(Batch batch, long id) {}

    @Test
    void aPersonSaysThatItIsTheSameChild() {
        DoubtStoreView doubt = doubt();
        List<String> before = desk.picture();
        doubts.settle(ImportDesk.COORDINATOR, doubt.id(), "same");
        assertEquals("Ким Диас", desk.text("select surname || ' ' || given_name as x from child"));
        assertEquals(List.of(), doubts.open(ImportDesk.COORDINATOR, 0, 10));
        assertEquals(
                "import.doubt-settled",
                assertThrows(Problem.class, () -> doubts.settle(ImportDesk.COORDINATOR, doubt.id(), "discard"))
                        .message()
                        .key());
        desk.imports.undo(ImportDesk.COORDINATOR, doubt.batch().id());
        assertEquals(before, desk.picture(), "undoing the list takes the decision's change back");
    }

    @Test
    void aSettledDoubtIsNotPutAgain() {
        DoubtStoreView doubt = doubt();
        doubts.settle(ImportDesk.COORDINATOR, doubt.id(), "different");
        assertEquals(1, desk.count("child"), "two children cannot have one number");
        Batch again = desk.bring(ImportDesk.csv(HEADER, CHILD + ";Ким;Диас;05.09.2014;м;591010000;7А"));
        assertEquals(new Batch.Counts(1, 0, 0, 1, 0, 0), again.counts());
        assertEquals(Map.of("WARNING decided-before", 1L), desk.reasons(again));
    }

    @Test
    void aDoubtElsewhereIsNobodysBusiness() {
        DoubtStoreView doubt = doubt();
        var west = ImportDesk.user(9, Scope.of("230000000"));
        assertEquals(List.of(), doubts.open(west, 0, 10));
        assertEquals(
                Problem.Kind.NOT_FOUND,
                assertThrows(Problem.class, () -> doubts.settle(west, doubt.id(), "same"))
                        .kind());
    }

    @Test
    void whatAUserSaysOfAColumnIsRemembered() {
        byte[] list = ImportDesk.csv(
                "Жеке нөмір;Тек;Есім;Туған;Жыныс;Код елді мекен", CHILD + ";Иванов;Пётр;05.09.2014;м;591010000");
        assertEquals(
                "import.no-header",
                assertThrows(Problem.class, () -> desk.bring(list)).message().key());
        Map<String, String> mapping = Map.of(
                "Жеке нөмір",
                "iin",
                "Тек",
                "surname",
                "Есім",
                "given-name",
                "Туған",
                "birth-date",
                "Жыныс",
                "sex",
                "Код елді мекен",
                "territory");
        long id = desk.imports.start(
                ImportDesk.COORDINATOR, new java.io.ByteArrayInputStream(list), "list.csv", false, mapping, "");
        desk.work(ImportDesk.COORDINATOR, id);
        assertEquals(
                new Batch.Counts(1, 1, 0, 0, 0, 0),
                desk.imports.find(ImportDesk.COORDINATOR, id).counts());
        assertEquals(new Batch.Counts(1, 0, 0, 1, 0, 0), desk.bring(list).counts());
        assertTrue(assertThrows(
                        Problem.class, () -> desk.imports.again(ImportDesk.COORDINATOR, id, Map.of("Тек", "nonsense")))
                .fields()
                .get(0)
                .field()
                .equals("mapping"));
    }
}
