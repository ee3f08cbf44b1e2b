package kz.jolkarta.registry.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.registry.records.Ledger;

/**
 * A believable year of a region: a list of children, and records of the measures that are installed. Each step is one transaction with its mark in
 * it, so that a node that was stopped goes on with the next one and nothing comes twice. Dates hang on the office's day; the rest is always the same.
 */
final class DemoData {
    private static final int MONTHS = 14;

    private final Ledger ledger;
    private final Audit audit;
    private final ChildList list;
    private final DemoWords words = new DemoWords();
    private final User user = User.system();

    DemoData(Ledger ledger, Audit audit, ChildList list) {
        this.ledger = ledger;
        this.audit = audit;
        this.list = list;
    }

    /** Whether everything that the installed measures call for has been loaded. */
    boolean complete() {
        return steps().keySet().stream().allMatch(this::done);
    }

    /** Loads what is missing. @throws InterruptedException when the node stops */
    void load() throws InterruptedException {
        if (complete()) {
            return;
        }
        long batch = list.load();
        LocalDate today = ledger.clock().today();
        LocalDate since = today.minusMonths(MONTHS);
        for (Map.Entry<String, BiConsumer<Tx, Stage>> step : steps().entrySet()) {
            ledger.database().run(tx -> {
                if (DemoStore.done(tx, step.getKey())) {
                    return;
                }
                DemoScene scene = new DemoScene(
                        today,
                        ledger.clock().now(),
                        DemoStore.children(tx, batch),
                        step.getKey().hashCode(),
                        words,
                        ledger.database()::nextId);
                step.getValue().accept(tx, new Stage(scene, since, batch));
                scene.write(tx, audit, user);
                DemoStore.mark(tx, step.getKey(), ledger.clock().now());
            });
        }
    }

    /** What a step works with. @param since the day the children count as registered on */
    private record Stage(DemoScene scene, LocalDate since, long batch) {}

    private boolean done(String step) {
        return ledger.database().call(tx -> DemoStore.done(tx, step));
    }

    /** The people first; then those of the three measures that are installed. */
    private Map<String, BiConsumer<Tx, Stage>> steps() {
        Map<String, BiConsumer<Tx, Stage>> steps = new java.util.LinkedHashMap<>();
        steps.put("people", this::people);
        measure("technoparks").ifPresent(m -> steps.put(m.code(), (tx, stage) -> technoparks(tx, stage, m)));
        measure("health-camps").ifPresent(m -> steps.put(m.code(), (tx, stage) -> camps(tx, stage, m)));
        measure("information-support").ifPresent(m -> steps.put(m.code(), (tx, stage) -> materials(tx, stage, m)));
        return steps;
    }

    private Optional<Installed> measure(String code) {
        return ledger.measures().find(code);
    }

    private void people(Tx tx, Stage stage) {
        DemoStore.backdate(tx, stage.batch(), stage.since());
        new DemoPeople(stage.scene(), stage.since()).write();
    }

    private void technoparks(Tx tx, Stage stage, Installed measure) {
        if (measure.activities().isEmpty()) {
            return;
        }
        Criterion who = measure.activities().get(0).who();
        List<DemoChild> entitled = entitled(tx, stage, who, stage.scene().today);
        new DemoTechnoparks(stage.scene(), measure, DemoStore.places(tx, "TECHNOPARK"), entitled).write();
    }

    private void camps(Tx tx, Stage stage, Installed measure) {
        DemoCamps camps = new DemoCamps(stage.scene(), measure, stage.since());
        int year = stage.scene().today.getYear();
        measure.award("camp").ifPresent(type -> {
            DemoStore.Place place = DemoStore.places(tx, "CAMP").get(0);
            camps.write("camp", year - 1, 60, place, entitled(tx, stage, type.who(), stage.since()));
            camps.write("camp", year, 90, place, entitled(tx, stage, type.who(), stage.scene().today));
        });
        measure.award("sanatorium").ifPresent(type -> {
            DemoStore.Place place = DemoStore.places(tx, "SANATORIUM").get(0);
            camps.write("sanatorium", year, 35, place, entitled(tx, stage, type.who(), stage.scene().today));
        });
    }

    private void materials(Tx tx, Stage stage, Installed measure) {
        LocalDate today = stage.scene().today;
        DemoMaterials materials = new DemoMaterials(stage.scene(), measure, DemoStore.consented(tx, today));
        materials.write();
        // One family has changed its mind since, so that there is something to pull.
        materials.shown().stream().findFirst().ifPresent(child -> DemoStore.withdraw(tx, child, today));
    }

    /** Who meets the criterion on the day and still does today. */
    private List<DemoChild> entitled(Tx tx, Stage stage, Criterion who, LocalDate day) {
        List<Long> ids = stage.scene().children.stream().map(DemoChild::id).toList();
        Set<Long> refused = new HashSet<>(ledger.objections(tx, who, ids, day).keySet());
        refused.addAll(ledger.objections(tx, who, ids, stage.scene().today).keySet());
        List<DemoChild> entitled = new ArrayList<>(stage.scene().children);
        entitled.removeIf(c -> refused.contains(c.id()));
        return entitled;
    }

    Database database() {
        return ledger.database();
    }
}
