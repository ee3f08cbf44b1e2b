package kz.jolkarta.core.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Open;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.pages.LocaleWording;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Frame;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Renderer;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.testing.FixedClock;
import kz.jolkarta.core.testing.TestTexts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages: who is led where, what a form has to bring, how failures are told. */
class SiteTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private final List<String> refused = new ArrayList<>();
    private Site site;

    @Path("things")
    public static final class Things implements Pages {
        public record Thing(String name, int grade) {}

        @GET
        @Needs(Right.CHILDREN_READ)
        public View list(@Context Words words) {
            return View.of(words.text("page.home.title"), new Block.Paragraph("list"));
        }

        @POST
        @Needs(Right.CHILDREN_WRITE)
        public Response make(@Context Words words, FormInput input) {
            return Answer.of(
                    () -> {
                        Thing thing = input.as(Thing.class);
                        if (thing.name().equals("taken")) {
                            throw Problem.field("name", "page.whole-number");
                        }
                        return Answer.to("/things/" + thing.grade(), "page.login.left");
                    },
                    problem -> View.of("Form", form().refused(input, problem, words)));
        }

        private static Form form() {
            return Form.of("/things", "Send", List.of(Field.text("name", "Name"), Field.number("grade", "Grade")));
        }

        @GET
        @Path("{id}")
        @Open
        public View one(@Context Caller caller, @PathParam("id") long id) {
            if (id == 0) {
                throw new IllegalStateException("secret inside");
            }
            throw Problem.notFound();
        }

        @GET
        @Path("wrong")
        @Open
        public View wrong() {
            return View.of("Wrong").status(400);
        }

        @POST
        @Path("file")
        @Needs(Right.CHILDREN_WRITE)
        public Response file(FormInput input) throws java.io.IOException {
            FormInput.Upload upload = input.upload("file").orElseThrow();
            int bytes = upload.content().readAllBytes().length;
            return Answer.to("/things?name=" + upload.name() + "&bytes=" + bytes + "&kind=" + input.first("kind"));
        }
    }

    @BeforeEach
    void start() throws Exception {
        Authentication authentication = request -> Optional.ofNullable(request.getHeader("Authorization"))
                .map(who -> new Authentication.Signed(
                        new User(
                                7,
                                who,
                                who.equals("reader")
                                        ? Map.of(Right.CHILDREN_READ, Scope.COUNTRY)
                                        : User.system().rights(),
                                Language.RU),
                        Optional.of("proof"),
                        Optional.of(Authentication.Signed.Duty.PASSWORD).filter(d -> who.equals("fresh"))));
        Renderer renderer =
                (view, frame, out) -> out.write((view + " " + with(frame)).getBytes(StandardCharsets.UTF_8));
        LocaleWording wording = new LocaleWording(TestTexts.ofClassPath(), FixedClock.at("2026-03-02"));
        Frames frames = new Frames(wording, "1", language -> "");
        site = new Site(
                authentication,
                (user, what) -> refused.add(what.detail()),
                renderer,
                frames,
                new SitePlan(),
                TestTexts.ofClassPath());
        site.init(Exchange.config());
        site.add(new Things(), 1);
    }

    private static String with(Frame frame) {
        return frame.words().language() + " done=" + frame.done() + " csrf=" + frame.csrf();
    }

    private Exchange get(String target) {
        return Exchange.of("GET", target).header("Authorization", "writer");
    }

    private Exchange post(String target, String form) {
        return Exchange.of("POST", target).header("Authorization", "writer").body(FORM, form);
    }

    @Test
    void whoIsNotSignedInIsLedThereAndBack() {
        Exchange answer = Exchange.of("GET", "/things?q=a").with(site);
        assertEquals(303, answer.status());
        assertEquals("/login?to=%2Fthings%3Fq%3Da", answer.answered("Location"));
        assertEquals(
                "/login",
                Exchange.of("POST", "/things").body(FORM, "name=a").with(site).answered("Location"));
    }

    @Test
    void aOneTimePasswordIsChangedFirst() {
        Exchange answer =
                Exchange.of("GET", "/things").header("Authorization", "fresh").with(site);
        assertEquals("/first-run", answer.answered("Location"));
    }

    @Test
    void aPageComesInTheLanguageChosenThere() {
        assertTrue(get("/things").with(site).text().contains("Главная"));
        Exchange choice = get("/things?q=a&lang=en").with(site);
        assertEquals(303, choice.status());
        assertEquals("/things?q=a", choice.answered("Location"));
        assertTrue(get("/things").header("Cookie", "lang=en").with(site).text().contains("Home"));
        assertTrue(get("/things").header("Cookie", "lang=zz").with(site).text().contains("Главная"));
    }

    @Test
    void theChoiceOfALanguageLeadsNowhereElse() {
        assertEquals(
                "/evil.example/a", get("//evil.example/a?lang=en").with(site).answered("Location"));
    }

    @Test
    void aMalformedAddressIsTheReadersAndNoBug() {
        for (String address : List.of("/things?q=%zz", "/things?%zz&done=%zz", "/things?lang=%zz")) {
            Exchange answer = get(address).with(site);
            assertTrue(answer.status() < 500, address + " " + answer.status());
        }
    }

    @Test
    void nothingInlineAndNothingFromOutsideMayRun() {
        String policy = get("/things").with(site).answered("Content-Security-Policy");
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';"), policy);
        assertFalse(policy.contains("unsafe"));
    }

    @Test
    void aFormWithoutTheSessionsProofIsRefusedAndChangesNothing() {
        Exchange forged = post("/things", "name=a&grade=3").with(site);
        assertEquals(403, forged.status());
        assertEquals(
                403, post("/things", "name=a&grade=3&csrf=other").with(site).status());
        Exchange done = post("/things", "name=a&grade=3&csrf=proof").with(site);
        assertEquals(303, done.status(), done.text());
        assertTrue(done.answered("Location").endsWith("/things/3?done=page.login.left"));
        Exchange spaced = post("/things", "name=a&grade=1%C2%A0203&csrf=proof").with(site);
        assertTrue(spaced.answered("Location").startsWith("/things/1203?"), "a number as people write it");
    }

    @Test
    void whatWasDoneIsSaidInTheReadersLanguageAndNothingElse() {
        assertTrue(get("/things?done=page.login.left").with(site).text().contains("done=Вы вышли"));
        assertTrue(get("/things?done=problem.not-found").with(site).text().contains("done= "));
        assertTrue(get("/things?done=page.nothing").with(site).text().contains("done= "));
    }

    @Test
    void aWrongFormKeepsWhatWasTypedWithTheErrorAtItsField() {
        Exchange wrong = post("/things", "name=%D3%98ли&grade=three&csrf=proof").with(site);
        assertEquals(400, wrong.status());
        assertTrue(wrong.text().contains("values=[Әли]"), wrong.text());
        assertTrue(wrong.text().contains("values=[three]"));
        assertTrue(wrong.text().matches("(?s).*name=grade, .*error=[^\\]]+].*"), wrong.text());
        Exchange taken = post("/things", "name=taken&grade=3&csrf=proof").with(site);
        assertTrue(taken.text().contains("error=Введите целое число."), taken.text());
    }

    @Test
    void aFileComesWithItsNameAndTheProofInTheAddress() {
        String body = "--b\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nlist\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\nx;y\r\n--b--\r\n";
        Exchange without = Exchange.of("POST", "/things/file")
                .header("Authorization", "writer")
                .body("multipart/form-data; boundary=b", body)
                .with(site);
        assertEquals(403, without.status());
        Exchange sent = Exchange.of("POST", "/things/file?csrf=proof")
                .header("Authorization", "writer")
                .body("multipart/form-data; boundary=b", body)
                .with(site);
        assertEquals(303, sent.status(), sent.text());
        assertTrue(
                sent.answered("Location").endsWith("/things?name=a.csv&bytes=3&kind=list"), sent.answered("Location"));
    }

    @Test
    void failuresAreTellingPages() {
        Exchange missing = get("/things/5").with(site);
        assertEquals(404, missing.status());
        assertTrue(missing.text().contains("не на вашей территории"), missing.text());
        assertEquals(404, get("/nowhere").with(site).status());
        assertEquals(400, get("/things/wrong").with(site).status(), "a page names its status itself");

        Exchange right = Exchange.of("POST", "/things")
                .header("Authorization", "reader")
                .body(FORM, "name=a&grade=1&csrf=proof")
                .with(site);
        assertEquals(403, right.status());
        assertEquals(List.of("Things.make needs CHILDREN_WRITE"), refused);

        Exchange bug = get("/things/0").with(site);
        assertEquals(500, bug.status());
        assertFalse(bug.text().contains("secret"));
        assertTrue(bug.text().matches("(?s).*номер: [0-9A-Z]+.*"), bug.text());
    }
}
