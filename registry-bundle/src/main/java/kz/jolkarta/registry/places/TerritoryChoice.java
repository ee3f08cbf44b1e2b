package kz.jolkarta.registry.places;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.Territories;
import kz.jolkarta.core.registry.Territories.Territory;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The territories a reader can choose from on a page: the regions of the own scope, and the districts of the one that is chosen. */
@Component(service = TerritoryChoice.class)
public final class TerritoryChoice {
    private static final String NAME = "territory";
    private static final int REGION_DIGITS = 2;

    private final Territories territories;
    private final OfficeClock clock;

    @Activate
    public TerritoryChoice(@Reference Territories territories, @Reference OfficeClock clock) {
        this.territories = territories;
        this.clock = clock;
    }

    /** @param chosen KATO code, "" for none */
    public Field field(Words words, Scope scope, String chosen) {
        List<Territory> regions = territories.regions(clock.today()).stream()
                .filter(r -> reaches(scope, r.code()))
                .toList();
        String region = chosen.length() == 9
                ? chosen.substring(0, REGION_DIGITS) + "0000000"
                : regions.size() == 1 ? regions.get(0).code() : "";
        List<Territory> districts = region.isEmpty()
                ? List.of()
                : territories.districts(region).stream()
                        .filter(d -> reaches(scope, d.code()))
                        .toList();
        List<Territory> all = new ArrayList<>(words.sorted(regions, r -> words.text(r.name())));
        int at = all.stream().map(Territory::code).toList().indexOf(region);
        all.addAll(at + 1, words.sorted(districts, d -> words.text(d.name())));
        Stream<Territory> below = territories.find(chosen).filter(t -> !all.contains(t)).stream();
        return Field.choice(
                        NAME,
                        words.text("page.territory"),
                        Stream.concat(all.stream(), below)
                                .map(t -> new Field.Option(t.code(), words.text(t.name())))
                                .toList())
                .value(chosen.isEmpty() ? null : chosen);
    }

    /** Whether any of it lies in the scope, or all of the scope in it. */
    private static boolean reaches(Scope scope, String code) {
        return !scope.within(Scope.of(code)).isEmpty();
    }

    /** The name of a unit, its code when it is unknown. */
    public String name(Words words, String code) {
        return territories.find(code).map(t -> words.text(t.name())).orElse(code);
    }
}
