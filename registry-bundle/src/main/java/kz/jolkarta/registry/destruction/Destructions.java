package kz.jolkarta.registry.destruction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Audit.Entry;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.measure.Field;
import kz.jolkarta.registry.destruction.DueStore.Standing;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Rows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Destroys personal data when their purpose is reached: one person proposes an act, another one confirms it by its number. The child's row stays
 * without a person, so that sums of past years, payments and places keep counting; nothing brings the rest back.
 */
@Component(service = Destructions.class)
public final class Destructions {
    static final String KIND = "destruction-act";

    private final Ledger ledger;
    private final Retention retention;

    @Activate
    public Destructions(@Reference Ledger ledger, @Reference Retention retention) {
        this.ledger = ledger;
        this.retention = retention;
    }

    /** How long data are kept after a child has left. */
    int years() {
        return retention.years();
    }

    ZoneId zone() {
        return ledger.clock().zone();
    }

    private DueStore due() {
        return new DueStore(retention, ledger.clock().today());
    }

    Page<DueChild> due(User user, DueFilter filter, Paging page) {
        Scope scope = user.require(Right.CHILDREN_READ);
        return ledger.database()
                .read(tx -> page.page(
                        due().list(tx, filter, scope, page), child -> Paging.key(child.leftOn(), child.id())));
    }

    /** Notes the export and gives every child of the filter. */
    Rows<DueChild> dueExport(User user, DueFilter filter) {
        Scope scope = user.require(Right.CHILDREN_EXPORT);
        ledger.database()
                .run(tx -> ledger.record(
                        tx,
                        user,
                        Action.EXPORT,
                        "destruction-due",
                        0,
                        filter.territory().orElse(""),
                        filter.told()));
        return visitor -> ledger.database().read(tx -> {
            due().each(tx, filter, scope, visitor);
            return null;
        });
    }

    /** Acts are seen by who may propose or confirm them. */
    static Scope seeing(User user) {
        Scope scope = user.scope(Right.CHILDREN_WRITE).plus(user.scope(Right.AWARDS_APPROVE));
        return scope.isEmpty() ? user.require(Right.CHILDREN_WRITE) : scope;
    }

    Page<Act> list(User user, ActFilter filter, Paging page) {
        Scope scope = seeing(user);
        return ledger.database()
                .read(tx -> page.page(ActStore.list(tx, filter, scope, page), act -> Paging.key("", act.id())));
    }

    /** Notes the export and gives every act of the filter; no act names a child. */
    Rows<Act> export(User user, ActFilter filter) {
        Scope scope = seeing(user);
        ledger.database()
                .run(tx -> ledger.record(
                        tx, user, Action.EXPORT, KIND, 0, filter.territory().orElse(""), ""));
        return visitor -> ledger.database().read(tx -> {
            ActStore.each(tx, filter, scope, visitor);
            return null;
        });
    }

    /** @throws Problem NOT_FOUND */
    Act get(User user, long id) {
        Scope scope = seeing(user);
        return ledger.database().read(tx -> ActStore.find(tx, id, scope).orElseThrow(Problem::notFound));
    }

    /** Notes that the paper was made. @throws Problem NOT_FOUND */
    Act printed(User user, long id) {
        Scope scope = seeing(user);
        return ledger.database().call(tx -> {
            Act act = ActStore.find(tx, id, scope).orElseThrow(Problem::notFound);
            ledger.record(tx, user, Action.EXPORT, KIND, id, act.territory(), "paper");
            return act;
        });
    }

    /**
     * Proposes an act; nothing is destroyed yet.
     *
     * @throws Problem INVALID for children who are unknown or whose data may not be destroyed; FORBIDDEN outside the user's territories; CONFLICT
     *     for children in another act that is not decided
     */
    Act propose(User user, ActInput given) {
        Scope scope = user.require(Right.CHILDREN_WRITE);
        ActInput input = given.checked(ledger.clock().today());
        ledger.requireTerritory(input.territory());
        user.require(Right.CHILDREN_WRITE, input.territory());
        Scope there = scope.within(Scope.of(input.territory()));
        return ledger.database().call(tx -> {
            Map<Long, Standing> found = due().standings(tx, input.children(), there);
            refuse(
                    "record.child-unknown",
                    input.children().stream()
                            .filter(id -> !found.containsKey(id))
                            .toList());
            refuse(
                    input.ground() == Ground.TERM ? "destruction.not-due" : "destruction.not-withdrawn",
                    found.values().stream()
                            .filter(child -> !child.meets(input.ground()))
                            .map(Standing::id)
                            .sorted()
                            .toList());
            List<Long> waiting = ActStore.waiting(tx, input.children());
            if (!waiting.isEmpty()) {
                throw Problem.conflict("destruction.in-other-act", Ledger.join(waiting))
                        .with("children", waiting);
            }
            long id = ledger.database().nextId();
            ActStore.insert(tx, id, input, user, ledger.clock().now());
            ActStore.children(tx, id, found.values());
            ActStore.contents(tx, id, ErasureStore.count(tx, id, oldLists(input.territory(), input.ground())));
            ledger.record(tx, user, Action.CREATE, KIND, id, input.territory(), String.valueOf(found.size()));
            return ActStore.find(tx, id, Scope.COUNTRY).orElseThrow();
        });
    }

