package kz.jolkarta.core.jobs;

import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;

/** A job while it runs. What is written through the given transaction becomes true together with the work of that transaction. */
public interface JobRun {
    Job job();

    /** The account that asked for it, with its present rights. */
    User user();

    void progress(Tx tx, long done, long total, String checkpoint);

    /** The result for the user, as JSON. */
    void result(Tx tx, String json);

    boolean cancelled();
}
