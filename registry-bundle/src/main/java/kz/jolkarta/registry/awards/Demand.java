package kz.jolkarta.registry.awards;

import java.util.List;
import kz.jolkarta.core.i18n.Message;

/**
 * One thing that a kind of award demands of a person.
 *
 * @param words what is demanded
 * @param objections why it is not met; empty when it is
 */
public record Demand(Message words, List<Message> objections) {
    public Demand {
        objections = List.copyOf(objections);
    }

    public boolean holds() {
        return objections.isEmpty();
    }
}
