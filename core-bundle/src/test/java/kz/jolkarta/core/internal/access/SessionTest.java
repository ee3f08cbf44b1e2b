package kz.jolkarta.core.internal.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bucket4j.TimeMeter;
import java.util.List;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.http.Exchange;
import kz.jolkarta.core.internal.http.TestApi;
import kz.jolkarta.core.internal.node.NodeSettings;
import kz.jolkarta.core.testing.FixedClock;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The endpoints of accounts, sessions, tokens and the trail, as a browser and a program use them. */
class SessionTest {
    private final TestDatabase database = TestDatabase.derby();
    private TestApi api;
    private String oneTime;

    @BeforeEach
    void start() throws Exception {
        FixedClock clock = FixedClock.at("2026-03-02");
        AuditTrail audit = new AuditTrail(database, clock);
        Accounts accounts = new Accounts(database, audit, clock);
        Tokens tokens = new Tokens(database, audit, clock);
        NodeSettings settings = new NodeSettings(database, audit, clock);
        SecondFactors factors = new SecondFactors(database, settings, audit, clock);
        SignIns signIns = new SignIns(database, accounts, factors, audit, clock);
        api = new TestApi(
                new RequestAuthentication(tokens, signIns, factors, accounts, settings),
                audit,
                new SessionResource(signIns, new Attempts(STANDING)),
                new AccountResource(accounts),
                new TokenResource(tokens),
                new AuditResource(new AuditSearch(database, audit)));
        oneTime = accounts.create(
                        User.system(),
                        "root",
                        new AccountDraft("Root", true, Language.EN, List.of(new Account.Grant(Role.ADMINISTRATOR, ""))))
                .password();
    }

