package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Returns of past years as they are entered and read. */
@BothEngines(Node.Registry.class)
class EnteredReturnsTest {
    private static final String REGION = Node.ATYRAU;
    private static final User COORDINATOR = Node.user("aigul", Role.COORDINATOR, "23");
    private static final User MINISTRY = Node.user("ministry", Role.ADMINISTRATOR, "");
    private static final User ANALYST = Node.user("analyst", Role.ANALYST, "23");

    private Node node;

    @BeforeEach
    void node(TestDatabase database) {
        node = new Node(database);
    }

    @AfterEach
    void empty() {
        node.empty();
    }

    private ArchiveEntry enter(User user, String year, String measure, Map<String, String> figures) {
        return node.archiveEntries.enter(
                user, year, REGION, measure, new ArchiveEntries.Input(figures, "Жоқ", "Нет"), OptionalInt.empty());
    }

    private static Problem.Kind refused(Executable act) {
        return assertThrows(Problem.class, act).kind();
    }

    private static Optional<BigDecimal> value(ArchiveEntry entry, String code) {
        return Optional.ofNullable(entry.figures().get(code)).flatMap(ArchiveEntry.Figure::value);
    }

    @Test
    void what_is_entered_stands_and_what_it_replaces_stays_in_the_history() {
        enter(COORDINATOR, "2024", "health-camps", Map.of("issued", "120", "spent/local-budget", "1 500 000,50"));
        enter(MINISTRY, "2024", "health-camps", Map.of("issued", "125"));
        ArchiveEntry stands = node.archive.open(ANALYST, "2024", REGION).of("health-camps");
        assertEquals(Optional.of(new BigDecimal("125")), value(stands, "issued"));
        assertEquals(Optional.empty(), value(stands, "spent/local-budget"));
        List<ArchiveEntry> history = node.archive.history(ANALYST, "2024", REGION, "health-camps");
        assertEquals(List.of(2, 1), history.stream().map(ArchiveEntry::revision).toList());
        ArchiveEntry first = history.get(1);
        assertEquals(Optional.of(new BigDecimal("1500000.5")), value(first, "spent/local-budget"));
        ArchiveEntry.Source source = first.source().orElseThrow();
        assertEquals("aigul", source.by());
        assertEquals(ArchiveEntry.Level.REGION, source.level());
        assertEquals(
                ArchiveEntry.Level.NATION, history.get(0).source().orElseThrow().level());
        assertEquals(
                List.of(
                        new Audit.Entry(Audit.Action.UPDATE, "report", 0, REGION, "2024 archive health-camps 1"),
                        new Audit.Entry(Audit.Action.UPDATE, "report", 0, REGION, "2024 archive health-camps 2")),
                node.audited);
    }

    @Test
    void the_same_once_more_changes_nothing() {
        enter(COORDINATOR, "2024", "health-camps", Map.of("issued", "120"));
        assertEquals(
                1,
                enter(COORDINATOR, "2024", "health-camps", Map.of("issued", "120,0"))
                        .revision());
        assertEquals(1, node.audited.size());
    }

    @Test
    void whoever_saw_an_older_state_is_told_what_differs() {
        enter(COORDINATOR, "2024", "health-camps", Map.of("issued", "120"));
        ArchiveEntries.Input late = new ArchiveEntries.Input(Map.of("issued", "7"), "Жоқ", "Нет");
        Problem stale = assertThrows(
                Problem.class,
                () -> node.archiveEntries.enter(MINISTRY, "2024", REGION, "health-camps", late, OptionalInt.of(0)));
        assertEquals(Problem.Kind.STALE, stale.kind());
        assertTrue(stale.details().toString().contains("figures.issued"), stale.details()::toString);
    }

    @Test
    void every_figure_that_cannot_be_is_named_and_nothing_is_written() {
        Problem wrong = assertThrows(
                Problem.class,
                () -> enter(
                        COORDINATOR,
                        "2024",
                        "statistics",
                        Map.of(
                                "gifted", "12,5",
                                "gifted-share", "101",
                                "gifted-change", "-3",
                                "nothing", "1")));
        assertEquals(
                Set.of("figures.gifted", "figures.gifted-share", "figures.nothing"),
                wrong.fields().stream().map(Problem.FieldError::field).collect(Collectors.toSet()),
                "a change may be below 0");
        assertEquals(
                Problem.Kind.INVALID,
                refused(() -> enter(COORDINATOR, "2024", "health-camps", Map.of("spent/local-budget", "-1"))));
        assertEquals(
                Problem.Kind.INVALID,
                refused(() -> enter(COORDINATOR, "2024", "health-camps", Map.of("issued", "9".repeat(40)))));
        assertEquals(
                Archive.State.NOT_ENTERED,
                node.archive.open(COORDINATOR, "2024", REGION).state());
        assertTrue(node.audited.isEmpty());
    }

