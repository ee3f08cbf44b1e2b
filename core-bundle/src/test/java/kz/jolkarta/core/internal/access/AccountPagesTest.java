package kz.jolkarta.core.internal.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.http.Exchange;
import kz.jolkarta.core.internal.http.TestSite;
import kz.jolkarta.core.internal.node.NodeSettings;
import kz.jolkarta.core.testing.FixedClock;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in, the first run, accounts and the trail, as a browser uses their pages. */
class AccountPagesTest {
    private static final String OWN = "four yellow horses";

    private final TestDatabase database = TestDatabase.derby();
    private final FixedClock clock = FixedClock.at("2026-03-02");
    private final Attempts attempts = new Attempts();
    private NodeSettings settings;
    private Accounts accounts;
    private TestSite site;
    private Accounts.Created root;
    private String cookies = "";

    @BeforeEach
    void start() throws Exception {
        AuditTrail audit = new AuditTrail(database, clock);
        settings = new NodeSettings(database, audit, clock);
        accounts = new Accounts(database, audit, clock);
        Tokens tokens = new Tokens(database, audit, clock);
        SecondFactors factors = new SecondFactors(database, settings, audit, clock);
        SignIns signIns = new SignIns(database, accounts, factors, audit, clock);
        site = new TestSite(
                new RequestAuthentication(tokens, signIns, factors, accounts, settings),
                clock,
                settings::name,
                new SignInPages(signIns, settings, attempts),
                new SignOutPages(signIns),
                new FirstRunPages(signIns, factors, settings),
                new OwnAccountPages(signIns, factors, tokens, settings, clock, attempts),
                new FactorPages(factors, attempts),
                new AccountPages(accounts, settings),
                new NodePages(settings, new AuditSearch(database, audit)),
                new AuditPages(new AuditSearch(database, audit), settings, clock, TestTexts.ofClassPath()));
        root = make("root", Role.ADMINISTRATOR, "");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatWasTriedThroughAnotherDoorCountsAtThePageToo() {
        for (int i = 0; i < Attempts.A_MINUTE; i++) {
            attempts.count("127.0.0.1");
        }
        Exchange tried = site.send(Exchange.of("POST", "/login").body(TestSite.FORM, "login=root&password=wrong"));
        assertEquals(429, tried.status(), tried.text());
    }

    private Accounts.Created make(String login, Role role, String territory) {
        return accounts.create(
                User.system(),
                login,
                new AccountDraft("Person " + login, true, Language.EN, List.of(new Account.Grant(role, territory))));
    }

    private Exchange get(String target) {
        return site.send(Exchange.of("GET", target).header("Cookie", cookies));
    }

    private Exchange post(String target, String... fields) {
        StringBuilder form = new StringBuilder("csrf=" + csrf());
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
        }
        return site.send(Exchange.of("POST", target).header("Cookie", cookies).body(TestSite.FORM, form.toString()));
    }