    /** However slow the machine is, all attempts fall into one moment. */
    private static final TimeMeter STANDING = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return 0;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    };

    @AfterEach
    void close() {
        database.close();
    }

    private Exchange signIn(String password) {
        return api.send(
                Exchange.of("POST", "/api/session").json("{\"login\":\"root\",\"password\":\"" + password + "\"}"));
    }

    /** A session with a password of its own. */
    private Browsing browsing() {
        Exchange signedIn = signIn(oneTime);
        Browsing browsing =
                new Browsing(cookie(signedIn), signedIn.answer().path("csrf").asText());
        Exchange changed = browsing.send(Exchange.of("PUT", "/api/session/password")
                .json("{\"current\":\"" + oneTime + "\",\"password\":\"four yellow horses\"}"));
        assertEquals(204, changed.status(), changed.text());
        return browsing;
    }

    private static String cookie(Exchange exchange) {
        return exchange.answered("Set-Cookie").replaceFirst(";.*", "");
    }

    private final class Browsing {
        private final String cookie;
        private final String csrf;

        Browsing(String cookie, String csrf) {
            this.cookie = cookie;
            this.csrf = csrf;
        }

        Exchange send(Exchange exchange) {
            return api.send(exchange.header("Cookie", cookie).header("X-CSRF-Token", csrf));
        }

        Exchange forged(Exchange exchange) {
            return api.send(exchange.header("Cookie", cookie));
        }
    }

    @Test
    void the_cookie_is_for_no_script_and_no_other_site_and_fits_plain_loopback() {
        Exchange signedIn = signIn(oneTime);
        String cookie = signedIn.answered("Set-Cookie");
        assertTrue(cookie.startsWith("sid="), cookie);
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && cookie.contains("Path=/"));
        assertFalse(cookie.contains("Secure"));
        Exchange overTls = api.send(Exchange.of("POST", "/api/session")
                .header("X-Forwarded-Proto", "https")
                .json("{\"login\":\"root\",\"password\":\"" + oneTime + "\"}"));
        String secure = overTls.answered("Set-Cookie");
        assertTrue(secure.startsWith("__Host-sid=") && secure.contains("Secure"), secure);
    }

    @Test
    void a_one_time_password_opens_nothing_but_its_change() {
        Exchange signedIn = signIn(oneTime);
        assertTrue(signedIn.answer().path("mustChange").asBoolean());
        Browsing fresh =
                new Browsing(cookie(signedIn), signedIn.answer().path("csrf").asText());
        assertEquals(403, fresh.send(Exchange.of("GET", "/api/accounts")).status());
        assertEquals(200, fresh.send(Exchange.of("GET", "/api/session")).status());
        assertEquals(200, browsing().send(Exchange.of("GET", "/api/accounts")).status());
    }

    @Test
    void a_change_that_another_site_made_the_browser_send_is_refused() {
        Browsing browsing = browsing();
        String label = "{\"label\":\"x\"}";
        assertEquals(
                403,
                browsing.forged(Exchange.of("POST", "/api/tokens").json(label)).status());
        for (String[] header : new String[][] {
            {"Sec-Fetch-Site", "cross-site"}, {"Origin", "https://elsewhere.example"}, {"Origin", "null"}
        }) {
            Exchange forged = Exchange.of("POST", "/api/tokens").json(label).header(header[0], header[1]);
            assertEquals(403, browsing.send(forged).status(), header[0] + " " + header[1]);
        }
        Exchange own = Exchange.of("POST", "/api/tokens")
                .json(label)
                .header("Origin", "http://127.0.0.1:8181")
                .header("Sec-Fetch-Site", "same-origin");
        assertEquals(201, browsing.send(own).status());
        assertEquals(200, browsing.forged(Exchange.of("GET", "/api/tokens")).status(), "reading needs no proof");
    }

    @Test
    void signing_out_ends_the_session() {
        Browsing browsing = browsing();
        assertEquals(204, browsing.send(Exchange.of("DELETE", "/api/session")).status());
        assertEquals(401, browsing.send(Exchange.of("GET", "/api/session")).status());
    }

    @Test
    void a_token_speaks_for_its_account_until_it_is_revoked() {
        JsonNode made = browsing()
                .send(Exchange.of("POST", "/api/tokens").json("{\"label\":\"import\"}"))
                .answer();
        String bearer = "Bearer " + made.path("token").asText();
        Exchange who = api.send(Exchange.of("GET", "/api/session").header("Authorization", bearer));
        assertEquals("root", who.answer().path("login").asText());
        assertEquals("", who.answer().at("/rights/accounts-manage/0").asText("none"));
        assertFalse(api.send(Exchange.of("GET", "/api/tokens").header("Authorization", bearer))
                .text()
                .contains(made.path("token").asText()));
        assertEquals(
                204,
                api.send(Exchange.of("DELETE", "/api/tokens/" + made.path("id").asLong())
                                .header("Authorization", bearer))
                        .status());
        assertEquals(
                401,
                api.send(Exchange.of("GET", "/api/session").header("Authorization", bearer))
                        .status());
    }

    @Test
    void too_many_attempts_of_one_address_have_to_wait() {
        Exchange attempt = Exchange.of("POST", "/api/session");
        for (int i = 0; i <= Attempts.A_MINUTE; i++) {
            attempt = api.send(Exchange.of("POST", "/api/session")
                    .header("X-Forwarded-For", "203.0.113.7")
                    .json("{\"login\":\"nobody\",\"password\":\"" + "x".repeat(200) + "\"}"));
            assertEquals(i < Attempts.A_MINUTE ? 401 : 429, attempt.status(), attempt.text());
        }
        assertTrue(Integer.parseInt(attempt.answered("Retry-After")) > 0);
        assertEquals(200, signIn(oneTime).status(), "another address is not held up");
    }

    @Test
    void an_account_is_made_changed_and_switched_off() {
        Browsing browsing = browsing();
        Exchange made = browsing.send(Exchange.of("POST", "/api/accounts")
                .json("{\"login\":\"aigul\",\"name\":\"Айгүл\",\"language\":\"kk\","
                        + "\"roles\":[{\"role\":\"coordinator\",\"territory\":\"230000000\"}]}"));
        assertEquals(201, made.status(), made.text());
        assertEquals(23, made.answer().path("password").asText().length());
        String target = "/api/accounts/" + made.answer().path("id").asLong();
        String off = "{\"name\":\"Айгүл\",\"active\":false,\"roles\":[]}";
        assertEquals(428, browsing.send(Exchange.of("PUT", target).json(off)).status());
        Exchange changed =
                browsing.send(Exchange.of("PUT", target).json(off).header("If-Match", made.answered("ETag")));
        assertEquals(200, changed.status(), changed.text());
        assertFalse(changed.answer().path("active").asBoolean());
        assertFalse(changed.answer().has("password"));
        Exchange stale = browsing.send(Exchange.of("PUT", target)
                .json("{\"name\":\"Other\",\"roles\":[]}")
                .header("If-Match", "\"1--gzip\""));
        assertEquals(412, stale.status());
        assertEquals("name", stale.answer().at("/difference/0/field").asText(), stale.text());
        Exchange twice = browsing.send(
                Exchange.of("POST", "/api/accounts").json("{\"login\":\"Aigul\",\"name\":\"x\",\"roles\":[]}"));
        assertEquals(409, twice.status());
        JsonNode trail = browsing.send(Exchange.of("GET", "/api/audit?kind=account&actor=root&limit=2"))
                .answer();
        assertEquals(2, trail.path("items").size(), trail.toString());
        assertEquals("update", trail.at("/items/0/action").asText());
        assertFalse(trail.path("next").asText().isEmpty());
    }
}
