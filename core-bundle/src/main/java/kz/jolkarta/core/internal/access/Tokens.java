package kz.jolkarta.core.internal.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tokens for programs that use the API in an account's name; only their digests are kept. */
@Component(service = Tokens.class)
public final class Tokens {
    private static final String KIND = "token";
    private static final int MOST = 20;
    private static final Duration NOTED_EVERY = Duration.ofMinutes(5);

    private final Database database;
    private final Audit audit;
    private final OfficeClock clock;
    private final TokenStore store = new TokenStore();
    private final AccountStore accounts = new AccountStore();

    record Created(TokenStore.Token token, String secret) {}

    @Activate
    public Tokens(@Reference Database database, @Reference Audit audit, @Reference OfficeClock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** The account in whose name the token speaks; empty for an unknown, revoked or expired one. */
    Optional<Account> find(String secret) {
        Instant now = clock.now();
        return database.<Optional<Account>>call(tx -> {
            Optional<TokenStore.Token> token =
                    store.find(tx, Passwords.digest(secret)).filter(t -> t.valid(now));
            token.filter(t -> t.lastUsed()
                            .map(u -> u.plus(NOTED_EVERY).isBefore(now))
                            .orElse(true))
                    .ifPresent(t -> store.used(tx, t.id(), now));
            return token.isEmpty()
                    ? Optional.empty()
                    : accounts.find(tx, token.get().account()).filter(Account::active);
        });
    }

    List<TokenStore.Token> of(User user) {
        return database.read(tx -> store.of(tx, user.id()));
    }

    Created create(User user, String label, Optional<Instant> expires) {
        if (label.isBlank() || label.strip().length() > 100) {
            throw Problem.field("label", "token.label");
        }
        if (expires.isPresent() && !expires.get().isAfter(clock.now())) {
            throw Problem.field("expires", "token.expires");
        }
        String secret = Passwords.secret();
        return database.call(tx -> {
            if (store.of(tx, user.id()).size() >= MOST) {
                throw Problem.conflict("token.too-many", MOST);
            }
            return create(tx, user, user.id(), label.strip(), expires, secret);
        });
    }

    Created create(Tx tx, User actor, long account, String label, Optional<Instant> expires, String secret) {
        TokenStore.Token token = new TokenStore.Token(
                database.nextId(), account, label, clock.now(), expires, Optional.empty(), Optional.empty());
        store.insert(tx, token, Passwords.digest(secret));
        audit.record(tx, actor, new Audit.Entry(Audit.Action.CREATE, KIND, token.id(), "", "account " + account));
        return new Created(token, secret);
    }

    /** Revokes an own token, or another's where the caller keeps the accounts of all territories that one works in. */
    void revoke(User user, long id) {
        database.run(tx -> {
            TokenStore.Token token = store.find(tx, id)
                    .filter(t -> t.account() == user.id() || keeps(tx, user, t.account()))
                    .orElseThrow(Problem::notFound);
            store.revoke(tx, id, clock.now());
            audit.record(tx, user, new Audit.Entry(Audit.Action.DELETE, KIND, id, "", "account " + token.account()));
        });
    }

    private boolean keeps(Tx tx, User user, long account) {
        return accounts.find(tx, account)
                .filter(a -> user.scope(Right.ACCOUNTS_MANAGE).isCountry()
                        || !a.roles().isEmpty()
                                && a.roles().stream()
                                        .allMatch(g -> user.scope(Right.ACCOUNTS_MANAGE)
                                                .covers(g.territory())))
                .isPresent();
    }
}
