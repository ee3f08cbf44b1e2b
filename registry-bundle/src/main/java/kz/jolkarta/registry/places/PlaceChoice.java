package kz.jolkarta.registry.places;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.pages.Field.Option;
import kz.jolkarta.core.pages.LookUp;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Towns and villages to choose from in a form, found by their names in any spelling. */
@Component(service = PlaceChoice.class)
public final class PlaceChoice {
    private final Gazetteer gazetteer;
    private final OfficeClock clock;

    @Activate
    public PlaceChoice(@Reference Gazetteer gazetteer, @Reference OfficeClock clock) {
        this.gazetteer = gazetteer;
        this.clock = clock;
    }

    /** Where people live today. @param name of the field; its value is the KATO code; @param scope that has to cover it */
    public LookUp settlements(Language language, String name, Scope scope) {
        return of(language, name, unit -> unit.kind().inhabited() && scope.covers(unit.code()));
    }

    /** Units of any kind, from regions to villages. */
    public LookUp units(Language language, String name, Scope scope) {
        return of(language, name, unit -> scope.covers(unit.code()));
    }

    private LookUp of(Language language, String name, Predicate<Unit> wanted) {
        return new LookUp(
                name,
                typed -> found(language, typed, wanted.and(unit -> unit.existsOn(clock.today()))),
                code -> gazetteer.unit(code).map(unit -> option(language, unit)));
    }

    private List<Option> found(Language language, String typed, Predicate<Unit> wanted) {
        Stream<Unit> byCode = gazetteer.unit(typed).filter(wanted).stream();
        Stream<Unit> byName = gazetteer.search(typed, wanted, "", LookUp.MOST + 1).stream();
        return Stream.concat(byCode, byName)
                .distinct()
                .map(unit -> option(language, unit))
                .toList();
    }

    private Option option(Language language, Unit unit) {
        Place place = gazetteer.place(unit.code(), language);
        String label = Stream.of(
                        Optional.ofNullable(place.name()), other(place.district(), place), other(place.region(), place))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
        return new Option(unit.code(), label);
    }

    private static Optional<String> other(String above, Place place) {
        return Optional.ofNullable(above).filter(name -> !name.equals(place.name()));
    }
}
