package kz.jolkarta.registry.children;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.NothingMissed;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.organisations.OrganisationChoice;
import kz.jolkarta.registry.organisations.Organisations;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.views.SavedViews;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines
class ChildPagesTest {
    private final Caller atyrau = RegistryWorld.coordinator(RegistryWorld.ATYRAU);
    private RegistryWorld world;
    private PageWorld pages;
    private Children children;
    private ChildPages list;
    private long child;

    @BeforeEach
    void open(TestDatabase database) {
        world = new RegistryWorld(database);
        database.clear("road_map", "child", "staff", "organisation");
        pages = new PageWorld(world.clock);
        children = new Children(
                database,
                world.audit,
                world.clock,
                world.gazetteer,
                TestTexts.ofClassPath(),
                world.residences(),
                new NothingMissed());
        OrganisationChoice organisations =
                new OrganisationChoice(new Organisations(database, world.audit, world.clock, world.gazetteer));
        list = new ChildPages(
                children,
                world.clock,
                new TerritoryChoice(world.gazetteer, world.clock),
                organisations,
                new SavedViews(world.ledger()),
                new NothingMissed());
        child = children.create(atyrau, ChildrenTest.child(ChildrenTest.json("061211600012", "")))
                .id();
    }

    private View view(Caller caller, String... parameters) {
        return list.list(
                PageWorld.reader(caller.user()),
                pages.words,
                PageWorld.address("children", parameters),
                ChildQueries.of(parameters));
    }

    private static Table table(View view) {
        for (Block block : view.blocks()) {
            if (block instanceof Table table) {
                return table;
            }
        }
        throw new AssertionError(view);
    }

    private String shown(String... parameters) {
        return table(view(atyrau, parameters)).lines().toString();
    }

    @Test
    void aRowNamesTheChildAndMasksItsNumber() {
        String row = shown();
        assertTrue(row.contains("href=/children/" + child), row);
        assertTrue(row.contains("IIN ••••••••0012"), row);
        assertFalse(view(atyrau).toString().contains("061211600012"));
        assertTrue(row.contains("Grade 11"), row);
        assertTrue(row.contains("19 years"), row);
    }

    @Test
    void theListIsCountedAndGoesIntoFilesWithTheSameFilters() {
        Table table = table(view(atyrau, "gradeFrom", "5"));
        assertEquals("1 child found", table.count());
        assertEquals(
                List.of("/api/children.xlsx?gradeFrom=5", "/api/children.csv?gradeFrom=5"),
                table.exports().stream().map(a -> a.href()).toList());
    }

    @Test
    void aNameIsFoundInAnySpelling() {
        assertTrue(shown("q", "Молдир").contains("/children/" + child));
    }

    @Test
    void whoIsNotFoundIsToldWhichFilterToDrop() {
        Table table = table(view(atyrau, "gradeTo", "4", "sort", "-name"));
        assertTrue(table.lines().isEmpty());
        String empty = table.empty().orElseThrow().toString();
        assertTrue(empty.contains("Nobody is found by these filters."), empty);
        assertTrue(empty.contains("Drop the filter: Grade to: 4, href=/children?sort=-name"), empty);
    }

    @Test
    void anEmptyRegisterOffersAnImport() {
        world.database.clear("child");
        assertTrue(table(view(atyrau)).empty().toString().contains("href=/imports"));
    }

    @Test
    void childrenWithoutARoadMapAreFoundAndThoseWithOneAreNot() {
        assertTrue(shown("roadMap", "none").contains("text=none, tone=NONE"));
        map("APPROVED", world.clock.today().plusDays(1));
        assertEquals("[]", shown("roadMap", "none"));
        assertTrue(shown("roadMap", "approved").contains("text=approved, tone=OK"));
    }

    @Test
    void aDraftPastItsTermIsOverdue() {
        map("DRAFT", world.clock.today().minusDays(1));
        assertTrue(shown("roadMap", "overdue").contains("text=overdue, tone=LATE"));
        assertTrue(shown("roadMap", "draft").contains("text=overdue, tone=LATE"));
        assertEquals("[]", shown("roadMap", "approved"));
    }

    private void map(String state, LocalDate due) {
        world.database.run(tx -> {
            if (tx.number("select count(*) from road_map_form where id = 1", Map.of()) == 0) {
                tx.update(
                        "insert into road_map_form (id, form_no, state, content, created_by, created_at)"
                                + " values (1, 1, 'PUBLISHED', '{}', 1, :at)",
                        Map.of("at", world.clock.now()));
            }
            tx.update(
                    "insert into road_map (id, child_id, form_id, school_year, state, content, due_on, drawn_up_on,"
                            + " created_by, created_at) values (:id, :child, 1, 2026, :state, '{}', :due, :due, 1, :at)",
                    Map.of(
                            "id",
                            world.database.nextId(),
                            "child",
                            child,
                            "state",
                            state,
                            "due",
                            due,
                            "at",
                            world.clock.now()));
        });
    }

    @Test
    void theOtherRegionSeesNobodyOfIt() {
        assertTrue(table(view(RegistryWorld.coordinator(RegistryWorld.NORTH)))
                .lines()
                .isEmpty());
    }

    @Test
    void whoMayOnlyReadNeitherAddsNorTakesFiles() {
        View view = view(RegistryWorld.caller(RegistryWorld.ATYRAU, Role.PSYCHOLOGIST));
        assertTrue(view.actions().isEmpty());
        assertTrue(table(view).exports().isEmpty());
        assertFalse(table(view).lines().isEmpty());
    }

    @Test
    void aGradeThatThereIsNotIsRefused() {
        assertEquals(
                Problem.Kind.INVALID,
                assertThrows(Problem.class, () -> view(atyrau, "gradeFrom", "13"))
                        .kind());
    }
}
