package kz.jolkarta.registry.awards;

/**
 * A cap on awards of a kind in a year.
 *
 * @param territory KATO code of the region, "" for the country's
 * @param used places taken by approved awards
 */
public record Quota(long id, String type, String territory, int year, int cap, int used, int version) {
    public int free() {
        return cap - used;
    }
}
