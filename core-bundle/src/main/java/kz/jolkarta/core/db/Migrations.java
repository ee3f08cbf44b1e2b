package kz.jolkarta.core.db;

/**
 * Brings a bundle's tables up to date. Scripts lie in the bundle as {@code db/V001__name.sql}, {@code db/V002__…} in gapless order;
 * statements end with {@code ;} at a line's end; {@code ${binary}}, {@code ${longtext}}, {@code ${ascii}} and {@code ${nullable}} stand for the words of {@link Engine}. Each script runs in one transaction, exactly
 * once however many nodes start together; a script that changed after it was applied stops the bundle.
 */
public interface Migrations {
    /**
     * @param bundle name of the owner, e.g. {@code registry}
     * @param anchor a class of the bundle, whose class loader holds the scripts
     * @param scripts file names in order, e.g. {@code V001__registry.sql}
     * @throws IllegalStateException when an applied script differs from the one at hand, or the database is newer than the bundle
     */
    void apply(String bundle, Class<?> anchor, String... scripts);
}
