package kz.jolkarta.registry.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(ImportDesk.Tables.class)
class ListImportTest {
    private static final String HEADER =
            "ИИН;Фамилия;Имя;Отчество;Дата рождения;Пол;Школа;Класс;КАТО;Многодетная семья;АСП;Направление;Законный представитель;Телефон;Дата согласия";
    /** Петропавловск and Сергеевка in the north, Атырау in the west. */
    private static final String NORTH = "591010000";

    private static final String WEST = "231010000";

    private ImportDesk desk;

    @BeforeEach
    void desk(TestDatabase database) {
        desk = new ImportDesk(database);
    }

    private static Batch.Counts counts(
            long read, long created, long updated, long unchanged, long doubtful, long rejected) {
        return new Batch.Counts(read, created, updated, unchanged, doubtful, rejected);
    }

    private static String row(String iin, String surname, String given, String place, String talent) {
        return String.join(
                ";",
                iin,
                surname,
                given,
                "",
                "05.09.2014",
                "м",
                "Школа № 1",
                "6А",
                place,
                "нет",
                "нет",
                talent,
                "Иванова Анна",
                "+7 700 000 00 01",
                "01.09.2026");
    }

    private static byte[] list(String... rows) {
        return (HEADER + "\r\n" + String.join("\r\n", rows)).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static final String FIRST = Numbering.iin("140905", true, 100);
    private static final String SECOND = Numbering.iin("140905", true, 200);

    @Test
    void aTidyListIsTakenWholeAndTheSecondTimeChangesNothing() {
        Batch first = desk.bring(ImportDesk.resource("children-atyrau-kk.xlsx"));
        assertEquals(counts(1500, 1500, 0, 0, 0, 0), first.counts());
        assertEquals(Batch.State.DONE, first.state());
        assertEquals(Map.of(), desk.reasons(first));
        assertEquals(List.of(), first.layout().unrecognised());
        List<String> picture = desk.picture();
        Batch second = desk.bring(ImportDesk.resource("children-atyrau-kk.xlsx"));
        assertEquals(counts(1500, 0, 0, 1500, 0, 0), second.counts());
        assertEquals(picture, desk.picture());
        assertEquals(1500, desk.count("desk_audit where kind = 'child' and action = 'CREATE'"));
    }

    /** What is known of the list's faults, with the answers decided for them; one of the repeated rows repeats a child whose IIN is wrong. */
    @Test
    void everyFaultOfAMessyListGetsItsAnswer() {
        Batch first = desk.bring(ImportDesk.resource("children-north-kazakhstan-ru-messy.csv"));
        assertEquals(counts(800, 741, 0, 0, 13, 46), first.counts());
        assertEquals(
                Map.ofEntries(
                        Map.entry("DOUBTFUL repeated-in-file", 13L),
                        Map.entry("REJECTED birth-unreadable-iin", 6L),
                        Map.entry("REJECTED iin-check", 16L),
                        Map.entry("REJECTED iin-missing", 8L),
                        Map.entry("REJECTED kato-unknown-named", 8L),
                        Map.entry("REJECTED name-letters", 8L),
                        Map.entry("REPAIRED date-form", 33L),
                        Map.entry("REPAIRED iin-zeros", 1L),
                        Map.entry("REPAIRED name-tidied", 12L),
                        Map.entry("REPAIRED sex-from-iin", 6L),
                        Map.entry("WARNING consent-missing", 14L),
                        Map.entry("WARNING row-short", 7L)),
                desk.reasons(first));
        List<String> picture = desk.picture();
        Batch second = desk.bring(ImportDesk.resource("children-north-kazakhstan-ru-messy.csv"));
        assertEquals(counts(800, 0, 0, 741, 13, 46), second.counts());
        assertEquals(picture, desk.picture());
        assertEquals(13, desk.count("doubtful_pair where decision = 'OPEN'"), "a doubt is put once");
    }

    @Test
    void aKnownChildIsUpdatedFieldByFieldAndTheEmptySaysNothing() {
        desk.bring(list(row(FIRST, "Иванов", "Пётр", NORTH, "шахматы")));
        Batch second = desk.bring(ImportDesk.csv(
                "ИИН;Класс;Многодетная семья;Направление;Телефон;Законный представитель;Школа",
                FIRST + ";7Б;да;домбыра;+7 701;Иванова Анна;"));
        assertEquals(counts(1, 0, 1, 0, 0, 0), second.counts());
        assertEquals(
                "Иванов Пётр 7 Б",
                desk.text(
                        "select surname || ' ' || given_name || ' ' || cast(grade as char(1)) || ' ' || grade_letter as x from child"));
        assertEquals("ARTS | INTELLECTUAL", desk.text("select field as x from child_talent order by field"));
        assertEquals("LARGE_FAMILY", desk.text("select category as x from child_category where valid_to is null"));
        assertEquals("+7 701", desk.text("select phone as x from representative"));
        assertEquals(1, desk.count("child where school_id is not null and version = 2"));
        desk.bring(ImportDesk.csv("ИИН;Многодетная семья", FIRST + ";нет"));
        assertEquals(0, desk.count("child_category where valid_to is null"));
        assertEquals(1, desk.count("child_category"), "ended, not wiped");
    }

    @Test
    void anUndoRestoresWhatWas() {
        desk.bring(list(row(FIRST, "Иванов", "Пётр", NORTH, "шахматы")));
        List<String> before = desk.picture();
        Batch second = desk.bring(list(
                row(FIRST, "Иванов", "Пётр", WEST, "домбыра")
                        .replace("нет;нет", "да;нет")
                        .replace("00 01", "00 02")
                        .replace("01.09.2026", "02.09.2026"),
                row(SECOND, "Ким", "Диас", WEST, "музыка")));
        assertEquals(counts(2, 1, 1, 0, 0, 0), second.counts());
        assertNotEquals(before, desk.picture());
        Undo.Result result = desk.imports.undo(ImportDesk.COORDINATOR, second.id());
        assertEquals(new Undo.Result(1, 1, List.of()), result);
        assertEquals(before, desk.picture());
        assertEquals(
                Batch.State.UNDONE,
                desk.imports.find(ImportDesk.COORDINATOR, second.id()).state());
        assertEquals(
                new Undo.Result(0, 0, List.of()),
                desk.imports.undo(ImportDesk.COORDINATOR, second.id()),
                "once more changes nothing");
        assertEquals(
                counts(2, 1, 1, 0, 0, 0),
                desk.bring(list(
                                row(FIRST, "Иванов", "Пётр", WEST, "домбыра"),
                                row(SECOND, "Ким", "Диас", WEST, "музыка")))
                        .counts(),
                "and it may come again");
    }

    @Test
    void anUndoLeavesAloneWhatChangedSinceAndSaysSo() {
        Batch first = desk.bring(
                list(row(FIRST, "Иванов", "Пётр", NORTH, "шахматы"), row(SECOND, "Ким", "Диас", WEST, "музыка")));
        desk.bring(ImportDesk.csv("ИИН;Класс", FIRST + ";7"));
        Undo.Result result = desk.imports.undo(ImportDesk.COORDINATOR, first.id());
        assertEquals(1, result.removed());
        assertEquals(
                List.of("CHANGED"),
                result.kept().stream().map(Undo.KeptChild::reason).toList());
        assertEquals(1, desk.count("child"));
    }

    @Test
    void aCancelledImportLeavesNothing() {
        desk.bring(list(row(FIRST, "Иванов", "Пётр", NORTH, "шахматы")));
        List<String> before = desk.picture();
        desk.rows = 100;
        long id = desk.start(
                ImportDesk.COORDINATOR, ImportDesk.resource("children-north-kazakhstan-ru-messy.csv"), false);
        desk.workUntilCancelled(ImportDesk.COORDINATOR, id, 3);
        assertEquals(before, desk.picture());
        assertEquals(
                Batch.State.CANCELLED,
                desk.imports.find(ImportDesk.COORDINATOR, id).state());
        assertEquals(0, desk.count("import_change where import_id = " + id));
    }

    @Test
    void aProcessThatDiesWhileAnImportIsCancelledLeavesItToTheNextOne() {
        desk.rows = 100;
        long id = desk.start(
                ImportDesk.COORDINATOR, ImportDesk.resource("children-north-kazakhstan-ru-messy.csv"), false);
        assertThrows(ImportDesk.Killed.class, () -> desk.workUntilKilled(ImportDesk.COORDINATOR, id, 3));
        assertTrue(desk.count("child") > 0);
        desk.imports.cancel(ImportDesk.COORDINATOR, id);
        desk.database.run(tx -> tx.update("update desk_job set state = 'CANCELLED' where id = :id", Map.of("id", id)));
        Batch next = desk.bring(list(row(FIRST, "Иванов", "Пётр", NORTH, "шахматы")));
        assertEquals(counts(1, 1, 0, 0, 0, 0), next.counts());
        assertEquals(1, desk.count("child"));
        assertEquals(
                Batch.State.CANCELLED,
                desk.imports.find(ImportDesk.COORDINATOR, id).state());
    }

    @Test
    void aProcessThatDiesAnywhereLosesNothingAndDoesNothingTwice() {
        byte[] list = ImportDesk.resource("children-north-kazakhstan-ru-messy.csv");
        desk.rows = 60;
        Random random = new Random(997);
        long id = desk.start(ImportDesk.COORDINATOR, list, false);
        int deaths = 0;
        while (deaths < 6) {
            int transactions = 1 + random.nextInt(4);
            assertThrows(ImportDesk.Killed.class, () -> desk.workUntilKilled(ImportDesk.COORDINATOR, id, transactions));
            deaths++;
            assertEquals(
                    desk.count("child"),
                    desk.imports.find(ImportDesk.COORDINATOR, id).counts().created());
        }
        desk.work(ImportDesk.COORDINATOR, id);
        Batch whole = desk.imports.find(ImportDesk.COORDINATOR, id);
        assertEquals(counts(800, 741, 0, 0, 13, 46), whole.counts());
        assertEquals(741, desk.count("child"));
        assertEquals(741, desk.count("desk_audit where kind = 'child' and action = 'CREATE'"));
        assertEquals(13, desk.count("doubtful_pair"));
        assertEquals(13, desk.reasons(whole).get("DOUBTFUL repeated-in-file"));
    }

    @Test
    void aDryRunSaysTheSameAndWritesNothing() {
        desk.rows = 50;
        Batch dry =
                desk.bring(ImportDesk.COORDINATOR, ImportDesk.resource("children-north-kazakhstan-ru-messy.csv"), true);
        assertEquals(counts(800, 741, 0, 0, 13, 46), dry.counts());
        assertEquals(
                0,
                desk.count("child")
                        + desk.count("organisation")
                        + desk.count("doubtful_pair")
                        + desk.count("import_change"));
        Batch real = desk.bring(ImportDesk.resource("children-north-kazakhstan-ru-messy.csv"));
        assertEquals(dry.counts(), real.counts());
        assertEquals(desk.reasons(dry), desk.reasons(real));
    }

    @Test
    void whomAListMovesHasAPastAndNoneAfterTheListIsUndone() {
        desk.bring(list(row(FIRST, "Иванов", "Пётр", WEST, "шахматы"), row(SECOND, "Ким", "Диас", WEST, "музыка")));
        Batch moving = desk.bring(
                list(row(FIRST, "Иванов", "Пётр", NORTH, "шахматы"), row(SECOND, "Ким", "Диас", WEST, "музыка")));
        assertEquals(1, desk.count("child_residence where territory = '" + WEST + "' and valid_from < valid_to"));
        assertEquals(1, desk.count("child where resident_from is not null and territory = '" + NORTH + "'"));
        desk.imports.undo(ImportDesk.COORDINATOR, moving.id());
        assertEquals(0, desk.count("child_residence"));
        assertEquals(0, desk.count("child where resident_from is not null or territory = '" + NORTH + "'"));
    }

    @Test
    void nobodyImportsBeyondTheOwnTerritoryNorLearnsWhoIsThere() {
        User north = ImportDesk.user(8, Scope.of("590000000"));
        desk.bring(list(row(FIRST, "Иванов", "Пётр", WEST, "шахматы")));
        Batch batch = desk.bring(
                north,
                list(row(FIRST, "Иванов", "Пётр", NORTH, "шахматы"), row(SECOND, "Ким", "Диас", WEST, "музыка")),
                false);
        assertEquals(counts(2, 0, 0, 0, 0, 2), batch.counts());
        assertEquals(
                Map.of("REJECTED registered-elsewhere", 1L, "REJECTED territory-outside", 1L), desk.reasons(batch));
        assertEquals(
                Problem.Kind.NOT_FOUND,
                assertThrows(
                                Problem.class,
                                () -> desk.imports.find(ImportDesk.user(9, Scope.of("590000000")), batch.id()))
                        .kind());
        assertEquals(
                Problem.Kind.FORBIDDEN,
                assertThrows(
                                Problem.class,
                                () -> desk.start(
                                        ImportDesk.user(9, Scope.NONE), list(row(FIRST, "А", "Б", NORTH, "")), false))
                        .kind());
    }

    @Test
    void childrenWithoutANumberAreKnownByTheirDocument() {
        String header = HEADER + ";Вид документа;Номер документа;Причина отсутствия ИИН";
        String child = row("", "Иванов", "Пётр", NORTH, "шахматы");
        byte[] list = ImportDesk.csv(
                header,
                child + ";свидетельство;АА 1;не выдан",
                child.replace("Пётр", "Иван") + ";свидетельство;АА 2;",
                child + ";паспорт;77;не выдан");
        Batch first = desk.bring(list);
        assertEquals(counts(3, 1, 0, 0, 1, 1), first.counts());
        assertEquals(
                Map.of("DOUBTFUL same-name-and-birth", 1L, "REJECTED document-incomplete", 1L), desk.reasons(first));
        assertEquals(counts(3, 0, 0, 1, 1, 1), desk.bring(list).counts());
        Batch numbered = desk.bring(list(row(FIRST, "Иванов", "Пётр", NORTH, "шахматы")));
        assertEquals(
                Map.of("DOUBTFUL same-name-and-birth", 1L),
                desk.reasons(numbered),
                "the number may be that of the child without one");
    }

    @Test
    void ofChildrenWhoAreCalledAlikeTheOneInTheOwnTerritoryIsMeantInWhateverOrderTheyCame() {
        String header = HEADER + ";Вид документа;Номер документа;Причина отсутствия ИИН";
        User north = ImportDesk.user(8, Scope.of("590000000"));
        User west = ImportDesk.user(9, Scope.of("230000000"));
        String northern = row("", "Иванов", "Пётр", NORTH, "шахматы") + ";свидетельство;АА 1;не выдан";
        String western = row("", "Иванов", "Пётр", WEST, "шахматы") + ";свидетельство;АА 2;не выдан";
        for (boolean northFirst : List.of(true, false)) {
            desk = new ImportDesk(desk.database);
            if (northFirst) {
                desk.bring(north, ImportDesk.csv(header, northern), false);
            }
            desk.bring(west, ImportDesk.csv(header, western), false);
            if (!northFirst) {
                desk.bring(north, ImportDesk.csv(header, northern), false);
            }
            assertEquals(2, desk.count("child"));
            Batch numbered = desk.bring(north, list(row(FIRST, "Иванов", "Пётр", NORTH, "шахматы")), false);
            assertEquals(
                    Map.of("DOUBTFUL same-name-and-birth", 1L),
                    desk.reasons(numbered),
                    northFirst ? "the north first" : "the west first");
            String again = northern.replace("АА 1", "АА 3");
            Batch unnumbered = desk.bring(north, ImportDesk.csv(header, again), false);
            assertEquals(Map.of("DOUBTFUL same-name-and-birth", 1L), desk.reasons(unnumbered));
        }
    }

    @Test
    void randomListsNeverStopAndAlwaysAddUp() {
        Random random = new Random(20);
        List<String> cells = List.of(
                "",
                FIRST,
                SECOND,
                "140905500",
                "Иванов",
                "=1+1",
                "05.09.2014",
                "31.02.2014",
                "2014-09-05",
                "м",
                "?",
                "6А",
                "99",
                NORTH,
                WEST,
                "999999999",
                "да",
                "-",
                "шахматы",
                "\uD800",
                "a\tb",
                "x".repeat(400),
                "‮",
                "0",
                "№ 1");
        StringBuilder list = new StringBuilder(HEADER + ";Вид документа;Номер документа;Причина отсутствия ИИН");
        int rows = 700;
        for (int i = 0; i < rows; i++) {
            list.append("\r\n").append(random.nextInt(3) == 0 ? FIRST : cells.get(random.nextInt(cells.size())));
            for (int c = 0; c < 14 + random.nextInt(6); c++) {
                list.append(';')
                        .append(
                                random.nextInt(3) == 0
                                        ? row(SECOND, "Ким", "Диас", NORTH, "спорт")
                                                .split(";")[Math.min(c + 1, 14)]
                                        : cells.get(random.nextInt(cells.size())));
            }
        }
        Batch batch = desk.bring(list.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Batch.Counts c = batch.counts();
        assertEquals(rows, c.read());
        assertEquals(c.read(), c.created() + c.updated() + c.unchanged() + c.doubtful() + c.rejected());
        assertEquals(desk.count("child"), c.created());
    }
}
