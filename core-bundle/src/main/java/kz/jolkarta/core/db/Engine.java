package kz.jolkarta.core.db;

/** The database engines that every statement runs on, and the few words in which they differ. */
public enum Engine {
    DERBY("blob", "clob", "", "null"),
    POSTGRESQL("bytea", "text", " collate \"C\"", "drop not null");

    private final String binary;
    private final String longText;
    private final String ascii;
    private final String nullable;

    Engine(String binary, String longText, String ascii, String nullable) {
        this.binary = binary;
        this.longText = longText;
        this.ascii = ascii;
        this.nullable = nullable;
    }

    /** Column type of a file's content; written {@code ${binary}} in a migration. */
    public String binary() {
        return binary;
    }

    /** Column type of a text without limit; written {@code ${longtext}} in a migration. */
    public String longText() {
        return longText;
    }

    /** What follows the type of a column that is compared byte by byte, whatever the database's collation; written {@code ${ascii}} in a migration. */
    public String ascii() {
        return ascii;
    }

    /** What follows {@code alter column} and its name so that it may be empty from now on; written {@code ${nullable}} in a migration. */
    public String nullable() {
        return nullable;
    }
}
