package kz.jolkarta.core.internal.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.db.Tx;

/** The second factor: its columns of {@code account}, the table {@code account_recovery_code} and the table {@code account_ticket}. */
final class FactorStore {
    /** @param on whether a code of it was seen, and sign-ins need one since */
    record Factor(String secret, boolean on) {}

    Optional<Factor> find(Tx tx, long account) {
        return tx.one(
                "select factor_secret, factor_since from account where id = :id and factor_secret is not null",
                Map.of("id", account),
                row -> new Factor(
                        row.text("factor_secret"),
                        row.optionalInstant("factor_since").isPresent()));
    }

    /** A secret that no code was seen of yet; one that is in use stays. */
    void offer(Tx tx, long account, String secret) {
        tx.update(
                "update account set factor_secret = :secret, factor_step = 0 where id = :id and factor_since is null",
                Map.of("id", account, "secret", secret));
    }

    void turnOn(Tx tx, long account, Instant now) {
        tx.update("update account set factor_since = :now where id = :id", Map.of("id", account, "now", now));
    }

    void turnOff(Tx tx, long account) {
        tx.update(
                "update account set factor_secret = null, factor_since = null, factor_step = 0 where id = :id",
                Map.of("id", account));
        tx.update("delete from account_recovery_code where account_id = :id", Map.of("id", account));
        tx.update("delete from account_ticket where account_id = :id", Map.of("id", account));
    }

    /** @return whether no code of this step or a later one was taken before; of two at once one wins */
    boolean take(Tx tx, long account, long step) {
        return tx.update(
                        "update account set factor_step = :step where id = :id and factor_step < :step",
                        Map.of("id", account, "step", step))
                == 1;
    }

    boolean takeRecoveryCode(Tx tx, long account, String hash) {
        return tx.update(
                        "delete from account_recovery_code where account_id = :id and hash = :hash",
                        Map.of("id", account, "hash", hash))
                == 1;
    }

    void recoveryCodes(Tx tx, long account, List<String> hashes) {
        tx.update("delete from account_recovery_code where account_id = :id", Map.of("id", account));
        tx.batch(
                "insert into account_recovery_code (account_id, hash) values (:id, :hash)",
                hashes.stream().map(h -> Map.of("id", account, "hash", h)).toList());
    }

    long recoveryCodes(Tx tx, long account) {
        return tx.number("select count(*) from account_recovery_code where account_id = :id", Map.of("id", account));
    }

    void ticket(Tx tx, String hash, long account, Instant now, Instant old) {
        tx.update("delete from account_ticket where created_at < :old", Map.of("old", old));
        tx.update(
                "insert into account_ticket (hash, account_id, created_at) values (:hash, :account, :now)",
                Map.of("hash", hash, "account", account, "now", now));
    }

    /** The account whose password was right. */
    Optional<Long> ticket(Tx tx, String hash, Instant old) {
        return tx.one(
                "select account_id from account_ticket where hash = :hash and created_at >= :old",
                Map.of("hash", hash, "old", old),
                row -> row.number("account_id"));
    }

    void deleteTickets(Tx tx, long account) {
        tx.update("delete from account_ticket where account_id = :account", Map.of("account", account));
    }
}
