package kz.jolkarta.core.internal.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Language;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the operator does with accounts in the shell, where roles are written as {@code coordinator@230000000} or {@code psychologist@/57}. */
@Component(service = AccountDesk.class)
public final class AccountDesk {
    private static final Pattern GRANT =
            Pattern.compile("(?<role>[a-z]+)(@(?<territory>\\d{9})?(/(?<school>[1-9]\\d{0,17}))?)?");

    private final Database database;
    private final Accounts accounts;
    private final Tokens tokens;
    private final AccountStore store = new AccountStore();

    @Activate
    public AccountDesk(@Reference Database database, @Reference Accounts accounts, @Reference Tokens tokens) {
        this.database = database;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /** One line for each account. */
    public List<String> lines(User operator) {
        List<String> lines = new ArrayList<>();
        String after = "";
        do {
            Page<Account> page = accounts.list(operator, AccountFilter.of(""), after, Page.MAX_LIMIT);
            page.items().forEach(a -> lines.add(line(a)));
            after = page.next();
        } while (!after.isEmpty());
        return lines;
    }

    private static String line(Account account) {
        String roles = account.roles().stream().map(Account.Grant::text).collect(Collectors.joining(" "));
        return String.format(
                Locale.ROOT, "%-20s %s %-30s %s", account.login(), account.active() ? "+" : "-", account.name(), roles);
    }

    /** @return the password for the first sign-in */
    public String create(User operator, String login, String name, List<String> roles) {
        List<Account.Grant> grants = roles.stream().map(AccountDesk::grant).toList();
        return accounts.create(operator, login, new AccountDraft(name, true, Language.KK, grants))
                .password();
    }

    private static Account.Grant grant(String text) {
        Matcher parts = GRANT.matcher(text);
        if (!parts.matches()) {
            throw Problem.field("roles", "account.role");
        }
        String territory = Optional.ofNullable(parts.group("territory")).orElse("");
        long school =
                Optional.ofNullable(parts.group("school")).map(Long::parseLong).orElse(0L);
        return Role.of(parts.group("role"))
                .map(r -> new Account.Grant(r, territory, school))
                .orElseThrow(() -> Problem.field("roles", "account.role"));
    }

    /** @return the password for one sign-in */
    public String resetPassword(User operator, String login) {
        return accounts.resetPassword(operator, id(login));
    }

    /** @return the token, which is told this once */
    public String createToken(User operator, String login, String label) {
        long id = id(login);
        if (label.isBlank() || label.length() > 100) {
            throw Problem.field("label", "token.label");
        }
        String secret = Passwords.secret();
        database.run(tx -> tokens.create(tx, operator, id, label.strip(), Optional.empty(), secret));
        return secret;
    }

    private long id(String login) {
        return database.read(tx -> store.named(tx, login.strip().toLowerCase(Locale.ROOT)))
                .filter(Account::active)
                .map(Account::id)
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "account.unknown", login));
    }
}
