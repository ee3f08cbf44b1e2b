package kz.jolkarta.registry.roadmaps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.ResourceHost;
import kz.jolkarta.registry.ResourceHost.Answer;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands on a printed road map, who may print what, and many maps in one file. */
@BothEngines(RecordTables.class)
class RoadMapPrintsTest {
    private static final User READER = RecordWorld.user(4, RecordWorld.REGION, Role.APPROVER);
    private static final User PSYCHOLOGIST = RecordWorld.user(5, RecordWorld.REGION, Role.PSYCHOLOGIST);
    private static final User STRANGER = RecordWorld.user(6, RecordWorld.ELSEWHERE, Role.COORDINATOR);

    private PrintDesk desk;

    @BeforeEach
    void open(TestDatabase database) {
        desk = new PrintDesk(database);
    }

    private String printed(User user, long map, Language language) {
        return PrintDesk.text(
                desk.prints.print(user, map, Print.Format.PDF, language).content());
    }

    private static void has(String text, String... parts) {
        for (String part : parts) {
            assertTrue(text.contains(part), () -> "«" + part + "» in " + text);
        }
    }

    @Test
    void eachOfTheTenPartsIsPrintedInKazakh() {
        String text = printed(desk.keeper, desk.full(), Language.KK);
        has(text, "Дарынды баланың жеке жол картасы, 2025–2026 оқу жылы");
        has(text, "1. Бала туралы мәлімет", "Сынақов Әлихан", "01.05.2014", "№ 5 «Шағала» мектебі", "Сыныбы 6Ә");
        has(text, "Оқыту тілі қазақ", "Абай көшесі, 12", "көп балалы, анықтама № 77, 01.09.2025, 01.09.2025 бастап");
        has(text, "Сынақова Гүлнәр, ана, +7 700 000 00 00", "01.09.2025 берілген");
        has(text, "2. Дарын саласы мен түрі", "спорт", "Дарынның негізгі саласы академиялық (пәндік)");
        has(text, "4. Қызығушылықтары", "Шахмат, робототехника");
        has(text, "5. Оқу үлгерімі", "2024–2025 иә", "1-тоқсан 5; 5; 4", "4,75");
        has(text, "6. Жетістіктері", "20.11.2025 Олимпиада", "2-орын", "Ұстаз Айгүл");
        has(text, "7. Даму жоспары", "1-мақсат. Олимпиадада жүлде алу", "Жазғы мектепке қатысу", "10.06.2026");
        has(text, "8. Тәлімгерлері", "Жетістіктерге дайындаған жетекшілер: Ұстаз Айгүл");
        has(text, "9. Көрсетілген қолдау", "Қысқы мектеп", "05.01.2026", "қатысқан", "құжат № П-2025", "123 450,50 ₸");
        has(text, "10. Жыл қорытындысы");
        has(text, "Ата-анасы (заңды өкілі)", "Мектеп басшысы", "Оспанов Нұрлан", "Үйлестіруші");
        assertFalse(text.contains("П-2020"), "support of another school year");
        assertFalse(text.contains("["), () -> "a text is missing in " + text);
    }

    @Test
    void theLanguageIsThePrintsAndNotTheReaders() {
        long map = desk.full();
        assertEquals(Language.KK, desk.keeper.language());
        String text = printed(desk.keeper, map, Language.RU);
        has(text, "Индивидуальная дорожная карта одарённого ребёнка, 2025–2026 учебный год", "1. Паспортная часть");
        has(text, "многодетная семья", "участвовал(а)", "выдано", "2 место", "Руководитель школы");
        assertFalse(text.contains("Оқу жылы"), text);
    }

    @Test
    void diagnosticsAreForWhoMaySeeThem() {
        long map = desk.full();
        for (User user : List.of(desk.keeper, READER)) {
            String text = printed(user, map, Language.KK);
            assertFalse(text.contains("Равен"), text);
            assertFalse(text.contains("3. Психологиялық"), text);
        }
        has(printed(PSYCHOLOGIST, map, Language.KK), "3. Психологиялық", "Равен", "40–48", "Жоғары деңгей");
    }

    @Test
    void theWholeNumberIsForWhoMayTakeChildrenAlong() {
        long map = desk.full();
        has(printed(desk.keeper, map, Language.KK), "ЖСН " + PrintDesk.IIN);
        String masked = printed(READER, map, Language.KK);
        assertFalse(masked.contains(PrintDesk.IIN), masked);
        has(masked, "ЖСН ••••••••0017");
    }

