package kz.jolkarta.registry.imports;

/** What is known of the files of lists beyond the import itself. */
public final class ListFiles {
    /** Stands for the name of a file that was destroyed with a child's data; no file is called so. */
    public static final String DESTROYED = "-";

    private ListFiles() {}
}