    private String csrf() {
        Matcher session = Pattern.compile("sid=([\\w-]{43})").matcher(cookies);
        return session.find() ? Browser.csrf(session.group(1)) : "";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Exchange signIn(String login, String password) {
        cookies = "lang=en";
        Exchange answer = post("/login", "login", login, "password", password);
        Matcher set =
                Pattern.compile("(sid|sign-in)=[\\w-]{43}").matcher(String.valueOf(answer.answeredAll("Set-Cookie")));
        while (set.find()) {
            cookies += "; " + set.group();
        }
        return answer;
    }

    /** Root with a password of its own, on a node with a name. */
    private void rootAtWork() {
        signIn("root", root.password());
        Exchange named = post(
                "/first-run", "newPassword", OWN, "repeatPassword", OWN, "language", "en", "node", "Node of Atyrau");
        assertEquals(303, named.status(), named.text());
    }

    private static void says(Exchange page, String words) {
        assertTrue(page.text().contains(words), page.text());
    }

    @Test
    void the_first_administrator_answers_three_questions_and_is_told_where_to_begin() {
        Exchange answer = signIn("root", root.password());
        assertTrue(answer.answered("Location").endsWith("/first-run"), answer.answered("Location"));
        assertTrue(get("/accounts").answered("Location").endsWith("/first-run"));
        Exchange questions = get("/first-run");
        says(questions, "three questions");
        says(questions, "login=Optional.empty");
        Exchange differs =
                post("/first-run", "newPassword", OWN, "repeatPassword", "other", "language", "ru", "node", "Node 1");
        assertEquals(400, differs.status());
        says(differs, "The two passwords are not the same.");
        says(differs, "values=[Node 1]");
        assertFalse(differs.text().contains(OWN), "what was typed as a password does not come back");
        Exchange nameless = post("/first-run", "newPassword", OWN, "repeatPassword", OWN, "language", "en");
        says(nameless, "Enter the name of the node");
        Exchange same = post(
                "/first-run",
                "newPassword",
                root.password(),
                "repeatPassword",
                root.password(),
                "language",
                "en",
                "node",
                "Node 1");
        says(same, "must differ from the old one");
        Exchange done = post("/first-run", "newPassword", OWN, "repeatPassword", OWN, "language", "en");
        assertEquals(303, done.status(), done.text());
        Exchange ready = get("/first-run");
        says(ready, "All is ready");
        says(ready, "href=/accounts");
        says(ready, "node=Node 1");
        assertEquals(
                403,
                post(
                                "/first-run",
                                "newPassword",
                                "five yellow horses",
                                "repeatPassword",
                                "five yellow horses",
                                "language",
                                "en")
                        .status());
    }

    @Test
    void everybody_else_is_asked_two_questions() {
        Accounts.Created aigul = make("aigul", Role.COORDINATOR, "230000000");
        signIn("aigul", aigul.password());
        Exchange questions = get("/first-run");
        says(questions, "two questions");
        assertFalse(questions.text().contains("Name of the node"));
        Exchange done = post("/first-run", "newPassword", OWN, "repeatPassword", OWN, "language", "ru");
        assertEquals(303, done.status(), done.text());
        assertEquals(
                Language.RU, accounts.get(User.system(), aigul.account().id()).language());
        assertFalse(get("/first-run").text().contains("href=/accounts"));
    }

    @Test
    void a_refused_sign_in_keeps_the_login_and_the_place_and_names_who_helps() {
        cookies = "lang=en";
        Exchange refused = post("/login", "login", "root", "password", "wrong", "to", "/audit");
        assertEquals(401, refused.status());
        says(refused, "locked for a while");
        says(refused, "values=[root]");
        says(refused, "values=[/audit]");
        says(refused, "ask the administrator");
    }

    @Test
    void the_code_is_asked_on_a_second_page() {
        rootAtWork();
        Matcher secret = Pattern.compile("secret=([A-Z2-7]{32})")
                .matcher(get("/account/second-factor").text());
        assertTrue(secret.find());
        Exchange wrong = post("/account/second-factor", "code", "12");
        assertEquals(400, wrong.status());
        says(wrong, "The code is wrong or was used already.");
        Exchange on = post("/account/second-factor", "code", Totp.code(secret.group(1), clock.now()));
        assertEquals(200, on.status(), on.text());
        says(on, "Recovery codes");
        Exchange first = signIn("root", OWN);
        assertTrue(first.answered("Location").contains("/login/code?to="), first.answered("Location"));
        assertFalse(cookies.contains("sid="));
        says(get("/login/code"), "The password is right");
        Exchange refused = post("/login/code", "code", "000000");
        assertEquals(401, refused.status());
        clock.advance(java.time.Duration.ofMinutes(1));
        Exchange opened = post("/login/code", "code", Totp.code(secret.group(1), clock.now()), "to", "/audit");
        assertEquals(303, opened.status(), opened.text());
        assertTrue(opened.answered("Location").endsWith("/audit"));
        cookies = "lang=en";
        assertTrue(get("/login/code").answered("Location").contains("/login"));
    }

    @Test
    void a_wide_role_without_the_required_second_step_is_led_to_it() {
        rootAtWork();
        assertEquals(
                303, post("/accounts/node/second-factor", "required", "true").status());
        assertTrue(get("/accounts").answered("Location").endsWith("/first-run"));
        Exchange page = get("/first-run");
        says(page, "otpauth://totp/");
        Matcher secret = Pattern.compile("secret=([A-Z2-7]{32})").matcher(page.text());
        assertTrue(secret.find());
        assertEquals(
                200,
                post("/first-run/second-factor", "code", Totp.code(secret.group(1), clock.now()))
                        .status());
        assertEquals(200, get("/accounts").status());
    }

    @Test
    void an_account_is_made_with_a_password_shown_once_found_and_blocked() {
        rootAtWork();
        Exchange made = post(
                "/accounts",
                "login",
                "aigul",
                "name",
                "Айгүл",
                "language",
                "kk",
                "roles[1].role",
                "auditor",
                "roles[1].territory",
                "country");
        assertEquals(200, made.status(), made.text());
        assertTrue(made.text().matches("(?s).*[a-z2-9]{5}(-[a-z2-9]{5}){3}.*"), made.text());
        long id = accounts.list(User.system(), AccountFilter.of("aigul"), "", 2)
                .items()
                .get(0)
                .id();
        says(get("/accounts?q=%D0%B3%D2%AF%D0%BB"), "text=aigul");
        assertFalse(get("/accounts?role=analyst").text().contains("text=aigul"));
        says(get("/accounts?role=analyst&state=blocked"), "There are no such accounts.");
        says(get("/accounts/" + id), "auditor — whole country");
        Exchange blocked = post("/accounts/" + id + "/block", "active", "false");
        assertEquals(303, blocked.status(), blocked.text());
        says(get("/accounts?state=blocked"), "text=aigul");
        Exchange reset = post("/accounts/" + id + "/password");
        assertEquals(200, reset.status());
        says(reset, "not shown again");
    }

    @Test
    void roles_are_kept_by_a_tick_and_added_on_empty_lines() {
        rootAtWork();
        Account made = make("aigul", Role.COORDINATOR, "230000000").account();
        accounts.update(
                User.system(),
                made.id(),
                made.version(),
                new AccountDraft(
                        "Айгүл",
                        true,
                        Language.KK,
                        List.of(
                                new Account.Grant(Role.COORDINATOR, "230000000"),
                                new Account.Grant(Role.AUDITOR, "230000000"))));
        String address = "/accounts/" + made.id();
        says(get(address), "values=[auditor@230000000, coordinator@230000000]");
        String version = String.valueOf(accounts.get(User.system(), made.id()).version());
        Exchange changed = post(
                address,
                "version",
                version,
                "name",
                "Айгүл",
                "language",
                "kk",
                "kept",
                "auditor@230000000",
                "roles[0].role",
                "analyst",
                "roles[0].territory",
                "country");
        assertEquals(303, changed.status(), changed.text());
        assertEquals(
                Set.of(new Account.Grant(Role.AUDITOR, "230000000"), new Account.Grant(Role.ANALYST, "")),
                Set.copyOf(accounts.get(User.system(), made.id()).roles()));
    }

    @Test
    void a_wrong_account_keeps_what_was_typed_with_the_error_at_its_field() {
        rootAtWork();
        Exchange wrong =
                post("/accounts", "login", "A b", "name", "Айгүл", "language", "kk", "roles[0].role", "auditor");
        assertEquals(400, wrong.status());
        says(wrong, "values=[Айгүл]");
        says(wrong, "Choose the territory of the role.");
        assertTrue(accounts.list(User.system(), AccountFilter.of("a b"), "", 2)
                .items()
                .isEmpty());
    }

    @Test
    void what_would_leave_the_node_without_an_administrator_is_refused_in_words() {
        rootAtWork();
        long id = root.account().id();
        Exchange own = post("/accounts/" + id + "/block", "active", "false");
        assertEquals(403, own.status());
        says(own, "Another administrator does that.");
        Accounts.Created second = make("second", Role.ADMINISTRATOR, "");
        accounts.update(
                second.account().user(),
                id,
                accounts.get(User.system(), id).version(),
                new AccountDraft(
                        "Root", true, Language.EN, List.of(new Account.Grant(Role.ADMINISTRATOR, "230000000"))));
        Exchange elsewhere = post("/accounts/" + second.account().id() + "/block", "active", "false");
        assertEquals(404, elsewhere.status(), "an account of the country is not seen from a region");
    }

    @Test
    void the_own_account_changes_its_language_and_password_and_makes_tokens() {
        rootAtWork();
        Exchange wrong = post(
                "/account/password",
                "current",
                "wrong",
                "newPassword",
                "six yellow horses",
                "repeatPassword",
                "six yellow horses");
        assertEquals(400, wrong.status());
        says(wrong, "The present password is wrong.");
        Exchange changed = post(
                "/account/password",
                "current",
                OWN,
                "newPassword",
                "six yellow horses",
                "repeatPassword",
                "six yellow horses");
        assertEquals(303, changed.status(), changed.text());
        Exchange nameless = post("/account/tokens");
        says(nameless, "Give the token a name");
        Exchange made = post("/account/tokens", "label", "import", "expires", "2026-04-01");
        assertEquals(200, made.status(), made.text());
        assertTrue(made.text().matches("(?s).*text=[\\w-]{43},.*"), made.text());
        Exchange page = get("/account");
        says(page, "text=import");
        Matcher revoke = Pattern.compile("/account/tokens/\\d+/revoke").matcher(page.text());
        assertTrue(revoke.find());
        assertEquals(303, post(revoke.group()).status());
        says(get("/account"), "There are no tokens.");
        assertEquals(303, post("/account/language", "language", "ru").status());
        assertEquals(
                Language.RU, accounts.get(User.system(), root.account().id()).language());
        assertEquals(303, post("/account/sessions").status());
    }

    @Test
    void the_trail_is_searched_and_a_wrong_filter_is_said() {
        rootAtWork();
        says(get("/audit?kind=account&action=create"), "creating");
        says(get("/audit?actor=root&from=2026-03-02&to=2026-03-02"), "signing in");
        says(get("/audit?actor=nobody"), "There are no such entries.");
        says(get("/audit?id=x"), "Mend the filter");
        String filter = get("/audit").text();
        ResourceBundle.getBundle("messages_en").keySet().stream()
                .filter(key -> key.startsWith("page.audit.kind."))
                .map(key -> key.replace("page.audit.kind.", ""))
                .forEach(kind -> assertTrue(filter.contains("Option[value=" + kind + ","), kind));
        Accounts.Created aigul = make("aigul", Role.COORDINATOR, "230000000");
        signIn("aigul", aigul.password());
        post("/first-run", "newPassword", OWN, "repeatPassword", OWN, "language", "en");
        assertEquals(403, get("/audit").status());
        assertEquals(403, get("/accounts").status());
    }

    @Test
    void aPsychologistsSchoolIsChosenByItsName() {
        rootAtWork();
        says(get("/accounts/new"), "registry of schools is not running");
        accounts.bind(new KnownSchools(
                Map.of(57L, "234010000", 58L, "231010000"),
                Map.of(57L, "№ 15 мектеп · Индер", 58L, "№ 15 мектеп · Атырау")));
        String[] asked = {
            "login",
            "psy",
            "name",
            "Айгүл",
            "language",
            "en",
            "roles[0].role",
            "psychologist",
            "roles[0].school",
            "",
            "roles[0].territory",
            "",
            "roles-0-school-search",
            "№ 15"
        };
        Exchange several = post("/accounts", asked);
        says(several, "Several were found");
        says(several, "№ 15 мектеп · Атырау");
        asked[13] = "Индер";
        says(post("/accounts", asked), "One-time password");
        Account made = accounts.list(User.system(), AccountFilter.of("psy"), "", 1)
                .items()
                .get(0);
        assertEquals(57, made.roles().get(0).school());
        says(get("/accounts/" + made.id()), "pupils of the school “№ 15 мектеп · Индер”");
        says(get("/accounts?sort=-login"), "№ 15 мектеп · Индер");
    }
}
