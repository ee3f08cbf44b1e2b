package kz.jolkarta.registry.children;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.TalentField;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.children.Child.Warning;
import kz.jolkarta.registry.children.ChildStore.Kept;
import kz.jolkarta.registry.coordinators.CoordinatorStore;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.roadmaps.MapStanding;
import kz.jolkarta.registry.roadmaps.MapStandingStore;

/** Children as they are shown: rows of a list, one child whole. */
final class ChildViews {
    private final Gazetteer gazetteer;
    private final OfficeClock clock;

    ChildViews(Gazetteer gazetteer, OfficeClock clock) {
        this.gazetteer = gazetteer;
        this.clock = clock;
    }

    /** @param missed numbers of the measures by child */
    List<ChildRow> rows(
            Tx tx, List<Kept> children, Map<Long, List<Integer>> missed, LocalDate today, Language language) {
        List<Long> ids = children.stream().map(Kept::id).toList();
        Map<Long, List<CategoryPeriod>> categories = PartStore.of(tx, PartTable.CATEGORIES, ids);
        Map<Long, List<TalentEntry>> talents = PartStore.of(tx, PartTable.TALENTS, ids);
        Map<Long, MapStandingStore.Stand> maps = MapStandingStore.of(tx, ids, today);
        return children.stream()
                .map(child -> row(
                        child,
                        valid(categories.getOrDefault(child.id(), List.of()), today),
                        talents.getOrDefault(child.id(), List.of()).stream()
                                .map(TalentEntry::field)
                                .distinct()
                                .sorted()
                                .toList(),
                        Optional.ofNullable(maps.get(child.id())),
                        missed.getOrDefault(child.id(), List.of()),
                        language))
                .toList();
    }

    static List<Category> valid(List<CategoryPeriod> categories, LocalDate today) {
        return categories.stream()
                .filter(c -> c.validOn(today))
                .map(CategoryPeriod::category)
                .distinct()
                .sorted()
                .toList();
    }

    private ChildRow row(
            Kept child,
            List<Category> categories,
            List<TalentField> talents,
            Optional<MapStandingStore.Stand> map,
            List<Integer> missed,
            Language language) {
        ChildData data = child.data();
        return new ChildRow(
                child.id(),
                Optional.ofNullable(data.iin()).map(Iin::masked).orElse(null),
                data.surname(),
                data.givenName(),
                data.patronymic(),
                data.birthDate(),
                data.sex(),
                gazetteer.place(data.territory(), language),
                gazetteer.rural(data.territory()).orElse(null),
                school(child),
                data.grade(),
                data.gradeLetter(),
                categories,
                talents,
                map.map(MapStandingStore.Stand::standing).orElse(MapStanding.NONE),
                map.map(MapStandingStore.Stand::steps).orElse(null),
                map.map(MapStandingStore.Stand::done).orElse(null),
                missed,
                data.state());
    }

    Child whole(Tx tx, Kept child, Caller caller, List<Warning> warnings) {
        ChildData data = child.data();
        return new Child(
                child.id(),
                data.iin(),
                data.documentKind(),
                data.documentNumber(),
                data.noIinReason(),
                data.surname(),
                data.givenName(),
                data.patronymic(),
                data.birthDate(),
                data.sex(),
                gazetteer.place(data.territory(), caller.language()),
                gazetteer.rural(data.territory()).orElse(null),
                data.address(),
                school(child),
                CoordinatorStore.shown(tx, child.id(), clock.today()).orElse(null),
                data.grade(),
                data.gradeLetter(),
                data.language(),
                data.state(),
                data.leftOn(),
                child.registeredOn(),
                child.version(),
                PartStore.of(tx, PartTable.CATEGORIES, child.id()),
                PartStore.of(tx, PartTable.TALENTS, child.id()),
                PartStore.of(tx, PartTable.REPRESENTATIVES, child.id()),
                PartStore.of(tx, PartTable.CONSENTS, child.id()),
                CoachNames.with(tx, caller.user(), PartStore.of(tx, PartTable.ACHIEVEMENTS, child.id())),
                warnings);
    }

    private static School school(Kept child) {
        Long id = child.data().schoolId();
        return id == null ? null : new School(id, child.schoolName());
    }
}
