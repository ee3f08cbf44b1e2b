package kz.jolkarta.core.db;

import java.util.Locale;

/**
 * What follows a table's name and alias where a long list of values is looked up: Derby reads the whole table for {@code in (…)} unless
 * it is told the index, since its plan is older than the table's rows. For PostgreSQL it is a comment.
 */
public final class Along {
    private Along() {}

    /** @param name of an index */
    public static String index(String name) {
        return hint("index", name);
    }

    /** @param name of a primary key or a constraint of uniqueness */
    public static String constraint(String name) {
        return hint("constraint", name);
    }

    private static String hint(String kind, String name) {
        return " --DERBY-PROPERTIES " + kind + "=" + name.toUpperCase(Locale.ROOT) + "\n";
    }
}
