package kz.jolkarta.core.internal.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.node.NodeSettings;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.FixedClock;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BothEngines
class AccessTest {
    private static final String ATYRAU = "230000000";
    private static final String ATYRAU_DISTRICT = "234000000";
    private static final String ASTANA = "710000000";

    private final TestDatabase database;
    private final FixedClock clock = FixedClock.at("2026-03-02");
    private final AuditTrail audit;
    private final Accounts accounts;
    private final Tokens tokens;
    private final SignIns signIns;
    private final AuditStore trail = new AuditStore();
    private User admin;

    @TempDir
    Path folder;

    AccessTest(TestDatabase database) {
        this.database = database;
        audit = new AuditTrail(database, clock);
        accounts = new Accounts(database, audit, clock);
        tokens = new Tokens(database, audit, clock);
        SecondFactors factors = new SecondFactors(database, new NodeSettings(database, audit, clock), audit, clock);
        signIns = new SignIns(database, accounts, factors, audit, clock);
    }

    @BeforeEach
    void firstStart() {
        database.clear("audit_entry", "account_session", "account_token", "account_grant", "account");
        assertTrue(firstRun().begin());
        admin = tokens.find(told().get("token")).orElseThrow().user();
    }

    private FirstRun firstRun() {
        return new FirstRun(database, accounts, tokens, folder, "http://127.0.0.1:8181/");
    }

