package kz.jolkarta.registry.records;

import java.util.List;
import kz.jolkarta.core.i18n.Message;

/** Enumerations in a sentence. */
public final class Words {
    private Words() {}

    /** The parts joined by commas, in any language; at least one. */
    public static Message list(List<Message> parts) {
        Message joined = parts.get(0);
        for (Message part : parts.subList(1, parts.size())) {
            joined = Message.of("record.list", joined, part);
        }
        return joined;
    }
}
