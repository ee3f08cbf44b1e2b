package kz.jolkarta.core.db;

import java.util.Locale;

/**
 * What follows a table's name and alias where a long list of values is looked up: Derby reads the whole table for {@code in (…)} unless
 * it is told the index, since its plan is older than the table's rows. For PostgreSQL it is a comment.
 */
public final class Along {
    /** Follows {@code from}: the tables are joined in the order they are written in. */
    public static final String ORDER = " --DERBY-PROPERTIES joinOrder=FIXED\n";

    /** Follows a table that is joined: its rows are looked up one by one, and not all of them hashed first. */
    public static final String LOOP = " --DERBY-PROPERTIES joinStrategy=NESTEDLOOP\n";

    private Along() {}

    /** @param name of an index */
    public static String index(String name) {
        return hint("index", name);
    }

    /** @param name of a primary key or a constraint of uniqueness */
    public static String constraint(String name) {
        return hint("constraint", name);
    }

    /** The same for one table looked up for each row of another, so that Derby does not hash it anew for each. @param constraint as in {@link #constraint} */
    public static String looping(String constraint) {
        return hint("joinStrategy=NESTEDLOOP, constraint", constraint);
    }

    /** The same along an index. @param name as in {@link #index} */
    public static String loopingIndex(String name) {
        return hint("joinStrategy=NESTEDLOOP, index", name);
    }

    private static String hint(String kind, String name) {
        return " --DERBY-PROPERTIES " + kind + "=" + name.toUpperCase(Locale.ROOT) + "\n";
    }
}