    private static void refuse(String key, List<Long> children) {
        if (!children.isEmpty()) {
            throw Problem.field("children", key, Ledger.join(children)).with("children", children);
        }
    }

    /**
     * Confirms an act, which destroys for good, or refuses it.
     *
     * @throws Problem NOT_FOUND; STALE; FORBIDDEN to who proposed it; INVALID for another number; CONFLICT when it is decided or a child has changed
     */
    Act decide(User user, long id, int version, ActDecision decision) {
        Scope scope = user.require(Right.AWARDS_APPROVE);
        return ledger.database().call(tx -> {
            Act act = ActStore.find(tx, id, seeing(user)).orElseThrow(Problem::notFound);
            user.require(Right.AWARDS_APPROVE, act.territory());
            if (act.proposer() == user.id()) {
                throw Problem.of(Problem.Kind.FORBIDDEN, "destruction.another-person");
            }
            if (act.version() != version) {
                throw Difference.version(version, act.version());
            }
            if (act.state() != Act.State.PROPOSED) {
                throw Problem.conflict("destruction.decided");
            }
            ActDecision checked = decision.checked(act.actNumber());
            boolean confirmed = checked.answer() == ActDecision.Answer.CONFIRM;
            Act.State to = confirmed ? Act.State.DONE : Act.State.REFUSED;
            String answer = confirmed ? null : checked.reason().strip();
            if (!ActStore.decide(tx, act, to, user, answer, ledger.clock().now())) {
                throw Problem.conflict("record.moved");
            }
            if (confirmed) {
                destroy(tx, user, act, scope);
            }
            ledger.record(tx, user, confirmed ? Action.DELETE : Action.UPDATE, KIND, id, act.territory(), to.name());
            return ActStore.find(tx, id, Scope.COUNTRY).orElseThrow();
        });
    }

    private void destroy(Tx tx, User user, Act act, Scope scope) {
        LocalDate today = ledger.clock().today();
        List<Long> named = ActStore.named(tx, act.id());
        Map<Long, Standing> found = due().standings(tx, named, scope.within(Scope.of(act.territory())));
        List<Long> changed = new ArrayList<>(ActStore.changed(tx, act.id()));
        named.stream()
                .filter(child -> !found.containsKey(child) || !found.get(child).meets(act.ground()))
                .filter(child -> !changed.contains(child))
                .forEach(changed::add);
        if (!changed.isEmpty() || named.size() != act.children()) {
            throw Problem.conflict("destruction.changed", Ledger.join(changed)).with("children", changed);
        }
        ErasureStore.OldLists old = oldLists(act.territory(), act.ground());
        Map<String, Long> contents = ErasureStore.count(tx, act.id(), old);
        ActStore.contents(tx, act.id(), contents);
        ledger.record(
                tx,
                user,
                found.values().stream()
                        .map(child ->
                                new Entry(Action.DELETE, "child", child.id(), child.territory(), "act " + act.id()))
                        .toList());
        int destroyed =
                ErasureStore.erase(tx, act.id(), old, today, ledger.clock().now(), this::kept);
        if (destroyed != contents.get("child")) {
            throw Problem.conflict("record.moved");
        }
    }

    /** Files of lists as old as the term have served their purpose; of who withdrew consent none may be left. */
    private ErasureStore.OldLists oldLists(String territory, Ground ground) {
        LocalDate today = ledger.clock().today();
        LocalDate before = ground == Ground.TERM ? retention.lastLeaving(today) : today;
        return new ErasureStore.OldLists(
                territory, before.plusDays(1).atStartOfDay(zone()).toInstant());
    }

    /** Of an award's fields stay those that reports sum up by: choices, which tell nobody. */
    private ErasureStore.Fields kept(ErasureStore.Fields fields) {
        Set<String> choices = ledger.measures().find(fields.measure()).stream()
                .flatMap(measure -> measure.awards().stream())
                .filter(type -> type.code().equals(fields.type()))
                .flatMap(type -> type.fields().stream())
                .filter(field -> field.kind() == Field.Kind.CHOICE)
                .map(Field::code)
                .collect(Collectors.toSet());
        try {
            ObjectNode json = (ObjectNode) Json.mapper().readTree(fields.json());
            json.retain(choices);
            return new ErasureStore.Fields(
                    fields.measure(), fields.type(), Json.mapper().writeValueAsString(json));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
