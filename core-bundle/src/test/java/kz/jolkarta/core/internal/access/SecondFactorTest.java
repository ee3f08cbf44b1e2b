package kz.jolkarta.core.internal.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.node.NodeSettings;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.FixedClock;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Codes as a second factor: each once, recovery codes, who has to have one, how a lost device is mended. */
@BothEngines
class SecondFactorTest {
    private static final String ATYRAU = "230000000";

    private final TestDatabase database;
    private final FixedClock clock = FixedClock.at("2026-03-02");
    private final NodeSettings settings;
    private final Accounts accounts;
    private final SecondFactors factors;
    private final SignIns signIns;
    private Accounts.Created aigul;
    private String secret;
    private List<String> recovery;

    SecondFactorTest(TestDatabase database) {
        this.database = database;
        AuditTrail audit = new AuditTrail(database, clock);
        settings = new NodeSettings(database, audit, clock);
        accounts = new Accounts(database, audit, clock);
        factors = new SecondFactors(database, settings, audit, clock);
        signIns = new SignIns(database, accounts, factors, audit, clock);
    }

    @BeforeEach
    void switchedOn() {
        database.clear(
                "audit_entry",
                "account_session",
                "account_ticket",
                "account_recovery_code",
                "account_grant",
                "account",
                "node_setting");
        settings.factorForWideRoles(User.system(), false);
        aigul = make("aigul", Role.COORDINATOR, ATYRAU);
        secret = factors.offer(user());
        recovery = factors.turnOn(user(), code());
        clock.advance(Duration.ofMinutes(1));
    }

    private Accounts.Created make(String login, Role role, String territory) {
        return accounts.create(
                User.system(),
                login,
                new AccountDraft("A person", true, Language.RU, List.of(new Account.Grant(role, territory))));
    }

    private User user() {
        return aigul.account().user();
    }

    private String code() {
        return Totp.code(secret, clock.now());
    }

    private String open(String code) {
        return signIns.open("aigul", aigul.password(), code).account().login();
    }

    private static String refusal(Runnable what) {
        return assertThrows(Problem.class, what::run).message().key();
    }

    @Test
    void the_codes_are_those_of_the_standard() {
        String known = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        Map.of(59L, "287082", 1111111109L, "081804", 1234567890L, "005924", 2000000000L, "279037")
                .forEach((second, code) -> assertEquals(code, Totp.code(known, Instant.ofEpochSecond(second))));
        assertEquals(32, Totp.secret().length());
    }

    @Test
    void a_password_alone_opens_nothing_and_is_refused_in_the_words_of_a_wrong_one() {
        assertEquals("session.refused", refusal(() -> open("")));
        assertEquals("session.refused", refusal(() -> open("000000")));
        assertEquals("aigul", open(code()));
    }

    @Test
    void a_code_counts_once_and_only_around_its_time() {
        String code = code();
        assertEquals("aigul", open(code));
        assertEquals("session.refused", refusal(() -> open(code)));
        String before = code();
        clock.advance(Duration.ofSeconds(30));
        assertEquals("session.refused", refusal(() -> open(before)), "taken with its step");
        String late = code();
        clock.advance(Duration.ofSeconds(30));
        assertEquals("aigul", open(late), "one step late");
        clock.advance(Duration.ofSeconds(30));
        String old = code();
        clock.advance(Duration.ofSeconds(90));
        assertEquals("session.refused", refusal(() -> open(old)));
    }

    @Test
    void wrong_codes_lock_the_account_like_wrong_passwords() {
        String ticket = signIns.enter("aigul", aigul.password()).ticket().orElseThrow();
        for (int i = 0; i < SignIns.FAILURES; i++) {
            assertTrue(signIns.awaits(ticket));
            assertEquals("session.code-refused", refusal(() -> signIns.confirm(ticket, "000000")));
        }
        assertFalse(signIns.awaits(ticket));
        assertEquals("session.refused", refusal(() -> signIns.confirm(ticket, code())));
        clock.advance(SignIns.LOCK.plusSeconds(1));
        assertEquals("aigul", open(code()));
    }

