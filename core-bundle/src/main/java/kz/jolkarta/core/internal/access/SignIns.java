package kz.jolkarta.core.internal.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Signing in with a password, and the sessions that come of it, kept in the database so that every node knows them. Five failures
 * in a row lock the account for fifteen minutes, and never longer; all refusals look the same from outside.
 */
@Component(service = SignIns.class)
public final class SignIns {
    static final int FAILURES = 5;
    static final Duration LOCK = Duration.ofMinutes(15);
    static final Duration IDLE = Duration.ofMinutes(15);
    static final Duration ABSOLUTE = Duration.ofHours(8);
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final String KIND = "account";

    private final Database database;
    private final Accounts accounts;
    private final Audit audit;
    private final OfficeClock clock;
    private final AccountStore store = new AccountStore();
    private final SessionStore sessions = new SessionStore();

    /** @param secret what the browser keeps in its cookie */
    record Opened(Account account, String secret) {}

    @Activate
    public SignIns(
            @Reference Database database,
            @Reference Accounts accounts,
            @Reference Audit audit,
            @Reference OfficeClock clock) {
        this.database = database;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem UNAUTHENTICATED whatever the reason */
    Opened open(String login, String password) {
        String known = login.strip().toLowerCase(Locale.ROOT);
        long id = check(known, password);
        String secret = Passwords.secret();
        Account account = database.call(tx -> {
            Account found = store.find(tx, id).filter(this::mayEnter).orElseThrow(SignIns::refused);
            Instant now = clock.now();
            store.succeeded(tx, id);
            sessions.deleteOld(tx, now.minus(IDLE), now.minus(ABSOLUTE));
            sessions.insert(tx, Passwords.digest(secret), id, now);
            audit.record(tx, found.user(), new Audit.Entry(Audit.Action.SIGN_IN, KIND, id, "", ""));
            return found;
        });
        return new Opened(account, secret);
    }

    private boolean mayEnter(Account account) {
        return account.active()
                && account.lockedUntil().map(clock.now()::isAfter).orElse(true);
    }

    /** The account's id when the password is right and it may be used now. */
    private long check(String login, String password) {
        Optional<AccountStore.Credentials> found = password.length() > Passwords.LONGEST
                ? Optional.empty()
                : database.read(tx -> store.credentials(tx, login));
        Instant now = clock.now();
        boolean usable = found.filter(AccountStore.Credentials::active)
                .flatMap(c -> c.lockedUntil().or(() -> Optional.of(Instant.MIN)))
                .map(now::isAfter)
                .orElse(false);
        if (!usable) {
            accounts.passwords().matchNobody(password.length() > Passwords.LONGEST ? "" : password);
            throw refused();
        }
        AccountStore.Credentials credentials = found.get();
        if (!accounts.passwords().matches(password, credentials.hash())) {
            database.run(tx -> {
                store.failed(tx, credentials.id(), FAILURES, now.plus(LOCK));
                User nobody = new User(0, "anonymous", java.util.Map.of(), kz.jolkarta.core.i18n.Language.KK);
                audit.record(tx, nobody, new Audit.Entry(Audit.Action.SIGN_IN_FAILED, KIND, credentials.id(), "", ""));
            });
            throw refused();
        }
        return credentials.id();
    }

    private static Problem refused() {
        return Problem.of(Problem.Kind.UNAUTHENTICATED, "session.refused", FAILURES, LOCK.toMinutes());
    }

    /** The account of a running session, if there is one. */
    Optional<Account> find(String secret) {
        String hash = Passwords.digest(secret);
        Instant now = clock.now();
        return database.<Optional<Account>>call(tx -> {
            Optional<SessionStore.Session> session = sessions.find(tx, hash)
                    .filter(s -> s.seen().plus(IDLE).isAfter(now)
                            && s.created().plus(ABSOLUTE).isAfter(now));
            if (session.isEmpty()) {
                return Optional.empty();
            }
            if (session.get().seen().plus(NOTED_EVERY).isBefore(now)) {
                sessions.seen(tx, hash, now);
            }
            return store.find(tx, session.get().account()).filter(Account::active);
        });
    }

    void close(User user, String secret) {
        database.run(tx -> {
            sessions.delete(tx, Passwords.digest(secret));
            audit.record(tx, user, new Audit.Entry(Audit.Action.SIGN_OUT, KIND, user.id(), "", ""));
        });
    }

    /** Changes the own password; all other sessions of the account end. @param session the one that goes on, "" for none */
    void changePassword(User user, String current, String wanted, String session) {
        Passwords.check(user.login(), wanted);
        if (current.equals(wanted)) {
            throw Problem.field("password", "password.same");
        }
        check(user.login(), current);
        String hash = accounts.passwords().hash(wanted);
        database.run(tx -> change(tx, user, hash, session));
    }

    private void change(Tx tx, User user, String hash, String session) {
        store.password(tx, user.id(), hash, false);
        sessions.deleteOf(tx, user.id(), session.isEmpty() ? "" : Passwords.digest(session));
        audit.record(tx, user, new Audit.Entry(Audit.Action.UPDATE, KIND, user.id(), "", "own password"));
    }
}
