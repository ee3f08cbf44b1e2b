package kz.jolkarta.registry.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.jolkarta.core.access.Audit;

/** What a number of rows come to: everything to be written, in the order in which it can be. */
final class Work {
    /** A doubt to be put to a person. */
    record Doubt(Line line, long child, String territory, String evidence, String json, String key) {}

    /** What a batch did to a child. {@code before} has old and new values by column, and the rows beside the child's own. */
    static final class Change {
        final long child;
        final int row;
        final boolean created;
        int versionAfter;
        final Map<String, Object> before = new LinkedHashMap<>();

        Change(long child, int row, boolean created) {
            this.child = child;
            this.row = row;
            this.created = created;
        }
    }

    int created;
    int updated;
    int unchanged;
    int doubtful;
    int rejected;

    final List<Map<String, Object>> schools = new ArrayList<>();
    final List<Map<String, Object>> children = new ArrayList<>();
    /** By id, as a child may change with several rows. */
    final Map<Long, Map<String, Object>> updates = new TreeMap<>();

    /** Children of the registry whose settlement or school changes. */
    final Set<Long> moved = new TreeSet<>();

    final List<Map<String, Object>> categories = new ArrayList<>();
    final List<Map<String, Object>> endedCategories = new ArrayList<>();
    final List<Map<String, Object>> talents = new ArrayList<>();
    final List<Map<String, Object>> representatives = new ArrayList<>();
    final List<Map<String, Object>> changedRepresentatives = new ArrayList<>();
    final List<Map<String, Object>> consents = new ArrayList<>();
    final Map<Long, Change> changes = new TreeMap<>();
    final Map<Line, List<Remark>> remarks = new LinkedHashMap<>();
    final List<Doubt> doubts = new ArrayList<>();
    final List<Audit.Entry> audit = new ArrayList<>();

    void remark(Line line, Remark remark) {
        remarks.computeIfAbsent(line, l -> new ArrayList<>()).add(remark);
    }

    int read() {
        return created + updated + unchanged + doubtful + rejected;
    }
}
