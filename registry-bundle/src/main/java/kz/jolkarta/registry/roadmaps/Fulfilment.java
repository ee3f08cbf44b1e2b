package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.roadmaps.FulfilmentStore.Deed;
import kz.jolkarta.registry.roadmaps.FulfilmentStore.Open;

/**
 * Steps of approved maps are done by the measures' own records. A step that names a measure, and a kind when it names one, is done once the child
 * has attended such an activity or holds such an award within the map's school year; each record does one step, the earliest record the step that
 * is due first. When the record is undone the step is planned again. What a person said is never touched.
 */
public final class Fulfilment {
    private static final int PART = 500;

    private Fulfilment() {}

    /**
     * Brings the steps of these children into line with their records; to be called in the transaction that changed the records. It takes a fixed
     * number of statements for each 500 children.
     *
     * @param user who changed the records
     */
    public static void settle(Tx tx, Ledger ledger, User user, Collection<Long> children) {
        List<Long> all = new ArrayList<>(new TreeSet<>(children));
        for (int from = 0; from < all.size(); from += PART) {
            part(tx, ledger, user, all.subList(from, Math.min(from + PART, all.size())));
        }
    }

    private static void part(Tx tx, Ledger ledger, User user, List<Long> children) {
        List<Long> maps = FulfilmentStore.maps(tx, children);
        if (maps.isEmpty()) {
            return;
        }
        // Two records of one child may come at once: the second waits here and then sees what the first has done.
        FulfilmentStore.lock(tx, maps);
        List<Open> steps = FulfilmentStore.steps(tx, maps);
        Map<Long, List<Deed>> deeds = FulfilmentStore.deeds(
                tx,
                steps.stream().map(Open::child).distinct().toList(),
                ledger.clock().zone());
        Matching matching = new Matching(deeds);
        steps.stream().filter(step -> step.record() != null).forEach(matching::keep);
        steps.stream().filter(step -> step.record() == null).forEach(matching::find);
        matching.reopened.forEach(matching::find);
        write(tx, ledger, user, matching.changes());
    }

    /** Which record does which step. */
    private static final class Matching {
        private final Map<Long, List<Deed>> deeds;
        private final Set<FulfilmentStore.Key> taken = new HashSet<>();
        private final List<Open> reopened = new ArrayList<>();
        private final Map<Open, Deed> found = new LinkedHashMap<>();

        Matching(Map<Long, List<Deed>> deeds) {
            this.deeds = deeds;
        }

        void keep(Open step) {
            boolean holds = of(step).anyMatch(deed -> deed.key().equals(step.record()) && taken.add(deed.key()));
            if (!holds) {
                reopened.add(step);
            }
        }

        void find(Open step) {
            of(step).filter(deed -> !taken.contains(deed.key())).findFirst().ifPresent(deed -> {
                taken.add(deed.key());
                found.put(step, deed);
            });
        }

        private java.util.stream.Stream<Deed> of(Open step) {
            SchoolYear year = new SchoolYear(step.year());
            return deeds.getOrDefault(step.child(), List.of()).stream()
                    .filter(deed -> deed.measure().equals(step.measure()))
                    .filter(deed -> step.type().isEmpty() || deed.type().equals(step.type()))
                    .filter(deed ->
                            !deed.on().isBefore(year.first()) && !deed.on().isAfter(year.last()));
        }

        /** The steps that change, with what does them now; null for one that is planned again. */
        Map<Open, Deed> changes() {
            Map<Open, Deed> changes = new LinkedHashMap<>();
            reopened.forEach(step -> changes.put(step, null));
            changes.putAll(found);
            return changes;
        }
    }

    private static void write(Tx tx, Ledger ledger, User user, Map<Open, Deed> changes) {
        if (changes.isEmpty()) {
            return;
        }
        LocalDate today = ledger.clock().today();
        List<Map<String, Object>> rows = new ArrayList<>();
        List<History.Entry> events = new ArrayList<>();
        List<Audit.Entry> audit = new ArrayList<>();
        changes.forEach((step, deed) -> {
            Map<String, Object> row = new HashMap<>();
            row.put("id", step.id());
            row.put("state", deed == null ? StepState.PLANNED : StepState.DONE);
            row.put("done", deed == null ? null : deed.on().isAfter(today) ? today : deed.on());
            row.put("kind", deed == null ? null : deed.key().kind());
            row.put("record", deed == null ? null : deed.key().id());
            rows.add(row);
            History.Kind kind = deed == null ? History.Kind.REOPENED : History.Kind.FULFILLED;
            events.add(new History.Entry(
                    step.map(), step.version() + 1, kind, told(step, step.record()), told(step, key(deed))));
            String detail = deed == null
                    ? "step " + step.id() + " open again"
                    : "step " + step.id() + " done by " + deed.key().kind() + " "
                            + deed.key().id();
            audit.add(new Audit.Entry(Action.UPDATE, RoadMaps.KIND, step.map(), step.territory(), detail));
        });
        FulfilmentStore.write(tx, rows);
        FulfilmentStore.touch(
                tx, changes.keySet().stream().map(Open::map).distinct().toList());
        ledger.record(tx, user, audit);
        new History(ledger).note(tx, user, events);
    }

    private static FulfilmentStore.Key key(Deed deed) {
        return deed == null ? null : deed.key();
    }

    private static Map<String, Object> told(Open step, FulfilmentStore.Key record) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", step.id());
        members.put("state", Objects.isNull(record) ? StepState.PLANNED : StepState.DONE);
        if (record != null) {
            members.put("recordKind", record.kind());
            members.put("recordId", record.id());
        }
        return members;
    }
}
