package kz.jolkarta.registry.views;

/**
 * Filters of a list that somebody keeps under a name.
 *
 * @param page address of the list
 * @param query the filters as they stand in the address
 * @param owner id of the account
 * @param territory KATO code of the unit whose people see it too, "" for the owner alone
 */
public record SavedView(long id, String name, String page, String query, long owner, String territory, int version) {
    public boolean shared() {
        return !territory.isEmpty();
    }
}
