package kz.jolkarta.registry.awards;

import kz.jolkarta.registry.records.Checks;

/**
 * A quota as it is sent: what is null was not given.
 *
 * @param territory KATO code of the region, "" for a cap of the whole country
 * @param cap 0 to 1 000 000 places
 */
public record QuotaInput(String type, String territory, Integer year, Integer cap) {
    public QuotaInput {
        territory = territory == null ? "" : territory.strip();
    }

    void check() {
        Checks checks = new Checks();
        checks.required("type", type);
        checks.required("year", year);
        checks.range("year", year, 2020, 2100);
        checks.required("cap", cap);
        checks.range("cap", cap, 0, 1_000_000);
        checks.that(territory.isEmpty() || territory.matches("\\d{9}"), "territory", "record.territory-unknown");
        checks.done();
    }
}
