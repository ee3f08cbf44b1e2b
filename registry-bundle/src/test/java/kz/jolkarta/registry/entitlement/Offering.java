package kz.jolkarta.registry.entitlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.AwardType.Limit;
import kz.jolkarta.core.measure.AwardType.Quota;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Reach;
import kz.jolkarta.core.registry.RegionSets;
import kz.jolkarta.core.roadmap.Resolution997;
import kz.jolkarta.core.testing.FixedClock;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.figures.FactsStore;
import kz.jolkarta.registry.records.Ledger;

/** Installed measures of a test's own, the regions that do not carry them out, and the services over them. */
final class Offering implements Measures, RegionSets {
    final FixedClock clock;
    final Sweeps sweeps;
    final EntitlementFigures figures;
    final EntitledChildren children;
    final SchoolFigures schools;
    final ChildEntitlements one;
    final List<Installed> installed = new ArrayList<>();

    /** Measure and first two digits of the region that does not carry it out. */
    final Map<String, String> absent = new java.util.HashMap<>();

    Offering(RegistryWorld world, LocalDate today) {
        clock = FixedClock.at(today);
        Ledger ledger = new Ledger(world.database, this, world.audit, clock, world.gazetteer, new FactsStore());
        sweeps = new Sweeps(ledger, this, world.gazetteer, TestTexts.ofClassPath());
        figures = new EntitlementFigures(sweeps);
        children = new EntitledChildren(sweeps);
        schools = new SchoolFigures(sweeps);
        one = new ChildEntitlements(sweeps);
    }

    /** Technoparks with two kinds of activity, health camps with two kinds of award, a measure for staff only. */
    Offering with(Criterion project, Criterion seminar, Criterion camp, Criterion sanatorium) {
        installed.clear();
        installed.add(measure(
                8,
                Reach.EVERY_REGION,
                List.of(ActivityType.forChildren("project", project), ActivityType.forChildren("seminar", seminar)),
                List.of()));
        installed.add(measure(
                13,
                Reach.EVERY_REGION,
                List.of(),
                List.of(
                        AwardType.of("camp", camp, Quota.NONE, Limit.ANY),
                        AwardType.of("sanatorium", sanatorium, Quota.NONE, Limit.ANY))));
        installed.add(measure(4, Reach.EVERY_REGION, List.of(ActivityType.forStaff("seminar")), List.of()));
        return this;
    }

    static Installed measure(int clause, Reach reach, List<ActivityType> activities, List<AwardType> awards) {
        return new Installed(
                Resolution997.clause(clause), "test", "1", reach, activities, awards, List.of(), List.of());
    }

    @Override
    public List<Installed> installed() {
        return List.copyOf(installed);
    }

    @Override
    public List<Rejected> rejected() {
        return List.of();
    }

    @Override
    public Optional<Installed> find(String code) {
        return installed.stream().filter(m -> m.code().equals(code)).findFirst();
    }

    @Override
    public Installed require(String code) {
        return find(code).orElseThrow(Problem::notFound);
    }

    @Override
    public Map<String, Absence> absences(String region, LocalDate day) {
        Map<String, Absence> found = new java.util.HashMap<>();
        absent.forEach((measure, digits) -> {
            if (region.startsWith(digits)) {
                found.put(measure, new Absence(LocalDate.of(2020, 1, 1), Optional.empty(), "шешім"));
            }
        });
        return found;
    }

    @Override
    public void requireRun(String measure, String territory, LocalDate day) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> withCentre(LocalDate day) {
        return List.of("230000000");
    }
}
