package kz.jolkarta.core.internal.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Language;

/** The tables {@code account} and {@code account_grant}. */
final class AccountStore {
    private static final String COLUMNS =
            "select id, login, name, must_change, locked_until, active, language, version, factor_since from account ";
    private static final String COUNTRY = "-";

    /** What a sign-in needs of the account with this login. */
    record Credentials(long id, String hash, int failures, Optional<Instant> lockedUntil, boolean active) {}

    boolean isEmpty(Tx tx) {
        return tx.number("select count(*) from account", Map.of()) == 0;
    }

    Optional<Account> find(Tx tx, long id) {
        return withRoles(tx, tx.list(COLUMNS + "where id = :id", Map.of("id", id), AccountStore::account)).stream()
                .findFirst();
    }

    Optional<Account> named(Tx tx, String login) {
        return withRoles(tx, tx.list(COLUMNS + "where login = :login", Map.of("login", login), AccountStore::account))
                .stream()
                .findFirst();
    }

    /** Accounts by login, those only that have a role within the scope; the whole country's see all, also those without a role. */
    List<Account> list(Tx tx, Scope scope, AccountFilter filter, String after, int limit) {
        String visible = scope.isCountry()
                ? ""
                : " and exists (select 1 from account_grant r where r.account_id = account.id and "
                        + scope.condition("r.territory") + ")";
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder wanted = new StringBuilder("where 1 = 1");
        if (!after.isEmpty()) {
            wanted.append(filter.down() ? " and login < :after" : " and login > :after");
            values.put("after", after);
        }
        if (!filter.text().isEmpty()) {
            wanted.append(" and (login >= :start and login < :end or lower(name) like :part)");
            values.put("start", filter.text());
            values.put("end", filter.text() + "\uFFFF");
            values.put("part", "%" + filter.text().replaceAll("[%_]", "") + "%");
        }
        filter.role().ifPresent(role -> {
            wanted.append(
                    " and exists (select 1 from account_grant f where f.account_id = account.id and f.role = :role)");
            values.put("role", role);
        });
        filter.active().ifPresent(active -> {
            wanted.append(" and active = :active");
            values.put("active", active);
        });
        String order = " order by login" + (filter.down() ? " desc" : "") + " fetch first " + limit + " rows only";
        return withRoles(tx, tx.list(COLUMNS + wanted + visible + order, values, AccountStore::account));
    }

    private static Account account(Row row) {
        return new Account(
                row.number("id"),
                row.text("login"),
                row.text("name"),
                row.flag("must_change"),
                row.optionalInstant("locked_until"),
                row.flag("active"),
                row.value("language", Language.class),
                row.integer("version"),
                row.optionalInstant("factor_since").isPresent(),
                List.of());
    }

    private static List<Account> withRoles(Tx tx, List<Account> accounts) {
        Map<Long, List<Account.Grant>> roles = new HashMap<>();
        tx.each(
                "select account_id, role, territory, school_id from account_grant where account_id in (:ids)"
                        + " order by role, territory, school_id",
                Map.of("ids", accounts.stream().map(Account::id).toList()),
                row -> roles.computeIfAbsent(row.number("account_id"), id -> new ArrayList<>())
                        .add(new Account.Grant(
                                row.value("role", Role.class),
                                country(row.text("territory")),
                                row.number("school_id"))));
        return accounts.stream()
                .map(a -> new Account(
                        a.id(),
                        a.login(),
                        a.name(),
                        a.mustChange(),
                        a.lockedUntil(),
                        a.active(),
                        a.language(),
                        a.version(),
                        a.secondFactor(),
                        roles.getOrDefault(a.id(), List.of())))
                .toList();
    }

    private static String country(String stored) {
        return stored.equals(COUNTRY) ? "" : stored;
    }

    void insert(Tx tx, Account account, String hash, Instant now) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", account.id());
        values.put("login", account.login());
        values.put("name", account.name());
        values.put("hash", hash);
        values.put("mustChange", account.mustChange());
        values.put("active", account.active());
        values.put("language", account.language());
        values.put("now", now);
        tx.update(
                "insert into account (id, login, name, password_hash, must_change, active, language, created_at)"
                        + " values (:id, :login, :name, :hash, :mustChange, :active, :language, :now)",
                values);
        insertRoles(tx, account.id(), account.roles());
    }

    private static void insertRoles(Tx tx, long id, List<Account.Grant> roles) {
        tx.batch(
                "insert into account_grant (account_id, role, territory, school_id)"
                        + " values (:id, :role, :territory, :school)",
                roles.stream()
                        .map(g -> Map.of(
                                "id",
                                id,
                                "role",
                                g.role(),
                                "territory",
                                g.territory().isEmpty() ? COUNTRY : g.territory(),
                                "school",
                                g.school()))
                        .toList());
    }

    /** @return whether the account was still at this version */
    boolean update(Tx tx, Account account, int version) {
        int rows = tx.update(
                "update account set name = :name, active = :active, language = :language, version = version + 1"
                        + " where id = :id and version = :version",
                Map.of(
                        "name",
                        account.name(),
                        "active",
                        account.active(),
                        "language",
                        account.language(),
                        "id",
                        account.id(),
                        "version",
                        version));
        if (rows == 0) {
            return false;
        }
        tx.update("delete from account_grant where account_id = :id", Map.of("id", account.id()));
        insertRoles(tx, account.id(), account.roles());
        return true;
    }

    /** Lets those who change administrators go one after another. */
    void lockAdministrators(Tx tx) {
        tx.update(
                "update account set failures = failures where id in (select account_id from account_grant"
                        + " where role = :role and territory = :territory)",
                Map.of("role", Role.ADMINISTRATOR, "territory", COUNTRY));
    }

    long administrators(Tx tx) {
        return tx.number(
                "select count(*) from account a join account_grant r on r.account_id = a.id"
                        + " where a.active = true and r.role = :role and r.territory = :territory",
                Map.of("role", Role.ADMINISTRATOR, "territory", COUNTRY));
    }

    Optional<Credentials> credentials(Tx tx, String login) {
        return tx.one(
                "select id, password_hash, failures, locked_until, active from account where login = :login",
                Map.of("login", login),
                row -> new Credentials(
                        row.number("id"),
                        row.text("password_hash"),
                        row.integer("failures"),
                        row.optionalInstant("locked_until"),
                        row.flag("active")));
    }

    /** Counts in the database, so that many wrong attempts at once are all counted. */
    void failed(Tx tx, long id, int allowed, Instant lockedUntil) {
        tx.update("update account set failures = failures + 1 where id = :id", Map.of("id", id));
        tx.update(
                "update account set failures = 0, locked_until = :until where id = :id and failures >= :allowed",
                Map.of("id", id, "until", lockedUntil, "allowed", allowed));
    }

    void succeeded(Tx tx, long id) {
        tx.update(
                "update account set failures = 0, locked_until = null where id = :id and (failures > 0 or locked_until is not null)",
                Map.of("id", id));
    }

    void language(Tx tx, long id, Language language) {
        tx.update(
                "update account set language = :language, version = version + 1 where id = :id",
                Map.of("language", language, "id", id));
    }

    void password(Tx tx, long id, String hash, boolean mustChange) {
        tx.update(
                "update account set password_hash = :hash, must_change = :mustChange, failures = 0, locked_until = null"
                        + " where id = :id",
                Map.of("hash", hash, "mustChange", mustChange, "id", id));
    }
}