    private Map<String, String> told() {
        try {
            return Files.readAllLines(folder.resolve(FirstRun.FILE)).stream()
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(p -> p[0], p -> p[1]));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Accounts.Created make(User by, String login, Role role, String territory) {
        return accounts.create(
                by,
                login,
                new AccountDraft("A person", true, Language.RU, List.of(new Account.Grant(role, territory))));
    }

    private static Problem.Kind refusal(Runnable what) {
        return assertThrows(Problem.class, what::run).kind();
    }

    private List<String> actions() {
        AuditStore.Query all = new AuditStore.Query(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
        return database.read(tx -> trail.list(tx, Scope.COUNTRY, all, Long.MAX_VALUE, 100)).stream()
                .map(e -> e.action() + " " + e.kind())
                .toList();
    }

    @Test
    void the_first_start_tells_an_administrator_and_a_token_to_the_owner_only_and_only_once() throws IOException {
        Map<String, String> first = told();
        assertEquals("http://127.0.0.1:8181/", first.get("url"));
        assertEquals("admin", first.get("user"));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(FirstRun.FILE))));
        assertEquals(Right.values().length, admin.rights().size());
        assertTrue(signIns.open("admin", first.get("password"), "").account().mustChange());
        assertFalse(firstRun().begin());
        assertEquals(first, told());
    }

    @Test
    void a_node_that_died_before_the_account_was_stored_begins_anew() {
        String old = told().get("token");
        database.clear("audit_entry", "account_session", "account_token", "account_grant", "account");
        assertTrue(firstRun().begin());
        assertTrue(tokens.find(old).isEmpty());
        assertTrue(tokens.find(told().get("token")).isPresent());
    }

    @Test
    void five_failures_lock_an_account_for_fifteen_minutes_and_no_longer() {
        Accounts.Created made = make(admin, "aigul", Role.COORDINATOR, ATYRAU);
        for (int i = 0; i < SignIns.FAILURES; i++) {
            assertEquals(Problem.Kind.UNAUTHENTICATED, refusal(() -> signIns.open("aigul", "wrong password", "")));
        }
        assertEquals(Problem.Kind.UNAUTHENTICATED, refusal(() -> signIns.open("aigul", made.password(), "")));
        clock.advance(SignIns.LOCK.plusSeconds(1));
        assertEquals(
                "aigul", signIns.open(" Aigul ", made.password(), "").account().login());
        assertEquals(
                5, actions().stream().filter("SIGN_IN_FAILED account"::equals).count());
    }

    @Test
    void an_unknown_login_is_answered_like_a_wrong_password() {
        make(admin, "aigul", Role.COORDINATOR, ATYRAU);
        Problem unknown = assertThrows(Problem.class, () -> signIns.open("nobody", "wrong password", ""));
        Problem wrong = assertThrows(Problem.class, () -> signIns.open("aigul", "wrong password", ""));
        assertEquals(wrong.message(), unknown.message());
    }

    @Test
    void a_session_ends_after_rest_after_its_day_and_at_signing_out() {
        String password = make(admin, "aigul", Role.COORDINATOR, ATYRAU).password();
        String idle = signIns.open("aigul", password, "").secret();
        clock.advance(SignIns.IDLE.minusSeconds(1));
        assertTrue(signIns.find(idle).isPresent(), "seen in time");
        clock.advance(SignIns.IDLE.plusSeconds(1));
        assertTrue(signIns.find(idle).isEmpty());

        String busy = signIns.open("aigul", password, "").secret();
        for (Duration d = Duration.ZERO; d.compareTo(SignIns.ABSOLUTE) < 0; d = d.plusMinutes(10)) {
            clock.advance(Duration.ofMinutes(10));
            signIns.find(busy);
        }
        assertTrue(signIns.find(busy).isEmpty(), "eight hours are over however busy it was");

        String left = signIns.open("aigul", password, "").secret();
        signIns.close(signIns.find(left).orElseThrow().user(), left);
        assertTrue(signIns.find(left).isEmpty());
    }

    @Test
    void a_changed_password_ends_the_other_sessions_and_weak_ones_are_refused() {
        String password = make(admin, "aigul", Role.COORDINATOR, ATYRAU).password();
        String here = signIns.open("aigul", password, "").secret();
        String elsewhere = signIns.open("aigul", password, "").secret();
        User user = signIns.find(here).orElseThrow().user();
        for (String weak : List.of("short", "password12345", "aaaaaaaaaaaaaa", "aigul-aigul-aigul", password)) {
            assertEquals(Problem.Kind.INVALID, refusal(() -> signIns.changePassword(user, password, weak, here)), weak);
        }
        String better = "төрт сары аттың жемі";
        assertEquals(
                Problem.Kind.UNAUTHENTICATED,
                refusal(() -> signIns.changePassword(user, "not it, really", better, here)));
        signIns.changePassword(user, password, better, here);
        assertFalse(signIns.find(here).orElseThrow().mustChange());
        assertTrue(signIns.find(elsewhere).isEmpty());
        assertEquals(Problem.Kind.UNAUTHENTICATED, refusal(() -> signIns.open("aigul", password, "")));
        assertFalse(signIns.open("aigul", better, "").account().mustChange());
    }

    @Test
    void a_token_works_until_it_expires_or_is_revoked_and_only_its_digest_is_kept() {
        User aigul = make(admin, "aigul", Role.COORDINATOR, ATYRAU).account().user();
        Tokens.Created dated =
                tokens.create(aigul, "reports", Optional.of(clock.now().plusSeconds(60)));
        Tokens.Created lasting = tokens.create(aigul, "import", Optional.empty());
        assertEquals("aigul", tokens.find(dated.secret()).orElseThrow().login());
        clock.advance(Duration.ofSeconds(61));
        assertTrue(tokens.find(dated.secret()).isEmpty());
        User other = make(admin, "berik", Role.ANALYST, ASTANA).account().user();
        assertEquals(
                Problem.Kind.NOT_FOUND,
                refusal(() -> tokens.revoke(other, lasting.token().id())));
        tokens.revoke(admin, lasting.token().id());
        assertTrue(tokens.find(lasting.secret()).isEmpty());
        assertEquals(
                0,
                database.<Long>read(tx -> tx.number(
                        "select count(*) from account_token where hash = :secret",
                        Map.of("secret", lasting.secret()))));
    }

    @Test
    void rights_are_given_within_the_own_territory_and_accounts_elsewhere_are_unknown() {
        User regional = make(admin, "atyrau-admin", Role.ADMINISTRATOR, ATYRAU)
                .account()
                .user();
        Account district =
                make(regional, "district", Role.COORDINATOR, ATYRAU_DISTRICT).account();
        assertEquals(Problem.Kind.FORBIDDEN, refusal(() -> make(regional, "too-far", Role.COORDINATOR, ASTANA)));
        assertEquals(Problem.Kind.FORBIDDEN, refusal(() -> make(regional, "too-high", Role.ANALYST, "")));
        Account astana = make(admin, "astana", Role.COORDINATOR, ASTANA).account();
        assertEquals(Problem.Kind.NOT_FOUND, refusal(() -> accounts.get(regional, astana.id())));
        assertEquals(
                List.of("atyrau-admin", "district"),
                accounts.list(regional, AccountFilter.of(""), "", 10).items().stream()
                        .map(Account::login)
                        .toList());
        accounts.update(
                admin,
                district.id(),
                1,
                new AccountDraft(
                        "A person",
                        true,
                        Language.KK,
                        List.of(
                                new Account.Grant(Role.COORDINATOR, ATYRAU_DISTRICT),
                                new Account.Grant(Role.COORDINATOR, ASTANA))));
        assertEquals(Problem.Kind.FORBIDDEN, refusal(() -> accounts.resetPassword(regional, district.id())));
        assertEquals(
                Scope.of(List.of(ATYRAU_DISTRICT, ASTANA)),
                accounts.find(district.id()).orElseThrow().scope(Right.CHILDREN_READ));
    }

    @Test
    void nobody_changes_the_own_roles_and_the_last_administrator_stays() {
        Account first = accounts.get(admin, admin.id());
        AccountDraft off = new AccountDraft(first.name(), false, Language.KK, first.roles());
        assertEquals(Problem.Kind.FORBIDDEN, refusal(() -> accounts.update(admin, admin.id(), 1, off)));
        assertEquals(Problem.Kind.CONFLICT, refusal(() -> accounts.update(User.system(), admin.id(), 1, off)));
        make(admin, "second", Role.ADMINISTRATOR, "");
        assertFalse(accounts.update(User.system(), admin.id(), 1, off).active());
        assertTrue(accounts.find(admin.id()).isEmpty());
        assertTrue(tokens.find(told().get("token")).isEmpty());
    }

    @Test
    void of_two_administrators_who_remove_each_other_one_remains() throws Exception {
        Account first = accounts.get(admin, admin.id());
        Account second = make(admin, "second", Role.ADMINISTRATOR, "").account();
        Callable<Boolean> one = removal(second.user(), first);
        Callable<Boolean> other = removal(admin, second);
        ExecutorService both = Executors.newFixedThreadPool(2);
        int removed = 0;
        for (Future<Boolean> done : both.invokeAll(List.of(one, other))) {
            removed += done.get() ? 1 : 0;
        }
        both.shutdown();
        assertEquals(1, removed);
    }

    private Callable<Boolean> removal(User by, Account account) {
        return () -> {
            try {
                accounts.update(
                        by, account.id(), 1, new AccountDraft(account.name(), false, Language.KK, account.roles()));
                return true;
            } catch (Problem refused) {
                return false;
            }
        };
    }

    @Test
    void an_edit_of_an_older_state_gets_the_difference() {
        Account account = make(admin, "aigul", Role.COORDINATOR, ATYRAU).account();
        accounts.update(admin, account.id(), 1, new AccountDraft("Another", true, Language.RU, account.roles()));
        Problem stale = assertThrows(
                Problem.class,
                () -> accounts.update(
                        admin, account.id(), 1, new AccountDraft("A third", true, Language.RU, account.roles())));
        assertEquals(Problem.Kind.STALE, stale.kind());
        assertTrue(stale.details().get("difference").toString().contains("Another"));
    }

    @Test
    void the_trail_is_read_by_territory_and_page() {
        Audit.Entry atyrau = new Audit.Entry(Audit.Action.CREATE, "child", 5, ATYRAU_DISTRICT, "x".repeat(600));
        Audit.Entry astana = new Audit.Entry(Audit.Action.CREATE, "child", 6, ASTANA, "");
        database.run(tx -> audit.record(tx, admin, List.of(atyrau, astana, atyrau)));
        AuditStore.Query children = new AuditStore.Query(
                Optional.of("child"),
                Optional.empty(),
                Optional.of("admin"),
                Optional.of(Audit.Action.CREATE),
                Optional.of(clock.now()),
                Optional.of(clock.now().plusSeconds(1)),
                false);
        List<AuditStore.Stored> seen =
                database.read(tx -> trail.list(tx, Scope.of(ATYRAU), children, Long.MAX_VALUE, 10));
        assertEquals(2, seen.size());
        assertEquals(500, seen.get(0).detail().length());
        assertEquals(
                1,
                database.read(tx -> trail.list(
                                tx, Scope.of(ATYRAU), children, seen.get(0).id(), 10))
                        .size());
        assertTrue(seen.get(0).id() > seen.get(1).id(), "newest first");
    }

    @Test
    void what_becomes_of_an_account_of_two_roles_is_told_where_both_lie() {
        List<Account.Grant> roles =
                List.of(new Account.Grant(Role.COORDINATOR, ATYRAU_DISTRICT), new Account.Grant(Role.ANALYST, ATYRAU));
        accounts.create(admin, "both", new AccountDraft("A person", true, Language.RU, roles));
        AuditStore.Query ofAccounts = AuditStore.Query.of("account");
        List<AuditStore.Stored> told =
                database.read(tx -> trail.list(tx, Scope.of(ATYRAU), ofAccounts, Long.MAX_VALUE, 10));
        assertEquals(ATYRAU, told.get(0).territory());
        List<Account.Grant> far =
                List.of(new Account.Grant(Role.ANALYST, ATYRAU), new Account.Grant(Role.ANALYST, ASTANA));
        accounts.create(admin, "far", new AccountDraft("A person", true, Language.RU, far));
        assertEquals(
                "",
                database.read(tx -> trail.list(tx, Scope.COUNTRY, ofAccounts, Long.MAX_VALUE, 1))
                        .get(0)
                        .territory(),
                "two regions are the country's");
    }

    @Test
    void a_change_and_its_entry_are_true_together_or_not_at_all() {
        List<String> before = actions();
        assertThrows(
                IllegalStateException.class,
                () -> database.run(tx -> {
                    audit.record(tx, admin, new Audit.Entry(Audit.Action.DELETE, "child", 1, "", ""));
                    throw new IllegalStateException("the change fails");
                }));
        assertEquals(before, actions());
    }

    @Test
    void refusals_are_kept_but_cannot_flood_the_trail() {
        for (int i = 0; i < 200; i++) {
            audit.refused(admin, new Problem.Refused("endpoint", 0, "", "ChildResource.list needs CHILDREN_READ"));
        }
        long kept = refused("admin", "endpoint");
        assertTrue(kept >= 1 && kept < 100, "kept " + kept);
    }

    private long refused(String login, String kind) {
        return database.<Long>read(tx -> tx.number(
                "select count(*) from audit_entry where action = 'REFUSED' and login = :login and kind = :kind",
                Map.of("login", login, "kind", kind)));
    }

    @Test
    void what_was_refused_of_a_record_is_always_kept_and_nobody_hides_what_another_was_refused() {
        User aigul = make(admin, "aigul", Role.COORDINATOR, ATYRAU).account().user();
        for (int i = 0; i < 200; i++) {
            audit.refused(admin, new Problem.Refused("endpoint", 0, "", "ChildResource.list needs CHILDREN_READ"));
        }
        for (int i = 1; i <= 150; i++) {
            audit.refused(admin, new Problem.Refused("child", i, ATYRAU_DISTRICT, "CHILDREN_READ"));
        }
        audit.refused(aigul, new Problem.Refused("endpoint", 0, "", "AuditResource.list needs AUDIT_READ"));
        assertEquals(150, refused("admin", "child"));
        assertEquals(1, refused("aigul", "endpoint"));
    }

    @Test
    void the_trail_taken_along_asks_for_the_right_and_is_an_entry_itself() {
        AuditSearch search = new AuditSearch(database, audit);
        AuditStore.Query exports = AuditDays.query(clock, "audit", "", "", "export", "", "", "at");
        List<String> taken = new ArrayList<>();
        search.export(admin, exports).accept(entry -> taken.add(entry.login() + " " + entry.detail()));
        assertEquals(List.of("admin filters=kind,action"), taken);
        User nobody = new User(99, "nobody", Map.of(), Language.EN);
        assertEquals(Problem.Kind.FORBIDDEN, refusal(() -> search.export(nobody, exports)));
    }

    private void schools(Map<Long, String> places) {
        accounts.bind(new KnownSchools(places, places));
    }

    private Accounts.Created overSchool(User by, String login, Role role, String territory, long school) {
        return accounts.create(
                by,
                login,
                new AccountDraft("A person", true, Language.RU, List.of(new Account.Grant(role, territory, school))));
    }

    @Test
    void a_psychologist_of_a_school_reaches_its_pupils_and_nothing_else() {
        schools(Map.of(57L, ATYRAU_DISTRICT, 58L, ATYRAU_DISTRICT));
        Account made = overSchool(admin, "mektep", Role.PSYCHOLOGIST, "", 57).account();
        assertEquals(ATYRAU_DISTRICT, made.roles().get(0).territory(), "the role lies where the school is");
        User user = accounts.find(made.id()).orElseThrow();
        for (Right right : List.of(Right.CHILDREN_READ, Right.DIAGNOSTICS_READ, Right.DIAGNOSTICS_WRITE)) {
            assertTrue(user.scope(right).covers(ASTANA, 57), "a pupil, wherever the child lives: " + right);
            assertFalse(user.scope(right).covers(ATYRAU_DISTRICT, 58), "another school: " + right);
            assertFalse(user.scope(right).covers(ATYRAU_DISTRICT, 0), "no school: " + right);
            assertFalse(user.scope(right).covers(ATYRAU_DISTRICT), "the territory itself: " + right);
        }
        assertFalse(user.has(Right.ORGANISATIONS_READ), "a right that reaches nothing there is not held");
    }

    @Test
    void a_school_and_its_district_are_roles_of_their_own_and_both_are_kept() {
        schools(Map.of(57L, ATYRAU_DISTRICT));
        List<Account.Grant> both = List.of(
                new Account.Grant(Role.PSYCHOLOGIST, ATYRAU_DISTRICT),
                new Account.Grant(Role.PSYCHOLOGIST, ATYRAU_DISTRICT, 57));
        Account made = accounts.create(admin, "both", new AccountDraft("A person", true, Language.RU, both))
                .account();
        assertEquals(both, accounts.get(admin, made.id()).roles());
        assertEquals(
                Scope.of(ATYRAU_DISTRICT).prefixes(),
                made.user().scope(Right.CHILDREN_READ).prefixes());
    }

    @Test
    void a_role_over_a_school_is_given_by_who_keeps_the_accounts_of_its_place() {
        schools(Map.of(57L, ATYRAU_DISTRICT, 71L, ASTANA));
        User regional = make(admin, "atyrau-admin", Role.ADMINISTRATOR, ATYRAU)
                .account()
                .user();
        overSchool(regional, "own", Role.PSYCHOLOGIST, "", 57);
        assertEquals(
                Problem.Kind.FORBIDDEN,
                refusal(() -> overSchool(regional, "feigned", Role.PSYCHOLOGIST, ATYRAU_DISTRICT, 71)),
                "the place counts, not what was sent");
        assertEquals(Problem.Kind.INVALID, refusal(() -> overSchool(regional, "none", Role.PSYCHOLOGIST, "", 99)));
        assertEquals(
                Problem.Kind.INVALID,
                refusal(() -> overSchool(regional, "other", Role.COORDINATOR, ATYRAU_DISTRICT, 57)));
        assertEquals(
                List.of("atyrau-admin", "own"),
                accounts.list(regional, AccountFilter.of(""), "", 10).items().stream()
                        .map(Account::login)
                        .toList());
    }

    @Test
    void in_the_shell_a_school_stands_behind_a_stroke() {
        schools(Map.of(57L, ATYRAU_DISTRICT));
        AccountDesk desk = new AccountDesk(database, accounts, tokens);
        desk.create(admin, "mektep", "A person", List.of("psychologist@/57", "analyst@" + ATYRAU));
        assertTrue(
                desk.lines(admin).stream()
                        .anyMatch(line -> line.startsWith("mektep")
                                && line.endsWith("analyst@" + ATYRAU + " psychologist@" + ATYRAU_DISTRICT + "/57")),
                desk.lines(admin).toString());
        for (String wrong : List.of("psychologist/57", "psychologist@57", "psychologist@/0", "psychologist@/x")) {
            assertEquals(
                    Problem.Kind.INVALID,
                    refusal(() -> desk.create(admin, "wrong", "A person", List.of(wrong))),
                    wrong);
        }
    }

    @Test
    void hashes_are_salted_and_carry_their_parameters() {
        Passwords passwords = accounts.passwords();
        String hash = passwords.hash("a long enough one");
        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
        assertNotEquals(hash, passwords.hash("a long enough one"));
        assertTrue(passwords.matches("a long enough one", hash));
        assertFalse(passwords.matches("a long enough two", hash));
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(Passwords.oneTime());
        }
        assertEquals(100, many.stream().distinct().count());
    }

    @Test
    void work_in_the_background_has_its_accounts_present_rights() {
        assertEquals("system", accounts.find(0).orElseThrow().login());
        Account account = make(admin, "aigul", Role.COORDINATOR, ATYRAU).account();
        assertTrue(accounts.find(account.id()).orElseThrow().has(Right.CHILDREN_IMPORT));
        accounts.update(admin, account.id(), 1, new AccountDraft("A person", true, Language.RU, List.of()));
        assertFalse(accounts.find(account.id()).orElseThrow().has(Right.CHILDREN_IMPORT));
        assertTrue(accounts.find(-1).isEmpty());
    }
}
