package kz.jolkarta.registry.records;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Message;

/** A fixed state machine: which states may follow which, and which of them need a reason. Built once, then only read. */
public final class Moves<S extends Enum<S>> {
    private final String record;
    private final Map<S, Set<S>> next;
    private final Set<S> reasoned;

    /** @param record the kind of record, whose states are named by the keys {@code state.<record>.<state>} */
    public static <S extends Enum<S>> Moves<S> of(String record, Class<S> states) {
        return new Moves<>(record, new EnumMap<>(states), EnumSet.noneOf(states));
    }

    private Moves(String record, Map<S, Set<S>> next, Set<S> reasoned) {
        this.record = record;
        this.next = next;
        this.reasoned = reasoned;
    }

    /** The states that may follow this one. */
    public Moves<S> from(S state, Set<S> following) {
        next.put(state, EnumSet.copyOf(following));
        return this;
    }

    /** The states that are entered only with a reason. */
    public Moves<S> reasonFor(Set<S> states) {
        reasoned.addAll(states);
        return this;
    }

    public Set<S> after(S state) {
        return Set.copyOf(next.getOrDefault(state, Set.of()));
    }

    /**
     * @param reason "" when none is given
     * @throws Problem CONFLICT for an illegal move, naming both states and the legal ones; INVALID for a missing reason
     */
    public void check(S from, S to, String reason) {
        Set<S> legal = next.getOrDefault(from, Set.of());
        if (!legal.contains(to)) {
            List<S> ordered = legal.stream().sorted().toList();
            Problem problem = ordered.isEmpty()
                    ? Problem.conflict("record.move-final", name(from), name(to))
                    : Problem.conflict(
                            "record.move-illegal",
                            name(from),
                            name(to),
                            Words.list(ordered.stream().map(this::name).toList()));
            throw problem.with("from", code(from))
                    .with("to", code(to))
                    .with("legal", ordered.stream().map(Moves::code).toList());
        }
        if (reasoned.contains(to) && reason.isBlank()) {
            throw Problem.field("reason", "record.reason-needed", name(to));
        }
    }

    /** The state in words. */
    public Message name(S state) {
        return Message.of("state." + record + "." + code(state));
    }

    /** The code of an enum's constant in JSON, in queries and in keys of texts. */
    public static String code(Enum<?> value) {
        return Json.name(value);
    }
}
