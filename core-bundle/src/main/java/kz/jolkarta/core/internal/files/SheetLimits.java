package kz.jolkarta.core.internal.files;

/**
 * What a file may hold at most.
 *
 * @param bytes size of the file
 * @param rows rows with content
 * @param columns columns with content
 * @param chars characters in one cell
 */
record SheetLimits(long bytes, int rows, int columns, int chars) {
    static final SheetLimits USUAL = new SheetLimits(100L * 1024 * 1024, 500_000, 200, 10_000);
}
