package kz.jolkarta.core.pages;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Message;
import org.osgi.annotation.versioning.ConsumerType;

/** What a bundle puts into the menu, offered as an OSGi service. */
@ConsumerType
public interface Menu {
    /** Headings of the menu, in their order. */
    enum Group {
        OVERVIEW,
        CHILDREN,
        MEASURES,
        REPORTING,
        ADMINISTRATION
    }

    /**
     * @param order within the group, ascending
     * @param label the text, e.g. with a measure's name in it
     * @param needs one of these is enough; none for everybody who is signed in
     */
    record Entry(Group group, int order, Message label, String href, String icon, Set<Right> needs) {
        public Entry {
            needs = Set.copyOf(needs);
        }

        /** @param label key of a text without places */
        public static Entry of(Group group, int order, String label, String href, String icon, Right... needs) {
            return new Entry(group, order, Message.of(label), href, icon, Set.of(needs));
        }
    }

    /** @param waits whether it is something that waits for the reader */
    record Count(long number, boolean waits) {}

    List<Entry> entries();

    /** What stands beside entries, by their addresses; asked for with every page, so only what is known already. */
    default Map<String, Count> counts(Caller caller) {
        return Map.of();
    }
}
