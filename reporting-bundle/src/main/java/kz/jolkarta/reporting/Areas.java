package kz.jolkarta.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.registry.Territories;
import kz.jolkarta.core.registry.Territories.Territory;

/** Finds the territory a reader asks for, as it was on a day. What lies outside the reader's territory answers as what does not exist. */
final class Areas {
    private static final Text NOWHERE = new Text("", "", "");

    private final Territories territories;

    Areas(Territories territories) {
        this.territories = territories;
    }

    /**
     * A region as of the day: with the regions that were split off from it later.
     *
     * @param region KATO code of 9 digits, or its first 2
     * @param today the office's day
     * @throws Problem NOT_FOUND when there was no such region on the day, or the reader may not see its figures
     */
    Area region(User user, String region, LocalDate day, LocalDate today) {
        String code = region.matches("\\d{2}") ? region + "0000000" : region;
        Scope own = user.require(Right.REPORTS_READ);
        Territory found = territories.regions(day).stream()
                .filter(r -> r.code().equals(code))
                .filter(r -> own.covers(r.code()))
                .findFirst()
                .orElseThrow(Problem::notFound);
        return region(found, day, today);
    }

    /**
     * Any unit, or all the reader may see when none is named.
     *
     * @param territory KATO code of 9 digits, a region's first 2, or ""
     * @throws Problem NOT_FOUND as {@link #region}
     */
    Area of(User user, String territory, LocalDate day, LocalDate today) {
        Scope own = user.require(Right.REPORTS_READ);
        if (territory.isEmpty()) {
            return all(own, day, today);
        }
        if (territory.matches("\\d{2}|\\d{2}0{7}")) {
            return region(user, territory, day, today);
        }
        return unit(
                territories.find(territory).filter(t -> own.covers(t.code())).orElseThrow(Problem::notFound));
    }

    private Area all(Scope own, LocalDate day, LocalDate today) {
        if (own.isCountry()) {
            Map<String, Text> regions = new TreeMap<>();
            territories.regions(day).forEach(r -> regions.put(r.code(), r.name()));
            return new Area("", NOWHERE, own, regions, district -> regionOf(district, day));
        }
        List<String> prefixes = own.prefixes();
        if (prefixes.size() == 1) {
            String code = (prefixes.get(0) + "0000000").substring(0, 9);
            return territories.regions(day).stream()
                    .filter(r -> r.code().equals(code))
                    .findFirst()
                    .map(r -> region(r, day, today))
                    .or(() -> territories.find(code).map(this::unit))
                    .orElseThrow(Problem::notFound);
        }
        Map<String, Text> places = new TreeMap<>();
        prefixes.stream().filter(p -> p.length() == 2).forEach(p -> places.putAll(districts(p + "0000000")));
        prefixes.stream()
                .filter(p -> p.length() > 2)
                .forEach(p ->
                        territories.find((p + "00000").substring(0, 9)).ifPresent(t -> places.put(t.code(), t.name())));
        return new Area("", NOWHERE, own, places, UnaryOperator.identity());
    }

    private Area region(Territory region, LocalDate day, LocalDate today) {
        List<String> members = codes(region.code(), day, today);
        Map<String, Text> places = new TreeMap<>();
        members.forEach(m -> places.putAll(districts(m)));
        return new Area(region.code(), region.name(), Scope.of(members), places, UnaryOperator.identity());
    }

    /** What a region of the day held, by today's regions. */
    Scope members(String region, LocalDate day, LocalDate today) {
        return Scope.of(codes(region, day, today));
    }

    private List<String> codes(String region, LocalDate day, LocalDate today) {
        return territories.regions(today).stream()
                .map(Territory::code)
                .filter(r -> r.equals(region) || territories.regionOn(day, r).equals(region))
                .toList();
    }

    private Area unit(Territory unit) {
        return new Area(
                unit.code(),
                unit.name(),
                Scope.of(unit.code()),
                Map.of(unit.code(), unit.name()),
                district -> unit.code());
    }

    private Map<String, Text> districts(String region) {
        Map<String, Text> districts = new TreeMap<>();
        territories.districts(region).forEach(d -> districts.put(d.code(), d.name()));
        return districts;
    }

    /** The region that a district lay in on the day; "" for what is the country's own. */
    String regionOf(String district, LocalDate day) {
        return district.isEmpty() ? "" : territories.regionOn(day, district.substring(0, 2) + "0000000");
    }
}
