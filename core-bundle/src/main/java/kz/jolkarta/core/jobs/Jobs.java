package kz.jolkarta.core.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Message;

/** Long work in the background. Jobs of one kind run one after another in the order they came; a user sees the own ones. */
public interface Jobs {
    /** Queues a job in the caller's transaction. @param territory KATO code it concerns, "" for none */
    long submit(Tx tx, User owner, String kind, String territory, Map<String, String> params);

    Optional<Job> find(User user, long id);

    /** The user's jobs, newest first; {@code kind} "" for all. */
    List<Job> list(User user, String kind, int limit);

    /** Why a FAILED job failed, in words for its owner; empty for any other job. */
    default Optional<Message> failure(Job job) {
        return Optional.empty();
    }

    /** What {@link JobKind#page} says; "" while its kind is away. */
    default String page(Job job) {
        return "";
    }

    /** Asks a queued or running job to stop; nothing when it has ended. */
    void cancel(User user, long id);
}
