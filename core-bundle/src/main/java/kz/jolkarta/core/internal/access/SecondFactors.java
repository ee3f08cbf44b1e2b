package kz.jolkarta.core.internal.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.internal.node.NodeSettings;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The second factor that an account switches on for itself: codes of an app, each taken once, and ten recovery codes for the day the
 * device is lost. Wide roles may be made to have one.
 */
@Component(service = SecondFactors.class)
public final class SecondFactors {
    static final int RECOVERY_CODES = 10;
    private static final String KIND = "account";

    private final Database database;
    private final NodeSettings settings;
    private final Audit audit;
    private final OfficeClock clock;
    private final FactorStore store = new FactorStore();
    private final AccountStore accounts = new AccountStore();

    /** @param left recovery codes that were not used yet */
    record State(boolean on, boolean required, long left) {}

    @Activate
    public SecondFactors(
            @Reference Database database,
            @Reference NodeSettings settings,
            @Reference Audit audit,
            @Reference OfficeClock clock) {
        this.database = database;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the account has to switch it on before anything else. */
    boolean missing(Account account) {
        return !account.secondFactor() && required(account);
    }

    private boolean required(Account account) {
        return account.wide() && settings.factorForWideRoles();
    }

    State state(User user) {
        return database.read(tx -> {
            Account account = own(tx, user);
            return new State(account.secondFactor(), required(account), store.recoveryCodes(tx, user.id()));
        });
    }

    private Account own(Tx tx, User user) {
        return accounts.find(tx, user.id()).orElseThrow(Problem::notFound);
    }

    /** The secret to be put into the app, the same one until a code of it is seen. */
    String offer(User user) {
        return database.call(tx -> {
            Optional<FactorStore.Factor> found = store.find(tx, user.id());
            if (found.filter(FactorStore.Factor::on).isPresent()) {
                throw Problem.conflict("factor.on-already");
            }
            return found.map(FactorStore.Factor::secret).orElseGet(() -> {
                String secret = Totp.secret();
                store.offer(tx, user.id(), secret);
                return secret;
            });
        });
    }

    /**
     * Switches it on when the app shows the right code.
     *
     * @return the recovery codes, told this once
     */
    List<String> turnOn(User user, String code) {
        return database.call(tx -> {
            FactorStore.Factor factor =
                    store.find(tx, user.id()).filter(f -> !f.on()).orElseThrow(() -> wrong("factor.wrong"));
            if (!taken(tx, user.id(), factor, code)) {
                throw wrong("factor.wrong");
            }
            store.turnOn(tx, user.id(), clock.now());
            note(tx, user, user.id(), "second factor on");
            return fresh(tx, user.id());
        });
    }

    /** Ten other recovery codes in place of those there were. */
    List<String> renew(User user, String code) {
        return database.call(tx -> {
            prove(tx, user, code);
            note(tx, user, user.id(), "recovery codes");
            return fresh(tx, user.id());
        });
    }

    void turnOff(User user, String code) {
        database.run(tx -> {
            if (required(own(tx, user))) {
                throw Problem.conflict("factor.required");
            }
            prove(tx, user, code);
            store.turnOff(tx, user.id());
            note(tx, user, user.id(), "second factor off");
        });
    }

    private void prove(Tx tx, User user, String code) {
        if (!passes(tx, user.id(), code)) {
            throw wrong("factor.wrong");
        }
    }

    private static Problem wrong(String key) {
        return Problem.field("code", key);
    }

    private List<String> fresh(Tx tx, long account) {
        List<String> codes =
                Stream.generate(Passwords::recoveryCode).limit(RECOVERY_CODES).toList();
        store.recoveryCodes(tx, account, codes.stream().map(SecondFactors::hash).toList());
        return codes;
    }

    private static String hash(String code) {
        return Passwords.digest("recovery:" + code.replaceAll("[^a-z0-9]", ""));
    }

    /** Takes the code; true also for an account that has no second factor. */
    boolean passes(Tx tx, long account, String code) {
        Optional<FactorStore.Factor> factor = store.find(tx, account).filter(FactorStore.Factor::on);
        String typed = code.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        return factor.isEmpty()
                || taken(tx, account, factor.get(), typed)
                || store.takeRecoveryCode(tx, account, hash(typed));
    }

    private boolean taken(Tx tx, long account, FactorStore.Factor factor, String code) {
        OptionalLong step = Totp.step(factor.secret(), code.replaceAll("\\s", ""), clock.now());
        return step.isPresent() && store.take(tx, account, step.getAsLong());
    }

    private void note(Tx tx, User by, long account, String what) {
        audit.record(tx, by, new Audit.Entry(Audit.Action.UPDATE, KIND, account, "", what));
    }
}
