package kz.jolkarta.registry.entitlement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.registry.entitlement.AlarmStore.Pass;
import kz.jolkarta.registry.entitlement.AlarmStore.Unit;

/** Compares schools with those of their district, and districts with those of their region, as far as the caller sees them. */
final class Neighbours {
    private static final Comparator<Unseen> MOST_EXPECTED =
            Comparator.comparing(Unseen::expectedHundredths).reversed().thenComparing(Unseen::id);

    private final Sweeps sweeps;
    private final Language language;

    Neighbours(Sweeps sweeps, Language language) {
        this.sweeps = sweeps;
        this.language = language;
    }

    /** One of those that are compared. @param group which of them are neighbours */
    private record One(
            long id, String name, String territory, String group, List<String> cabinets, long children, long gifted) {}

    List<Unseen> schools(Tx tx, Pass pass, Scope scope, LocalDate day) {
        Groups<Long> groups = Groups.bySchool(pass.roll());
        Map<Long, Integer> numbers = numbers(groups.keys());
        long[] children = groups.count(pass.present());
        long[] gifted = groups.count(pass.gifted());
        List<One> all = AlarmStore.units(tx, "SCHOOL", scope, day).stream()
                .map(school -> {
                    Integer at = numbers.get(school.id());
                    return new One(
                            school.id(),
                            school.name(),
                            school.territory(),
                            sweeps.district(school.territory()),
                            List.of(),
                            at == null ? 0 : children[at],
                            at == null ? 0 : gifted[at]);
                })
                .toList();
        return unseen(all, "alarm.reason.school");
    }

    /** Districts that the scope holds whole. */
    List<Unseen> districts(Tx tx, Pass pass, Scope scope, LocalDate day) {
        Groups<String> groups = Groups.byDistrict(pass.roll(), sweeps);
        Map<String, Integer> numbers = numbers(groups.keys());
        long[] children = groups.count(pass.present());
        long[] gifted = groups.count(pass.gifted());
        Map<String, List<String>> cabinets = AlarmStore.units(tx, "CABINET", scope, day).stream()
                .collect(Collectors.groupingBy(
                        u -> sweeps.district(u.territory()), Collectors.mapping(Unit::name, Collectors.toList())));
        List<One> all = new ArrayList<>();
        for (String code : sweeps.districts(day)) {
            if (scope.covers(Scope.prefix(code))) {
                Integer at = numbers.get(code);
                all.add(new One(
                        Long.parseLong(code),
                        sweeps.place(code, language).name(),
                        code,
                        code.substring(0, 2),
                        cabinets.getOrDefault(code, List.of()),
                        at == null ? 0 : children[at],
                        at == null ? 0 : gifted[at]));
            }
        }
        return unseen(all, "alarm.reason.district");
    }

    private static <K> Map<K, Integer> numbers(List<K> keys) {
        Map<K, Integer> numbers = new LinkedHashMap<>();
        keys.forEach(key -> numbers.put(key, numbers.size()));
        return numbers;
    }

    private List<Unseen> unseen(Collection<One> all, String reason) {
        Map<String, List<One>> groups =
                all.stream().collect(Collectors.groupingBy(One::group, LinkedHashMap::new, Collectors.toList()));
        List<Unseen> found = new ArrayList<>();
        groups.values().forEach(group -> {
            long children = group.stream().mapToLong(One::children).sum();
            long identified = group.stream().mapToLong(One::gifted).sum();
            group.stream()
                    .filter(one -> one.gifted() == 0 && identified > 0)
                    .map(one -> unseen(one, group.size() - 1L, children - one.children(), identified, reason))
                    .forEach(found::add);
        });
        found.sort(MOST_EXPECTED);
        return found;
    }

    /** @param children of the neighbours */
    private Unseen unseen(One one, long neighbours, long children, long identified, String reason) {
        BigDecimal rate = share(100 * identified, children, 1);
        BigDecimal expected = one.children() == 0
                ? share(identified, neighbours, 2)
                : share(identified * one.children(), children, 2);
        Message words = Message.of(
                reason, one.children(), neighbours, identified, rate.toPlainString(), expected.toPlainString());
        return new Unseen(
                one.id(),
                one.name(),
                sweeps.place(one.territory(), language),
                one.cabinets(),
                one.children(),
                neighbours,
                identified,
                rate,
                expected,
                sweeps.text(language, words));
    }

    private static BigDecimal share(long part, long whole, int scale) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), scale, RoundingMode.HALF_UP);
    }
}