    @Test
    void a_region_enters_its_own_return_and_the_national_level_any() {
        Map<String, String> one = Map.of("issued", "10");
        assertEquals(Problem.Kind.FORBIDDEN, refused(() -> enter(ANALYST, "2024", "health-camps", one)));
        User approver = Node.user("marat", Role.APPROVER, "23");
        assertEquals(Problem.Kind.FORBIDDEN, refused(() -> enter(approver, "2024", "health-camps", one)));
        for (String elsewhere : List.of("10", "2336")) {
            User other = Node.user("other", Role.COORDINATOR, elsewhere);
            assertEquals(Problem.Kind.NOT_FOUND, refused(() -> enter(other, "2024", "health-camps", one)), elsewhere);
            assertEquals(Problem.Kind.NOT_FOUND, refused(() -> node.archive.open(other, "2024", REGION)), elsewhere);
        }
        User keeper = Node.user("keeper", Role.ADMINISTRATOR, "23");
        assertEquals(
                Problem.Kind.FORBIDDEN,
                refused(() -> enter(keeper, "2024", "health-camps", one)),
                "who runs a region's node is not the national level");
        assertEquals(1, enter(MINISTRY, "2024", "health-camps", one).revision());
    }

    @Test
    void only_past_years_of_the_programme_are_entered_with_the_regions_that_there_were() {
        for (String year : List.of("2019", "2026", "", "двадцать")) {
            assertEquals(Problem.Kind.INVALID, refused(() -> enter(COORDINATOR, year, "health-camps", Map.of())), year);
        }
        assertEquals(
                Problem.Kind.NOT_FOUND,
                refused(() -> node.archive.open(MINISTRY, "2021", "100000000")),
                "the region was made in 2022");
        assertEquals(
                "100000000",
                node.archive.open(MINISTRY, "2022", "100000000").key().region());
        Map<Integer, Long> regions = node.archive.all(MINISTRY).stream()
                .collect(Collectors.groupingBy(Archive.Summary::year, Collectors.counting()));
        assertEquals(Map.of(2020, 17L, 2021, 17L, 2022, 20L, 2023, 20L, 2024, 20L, 2025, 20L), regions);
        assertTrue(
                node.archive.all(COORDINATOR).stream().allMatch(s -> s.region().equals(REGION)));
    }

    @Test
    void the_ministrys_measures_are_no_regions_and_a_measure_that_is_gone_is_entered_with_money_and_texts() {
        ArchiveForm form = node.archive.open(COORDINATOR, "2024", REGION).form();
        assertEquals(16, form.parts().size());
        assertEquals(Optional.empty(), form.part("individual-roadmap"));
        assertTrue(form.part("health-camps").orElseThrow().line("issued").isPresent());
        ArchiveForm.Part elsewhere = form.part("coverage").orElseThrow();
        assertTrue(elsewhere.lines().stream().allMatch(l -> l.unit() == Unit.TENGE));
    }

    @Test
    void a_year_that_was_handed_in_here_is_not_entered() {
        node.children(7, 1, Node.VILLAGE, "SPORT");
        for (String measure : List.of("technoparks", "health-camps", "information-support")) {
            node.written.write(
                    COORDINATOR, "2025", REGION, new ReportTexts.TextInput(measure, "Жоқ", "Нет"), OptionalInt.empty());
        }
        node.handIn(COORDINATOR, Node.user("marat", Role.APPROVER, "23"), "2025", REGION);
        assertEquals(
                Problem.Kind.CONFLICT,
                refused(() -> enter(COORDINATOR, "2025", "health-camps", Map.of("issued", "1"))));
        assertEquals(
                Archive.State.HANDED_IN,
                node.archive.open(ANALYST, "2025", REGION).state());
        node.verdicts.giveBack(MINISTRY, "2025", REGION, 1, Remarks.of("Қате", Map.of()));
        assertEquals(
                1,
                enter(COORDINATOR, "2025", "health-camps", Map.of("issued", "1"))
                        .revision());
    }

