package kz.jolkarta.core.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Open;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.testing.TestTexts;
import org.glassfish.jersey.media.multipart.FormDataParam;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiTest {
    private static final long CORE = 1;
    private static final long REGISTRY = 2;
    private static final long REPORTING = 3;

    private final List<String> refused = new ArrayList<>();
    private final Things things = new Things();
    private Api api;

    @Path("things")
    @Produces("application/json")
    @Consumes("application/json")
    public static final class Things implements ApiResource {
        public record Thing(String name, Optional<LocalDate> day, Category category, int grade) {
            public Thing {
                if (grade > 12) {
                    throw new IllegalArgumentException("grade");
                }
                if ("taken".equals(name)) {
                    throw Problem.conflict("problem.stale");
                }
            }
        }

        @GET
        @Needs(Right.CHILDREN_READ)
        public List<Thing> list(
                @QueryParam("category") @DefaultValue("orphan") Category category,
                @QueryParam("day") LocalDate day,
                @QueryParam("limit") @DefaultValue("5") int limit) {
            return List.of(new Thing("a", Optional.ofNullable(day), category, limit));
        }

        @POST
        @Needs(Right.CHILDREN_WRITE)
        public Thing make(Thing thing) {
            return thing;
        }

        @GET
        @Path("{id}")
        @Open
        public Map<String, String> one(@PathParam("id") long id, @Context Caller caller) {
            return Map.of(
                    "caller",
                    caller.user().login(),
                    "language",
                    caller.language().tag());
        }

        @GET
        @Path("broken")
        @Open(anonymous = true)
        public String broken() {
            throw new IllegalStateException("secret inside");
        }

        @POST
        @Path("upload")
        @Consumes("multipart/form-data")
        @Open
        public Map<String, Object> upload(
                @FormDataParam("file") InputStream file, @FormDataParam("dryRun") boolean dryRun) throws IOException {
            return Map.of("bytes", file.readAllBytes().length, "dryRun", dryRun);
        }
    }

    @Path("things/{id}")
    @Produces("application/json")
    public static final class Parts implements ApiResource {
        @GET
        @Path("parts")
        @Open(anonymous = true)
        public List<Integer> parts(@PathParam("id") int id) {
            return List.of(id);
        }
    }

    @Path("neighbour")
    @Produces("text/plain")
    public static final class Neighbour implements ApiResource {
        @GET
        @Open
        public String here() {
            return "here";
        }
    }

    @Path("careless")
    public static final class Careless implements ApiResource {
        @GET
        public String anything() {
            return "open by mistake";
        }
    }

    @BeforeEach
    void start() throws Exception {
        Authentication authentication = request -> Optional.ofNullable(request.getHeader("Authorization"))
                .map(who -> new Authentication.Signed(
                        new User(
                                7,
                                who,
                                who.equals("reader") ? Map.of(Right.CHILDREN_READ, Scope.COUNTRY) : all(),
                                Language.RU),
                        Optional.empty(),
                        Optional.of(Authentication.Signed.Duty.PASSWORD).filter(d -> who.equals("fresh"))));
        api = new Api(
                authentication,
                (user, what) -> refused.add(what.detail()),
                TestTexts.ofClassPath(),
                CORE,
                new SitePlan());
        api.init(Exchange.config());
        api.add(things, REGISTRY);
        api.add(new Parts(), REPORTING);
    }

    private static Map<Right, Scope> all() {
        return User.system().rights();
    }

    private Exchange get(String target) {
        return Exchange.of("GET", "/api" + target).header("Authorization", "writer");
    }

    private Exchange post(String json) {
        return Exchange.of("POST", "/api/things")
                .header("Authorization", "writer")
                .json(json);
    }

    @Test
    void a_path_goes_to_the_bundle_whose_template_says_most() {
        assertEquals("[5]", get("/things/5/parts").with(api).text());
        assertEquals(
                "writer", get("/things/5").with(api).answer().path("caller").asText());
    }

    @Test
    void enums_and_dates_are_written_the_same_way_in_queries_and_answers() {
        JsonNode one = get("/things?category=large-family&day=2026-03-01&limit=2")
                .with(api)
                .answer()
                .get(0);
        assertEquals("large-family", one.path("category").asText());
        assertEquals("2026-03-01", one.path("day").asText());
        assertFalse(get("/things").with(api).answer().get(0).has("day"), "what is absent is left out");
    }

    @Test
    void a_wrong_value_in_a_query_is_named() {
        Exchange exchange = get("/things?category=gnomes").with(api);
        assertEquals(400, exchange.status());
        assertEquals("category", exchange.answer().at("/errors/0/field").asText());
        assertEquals(404, get("/things/five").with(api).status());
    }

    @Test
    void who_is_not_signed_in_or_has_no_right_is_refused_and_the_refusal_is_kept() {
        Exchange anonymous = Exchange.of("GET", "/api/things").with(api);
        assertEquals(401, anonymous.status());
        assertEquals("Bearer realm=\"jolkarta\"", anonymous.answered("WWW-Authenticate"));
        assertEquals("application/problem+json", anonymous.answered("Content-Type"));
        Exchange reader = Exchange.of("POST", "/api/things")
                .header("Authorization", "reader")
                .json("{}")
                .with(api);
        assertEquals(403, reader.status());
        assertEquals(List.of("Things.make needs CHILDREN_WRITE"), refused);
        assertFalse(reader.text().contains("CHILDREN_WRITE"), "the right that is wanting is for the trail only");
        assertEquals(
                200,
                Exchange.of("GET", "/api/things")
                        .header("Authorization", "reader")
                        .with(api)
                        .status());
    }

    @Test
    void with_a_one_time_password_only_the_session_is_open() {
        Exchange fresh = Exchange.of("GET", "/api/things/5")
                .header("Authorization", "fresh")
                .with(api);
        assertEquals(403, fresh.status());
        assertTrue(fresh.answer().path("type").asText().endsWith("password-must-change"));
    }

    @Test
    void a_resource_that_forgets_its_right_is_not_served() {
        api.add(new Careless(), REGISTRY);
        assertEquals(404, get("/careless").with(api).status());
    }

    @Test
    void errors_speak_the_callers_language() {
        assertEquals(
                "Не найдено", get("/nothing").with(api).answer().path("title").asText());
        Exchange kazakh = get("/nothing").header("Accept-Language", "kk").with(api);
        assertEquals("Табылмады", kazakh.answer().path("title").asText());
        assertEquals("kk", kazakh.answered("Content-Language"));
    }

    @Test
    void a_bug_shows_a_number_and_nothing_else() {
        Exchange broken = get("/things/broken").with(api);
        assertEquals(500, broken.status());
        assertFalse(broken.text().contains("secret inside"));
        assertTrue(broken.answer()
                .path("detail")
                .asText()
                .contains(broken.answer().path("incident").asText()));
    }

    @Test
    void json_is_read_strictly_and_mistakes_are_named() {
        assertEquals(
                200,
                post("{\"name\":\"a\",\"category\":\"ORPHAN\",\"grade\":3}")
                        .with(api)
                        .status());
        assertError(post("{\n\"nmae\":\"a\"}"), "unknown", "nmae");
        assertError(post("{\"name\":\"a\",\"grade\":\"x\"}"), "kind of value", "grade");
        assertError(post("{\"category\":\"gnome\"}"), "constant", "category");
        assertError(post("{\"day\":\"2026-13-01\"}"), "date", "day");
        assertError(post("{\"grade\":13}"), "the record's own check", "");
        for (String malformed : List.of(
                "{",
                "",
                "[]",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"grade\":1} x",
                "[".repeat(2000),
                "{\"grade\":" + "9".repeat(50) + "}")) {
            assertEquals(
                    malformed.isEmpty() ? 204 : 400, post(malformed).with(api).status(), malformed);
        }
        assertEquals(409, post("{\"name\":\"taken\"}").with(api).status());
    }

    private void assertError(Exchange exchange, String what, String field) {
        exchange.with(api);
        assertEquals(400, exchange.status(), what);
        assertEquals(field, exchange.answer().at("/errors/0/field").asText(), what);
    }

    @Test
    void what_http_itself_refuses_has_the_same_form() {
        Exchange method = Exchange.of("PUT", "/api/things")
                .header("Authorization", "writer")
                .json("{}")
                .with(api);
        assertEquals(405, method.status());
        assertTrue(method.answered("Allow").contains("POST"));
        assertEquals(405, method.answer().path("status").asInt());
        assertEquals(
                415,
                Exchange.of("POST", "/api/things")
                        .header("Authorization", "writer")
                        .body("text/plain", "x")
                        .with(api)
                        .status());
        assertEquals(406, get("/things").header("Accept", "image/png").with(api).status());
    }

    @Test
    void a_body_is_limited_announced_or_not() {
        Exchange announced = post("{}").header("Content-Length", "99999999").with(api);
        assertEquals(413, announced.status());
        String huge = "{\"name\":\"" + "a".repeat((int) LimitedRequest.BODY) + "\"}";
        Exchange sent = post(huge).header("Content-Length", "-1").with(api);
        assertTrue(sent.status() == 413 || sent.status() == 400, "status " + sent.status());
    }

    @Test
    void a_file_comes_as_multipart() {
        String body = "--b\r\nContent-Disposition: form-data; name=\"dryRun\"\r\n\r\ntrue\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"l.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + "x".repeat(200_000) + "\r\n--b--\r\n";
        Exchange upload = Exchange.of("POST", "/api/things/upload")
                .header("Authorization", "writer")
                .body("multipart/form-data; boundary=b", body)
                .with(api);
        assertEquals(200_000, upload.answer().path("bytes").asInt(), upload.text());
        assertTrue(upload.answer().path("dryRun").asBoolean());
        Exchange cut = Exchange.of("POST", "/api/things/upload")
                .header("Authorization", "writer")
                .body("multipart/form-data; boundary=b", body.substring(0, 1000))
                .with(api);
        assertEquals(400, cut.status(), cut.text());
    }

    @Test
    void what_leaves_answers_404_and_others_go_on() {
        get("/things/5/parts").with(api);
        api.remove(things, REGISTRY);
        assertEquals(404, get("/things").with(api).status());
        assertEquals(200, get("/things/5/parts").with(api).status());
        api.add(things, REGISTRY);
        assertEquals(200, get("/things").with(api).status());
    }

    @Test
    void no_request_fails_while_a_neighbour_comes_and_goes() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService clients = Executors.newFixedThreadPool(3);
        List<Future<Integer>> results = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            results.add(clients.submit(() -> {
                int failures = 0;
                while (!over.get()) {
                    failures += get("/things/5").with(api).status() == 200 ? 0 : 1;
                }
                return failures;
            }));
        }
        for (int i = 0; i < 5; i++) {
            Neighbour neighbour = new Neighbour();
            api.add(neighbour, REGISTRY);
            assertEquals("here", get("/neighbour").with(api).text());
            api.remove(neighbour, REGISTRY);
            assertEquals(404, get("/neighbour").with(api).status());
        }
        over.set(true);
        for (Future<Integer> result : results) {
            assertEquals(0, result.get());
        }
        clients.shutdown();
    }

    @Test
    void the_description_lists_live_operations_with_their_rights() {
        JsonNode description = Exchange.of("GET", "/api/openapi.json").with(api).answer();
        assertEquals(
                "children-read",
                description.at("/paths/~1things/get/x-rights/0").asText(),
                description.toString());
        assertTrue(description.at("/paths/~1things~1{id}~1parts/get").isObject());
        assertEquals("/api", description.at("/servers/0/url").asText());
        assertTrue(description.at("/paths/~1things/get/responses/4XX").isObject());
        boolean caller = description.toString().contains("Caller");
        assertFalse(caller, "what the node hands in is no parameter");
        api.remove(things, REGISTRY);
        assertFalse(Exchange.of("GET", "/api/openapi.json")
                .with(api)
                .answer()
                .at("/paths")
                .has("/things"));
    }
}
