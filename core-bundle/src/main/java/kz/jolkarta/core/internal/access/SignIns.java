package kz.jolkarta.core.internal.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Language;
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
    static final Duration TICKET = Duration.ofMinutes(5);
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final String KIND = "account";

    private final Database database;
    private final Accounts accounts;
    private final SecondFactors factors;
    private final Audit audit;
    private final OfficeClock clock;
    private final AccountStore store = new AccountStore();
    private final SessionStore sessions = new SessionStore();
    private final FactorStore tickets = new FactorStore();

    /** @param secret what the browser keeps in its cookie */
    record Opened(Account account, String secret) {}

    /** @param ticket when the code of the second factor is still to come; the session otherwise */
    record Entered(Optional<String> ticket, Optional<Opened> opened) {}

    @Activate
    public SignIns(
            @Reference Database database,
            @Reference Accounts accounts,
            @Reference SecondFactors factors,
            @Reference Audit audit,
            @Reference OfficeClock clock) {
        this.database = database;
        this.accounts = accounts;
        this.factors = factors;
        this.audit = audit;
        this.clock = clock;
    }

    /** Names of the schools that the account's roles are over, in its language. */
    Map<Long, String> schools(Account account) {
        return accounts.places().names(List.of(account), account.language());
    }

    /**
     * Login, password and code in one step, as the API takes them.
     *
     * @param code "" for none
     * @throws Problem UNAUTHENTICATED whatever the reason
     */
    Opened open(String login, String password, String code) {
        return session(check(known(login), password), code).orElseThrow(SignIns::refused);
    }

    /**
     * Login and password; an account with a second factor gets a ticket for the second step.
     *
     * @throws Problem UNAUTHENTICATED whatever the reason
     */
    Entered enter(String login, String password) {
        long id = check(known(login), password);
        Account account =
                database.read(tx -> store.find(tx, id)).filter(this::mayEnter).orElseThrow(SignIns::refused);
        if (!account.secondFactor()) {
            return new Entered(Optional.empty(), session(id, ""));
        }
        String ticket = Passwords.secret();
        Instant now = clock.now();
        database.run(tx -> tickets.ticket(tx, Passwords.digest(ticket), id, now, now.minus(TICKET)));
        return new Entered(Optional.of(ticket), Optional.empty());
    }

    /** Whether the ticket may still be used. */
    boolean awaits(String ticket) {
        return holder(ticket).isPresent();
    }

    private Optional<Account> holder(String ticket) {
        String hash = Passwords.digest(ticket);
        return database.read(tx -> tickets.ticket(tx, hash, clock.now().minus(TICKET))
                .flatMap(id -> store.find(tx, id))
                .filter(this::mayEnter));
    }

    /**
     * The second step.
     *
     * @throws Problem UNAUTHENTICATED for a wrong code, which counts like a wrong password
     */
    Opened confirm(String ticket, String code) {
        Account holder = holder(ticket).orElseThrow(SignIns::refused);
        return session(holder.id(), code)
                .orElseThrow(() ->
                        Problem.of(Problem.Kind.UNAUTHENTICATED, "session.code-refused", FAILURES, LOCK.toMinutes()));
    }

    private static String known(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    /** A session; none for a wrong code, which is counted. */
    private Optional<Opened> session(long id, String code) {
        String secret = Passwords.secret();
        return database.<Optional<Opened>>call(tx -> {
            Account found = store.find(tx, id).filter(this::mayEnter).orElseThrow(SignIns::refused);
            Instant now = clock.now();
            if (!factors.passes(tx, id, code)) {
                failed(tx, id, now);
                return Optional.empty();
            }
            store.succeeded(tx, id);
            tickets.deleteTickets(tx, id);
            sessions.deleteOld(tx, now.minus(IDLE), now.minus(ABSOLUTE));
            sessions.insert(tx, Passwords.digest(secret), id, now);
            audit.record(tx, found.user(), new Audit.Entry(Audit.Action.SIGN_IN, KIND, id, "", ""));
            return Optional.of(new Opened(found, secret));
        });
    }

    private void failed(Tx tx, long id, Instant now) {
        store.failed(tx, id, FAILURES, now.plus(LOCK));
        User nobody = new User(0, "anonymous", java.util.Map.of(), Language.KK);
        audit.record(tx, nobody, new Audit.Entry(Audit.Action.SIGN_IN_FAILED, KIND, id, "", ""));
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
            database.run(tx -> failed(tx, credentials.id(), now));
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

    /**
     * The own password in place of the one-time one, which was typed a moment ago, and the account's language.
     *
     * @throws Problem FORBIDDEN when the password is not a one-time one
     */
    void choose(User user, String wanted, Language language, String session) {
        Passwords.check(user.login(), wanted);
        AccountStore.Credentials now =
                database.read(tx -> store.credentials(tx, user.login())).orElseThrow(Problem::notFound);
        if (accounts.passwords().matches(wanted, now.hash())) {
            throw Problem.field("password", "password.same");
        }
        String hash = accounts.passwords().hash(wanted);
        database.run(tx -> {
            if (store.find(tx, user.id()).filter(Account::mustChange).isEmpty()) {
                throw Problem.of(Problem.Kind.FORBIDDEN, "problem.forbidden");
            }
            store.language(tx, user.id(), language);
            change(tx, user, hash, session);
        });
    }

    /** The own account as it stands. */
    Account account(User user) {
        return database.read(tx -> store.find(tx, user.id())).orElseThrow(Problem::notFound);
    }

    /** How many sessions the account has besides this one. */
    long elsewhere(User user, String session) {
        Instant now = clock.now();
        return database.read(
                tx -> sessions.running(tx, user.id(), Passwords.digest(session), now.minus(IDLE), now.minus(ABSOLUTE)));
    }

    /** Ends all other sessions of the account. */
    void endElsewhere(User user, String session) {
        database.run(tx -> {
            sessions.deleteOf(tx, user.id(), Passwords.digest(session));
            audit.record(tx, user, new Audit.Entry(Audit.Action.SIGN_OUT, KIND, user.id(), "", "elsewhere"));
        });
    }

    void language(User user, Language language) {
        database.run(tx -> {
            store.language(tx, user.id(), language);
            audit.record(tx, user, new Audit.Entry(Audit.Action.UPDATE, KIND, user.id(), "", "language"));
        });
    }

    private void change(Tx tx, User user, String hash, String session) {
        store.password(tx, user.id(), hash, false);
        sessions.deleteOf(tx, user.id(), session.isEmpty() ? "" : Passwords.digest(session));
        audit.record(tx, user, new Audit.Entry(Audit.Action.UPDATE, KIND, user.id(), "", "own password"));
    }
}
