package kz.jolkarta.registry.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Engine;
import kz.jolkarta.core.files.Paper;
import kz.jolkarta.core.files.Papers;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.internal.access.AuditTrail;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class CopiesTest {
    /** How columns that name a child are called. */
    private static final String NAMING = "'child_id', 'child_a', 'child_b', 'kept_id', 'gone_id'";

    private final TestDatabase database;
    private final RecordWorld world;
    private final Copies copies;
    private final Texts texts = TestTexts.ofClassPath();
    private final List<Paper> papers = new ArrayList<>();
    private final User coordinator = RecordWorld.coordinator(RecordWorld.REGION);
    private final User both = RecordWorld.user(1, RecordWorld.REGION, Role.COORDINATOR, Role.PSYCHOLOGIST);

    CopiesTest(TestDatabase database) {
        this.database = database;
        world = new RecordWorld(database);
        copies = new Copies(world.ledger, new AccessLog(world.ledger, texts), new Kept(), texts);
    }

    /** Keeps the papers instead of writing them. */
    private final class Kept implements Papers {
        @Override
        public void pdf(Paper paper, OutputStream out) {
            papers.add(paper);
        }

        @Override
        public void docx(Paper paper, OutputStream out) {
            throw new AssertionError("a copy is not edited");
        }
    }

    private static CopyRequest asked(Dossier of) {
        return new CopyRequest(of.mother, "өтініш № 7");
    }

    private JsonNode json(User user, Dossier of) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        copies.json(user, of.child, Language.KK, asked(of)).writeTo(out);
        try {
            return Json.mapper().readTree(out.toByteArray());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void everyTableThatNamesAChildHasItsPlaceInTheCopy() {
        String sql = database.engine() == Engine.DERBY
                ? "select t.tablename name from sys.syscolumns c join sys.systables t on t.tableid = c.referenceid"
                        + " where lower(c.columnname) in (" + NAMING + ")"
                : "select table_name name from information_schema.columns where table_schema = current_schema()"
                        + " and column_name in (" + NAMING + ")";
        Set<String> naming = new TreeSet<>(database.<List<String>>read(
                tx -> tx.list(sql, Map.of(), row -> row.text("name").toLowerCase(Locale.ROOT))));
        Set<String> known =
                Holdings.ALL.stream().flatMap(h -> h.tables().stream()).collect(Collectors.toSet());
        assertTrue(naming.size() > 15, naming.toString());
        naming.removeAll(known);
        assertEquals(Set.of(), naming, "tables that the representative's copy does not know");
    }

    @Test
    void theCopyHoldsARowOfEveryPart() {
        JsonNode copy = json(both, new Dossier(database, world).whole());
        assertEquals(1, copy.path("shape").asInt());
        assertEquals(0, copy.path("leftOut").size());
        JsonNode parts = copy.path("parts");
        assertEquals(Holdings.ALL.size(), parts.size());
        List<String> empty = new ArrayList<>();
        parts.properties().forEach(part -> {
            if (part.getValue().isEmpty() || part.getValue().get(0).isEmpty()) {
                empty.add(part.getKey());
            }
        });
        assertEquals(List.of(), empty, "parts without their row");
    }

    /** The shape that the documents describe. */
    @Test
    void membersAreNamedAndWrittenAsTheRestOfTheApiDoes() {
        JsonNode parts = json(both, new Dossier(database, world).whole()).path("parts");
        assertEquals("Сынақов", parts.at("/child/0/surname").asText());
        assertEquals("2014-05-01", parts.at("/child/0/birthDate").asText());
        assertEquals("large-family", parts.at("/categories/0/category").asText());
        assertEquals("Сынақова Айгүл", parts.at("/consents/0/representative").asText());
        assertEquals(50000.5, parts.at("/awards/0/amount").asDouble());
        assertTrue(parts.at("/presence/0/present").asBoolean());
        assertEquals("дзюдо", parts.at("/road-maps/0/content/hobby").asText());
        assertEquals("дзюдо", parts.at("/road-map-changes/0/afterJson/hobby").asText());
        assertFalse(parts.at("/categories/0").has("validTo"), "what is not held is left out");
    }

    @Test
    void withoutTheRightToDiagnosticsTheCopySaysWhatIsLeftOut() {
        Dossier dossier = new Dossier(database, world).whole();
        assertTrue(json(both, dossier).toString().contains("құпия"));
        JsonNode copy = json(coordinator, dossier);
        assertEquals("diagnostics", copy.at("/leftOut/0").asText());
        assertFalse(copy.toString().contains("Равен"));
        assertFalse(copy.toString().contains("құпия"), "nor fields that only those read who may see diagnostics");
    }

    @Test
    void whatIsHeldOfAnotherChildIsNotInIt() {
        new Dossier(database, world).whole();
        JsonNode parts = json(both, new Dossier(database, world)).path("parts");
        Set<String> own = Set.of("child", "representatives", "talents");
        parts.properties()
                .forEach(part -> assertEquals(
                        own.contains(part.getKey()) ? 1 : 0, part.getValue().size(), part.getKey()));
    }

    @Test
    void thePaperSaysItInWordsWithWhoLookedAndIsSigned() {
        Dossier dossier = new Dossier(database, world).whole();
        AuditTrail trail = new AuditTrail(database, world.clock);
        database.run(tx -> trail.record(
                tx, coordinator, new Audit.Entry(Action.READ, "child", dossier.child, RecordWorld.VILLAGE, "marks")));
        copies.pdf(both, dossier.child, Language.KK, asked(dossier)).writeTo(new ByteArrayOutputStream());
        Paper paper = papers.get(papers.size() - 1);

        assertEquals("Бала туралы сақталған деректердің көшірмесі", paper.title());
        List<String> facts = paper.blocks().stream()
                .filter(Paper.Facts.class::isInstance)
                .flatMap(b -> ((Paper.Facts) b).facts().stream())
                .map(f -> f.label() + ": " + f.value())
                .toList();
        for (String said : List.of(
                "Заңды өкіл: Сынақова Айгүл",
                "Негіздеме: өтініш № 7",
                "Туған күні: 01.05.2014",
                "Санаты: көп балалы",
                "Сомасы: 50000.50 теңге",
                "Картаның мазмұны: Қызығуы: дзюдо\nТест: құпия",
                "Өзгеріс: мазмұны өзгертілді")) {
            assertTrue(facts.contains(said), said + " in " + facts);
        }
        Paper.Table accesses = (Paper.Table) paper.blocks().stream()
                .filter(Paper.Table.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertEquals(
                "баланың карточкасы: ашылды (бағалары)", accesses.rows().get(0).get(3));
        assertTrue(paper.blocks().get(paper.blocks().size() - 1) instanceof Paper.Signatures);
    }

    @Test
    void everyPartAndColumnHasAName() {
        List<String> nameless = Holdings.ALL.stream()
                .flatMap(h -> Stream.concat(
                        Stream.of("copy.part." + h.code()), h.columns().stream().map(Column::label)))
                .filter(key -> !texts.has(key))
                .distinct()
                .toList();
        assertEquals(List.of(), nameless);
    }

    @Test
    void theCopyIsForARepresentativeOfTheChildAndIsAudited() {
        Dossier dossier = new Dossier(database, world);
        long child = dossier.child;
        world.audited.clear();
        json(coordinator, dossier);
        assertEquals(Action.EXPORT, world.audited.get(0).action());
        assertEquals(
                "copy json representative=" + dossier.mother,
                world.audited.get(0).detail());

        Refusal.of(
                Kind.INVALID,
                "child.representative-unknown",
                () -> copies.pdf(coordinator, child, Language.KK, new CopyRequest(1L, "x")));
        Refusal.of(
                Kind.INVALID,
                "record.required",
                () -> copies.pdf(coordinator, child, Language.KK, new CopyRequest(dossier.mother, " ")));
        User psychologist = RecordWorld.user(2, RecordWorld.REGION, Role.PSYCHOLOGIST);
        Refusal.of(
                Kind.FORBIDDEN,
                "problem.forbidden",
                () -> copies.pdf(psychologist, child, Language.KK, asked(dossier)));
        User stranger = RecordWorld.coordinator("610000000");
        Refusal.of(
                Kind.NOT_FOUND, "problem.not-found", () -> copies.json(stranger, child, Language.KK, asked(dossier)));
        assertEquals(1, world.audited.size(), "what was refused is no copy");
    }

    @Test
    void thePageAsksWhoAndWhyAndEachFileThatIsFetchedIsNoted() {
        Dossier of = new Dossier(database, world);
        PageWorld words = new PageWorld(world);
        CopyPages page = new CopyPages(copies);
        Caller reader = PageWorld.reader(coordinator);
        assertTrue(page.ask(reader, words.words, of.child).toString().contains("Сынақова Айгүл"));
        String mother = String.valueOf(of.mother);
        assertEquals(
                400,
                page.asked(reader, words.words, of.child, PageWorld.form("representativeId", mother))
                        .getStatus());
        FormInput input = PageWorld.form("representativeId", mother, "reason", "өтініш № 7");
        String offered =
                page.asked(reader, words.words, of.child, input).getEntity().toString();
        assertTrue(offered.contains("/children/" + of.child + "/copy/file?representative=" + mother), offered);
        assertTrue(offered.contains("format=pdf&language=kk") && offered.contains("format=pdf&language=ru"), offered);
        world.audited.clear();
        Response file = page.file(reader, of.child, mother, "өтініш № 7", "pdf", "ru");
        assertEquals("application/pdf", file.getMediaType().toString());
        assertTrue(world.audited.toString().contains("copy pdf representative=" + mother));
        Caller elsewhere = PageWorld.reader(RecordWorld.coordinator(RecordWorld.ELSEWHERE));
        Refusal.of(Problem.Kind.NOT_FOUND, "problem.not-found", () -> page.ask(elsewhere, words.words, of.child));
        Caller approver = PageWorld.reader(RecordWorld.user(3, RecordWorld.REGION, Role.APPROVER));
        Refusal.of(Problem.Kind.FORBIDDEN, "problem.forbidden", () -> page.ask(approver, words.words, of.child));
    }
}
