package kz.jolkarta.registry.bulk;

import java.util.List;
import java.util.Map;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Message;

/** Takes back what jobs over many records of one kind have done; offered as an OSGi service beside the job's kind. */
public interface BulkUndo {
    /** The kind of change as it was noted, up to 20 characters. */
    String kind();

    /**
     * Brings the records back and writes audit and history. It asks itself whether the user may: the right, and the territory of each record.
     *
     * @param changes some of one job
     * @return why a record stays as it is (touched since, out of reach), by id; those that are not in it are as they were before the job
     */
    Map<Long, Message> undo(Tx tx, User user, List<Changed> changes);
}
