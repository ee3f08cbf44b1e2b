package kz.jolkarta.core.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.i18n.Text;

/** The territorial units of the country (KATO), dated: a report of 2020 has 17 regions, one of 2023 has 20. */
public interface Territories {
    /**
     * @param code KATO code of 9 digits
     * @param kind REGION, DISTRICT, CITY_ADMINISTRATION, CITY_DISTRICT, OKRUG, CITY, SETTLEMENT, VILLAGE or LOCALITY
     * @param rural empty for units that are no settlements
     */
    record Territory(String code, String parent, String kind, Optional<Boolean> rural, Text name) {}

    Optional<Territory> find(String code);

    /** Names as of the day. */
    List<Territory> regions(LocalDate day);

    /** Districts, city administrations and city districts directly below the region. */
    List<Territory> districts(String region);

    /** The region whose rows a region of that day held: units split off later belong to the one they came from. */
    String regionOn(LocalDate day, String territory);
}
