package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.files.SheetFiles;
import kz.jolkarta.core.internal.pages.LocaleWording;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Targets as people, programs and the shell meet them. */
@BothEngines(Node.Registry.class)
class TargetPagesTest {
    private static final Caller REGION = new Caller(Node.user(Role.COORDINATOR, "23"), Language.EN);
    private static final Caller MINISTRY = new Caller(Node.user("ministry", Role.ADMINISTRATOR, ""), Language.EN);
    private static final String[] ORDER = {
        "version", "0", "value", "1 200", "title", "Министрдің бұйрығы", "number", "112-қ", "date", "2026-01-20"
    };

    private Node node;
    private LocaleWording wording;
    private Words words;
    private TargetPages pages;
    private TargetResource api;

    @BeforeEach
    void node(TestDatabase database) {
        node = new Node(database);
        wording = new LocaleWording(node.texts, node.clock);
        words = wording.in(Language.EN);
        pages = new TargetPages(node.targets, node.targetChanges);
        api = new TargetResource(node.targets, node.targetChanges, wording);
    }

    @AfterEach
    void empty() {
        node.empty();
    }

    private Response set(String place, String measure, String indicator, String... fields) {
        return pages.set(MINISTRY, words, "2026", place, measure, indicator, ReportPagesTest.form(fields));
    }

    private String list(Caller reader, String... asked) {
        return pages.list(reader, words, ReportPagesTest.address("/report-targets", asked))
                .toString();
    }

    private String choose(String... asked) {
        return pages.choose(MINISTRY, words, ReportPagesTest.address("/report-targets/new", asked))
                .toString();
    }

    private String figure(Caller reader) {
        return pages.open(reader, words, "2026", "230000000", "statistics", "gifted")
                .toString();
    }

    private static String with(String page, String... parts) {
        for (String part : parts) {
            assertTrue(page.contains(part), () -> part + " in " + page);
        }
        return page;
    }

    @Test
    void the_national_office_finds_a_figure_and_sets_its_target_which_the_region_reads() {
        with(list(MINISTRY, "year", "2026"), "There are no such targets.", "href=/report-targets/new?year=2026");
        assertFalse(choose("year", "2026").contains("Table["), "nothing is chosen yet");
        with(
                choose("year", "2026", "region", "230000000", "measure", "statistics"),
                "href=/report-targets/2026/230000000/statistics/gifted,",
                "href=/report-targets/2026/230000000/statistics/gifted-share");
        with(choose("year", "2026", "region", "country", "measure", "stipends"), "The measure has no indicators");
        assertEquals(
                "/report-targets/2026/230000000/statistics/gifted?done=page.target.saved",
                set("23", "statistics", "gifted", ORDER).getLocation().toString());
        with(figure(MINISTRY), "text=1,200", "Change the target", "Take the target back");
        String read = with(figure(REGION), "text=1,200", "Министрдің бұйрығы, No. 112-қ of 20 Jan 2026", "ministry");
        assertFalse(read.contains("Form["), "a region only reads");
        String listed = with(list(REGION, "year", "2026"), "text=1,200", "/api/report-targets.xlsx?year=2026");
        assertFalse(listed.contains("/report-targets/new"), listed);
        assertEquals(
                Problem.Kind.FORBIDDEN,
                assertThrows(
                                Problem.class,
                                () -> pages.choose(
                                        new Caller(Node.user(Role.ADMINISTRATOR, "23"), Language.EN),
                                        words,
                                        ReportPagesTest.address("/report-targets/new")))
                        .kind());
    }

    @Test
    void what_cannot_be_comes_again_as_it_was_typed_with_the_reason_beside_its_field() {
        String[] wrong = ORDER.clone();
        wrong[3] = "12,5";
        wrong[7] = "";
        Response again = set("23", "statistics", "gifted", wrong);
        assertEquals(400, again.getStatus());
        with(
                again.getEntity().toString(),
                "values=[12,5]",
                "error=“12,5” does not fit. Write a whole number",
                "values=[Министрдің бұйрығы]",
                "error=Fill this in.");
        set("23", "statistics", "gifted", ORDER);
        String[] late = ORDER.clone();
        late[3] = "1300";
        Response stale = set("23", "statistics", "gifted", late);
        assertEquals(412, stale.getStatus(), "somebody else was faster");
        with(stale.getEntity().toString(), "yours=1300, theirs=1200");
    }

    @Test
    void taking_back_asks_for_a_reason_which_stays_in_the_history() {
        set("23", "statistics", "gifted", ORDER);
        Response silent = pages.takeBack(
                MINISTRY, words, "2026", "23", "statistics", "gifted", ReportPagesTest.form("version", "1"));
        assertEquals(400, silent.getStatus());
        Response back = pages.takeBack(
                MINISTRY,
                words,
                "2026",
                "23",
                "statistics",
                "gifted",
                ReportPagesTest.form("version", "1", "reason", "Қате енгізілген"));
        assertEquals(
                "/report-targets/2026/230000000/statistics/gifted?done=page.target.removed",
                back.getLocation().toString());
        String shown = with(figure(MINISTRY), "Қате енгізілген", "text=taken back", "Set a target");
        assertFalse(shown.contains("label=Take the target back") || shown.contains("submit=Take"), shown);
        with(list(MINISTRY, "year", "2026"), "There are no such targets.");
    }

