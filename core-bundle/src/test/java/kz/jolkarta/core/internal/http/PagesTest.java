package kz.jolkarta.core.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.FilterChain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.HealthCheck;
import kz.jolkarta.core.http.HealthCheck.Health;
import kz.jolkarta.core.http.HealthCheck.State;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.access.AuditTrail;
import kz.jolkarta.core.internal.backup.Backups;
import kz.jolkarta.core.testing.FixedClock;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Health, metrics, the front page and the filter before everything. */
class PagesTest {
    private static HealthCheck check(String name, java.util.function.Supplier<Health> state) {
        return new HealthCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Health check() {
                return state.get();
            }
        };
    }

    private static Exchange health(boolean demo, HealthCheck... checks) {
        HealthReport report = new HealthReport(demo);
        for (HealthCheck check : checks) {
            report.add(check);
        }
        return Exchange.of("GET", "/health").with(new HealthPage(report));
    }

    @Test
    void health_is_up_with_warnings_and_down_when_a_check_is_down_or_fails() {
        HealthCheck database = check("database", Health::up);
        HealthCheck warning = check("measures", () -> new Health(State.WARNING, "1 rejected"));
        Exchange up = health(false, database, warning);
        assertEquals(200, up.status());
        assertEquals("up", up.answer().path("status").asText());
        assertEquals("none", up.answer().path("demo").asText());
        assertEquals("warning", up.answer().at("/checks/measures/status").asText());

        Exchange broken = health(false, database, check("audit", () -> {
            throw new IllegalStateException("secret inside");
        }));
        assertEquals(503, broken.status());
        assertEquals("up", broken.answer().at("/checks/database/status").asText(), "a broken check hurts no other");
        assertFalse(broken.text().contains("secret"));

        assertEquals(503, health(false).status(), "without a database nothing works");
    }

    @Test
    void health_tells_how_far_the_demo_is() {
        HealthCheck database = check("database", Health::up);
        assertEquals("loading", health(true, database).answer().path("demo").asText());
        HealthCheck done = check("demo", () -> new Health(State.UP, "done"));
        assertEquals("done", health(true, database, done).answer().path("demo").asText());
    }

    @Test
    void the_audit_check_leaves_no_entry() {
        try (TestDatabase database = TestDatabase.derby()) {
            AuditCheck check = new AuditCheck(database, new AuditTrail(database, FixedClock.at("2026-03-02")));
            assertEquals(State.UP, check.check().state());
            assertEquals(0, database.<Long>read(tx -> tx.number("select count(*) from audit_entry", Map.of())));
            assertEquals(State.UP, new DatabaseCheck(database).check().state());
        }
    }

    @Test
    void metrics_are_for_this_machine_or_for_the_right(@TempDir Path data) throws Exception {
        Authentication authentication = request -> Optional.ofNullable(request.getHeader("Authorization"))
                .map(name -> new Authentication.Signed(
                        new User(
                                5,
                                name,
                                name.equals("watcher") ? Map.of(Right.METRICS_READ, Scope.COUNTRY) : Map.of(),
                                Language.EN),
                        Optional.empty(),
                        Optional.empty()));
        try (TestDatabase database = TestDatabase.derby()) {
            Meters meters = new Meters();
            meters.answered("api", "GET", 200, 2_000_000);
            FixedClock clock = FixedClock.at("2026-03-02");
            Backups backups = new Backups(data, database, new AuditTrail(database, clock), clock, 7);
            Files.writeString(
                    data.resolve("backup.done"),
                    "moment=" + clock.now().minusSeconds(3600) + "\nbytes=2000000\nseconds=3\n");
            MetricsPage page = new MetricsPage(meters, authentication, database, backups, TestTexts.ofClassPath());
            String text = Exchange.of("GET", "/metrics").with(page).text();
            assertTrue(text.contains("jolkarta_http_requests_total{method=\"GET\",status=\"200\"} 1\n"), text);
            assertTrue(text.contains("jolkarta_http_request_seconds{group=\"api\",quantile=\"0.95\"} 0.002\n"), text);
            assertTrue(text.contains("jolkarta_backup_age_seconds 3600\n"), text);
            assertTrue(
                    text.lines().allMatch(l -> l.startsWith("# TYPE ") || l.matches("[a-z_]+(\\{[^}]*})? [-\\d.E]+")));

            Exchange proxied = Exchange.of("GET", "/metrics").header("X-Forwarded-For", "203.0.113.7");
            assertEquals(401, proxied.with(page).status());
            assertEquals(
                    403,
                    Exchange.of("GET", "/metrics")
                            .from("203.0.113.7")
                            .header("Authorization", "somebody")
                            .with(page)
                            .status());
            assertEquals(
                    200,
                    Exchange.of("GET", "/metrics")
                            .from("203.0.113.7")
                            .header("Authorization", "watcher")
                            .with(page)
                            .status());
        }
    }

    @Test
    void the_front_page_speaks_three_languages_without_script_or_style() {
        Front front = new Front(TestTexts.ofClassPath());
        String page = Exchange.of("GET", "/").with(front).text();
        for (Language language : Language.values()) {
            assertTrue(page.contains("lang=\"" + language.tag() + "\""));
        }
        assertFalse(page.contains("<script") || page.contains("style") || page.contains("["), page);
        assertEquals(404, Exchange.of("GET", "/nothing").with(front).status());
        Exchange early = Exchange.of("GET", "/api/children").with(front);
        assertEquals(503, early.status(), "the API's own servlet is not there yet");
        assertEquals("2", early.answered("Retry-After"));
    }

    @Test
    void the_gate_refuses_what_echoes_and_protects_every_answer() {
        Meters meters = new Meters();
        Gate gate = new Gate(meters, TestTexts.ofClassPath());
        FilterChain chain = (request, response) -> response.getWriter();
        for (String verb : new String[] {"TRACE", "TRACK", "CONNECT"}) {
            Exchange refused = Exchange.of(verb, "/").header("Cookie", "sid=x").through(gate, chain);
            assertEquals(405, refused.status());
            assertFalse(refused.text().contains("sid"));
        }
        Exchange passed = Exchange.of("GET", "/api/children").through(gate, chain);
        assertTrue(passed.answered("Content-Security-Policy").startsWith("default-src 'none'"));
        assertEquals("nosniff", passed.answered("X-Content-Type-Options"));
        assertEquals("no-store", passed.answered("Cache-Control"));
        assertEquals(1L, meters.requests().get("GET.200"));
        assertEquals(3L, meters.requests().get("OTHER.405"));
    }
}
