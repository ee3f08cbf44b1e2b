package kz.jolkarta.core.internal.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.access.Users;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.http.Versions;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.registry.Schools;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The accounts and their roles. Who keeps accounts gives roles over the territories of the own ACCOUNTS_MANAGE only, changes
 * accounts only when all their roles lie there, and never the own roles; one administrator of the country always remains.
 */
@Component(service = {Accounts.class, Users.class})
public final class Accounts implements Users {
    private static final String KIND = "account";
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{2,59}");

    private final Database database;
    private final Audit audit;
    private final OfficeClock clock;
    private final AccountStore store = new AccountStore();
    private final SessionStore sessions = new SessionStore();
    private final TokenStore tokens = new TokenStore();
    private final FactorStore factors = new FactorStore();
    private final Passwords passwords = new Passwords();
    private final RolePlaces places = new RolePlaces();

    record Created(Account account, String password) {}

    @Activate
    public Accounts(@Reference Database database, @Reference Audit audit, @Reference OfficeClock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** The registry brings it, which itself needs accounts, so it comes later and is not waited for. */
    @Reference(
            name = "schools",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bind(Schools known) {
        places.bind(known);
    }

    public void unbind(Schools known) {
        places.unbind(known);
    }

    @Override
    public Optional<User> find(long id) {
        if (id == 0) {
            return Optional.of(User.system());
        }
        return database.read(tx -> store.find(tx, id)).filter(Account::active).map(Account::user);
    }

    RolePlaces places() {
        return places;
    }

    Passwords passwords() {
        return passwords;
    }

    /** @throws Problem NOT_FOUND also for one without a role within the caller's reach */
    Account get(User user, long id) {
        Scope scope = user.require(Right.ACCOUNTS_MANAGE);
        return database.read(tx -> visible(tx, scope, id));
    }

    private Account visible(Tx tx, Scope scope, long id) {
        return store.find(tx, id)
                .filter(a -> scope.isCountry()
                        || a.roles().stream().anyMatch(g -> !g.territory().isEmpty() && scope.covers(g.territory())))
                .orElseThrow(Problem::notFound);
    }

    Page<Account> list(User user, AccountFilter filter, String after, int limit) {
        Scope scope = user.require(Right.ACCOUNTS_MANAGE);
        List<Account> found = database.read(tx -> store.list(tx, scope, filter, after, limit + 1));
        boolean more = found.size() > limit;
        List<Account> items = more ? found.subList(0, limit) : found;
        return new Page<>(items, more ? items.get(limit - 1).login() : "");
    }

    /** Notes the export and hands over the accounts of the filter, a page at a time. */
    Consumer<Consumer<List<Account>>> export(User user, AccountFilter filter) {
        user.require(Right.ACCOUNTS_MANAGE);
        database.run(tx -> audit.record(tx, user, new Audit.Entry(Audit.Action.EXPORT, KIND, 0, "", "list")));
        return visitor -> Page.pages(after -> list(user, filter, after, Page.MAX_LIMIT), visitor);
    }

    /** A new account with a password for one sign-in. */
    Created create(User user, String login, AccountDraft draft) {
        Scope scope = user.require(Right.ACCOUNTS_MANAGE);
        String wanted = login.strip().toLowerCase(Locale.ROOT);
        List<Problem.FieldError> errors = new ArrayList<>(draft.check());
        if (!LOGIN.matcher(wanted).matches()) {
            errors.add(new Problem.FieldError("login", Message.of("account.login")));
        }
        if (!errors.isEmpty()) {
            throw Problem.fields(errors);
        }
        AccountDraft placed = draft.placed(places);
        RolePlaces.within(scope, placed.roles());
        String password = Passwords.oneTime();
        String hash = passwords.hash(password);
        Account account = database.call(tx -> {
            if (store.named(tx, wanted).isPresent()) {
                throw Problem.conflict("account.login-taken", wanted);
            }
            return insert(tx, user, account(database.nextId(), wanted, placed), hash);
        });
        return new Created(account, password);
    }

    private static Account account(long id, String login, AccountDraft draft) {
        return new Account(
                id,
                login,
                draft.name().strip(),
                true,
                Optional.empty(),
                draft.active(),
                draft.language(),
                1,
                false,
                draft.roles());
    }

    private Account insert(Tx tx, User user, Account account, String hash) {
        store.insert(tx, account, hash, clock.now());
        audit.record(tx, user, entry(Audit.Action.CREATE, account, "roles " + roles(account.roles())));
        return account;
    }

    /** The very first account: all roles over the country, since nobody else is there yet. */
    Account first(Tx tx, String login, String name, String hash) {
        List<Account.Grant> all = List.of(Role.values()).stream()
                .map(r -> new Account.Grant(r, ""))
                .toList();
        AccountDraft draft = new AccountDraft(name, true, Language.KK, all);
        return insert(tx, User.system(), account(database.nextId(), login, draft), hash);
    }

    boolean none(Tx tx) {
        return store.isEmpty(tx);
    }

    /** @throws Problem STALE when it has changed since {@code version} */
    Account update(User user, long id, int version, AccountDraft wanted) {
        Scope scope = user.require(Right.ACCOUNTS_MANAGE);
        List<Problem.FieldError> errors = wanted.check();
        if (!errors.isEmpty()) {
            throw Problem.fields(errors);
        }
        AccountDraft draft = wanted.placed(places);
        return database.call(tx -> {
            store.lockAdministrators(tx);
            Account before = changeable(tx, scope, id);
            boolean sameRoles = List.copyOf(before.roles()).containsAll(draft.roles())
                    && draft.roles().containsAll(before.roles());
            if (!sameRoles) {
                RolePlaces.within(scope, draft.roles());
            }
            if (user.id() == id && !(sameRoles && draft.active())) {
                throw Problem.of(Problem.Kind.FORBIDDEN, "account.own");
            }
            Account after = new Account(
                    id,
                    before.login(),
                    draft.name().strip(),
                    before.mustChange(),
                    before.lockedUntil(),
                    draft.active(),
                    draft.language(),
                    version + 1,
                    before.secondFactor(),
                    draft.roles());
            if (!store.update(tx, after, version)) {
                throw Versions.stale(
                        draft, new AccountDraft(before.name(), before.active(), before.language(), before.roles()));
            }
            if (before.runsTheCountry() && store.administrators(tx) == 0) {
                throw Problem.conflict("account.last-administrator");
            }
            if (!draft.active()) {
                sessions.deleteOf(tx, id, "");
                tokens.revokeOf(tx, id, clock.now());
            }
            audit.record(
                    tx,
                    user,
                    entry(
                            Audit.Action.UPDATE,
                            after,
                            "active " + draft.active() + (sameRoles ? "" : ", roles " + roles(draft.roles()))));
            return after;
        });
    }

    /** A new password for one sign-in; running sessions end. */
    String resetPassword(User user, long id) {
        Scope scope = user.require(Right.ACCOUNTS_MANAGE);
        String password = Passwords.oneTime();
        String hash = passwords.hash(password);
        database.run(tx -> {
            Account account = changeable(tx, scope, id);
            store.password(tx, id, hash, true);
            sessions.deleteOf(tx, id, "");
            audit.record(tx, user, entry(Audit.Action.UPDATE, account, "password reset"));
        });
        return password;
    }

    /** For a lost device: the next sign-in asks for the password only, and running sessions end. */
    void resetFactor(User user, long id) {
        Scope scope = user.require(Right.ACCOUNTS_MANAGE);
        if (user.id() == id) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "factor.own");
        }
        database.run(tx -> {
            Account account = changeable(tx, scope, id);
            factors.turnOff(tx, id);
            sessions.deleteOf(tx, id, "");
            audit.record(tx, user, entry(Audit.Action.UPDATE, account, "second factor reset"));
        });
    }

    private Account changeable(Tx tx, Scope scope, long id) {
        Account account = visible(tx, scope, id);
        if (!scope.isCountry() && !account.roles().stream().allMatch(g -> scope.covers(g.territory()))) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "account.elsewhere");
        }
        return account;
    }

    private static String roles(List<Account.Grant> roles) {
        return roles.stream().map(Account.Grant::text).collect(Collectors.joining(" "));
    }

    private static Audit.Entry entry(Audit.Action action, Account account, String detail) {
        return new Audit.Entry(action, KIND, account.id(), account.territory(), detail);
    }
}
