package kz.jolkarta.registry.entitlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.AwardType.Limit;
import kz.jolkarta.core.measure.AwardType.Quota;
import kz.jolkarta.core.measure.Field;
import kz.jolkarta.core.measure.Reach;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.core.registry.Figures.Value;
import kz.jolkarta.core.registry.Figures.Wanted;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.awards.Quotas;
import kz.jolkarta.registry.figures.FigureStore;
import kz.jolkarta.registry.figures.Population;
import kz.jolkarta.registry.figures.Settled;
import kz.jolkarta.registry.records.Paging;
import org.junit.jupiter.api.Test;

/** Whatever is ordered: unchanged it is the present figures, and once the measure says so the figures are those that were told before. */
@BothEngines(Settled.class)
class WhatIfLawsTest {
    private static final int TRIES = 20;
    private static final Caller NATIONAL = RegistryWorld.caller("", Role.COORDINATOR);
    private static final LocalDate TODAY = Population.DAYS.get(Population.DAYS.size() - 1);

    private static final AwardType GRANT = AwardType.of(
            "camp",
            Criterion.and(Criterion.targetGroup(), Criterion.gifted(), Criterion.grades(3, 10), Criterion.ages(8, 17)),
            Quota.NONE,
            Limit.ANY);

    private static final AwardType STIPEND = AwardType.of(
                    "camp",
                    Criterion.targetGroup(),
                    Quota.NONE,
                    Limit.ANY,
                    Field.choice("by", "a", "b", "c").mandatory())
            .when(Rule.proved(
                    "by",
                    Map.of(
                            "a", Criterion.achievement(AchievementLevel.REGION, AchievementLevel.REPUBLIC, 12),
                            "b", Criterion.achievement(AchievementLevel.INTERNATIONAL, 12),
                            "c", Criterion.excellentMarks())));

    private final Offering offering;
    private final WhatIfs whatIfs;
    private final WhatIfChildren children;
    private final FigureStore store;
    private final Random random = new Random(997);

    WhatIfLawsTest(TestDatabase database) {
        offering = new Offering(new RegistryWorld(database), TODAY);
        store = new FigureStore(database);
        whatIfs = new WhatIfs(offering.sweeps, new Quotas(offering.sweeps.ledger()), store);
        children = new WhatIfChildren(whatIfs);
    }

    private void declare(AwardType type) {
        offering.installed.clear();
        offering.installed.add(Offering.measure(13, Reach.EVERY_REGION, List.of(), List.of(type)));
    }

    private Outlook look(Map<String, List<String>> typed) {
        return whatIfs.look(
                NATIONAL, new WhatIfs.Question("health-camps", Optional.empty(), Optional.empty(), typed), false);
    }

    private Set<Long> ids(Map<String, List<String>> typed, WhatIfChildren.Side side) {
        Set<Long> found = new TreeSet<>();
        String after = "";
        do {
            Page<WhatIfChildren.Row> page = children.list(
                    NATIONAL,
                    new WhatIfs.Question("health-camps", Optional.empty(), Optional.empty(), typed),
                    side,
                    Optional.empty(),
                    Paging.of(40, after));
            page.items().forEach(row -> found.add(row.id()));
            after = page.next();
        } while (!after.isEmpty());
        return found;
    }

    /** The children by district without the districts that have none, as the pages of those entitled tell them. */
    private Map<String, Long> entitled() {
        return offering.figures.line(NATIONAL, "health-camps", Optional.empty(), Optional.empty()).districts().stream()
                .filter(d -> d.counts().entitled() > 0)
                .collect(Collectors.toMap(
                        d -> d.territory().code(), d -> d.counts().entitled(), Long::sum, TreeMap::new));
    }

    private static Map<String, Long> by(List<Outlook.Row> rows, java.util.function.ToLongFunction<Outlook.Row> count) {
        return rows.stream()
                .filter(r -> count.applyAsLong(r) > 0)
                .collect(Collectors.toMap(r -> r.place().code(), count::applyAsLong, Long::sum, TreeMap::new));
    }

    @Test
    void with_nothing_ordered_the_figures_are_those_of_the_pages_and_of_the_report() {
        declare(GRANT);
        Outlook grant = look(Map.of());
        assertTrue(grant.total().now() > 10, "somebody to count");
        assertEquals(entitled(), by(grant.rows(), Outlook.Row::now));
        assertEquals(grant.total().now(), grant.total().then());
        declare(STIPEND);
        Outlook stipend = look(Map.of());
        Selection selection = new Selection.Children(Levers.possible(STIPEND));
        Wanted wanted = new Wanted("health-camps", selection, Optional.empty(), Optional.empty());
        long counted =
                store.values(List.of(wanted), Period.of(TODAY.getYear(), TODAY), Scope.COUNTRY).get(wanted).stream()
                        .mapToLong(Value::value)
                        .sum();
        assertTrue(counted > 0, "somebody to count");
        assertEquals(counted, stipend.total().now());
    }

    @Test
    void whatever_is_ordered_comes_out_exactly_as_it_was_told() {
        int moved = 0;
        for (int i = 0; i < TRIES; i++) {
            AwardType now = i % 2 == 0 ? GRANT : STIPEND;
            declare(now);
            Map<String, List<String>> typed = order(Levers.of(now));
            Outlook told = look(typed);
            Set<Long> in = ids(typed, WhatIfChildren.Side.IN);
            Set<Long> out = ids(typed, WhatIfChildren.Side.OUT);
            assertEquals(told.total().comers(), in.size(), typed.toString());
            assertEquals(told.total().goers(), out.size(), typed.toString());
            assertEquals(told.total().change(), in.size() - out.size());
            moved += in.size() + out.size();
            AwardType then =
                    WhatIfOrder.of(offering.installed.get(0), now, typed).then();
            declare(then);
            Outlook real = look(Map.of());
            assertEquals(by(told.rows(), Outlook.Row::then), by(real.rows(), Outlook.Row::now), typed.toString());
            assertEquals(told.ruleThen(), real.ruleNow());
            if (now == GRANT) {
                assertEquals(entitled(), by(told.rows(), Outlook.Row::then), typed.toString());
            }
        }
        assertTrue(moved > TRIES, "orders that change something: " + moved);
    }

    private Map<String, List<String>> order(Levers levers) {
        Map<String, List<String>> typed = new TreeMap<>();
        for (Threshold t : levers.thresholds()) {
            if (random.nextInt(3) == 0) {
                int from = t.part() == Threshold.Part.TO ? t.present() : t.least();
                int to = t.part() == Threshold.Part.FROM
                        ? t.present()
                        : t.part() == Threshold.Part.MONTHS ? 48 : t.most();
                typed.put(t.code(), List.of(t.shown(from + random.nextInt(to - from + 1))));
            }
        }
        typed.put(
                "lift", some(levers.demands().stream().map(levers.names()::get).toList(), 3));
        List<String> groups = levers.groups().stream().map(levers.names()::get).toList();
        typed.put("without", some(groups.subList(0, groups.size() - 1), 3));
        List<String> grounds = levers.grounds();
        typed.put("noGround", grounds.isEmpty() ? List.of() : some(grounds.subList(1, grounds.size()), 3));
        return typed;
    }

    private List<String> some(List<String> all, int each) {
        List<String> some = new ArrayList<>(all);
        some.removeIf(x -> random.nextInt(each) != 0);
        return some;
    }
}
