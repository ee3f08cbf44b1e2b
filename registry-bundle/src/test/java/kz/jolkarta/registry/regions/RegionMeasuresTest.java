package kz.jolkarta.registry.regions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Reach;
import kz.jolkarta.core.roadmap.Resolution997;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.records.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each region has its own set of measures that it runs. */
@BothEngines
class RegionMeasuresTest {
    private static final String CAMPS = "health-camps";
    private static final LocalDate TODAY = RegistryWorld.TODAY;

    private final Caller admin = RegistryWorld.caller(RegistryWorld.ATYRAU, Role.ADMINISTRATOR);
    private RegistryWorld world;
    private RegionMeasures regions;

    @BeforeEach
    void open(TestDatabase database) {
        world = new RegistryWorld(database);
        database.clear("region_absence", "child", "staff", "organisation");
        regions = new RegionMeasures(database, new Camps(), world.gazetteer, world.audit, world.clock);
    }

    private RegionAbsence absent(String from, String to) {
        return regions.absent(
                admin.user(),
                RegistryWorld.ATYRAU,
                new AbsenceInput(
                        CAMPS, LocalDate.parse(from), to.isEmpty() ? null : LocalDate.parse(to), "лагерь жөнделуде"));
    }

    @Test
    void aRegionRunsEveryInstalledMeasureUntilSomebodySaysOtherwise() {
        assertTrue(regions.list(admin.user(), RegistryWorld.ATYRAU).get(0).runs());
        absent("2026-11-01", "");
        assertFalse(regions.list(admin.user(), RegistryWorld.ATYRAU).get(0).runs());
        assertEquals(Map.of(), regions.absences(RegistryWorld.NORTH, TODAY), "another region goes on");
        assertEquals(Map.of(), regions.absences(RegistryWorld.ATYRAU, LocalDate.of(2026, 10, 31)));
    }

    @Test
    void whatARegionDoesNotRunIsRefusedThereWithTheReasonInThreeLanguages() {
        absent("2026-11-01", "");
        regions.requireRun(CAMPS, RegistryWorld.NORTH_VILLAGE, TODAY);
        regions.requireRun(CAMPS, RegistryWorld.ATYRAU_CITY, LocalDate.of(2026, 10, 31));
        Problem refused = Refusal.of(
                Problem.Kind.CONFLICT,
                "region.not-run",
                () -> regions.requireRun(CAMPS, RegistryWorld.ATYRAU_CITY, TODAY));
        Map.of(
                        Language.KK,
                        "Өңір «",
                        Language.RU,
                        "Регион не реализует меру",
                        Language.EN,
                        "The region does not carry out")
                .forEach((language, told) -> {
                    String text = TestTexts.ofClassPath().text(language, refused.message());
                    assertTrue(text.startsWith(told) && text.contains("лагерь жөнделуде"), text);
                });
    }

    @Test
    void anAbsenceEndsByDateAndTwoOfOneMeasureDoNotOverlap() {
        RegionAbsence open = absent("2026-11-01", "");
        Refusal.of(Problem.Kind.CONFLICT, "region.absent-already", () -> absent("2026-12-01", ""));
        RegionAbsence ended =
                regions.end(admin.user(), RegistryWorld.ATYRAU, open.id(), open.version(), LocalDate.of(2026, 11, 30));
        assertEquals(LocalDate.of(2026, 11, 30), ended.to());
        absent("2026-12-01", "");
        Refusal.of(
                Problem.Kind.STALE,
                "problem.stale",
                () -> regions.end(admin.user(), RegistryWorld.ATYRAU, open.id(), 1, LocalDate.of(2026, 11, 29)));
    }

    @Test
    void onlyAnAdministratorOfTheRegionWritesAndOthersDoNotSeeIt() {
        Caller coordinator = RegistryWorld.coordinator(RegistryWorld.ATYRAU);
        AbsenceInput input = new AbsenceInput(CAMPS, TODAY, null, "x");
        Refusal.of(
                Problem.Kind.FORBIDDEN,
                "problem.forbidden",
                () -> regions.absent(coordinator.user(), RegistryWorld.ATYRAU, input));
        Refusal.of(
                Problem.Kind.NOT_FOUND,
                "problem.not-found",
                () -> regions.absent(admin.user(), RegistryWorld.NORTH, input));
        Refusal.of(Problem.Kind.NOT_FOUND, "problem.not-found", () -> regions.list(admin.user(), "230000001"));
    }

    @Test
    void aRegionHasACentreWhileOneIsOpen() {
        assertEquals(List.of(), regions.withCentre(TODAY));
        world.database.run(tx -> tx.update(
                "insert into organisation (id, kind, name, name_key, territory, opened_on, closed_on, created_at)"
                        + " values (1, 'CENTRE', 'x', 'x', :where, :opened, :closed, :at)",
                Map.of(
                        "where",
                        RegistryWorld.ATYRAU_CITY,
                        "opened",
                        LocalDate.of(2020, 9, 1),
                        "closed",
                        LocalDate.of(2026, 12, 31),
                        "at",
                        world.clock.now())));
        assertEquals(List.of(RegistryWorld.ATYRAU), regions.withCentre(TODAY));
        assertEquals(List.of(), regions.withCentre(LocalDate.of(2020, 8, 31)));
        assertEquals(List.of(), regions.withCentre(LocalDate.of(2027, 1, 1)));
    }

    static final class Camps implements Measures {
        private final Installed camps = new Installed(
                Resolution997.clause(13), "test", "1", Reach.EVERY_REGION, List.of(), List.of(), List.of(), List.of());

        @Override
        public List<Installed> installed() {
            return List.of(camps);
        }

        @Override
        public List<Rejected> rejected() {
            return List.of();
        }

        @Override
        public Optional<Installed> find(String code) {
            return Optional.of(camps).filter(m -> m.code().equals(code));
        }

        @Override
        public Installed require(String code) {
            return find(code).orElseThrow(Problem::notFound);
        }
    }
}