    @Test
    void everyOpeningIsInTheTrailAndAForeignMapIsUnknown() {
        long map = desk.full();
        desk.world.audited.clear();
        printed(READER, map, Language.KK);
        assertEquals(1, desk.world.audited.size());
        assertEquals(Action.READ, desk.world.audited.get(0).action());
        assertEquals(map, desk.world.audited.get(0).id());
        assertEquals(RecordWorld.VILLAGE, desk.world.audited.get(0).territory());
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> printed(STRANGER, map, Language.KK));
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> printed(READER, map + 1, Language.KK));
        User analyst = RecordWorld.user(7, "", Role.ANALYST);
        Refusal.of(Kind.FORBIDDEN, "problem.forbidden", () -> printed(analyst, map, Language.KK));
        assertEquals(1, desk.world.audited.size(), "what is refused is not opened");
    }

    @Test
    void aMapWithNothingInItHasLinesToWriteOn() {
        long map = desk.map(RecordWorld.VILLAGE, null, 6, null);
        String text = printed(desk.keeper, map, Language.KK);
        has(text, "Қадам, іс-шара", "Жазба жоқ.", "10. Жыл қорытындысы", "Мектеп басшысы");
    }

    @Test
    void theSameIsThereAsADocumentToEdit() throws IOException {
        long map = desk.full();
        byte[] content = desk.prints
                .print(desk.keeper, map, Print.Format.DOCX, Language.KK)
                .content();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(content));
                XWPFWordExtractor reader = new XWPFWordExtractor(document)) {
            String text = reader.getText().replaceAll("[\\s\u00A0]+", " ");
            has(text, "Дарынды баланың жеке жол картасы", PrintDesk.IIN, "Жазғы мектепке қатысу", "123 450,50 ₸");
        }
    }

    private static PrintChoice choice(String territory, Long school, Integer grade, String letter) {
        return new PrintChoice(null, territory, school, grade, letter, null, null, null, null);
    }

    private Map<String, byte[]> file(User user, long job) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        desk.prints.write(desk.prints.file(user, job), out);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    @Test
    void aClassASchoolAndADistrictArePrintedIntoOneFile() throws IOException {
        long school = desk.school(RecordWorld.VILLAGE);
        long first = desk.map(RecordWorld.VILLAGE, school, 5, "А");
        long second = desk.map(RecordWorld.VILLAGE, school, 6, "Ә");
        desk.map(RecordWorld.CITY, desk.school(RecordWorld.CITY), 6, "Ә");
        desk.map(RecordWorld.ELSEWHERE, desk.school(RecordWorld.ELSEWHERE), 6, "Ә");
        Map<PrintChoice, Integer> expected = Map.of(
                choice("", school, 6, "ә"),
                1,
                choice("", school, null, ""),
                2,
                choice(RecordWorld.DISTRICT, null, null, ""),
                2,
                choice(RecordWorld.REGION, null, null, ""),
                3,
                new PrintChoice(List.of(first), null, null, null, null, null, null, null, null),
                1,
                new PrintChoice(null, null, null, null, null, 2025, "draft", null, null),
                3);
        for (Map.Entry<PrintChoice, Integer> one : expected.entrySet()) {
            long job = desk.prints.start(desk.keeper, one.getKey());
            Refusal.of(Kind.CONFLICT, "roadmap.print-not-ready", () -> desk.prints.file(desk.keeper, job));
            desk.work(desk.keeper, job);
            Map<String, byte[]> files = file(desk.keeper, job);
            assertEquals(one.getValue(), files.size(), one.getKey().toString());
            assertEquals(one.getValue().longValue(), desk.progress);
            assertTrue(desk.result.contains("\"maps\": " + one.getValue()), desk.result);
            files.values().forEach(pdf -> has(PrintDesk.text(pdf), "Сынақов Әлихан"));
        }
        long job = desk.prints.start(desk.keeper, choice("", school, null, ""));
        desk.world.audited.clear();
        desk.work(desk.keeper, job);
        assertEquals(
                List.of("5А_Сынақов_Әлихан_" + first + ".pdf", "6Ә_Сынақов_Әлихан_" + second + ".pdf"),
                List.copyOf(file(desk.keeper, job).keySet()));
        assertEquals(
                List.of(first, second, job),
                desk.world.audited.stream()
                        .filter(e -> e.action() == Action.EXPORT)
                        .map(e -> e.id())
                        .toList());
    }

    @Test
    void manyMapsAreMoreThanOneReadingAndMoreThanOnePieceOfTheFile() throws IOException {
        long school = desk.school(RecordWorld.VILLAGE);
        for (int i = 0; i < 55; i++) {
            desk.map(RecordWorld.VILLAGE, school, 6, "Ә");
        }
        long job = desk.prints.start(desk.keeper, choice("", school, null, ""));
        desk.work(desk.keeper, job);
        assertEquals(55, file(desk.keeper, job).size());
        long pieces = desk.world.number("select count(*) from job_file_part where job_id = :job", Map.of("job", job));
        assertEquals((desk.prints.file(desk.keeper, job).size() + (1 << 20) - 1) / (1 << 20), pieces);
    }

    @Test
    void aCancelledJobLeavesNoFile() {
        long school = desk.school(RecordWorld.VILLAGE);
        for (int i = 0; i < 4; i++) {
            desk.map(RecordWorld.VILLAGE, school, 6, "Ә");
        }
        long job = desk.prints.start(desk.keeper, choice("", school, null, ""));
        desk.most = 2;
        desk.work(desk.keeper, job);
        Refusal.of(Kind.CONFLICT, "roadmap.print-not-ready", () -> desk.prints.file(desk.keeper, job));
        assertEquals(0, desk.world.number("select count(*) from job_file", Map.of()));
        assertEquals("", desk.result);
    }

    @Test
    void aFileIsItsOwnersAndIsKeptForAWeek() {
        long school = desk.school(RecordWorld.VILLAGE);
        desk.map(RecordWorld.VILLAGE, school, 6, "Ә");
        long job = desk.prints.start(desk.keeper, choice("", school, null, ""));
        desk.work(desk.keeper, job);
        User other = RecordWorld.user(8, RecordWorld.REGION, Role.COORDINATOR);
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> desk.prints.file(other, job));
        assertTrue(desk.prints.file(desk.keeper, job).size() > 1000);
        desk.world.clock.advance(Duration.ofDays(8));
        Refusal.of(Kind.CONFLICT, "roadmap.print-gone", () -> desk.prints.file(desk.keeper, job));
        long later = desk.prints.start(desk.keeper, choice("", school, null, ""));
        desk.work(desk.keeper, later);
        assertEquals(1, desk.world.number("select count(*) from job_file", Map.of()), "the old one is removed");
        desk.prints.discard(desk.keeper, later);
        assertEquals(0, desk.world.number("select count(*) from job_file_part", Map.of()));
        Refusal.of(Kind.CONFLICT, "roadmap.print-gone", () -> desk.prints.file(desk.keeper, later));
    }

    @Test
    void aChoiceThatIsEmptyOrFitsNothingIsToldSo() {
        desk.map(RecordWorld.VILLAGE, desk.school(RecordWorld.VILLAGE), 6, "Ә");
        Refusal.of(
                Kind.INVALID, "roadmap.print-choose", () -> desk.prints.start(desk.keeper, choice("", null, null, "")));
        Refusal.of(
                Kind.INVALID,
                "roadmap.print-none",
                () -> desk.prints.start(desk.keeper, choice(RecordWorld.ELSEWHERE, null, null, "")));
        Refusal.of(Kind.FORBIDDEN, "problem.forbidden", () -> desk.prints.start(READER, choice("", 1L, null, "")));
        assertEquals(List.of(), desk.submitted);
    }

    @Test
    void mapsArePrintedOverHttp() {
        long map = desk.full();
        Caller caller = new Caller(desk.keeper, Language.EN);
        ResourceHost api = new ResourceHost(new PrintResource(desk.prints), new PrintsResource(desk.prints)).as(caller);
        Answer pdf = api.get("road-maps/" + map + "/print");
        assertEquals(200, pdf.status());
        assertEquals("application/pdf", pdf.headers().get("Content-Type"));
        assertEquals(
                "attachment; filename=\"road-map-" + map + ".pdf\"",
                pdf.headers().get("Content-Disposition"));
        has(PrintDesk.text(pdf.body()), "Дарынды баланың жеке жол картасы");
        assertEquals(
                200,
                api.get("road-maps/" + map + "/print?format=docx&language=ru").status());
        assertEquals(400, api.get("road-maps/" + map + "/print?format=odt").status());
        assertEquals(400, api.get("road-maps/" + map + "/print?language=de").status());
        Answer started =
                api.post("road-map-prints", "{\"territory\": \"" + RecordWorld.REGION + "\", \"language\": \"ru\"}");
        assertEquals(202, started.status(), started.text());
        long job = started.json().get("job").asLong();
        assertEquals("http://localhost/api/jobs/" + job, started.headers().get("Location"));
        assertEquals(409, api.get("road-map-prints/" + job + "/file").status());
        desk.work(desk.keeper, job);
        Answer zip = api.get("road-map-prints/" + job + "/file");
        assertEquals("application/zip", zip.headers().get("Content-Type"));
        assertEquals('P', zip.body()[0]);
        assertEquals(204, api.delete("road-map-prints/" + job, "").status());
        assertEquals(409, api.get("road-map-prints/" + job + "/file").status());
        assertEquals(
                400,
                api.post("road-map-prints", "{\"territory\": \"" + RecordWorld.REGION + "\", \"grade\": 6}")
                        .status());
        assertEquals(400, api.post("road-map-prints", "{}").status());
    }
}
