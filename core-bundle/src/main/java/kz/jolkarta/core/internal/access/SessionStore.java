package kz.jolkarta.core.internal.access;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.db.Tx;

/** The table {@code account_session}. */
final class SessionStore {
    record Session(long account, Instant created, Instant seen) {}

    void insert(Tx tx, String hash, long account, Instant now) {
        tx.update(
                "insert into account_session (hash, account_id, created_at, seen_at) values (:hash, :account, :now, :now)",
                Map.of("hash", hash, "account", account, "now", now));
    }

    Optional<Session> find(Tx tx, String hash) {
        return tx.one(
                "select account_id, created_at, seen_at from account_session where hash = :hash",
                Map.of("hash", hash),
                row -> new Session(row.number("account_id"), row.instant("created_at"), row.instant("seen_at")));
    }

    /** Sessions of an account that run, without one of them. */
    long running(Tx tx, long account, String spared, Instant seenAfter, Instant createdAfter) {
        return tx.number(
                "select count(*) from account_session where account_id = :account and hash <> :spared"
                        + " and seen_at >= :seen and created_at >= :created",
                Map.of("account", account, "spared", spared, "seen", seenAfter, "created", createdAfter));
    }

    void seen(Tx tx, String hash, Instant now) {
        tx.update("update account_session set seen_at = :now where hash = :hash", Map.of("hash", hash, "now", now));
    }

    void delete(Tx tx, String hash) {
        tx.update("delete from account_session where hash = :hash", Map.of("hash", hash));
    }

    /** All sessions of an account but one; "" spares none. */
    void deleteOf(Tx tx, long account, String spared) {
        tx.update(
                "delete from account_session where account_id = :account and hash <> :spared",
                Map.of("account", account, "spared", spared.isEmpty() ? "-" : spared));
    }

    void deleteOld(Tx tx, Instant seenBefore, Instant createdBefore) {
        tx.update(
                "delete from account_session where seen_at < :seen or created_at < :created",
                Map.of("seen", seenBefore, "created", createdBefore));
    }
}
