package kz.jolkarta.registry.roadmaps;

import kz.jolkarta.core.access.Right;

/** Who may read and write a part of the form, among those who may open the map. */
public enum Readers {
    ALL(Right.CHILDREN_READ, Right.CHILDREN_WRITE),
    /** Those who keep maps; a note that whoever only approves or tests does not need. */
    KEEPERS(Right.CHILDREN_WRITE, Right.CHILDREN_WRITE),
    /** Those who may see diagnostics. */
    DIAGNOSTICS(Right.DIAGNOSTICS_READ, Right.DIAGNOSTICS_WRITE);

    private final Right read;
    private final Right write;

    Readers(Right read, Right write) {
        this.read = read;
        this.write = write;
    }

    public Right read() {
        return read;
    }

    public Right write() {
        return write;
    }
}
