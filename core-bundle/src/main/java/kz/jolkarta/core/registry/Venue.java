package kz.jolkarta.core.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Text;
import org.osgi.annotation.versioning.ConsumerType;

/** An organisation that a bundle or a configuration brings; the registry keeps it under its key as long as its data hold, and closes it never by itself. */
@ConsumerType
public interface Venue {
    /**
     * What is known of it.
     *
     * @param key of the configuration, for ever
     * @param territory KATO code of where it stands
     * @param name in three languages; the registry keeps the Kazakh one
     * @param ground document by which it was created, "" where the act itself names the region
     * @param capacity places, at least 0
     * @param bin 12 digits, "" when unknown
     */
    record Card(
            String key,
            OrganisationKind kind,
            String territory,
            Text name,
            String ground,
            Optional<LocalDate> opened,
            int capacity,
            String director,
            String bin,
            String address) {}

    Card card();

    /** Why it may not be kept, e.g. a document that is missing; empty when it may. */
    default List<Message> objections() {
        return List.of();
    }

    /** The objection to a venue outside the regions that the act names, without the document by which it was created. */
    static Message groundMissing(String territory) {
        return Message.of("venue.ground-missing", territory);
    }
}