    @Test
    void the_list_is_filtered_sorted_and_taken_along() throws IOException {
        set("61", "statistics", "gifted", ORDER);
        set("23", "technoparks", "hours", ORDER);
        set("23", "statistics", "gifted", ORDER);
        set("country", "statistics", "gifted", ORDER);
        assertEquals(
                List.of(" statistics", "230000000 statistics", "230000000 technoparks", "610000000 statistics"),
                found("", "", ""));
        assertEquals(List.of("230000000 technoparks"), found("23", "technoparks", ""));
        assertEquals(List.of(" statistics"), found("country", "", ""));
        assertEquals("230000000 technoparks", found("", "", "-measure").get(0));
        for (List<String> wrong : List.of(List.of("year", "1"), List.of("measure", "x"), List.of("sort", "x"))) {
            Problem problem = assertThrows(Problem.class, () -> list(MINISTRY, wrong.get(0), wrong.get(1)));
            assertEquals(wrong.get(0), problem.fields().get(0).field());
        }
        assertEquals(
                Problem.Kind.NOT_FOUND,
                assertThrows(Problem.class, () -> list(REGION, "region", "61")).kind());
        List<String> file = Node.csv(new TargetExport(node.targets, wording, new SheetFiles(node.clock))
                .file(REGION, Sheets.Format.CSV, "2026", "", "", ""));
        assertEquals(3, file.size(), file.toString());
        with(file.get(1), "1200", "112-қ", "20.01.2026");
    }

    private List<String> found(String region, String measure, String sort) {
        return api.list(MINISTRY, "2026", region, measure, sort, "", "").items().stream()
                .map(l ->
                        l.target().figure().region() + " " + l.target().figure().measure())
                .toList();
    }

    @Test
    void programs_set_and_take_back_with_the_number_of_the_last_entry() throws IOException {
        TargetResource.TargetValue value =
                new TargetResource.TargetValue(new BigDecimal("1200"), "Бұйрық", "112-қ", LocalDate.of(2026, 1, 20));
        Response made = api.set(MINISTRY, "2026", "country", "statistics", "gifted", "\"0\"", value);
        assertEquals(201, made.getStatus());
        assertEquals("1", made.getEntityTag().getValue());
        assertEquals(
                Problem.Kind.PRECONDITION_REQUIRED,
                assertThrows(
                                Problem.class,
                                () -> api.set(MINISTRY, "2026", "country", "statistics", "gifted", null, value))
                        .kind());
        Response history = api.history(MINISTRY, "2026", "country", "statistics", "gifted");
        assertEquals("1", history.getEntityTag().getValue());
        String json = Json.mapper().writeValueAsString(history.getEntity());
        with(json, "\"ground\":{\"title\":\"Бұйрық\",\"number\":\"112-қ\",\"date\":\"2026-01-20\"}", "\"value\":1200");
        api.takeBack(
                MINISTRY, "2026", "country", "statistics", "gifted", "\"1\"", new TargetResource.TargetRemoval("Қате"));
        assertEquals(List.of(), found("", "", ""));
        assertThrows(Problem.class, () -> api.set(MINISTRY, "2026", "23", "statistics", "gifted", "\"0\"", null));
    }

    @Test
    void the_shell_lists_a_year_in_three_languages_and_as_json() throws IOException {
        set("23", "statistics", "gifted", ORDER);
        set("country", "technoparks", "hours", ORDER);
        with(said("2026", "", false, Language.KK), "Нысаналы мән", "Қазақстан Республикасы", "Атырау облысы");
        with(said("2026", "", false, Language.RU), "Целевое значение", "Министрдің бұйрығы от 20.01.2026 № 112-қ");
        String region = with(said("2026", "23", false, Language.EN), "Target", "1200", "persons");
        assertFalse(region.contains("Republic"), region);
        assertEquals(
                "hours",
                Json.mapper()
                        .readTree(said("2026", "country", true, Language.EN))
                        .at("/0/target/figure/indicator")
                        .asText());
        with(said("2025", "", false, Language.EN), "There are no such targets.");
        RuntimeException refused = assertThrows(RuntimeException.class, () -> said("12", "", false, Language.EN));
        with(refused.getMessage(), "year: Targets are set for the years from 2020 to 2031.");
    }

    private String said(String year, String region, boolean json, Language language) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new TargetsCommand(node.targets, wording, node.texts, Node.SHELL, year, region, json, language).tell(out);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
