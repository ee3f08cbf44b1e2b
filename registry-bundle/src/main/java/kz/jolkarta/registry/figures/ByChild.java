package kz.jolkarta.registry.figures;

import kz.jolkarta.core.db.Along;

/**
 * A statement whose rows say something of children, for listed ones or for all: a long list is looked up along an index, while whoever asks about a
 * good part of all children reads the table once.
 *
 * @param select up to the table that has the children, with {@code child_id} among its columns
 * @param key the foreign key to the children, along which listed ones are looked up; "" where it has no name
 * @param joins further tables, "" for none
 * @param child the column of the child's id
 * @param extra conditions, each beginning with {@code and}
 */
public record ByChild(String select, String key, String joins, String child, String extra) {
    /** Of the children {@code :ids}. */
    public String listed() {
        return select + (key.isEmpty() ? "" : Along.constraint(key)) + joins + " where " + child + " in (:ids)" + extra;
    }

    /** Of one child, looked up for each row of another statement. @param id the expression that names it there */
    public String of(String id) {
        return select + (key.isEmpty() ? "" : Along.looping(key)) + joins + " where " + child + " = " + id + extra;
    }

    public String all() {
        return select + joins + " where " + child + " is not null" + extra;
    }
}