    @Test
    void a_ticket_holds_for_five_minutes() {
        String ticket = signIns.enter("aigul", aigul.password()).ticket().orElseThrow();
        clock.advance(SignIns.TICKET.plusSeconds(1));
        assertFalse(signIns.awaits(ticket));
        assertEquals("session.refused", refusal(() -> signIns.confirm(ticket, code())));
        String fresh = signIns.enter("aigul", aigul.password()).ticket().orElseThrow();
        String session = signIns.confirm(fresh, code()).secret();
        assertTrue(signIns.find(session).isPresent());
        assertFalse(signIns.awaits(fresh), "a ticket opens one session");
    }

    @Test
    void each_of_ten_recovery_codes_stands_in_once() {
        assertEquals(SecondFactors.RECOVERY_CODES, recovery.size());
        assertEquals("aigul", open(recovery.get(0).toUpperCase(java.util.Locale.ROOT)));
        assertEquals("session.refused", refusal(() -> open(recovery.get(0))));
        assertEquals(9, factors.state(user()).left());
        List<String> others = factors.renew(user(), code());
        assertEquals("session.refused", refusal(() -> open(recovery.get(1))));
        assertEquals("aigul", open(others.get(1)));
    }

    @Test
    void the_stored_rows_hold_no_recovery_code() {
        long found = database.read(tx -> tx.number(
                "select count(*) from account_recovery_code where hash in (:codes)", Map.of("codes", recovery)));
        assertEquals(0, found);
    }

    @Test
    void it_is_switched_off_with_a_code_or_by_an_administrator() {
        assertEquals("problem.fields", refusal(() -> factors.turnOff(user(), "000000")));
        factors.turnOff(user(), code());
        assertEquals("aigul", open(""));
        secret = factors.offer(user());
        factors.turnOn(user(), code());
        User keeper = make("keeper", Role.ADMINISTRATOR, ATYRAU).account().user();
        User elsewhere =
                make("other", Role.ADMINISTRATOR, "710000000").account().user();
        assertEquals(
                "problem.not-found",
                refusal(() -> accounts.resetFactor(elsewhere, aigul.account().id())));
        assertEquals("factor.own", refusal(() -> accounts.resetFactor(keeper, keeper.id())));
        accounts.resetFactor(keeper, aigul.account().id());
        assertEquals("aigul", open(""));
        assertEquals(
                1L,
                database.<Long>read(tx -> tx.number(
                        "select count(*) from audit_entry where detail = 'second factor reset' and object_id = :id",
                        Map.of("id", aigul.account().id()))));
    }

    @Test
    void wide_roles_are_made_to_have_it_and_cannot_be_without() {
        Account region = make("region", Role.APPROVER, ATYRAU).account();
        Account district = make("district", Role.APPROVER, "234000000").account();
        assertFalse(factors.missing(region));
        settings.factorForWideRoles(User.system(), true);
        assertTrue(factors.missing(region));
        assertFalse(factors.missing(district));
        assertEquals("factor.required", refusal(() -> factors.turnOff(user(), code())));
        assertEquals(
                "page.node.country-only",
                refusal(() -> settings.factorForWideRoles(
                        make("keeper", Role.ADMINISTRATOR, ATYRAU).account().user(), false)));
    }

    @Test
    void an_offered_secret_asks_nobody_for_a_code_until_one_was_shown() {
        Accounts.Created other = make("bolat", Role.COORDINATOR, ATYRAU);
        String offered = factors.offer(other.account().user());
        assertEquals(offered, factors.offer(other.account().user()));
        assertEquals(
                "bolat", signIns.open("bolat", other.password(), "").account().login());
        assertEquals(
                "problem.fields", refusal(() -> factors.turnOn(other.account().user(), "000000")));
        assertEquals("factor.on-already", refusal(() -> factors.offer(user())));
    }
}