    @Test
    void few_persons_and_what_tells_of_them_are_kept_from_whoever_may_not_see_children() {
        enter(COORDINATOR, "2024", "statistics", Map.of("gifted", "4", "gifted-share", "0,5", "gifted-change", "200"));
        enter(COORDINATOR, "2024", "health-camps", Map.of("quota", "3", "issued", "5"));
        Archive.Return seen = node.archive.open(ANALYST, "2024", REGION);
        assertFalse(seen.whole());
        seen.of("statistics").figures().forEach((code, figure) -> {
            assertEquals(Cell.State.SUPPRESSED, figure.state(), code);
            assertEquals(Optional.empty(), figure.value(), code);
        });
        assertEquals(
                Optional.of(new BigDecimal("3")), value(seen.of("health-camps"), "quota"), "places are no persons");
        assertEquals(Optional.of(new BigDecimal("5")), value(seen.of("health-camps"), "issued"));
        assertEquals(
                Cell.State.SUPPRESSED,
                node.archive
                        .history(ANALYST, "2024", REGION, "statistics")
                        .get(0)
                        .figures()
                        .get("gifted")
                        .state());
        for (User knows : List.of(COORDINATOR, Node.user("marat", Role.APPROVER, "23"))) {
            assertEquals(
                    Optional.of(new BigDecimal("4")),
                    value(node.archive.open(knows, "2024", REGION).of("statistics"), "gifted"),
                    knows.login());
        }
    }

    @Test
    void whoever_enters_without_seeing_children_keeps_what_is_hidden_and_finds_nothing_out_by_trying() {
        enter(COORDINATOR, "2024", "statistics", Map.of("gifted", "4"));
        ArchiveEntry kept = enter(MINISTRY, "2024", "statistics", Map.of("gifted-share", "0"));
        assertEquals(2, kept.revision());
        assertEquals(
                Optional.of(new BigDecimal("4")),
                value(node.archive.open(COORDINATOR, "2024", REGION).of("statistics"), "gifted"));
        assertEquals(
                3,
                enter(MINISTRY, "2024", "statistics", Map.of("gifted", "4", "gifted-share", "0"))
                        .revision());
        assertEquals(
                4,
                enter(MINISTRY, "2024", "statistics", Map.of("gifted", "3", "gifted-share", "0"))
                        .revision());
        ArchiveEntries.Input late = new ArchiveEntries.Input(Map.of("gifted", "1"), "", "");
        Problem stale = assertThrows(
                Problem.class,
                () -> node.archiveEntries.enter(MINISTRY, "2024", REGION, "statistics", late, OptionalInt.of(1)));
        assertFalse(stale.details().toString().contains("3"), stale.details()::toString);
    }

    @Test
    void what_is_hidden_of_the_counted_figure_to_protect_another_region_is_hidden_of_the_entered_one() {
        node.children(3, 1, Node.SEMEI, "SPORT");
        node.children(9, 100, Node.VILLAGE, "SPORT");
        User all = Node.user("analyst", Role.ANALYST, "");
        assertEquals(
                Cell.State.SUPPRESSED,
                node.indicator(all, "statistics", "gifted", "2024", REGION).state(),
                "nine of Atyrau would tell the three of Semei");
        enter(COORDINATOR, "2024", "statistics", Map.of("gifted", "9"));
        assertEquals(
                Cell.State.SUPPRESSED,
                node.archive
                        .open(all, "2024", REGION)
                        .of("statistics")
                        .figures()
                        .get("gifted")
                        .state());
        assertEquals(
                Optional.of(new BigDecimal("9")),
                value(node.archive.open(COORDINATOR, "2024", REGION).of("statistics"), "gifted"));
    }

    @Test
    void the_list_is_filtered_sorted_and_read_page_by_page() {
        enter(COORDINATOR, "2021", "health-camps", Map.of("issued", "10"));
        var words = new kz.jolkarta.core.internal.pages.LocaleWording(node.texts, node.clock)
                .in(kz.jolkarta.core.i18n.Language.EN);
        List<Archive.Summary> all = node.archive.all(MINISTRY);
        var entered = ArchiveFilter.of("", "entered", "").page(words, all, "", "");
        assertEquals(1, entered.items().size());
        assertEquals(2021, entered.items().get(0).year());
        var first = ArchiveFilter.of("2021", "", "region").page(words, all, "10", "");
        var second = ArchiveFilter.of("2021", "", "region").page(words, all, "10", first.next());
        assertEquals(17, first.items().size() + second.items().size());
        assertEquals("", second.next());
        var falling = ArchiveFilter.of("2021", "", "-region").page(words, all, "1", "");
        assertEquals(second.items().get(6), falling.items().get(0));
        assertEquals(
                2021,
                ArchiveFilter.of("", "", "-entered")
                        .page(words, all, "1", "")
                        .items()
                        .get(0)
                        .year());
        assertEquals(Problem.Kind.INVALID, refused(() -> ArchiveFilter.of("", "", "hash")));
        assertEquals(Problem.Kind.INVALID, refused(() -> ArchiveFilter.of("", "lost", "")));
    }
}
