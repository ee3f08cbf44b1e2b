package kz.jolkarta.registry.figures;

/**
 * A cell of a row behind a figure.
 *
 * @param person whether it tells who the person is
 */
record Cell(String code, String sql, Kind kind, boolean person) {
    /** How it is read. */
    enum Kind {
        TEXT,
        NUMBER,
        DATE
    }

    static Cell text(String code, String sql) {
        return new Cell(code, sql, Kind.TEXT, false);
    }

    static Cell number(String code, String sql) {
        return new Cell(code, sql, Kind.NUMBER, false);
    }

    static Cell date(String code, String sql) {
        return new Cell(code, sql, Kind.DATE, false);
    }

    Cell ofPerson() {
        return new Cell(code, sql, kind, true);
    }
}
