package kz.jolkarta.registry.deliverables;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.Ledger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Steps of deliverables whose kind declares them: each once, in their order. The first brings a draft to review, the last one adopts. */
@Component(service = DeliverableSteps.class)
public final class DeliverableSteps {
    private final Ledger ledger;
    private final Deliverables deliverables;

    @Activate
    public DeliverableSteps(@Reference Ledger ledger, @Reference Deliverables deliverables) {
        this.ledger = ledger;
        this.deliverables = deliverables;
    }

    /** @throws Problem CONFLICT for a step out of its order, naming the next one; INVALID for a day before the previous step or to come */
    public Deliverable reach(User user, String measure, long id, OptionalInt version, StepInput input) {
        Installed installed = ledger.measures().require(measure);
        LocalDate today = ledger.clock().today();
        input.check(today);
        return ledger.database().call(tx -> {
            Deliverable found = deliverables.writable(tx, user, installed, id);
            if (version.isPresent() && version.getAsInt() != found.version()) {
                throw Difference.version(version.getAsInt(), found.version());
            }
            List<String> declared = declared(installed, found);
            ReachedStep step = new ReachedStep(
                    input.step(), input.reachedOn() == null ? today : input.reachedOn(), input.document());
            requireNext(installed, declared, found.steps(), step);
            deliverables.requireConsents(tx, user, id, DeliverableStore.shown(tx, id));
            record(tx, user, found, step, declared);
            return deliverables.visible(tx, user, installed, id);
        });
    }

    private static List<String> declared(Installed measure, Deliverable found) {
        List<String> declared = measure.deliverable(found.type())
                .orElseThrow(() -> Problem.conflict("record.type-gone", found.type()))
                .steps();
        if (declared.isEmpty()) {
            throw Problem.conflict("deliverable.no-steps");
        }
        return declared;
    }

    private static void requireNext(
            Installed measure, List<String> declared, List<ReachedStep> reached, ReachedStep step) {
        if (!declared.contains(step.step())) {
            throw Problem.field("step", "record.choice", String.join(", ", declared));
        }
        Optional<String> next = next(declared, reached);
        if (next.isEmpty()) {
            throw Problem.conflict("deliverable.steps-done");
        }
        if (!next.get().equals(step.step())) {
            Message name = Message.of(measure.code() + ".step." + next.get());
            throw Problem.conflict("deliverable.step-order", name).with("next", next.get());
        }
        if (!reached.isEmpty()) {
            LocalDate before = reached.get(reached.size() - 1).reachedOn();
            if (step.reachedOn().isBefore(before)) {
                throw Problem.field("reachedOn", "deliverable.step-before", before);
            }
        }
    }

    private static Optional<String> next(List<String> declared, List<ReachedStep> reached) {
        List<String> done = reached.stream().map(ReachedStep::step).toList();
        return declared.stream().filter(s -> !done.contains(s)).findFirst();
    }

    private void record(Tx tx, User user, Deliverable found, ReachedStep step, List<String> declared) {
        boolean last = step.step().equals(declared.get(declared.size() - 1));
        Optional<LocalDate> adopted = last ? Optional.of(step.reachedOn()) : Optional.empty();
        if (!StepStore.reach(tx, found, step.step(), adopted)) {
            throw Problem.conflict("record.moved");
        }
        StepStore.insert(tx, found.id(), found.steps().size() + 1, step, user.id());
        Action action = last ? Action.APPROVE : Action.UPDATE;
        ledger.record(tx, user, action, Deliverables.KIND, found.id(), found.territory(), "step " + step.step());
    }
}
