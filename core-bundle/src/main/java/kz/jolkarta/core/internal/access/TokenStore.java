package kz.jolkarta.core.internal.access;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;

/** The table {@code account_token}. */
final class TokenStore {
    private static final String COLUMNS =
            "select id, account_id, label, created_at, expires_at, last_used, revoked_at from account_token ";

    record Token(
            long id,
            long account,
            String label,
            Instant created,
            Optional<Instant> expires,
            Optional<Instant> lastUsed,
            Optional<Instant> revoked) {
        boolean valid(Instant now) {
            return revoked.isEmpty() && expires.map(now::isBefore).orElse(true);
        }
    }

    private static Token token(Row row) {
        return new Token(
                row.number("id"),
                row.number("account_id"),
                row.text("label"),
                row.instant("created_at"),
                row.optionalInstant("expires_at"),
                row.optionalInstant("last_used"),
                row.optionalInstant("revoked_at"));
    }

    void insert(Tx tx, Token token, String hash) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", token.id());
        values.put("account", token.account());
        values.put("label", token.label());
        values.put("hash", hash);
        values.put("created", token.created());
        values.put("expires", token.expires());
        tx.update(
                "insert into account_token (id, account_id, label, hash, created_at, expires_at)"
                        + " values (:id, :account, :label, :hash, :created, :expires)",
                values);
    }

    Optional<Token> find(Tx tx, String hash) {
        return tx.one(COLUMNS + "where hash = :hash", Map.of("hash", hash), TokenStore::token);
    }

    Optional<Token> find(Tx tx, long id) {
        return tx.one(COLUMNS + "where id = :id", Map.of("id", id), TokenStore::token);
    }

    List<Token> of(Tx tx, long account) {
        return tx.list(
                COLUMNS + "where account_id = :account and revoked_at is null order by id",
                Map.of("account", account),
                TokenStore::token);
    }

    void used(Tx tx, long id, Instant now) {
        tx.update("update account_token set last_used = :now where id = :id", Map.of("id", id, "now", now));
    }

    void revoke(Tx tx, long id, Instant now) {
        tx.update(
                "update account_token set revoked_at = :now where id = :id and revoked_at is null",
                Map.of("id", id, "now", now));
    }

    void revokeOf(Tx tx, long account, Instant now) {
        tx.update(
                "update account_token set revoked_at = :now where account_id = :account and revoked_at is null",
                Map.of("account", account, "now", now));
    }
}
