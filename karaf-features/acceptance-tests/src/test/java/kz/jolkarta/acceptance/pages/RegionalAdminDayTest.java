package kz.jolkarta.acceptance.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.acceptance.Api;
import kz.jolkarta.acceptance.Node;
import kz.jolkarta.acceptance.OwnNode;
import kz.jolkarta.acceptance.Poll;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A regional administrator's day, in each language: an empty node answers three questions and is the region's; then measures and a centre come
 * and go, colleagues get accounts, the second step is switched on, places and people are entered, and the trail tells of all of it.
 */
@ExtendWith(kz.jolkarta.acceptance.pages.Browser.class)
class RegionalAdminDayTest {
    private static final String REGION = "230000000";
    private static final String DISTRICT = "233600000";
    private static final String PASSWORD = "four yellow horses trot";

    private static OwnNode own;
    private static Node node;
    /** One-time passwords of the administrators by their logins. */
    private static final Map<String, String> ONE_TIME = new HashMap<>();

    /** Who works in which language, what with, and what is read there. */
    enum Day {
        KK(
                "13",
                "health-camps",
                "үш сұраққа",
                "екі сұраққа",
                "13-шараны жою: Лагерь мен санаторий жолдамалары",
                "Деректер сақталады",
                "Жазылған деректер сақталған",
                "Атырау облысының дарынды балалар орталығы",
                "Тіркелгі бұғатталған",
                "10 қаң"),
        RU(
                "14",
                "stipends",
                "три вопроса",
                "два вопроса",
                "Удалить меру 14: Стипендии",
                "Данные останутся",
                "Записанные данные сохранены",
                "Центр для одарённых детей Атырауской области",
                "заблокирован",
                "10 янв"),
        EN(
                "12",
                "cultural-visits",
                "three questions",
                "two questions",
                "Remove measure 12: ",
                "The data stay",
                "What was recorded is kept",
                "Centre for Gifted Children of Atyrau Region",
                "blocked",
                "10 Jan");

        private final String number;
        private final String measure;
        private final String three;
        private final String two;
        private final String removing;
        private final String stays;
        private final String kept;
        private final String centre;
        private final String blocked;
        private final String deadline;

        Day(
                String number,
                String measure,
                String three,
                String two,
                String removing,
                String stays,
                String kept,
                String centre,
                String blocked,
                String deadline) {
            this.number = number;
            this.measure = measure;
            this.three = three;
            this.two = two;
            this.removing = removing;
            this.stays = stays;
            this.kept = kept;
            this.centre = centre;
            this.blocked = blocked;
            this.deadline = deadline;
        }

        String language() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        String login() {
            return "admin-" + language();
        }
    }

    /** The three questions, asked in each language and answered in Kazakh; then an administrator of the region for each of them. */
    @BeforeAll
    static void anEmptyNodeBecomesTheRegions(@TempDir Path folder, Browser browser) {
        own = OwnNode.unpacked(folder);
        node = own.start();
        Poll.until(
                "the first page",
                Duration.ofMinutes(2),
                () -> node.anonymous().get("/login").status() == 200 ? Optional.of(true) : Optional.empty());
        try (Person first = Person.anybody(node, browser, "kk")) {
            first.signIn("admin", node.firstRun("password"));
            for (Day day : List.of(Day.EN, Day.RU, Day.KK)) {
                first.open("/first-run?lang=" + day.language());
                first.reads(day.three);
            }
            first.fill("newPassword", PASSWORD);
            first.fill("repeatPassword", "four yellow horses stop");
            first.choose("region", REGION);
            first.press("page.first-run.submit");
            first.reads(first.says("page.password.differs"));
            assertEquals(REGION, first.page().inputValue("[name=region]"), "the answers are kept");
            first.fill("newPassword", PASSWORD);
            first.fill("repeatPassword", PASSWORD);
            first.press("page.first-run.submit");
            first.reads("Бәрі дайын");
            first.reads(first.says("page.first-run.begin.accounts"));
            for (Day day : Day.values()) {
                String password =
                        account(first, day.login(), day.language(), "administrator@" + REGION, "coordinator@" + REGION);
                ONE_TIME.put(day.login(), password);
            }
            assertEquals(List.of(), first.faults());
        }
    }

    @AfterAll
    static void stop() {
        own.close();
    }

    /** A new account through its page. @return the one-time password that is shown */
    private static String account(Person keeper, String login, String language, String... roles) {
        keeper.open("/accounts/new");
        keeper.fill("login", login);
        keeper.fill("name", login);
        keeper.page().check("[name=language][value=" + language + "]");
        for (int i = 0; i < roles.length; i++) {
            keeper.choose("roles[" + i + "].role", roles[i].split("@")[0]);
            keeper.choose("roles[" + i + "].territory", roles[i].split("@")[1]);
        }
        keeper.press("page.accounts.create");
        keeper.reads(keeper.says("page.accounts.one-time.once"));
        return keeper.fact("page.accounts.one-time");
    }

    private static void setsOwnPassword(Person person) {
        person.fill("newPassword", PASSWORD);
        person.fill("repeatPassword", PASSWORD);
        person.press("page.first-run.submit");
        person.reads(person.says("page.first-run.ready"));
    }

    @ParameterizedTest
    @EnumSource(Day.class)
    void aDay(Day day, Browser browser) throws IOException {
        try (Person admin = Person.anybody(node, browser, day.language())) {
            admin.signIn(day.login(), ONE_TIME.get(day.login()));
            admin.reads(day.two);
            setsOwnPassword(admin);
            measures(admin, day);
            colleagues(admin, day, browser);
            String recovery = secondStep(admin);
            token(admin);
            settings(admin, day);
            placesAndPeople(admin, day);
            jobs(admin);
            trail(admin, day);
            about(admin);
            refusals(admin);
            admin.button(admin.says("page.web.sign-out")).click();
            admin.enter(day.login(), PASSWORD);
            admin.fill("code", "000000");
            admin.press("page.login.submit");
            assertEquals(1, admin.page().locator("main [role=alert]").count(), "a wrong code is told");
            admin.fill("code", recovery);
            admin.press("page.login.submit");
            assertEquals(admin.says("page.home.title"), admin.heading());
            assertEquals(List.of(), admin.faults());
        }
    }

    /** Presses what the preview offers, and waits for the catalogue to say that it is done. */
    private static void change(Person admin, String address, String act) {
        admin.open(address);
        admin.press("page.plugs.submit." + act);
        String done =
                admin.says("page.plugs.done", "").replaceAll("[ ,.]*$", "").strip();
        admin.page()
                .locator("main .notice", new com.microsoft.playwright.Page.LocatorOptions().setHasText(done))
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    }

    private static void measures(Person admin, Day day) {
        admin.open("/measures");
        assertEquals(19, admin.page().locator("main article.plug").count(), "the whole act");
        admin.reads(admin.says("page.measures.term"));
        admin.reads(admin.says("page.measures.money"));
        admin.reads(admin.says("page.measures.responsible"));
        assertEquals(
                0,
                admin.page().locator("main a[href='/plugs/measure/17']").count(),
                "the ministry's measure is the country's");
        String address = "/plugs/measure/" + day.number;
        admin.page().locator("main a[href='" + address + "']").click();
        assertTrue(admin.heading().startsWith(day.removing), admin.heading());
        admin.reads(day.stays);
        admin.reads("1: measure-" + day.number + "-" + day.measure);
        assertEquals("0", admin.fact("page.plugs.refreshed"));
        change(admin, address, "remove");
        assertEquals(404, admin.open("/measures/" + day.measure));
        admin.reads(day.kept);
        admin.open(address);
        assertTrue(admin.fact("page.plugs.tables").matches("\\d+"), "how many tables come");
        change(admin, address, "install");
        assertEquals(200, admin.open("/measures/" + day.measure));

        admin.open("/plugs/centre/23");
        assertEquals(day.centre, admin.fact("page.plugs.centre.name"));
        change(admin, "/plugs/centre/23", "remove");
        change(admin, "/plugs/centre/23", "install");
        admin.page().locator("#centres a[href*='territory=" + REGION + "']").click();
        // The register of organisations knows them by their official name.
        admin.reads(Day.KK.centre);
    }

    private static void colleagues(Person admin, Day day, Browser browser) {
        String login = "district-" + day.language();
        account(admin, login, day.language(), "coordinator@" + DISTRICT);
        admin.follow("page.accounts.passed-on");
        String page = admin.page().url().replaceFirst("^https?://[^/]+", "");
        admin.press("page.accounts.reset-password");
        String oneTime = admin.fact("page.accounts.one-time");
        try (Person colleague = Person.anybody(node, browser, day.language())) {
            colleague.signIn(login, oneTime);
            setsOwnPassword(colleague);
            assertEquals(200, colleague.open("/children"));
            assertEquals(403, colleague.open("/accounts"), "accounts are the administrator's");

            admin.open(page);
            admin.press("page.accounts.block");
            admin.reads(admin.says("page.accounts.unblock"));
            colleague.open("/children");
            assertTrue(colleague.page().url().contains("/login"), "who is blocked is out at once");
            colleague.enter(login, PASSWORD);
            assertEquals(1, colleague.page().locator("main [role=alert]").count());
            assertTrue(colleague.page().url().contains("/login"));
        }
    }

    /** @return a recovery code */
    private static String secondStep(Person admin) {
        admin.open("/account/second-factor");
        admin.fill("code", Authenticator.code(admin.fact("page.factor.secret")));
        admin.press("page.factor.turn-on");
        admin.reads(admin.says("page.factor.codes.once"));
        assertEquals(10, admin.page().locator("main dl dd").count());
        return admin.page().locator("main dl dd").first().innerText().strip();
    }

    private static void token(Person admin) {
        admin.open("/account");
        admin.fill("label", "1C");
        admin.press("page.account.tokens.create");
        Api program = node.anonymous().as(admin.fact("page.account.tokens.token"));
        program.get("/api/measures").expect(200);
        admin.follow("page.account.tokens.kept");
        admin.press("page.account.tokens.revoke");
        program.get("/api/measures").expect(401);
    }

    private static void settings(Person admin, Day day) {
        admin.open("/settings");
        admin.reads("№ 997");
        admin.reads(day.deadline);
        admin.reads(admin.says("page.settings.languages.all"));
        admin.reads("Asia/Almaty");
        admin.open("/indices");
        admin.reads("325");
        assertEquals(200, admin.open("/office-days"));
    }

    private static void placesAndPeople(Person admin, Day day) {
        admin.open("/territories?parent=" + REGION);
        admin.page().locator("main tbody a").first().click();
        assertTrue(admin.page().url().contains("/territories/23"), admin.page().url());

        admin.open("/organisations/new");
        String school = "№ 7 мектеп-гимназия " + day.language();
        admin.choose("kind", "school");
        admin.fill("name", school);
        admin.fill("territory-code-search", "Индербор");
        admin.press("page.organisations.save");
        admin.reads(admin.says("page.look-up.several"));
        admin.choose("territory.code", "234030100");
        admin.press("page.organisations.save");
        assertEquals(school, admin.heading());
        admin.follow("page.staff.new");
        admin.fill("surname", "Сәрсенова");
        admin.fill("givenName", "Айгүл");
        admin.choose("position", "psychologist");
        admin.fill("validFrom", "2024-09-01");
        admin.press("page.organisations.save");
        admin.reads("Сәрсенова Айгүл");
    }

    private static void jobs(Person admin) {
        admin.open("/jobs");
        admin.reads(admin.says("page.jobs.none"));
        admin.open("/duplicates");
        admin.press("page.duplicates.search");
        admin.open("/jobs");
        admin.page().locator("main tbody a").first().click();
        admin.page().getByText(admin.says("page.jobs.state.done")).first().waitFor();
    }

    private static void trail(Person admin, Day day) {
        admin.open("/audit?kind=measure&actor=" + day.login());
        admin.reads(admin.says("page.audit.action.install"));
        admin.reads(admin.says("page.audit.action.remove"));
        admin.reads("jolkarta-measure-" + day.number + "-" + day.measure);
        admin.open("/audit?kind=account&action=create&actor=" + day.login());
        assertEquals(1, admin.page().locator("main tbody tr").count(), "the colleague's account");
    }

    private static void about(Person admin) throws IOException {
        admin.open("/about");
        assertEquals("Apache-2.0", admin.fact("page.about.licence"));
        admin.reads(System.getProperty("jolkarta.version"));
        admin.reads("org.apache.karaf");
        JsonNode bill = new ObjectMapper()
                .readTree(admin.download(admin.says("page.about.bill")).toFile());
        assertEquals("CycloneDX", bill.get("bomFormat").asText());
        assertTrue(bill.get("components").size() > 50, "every library is in the bill");
    }

    private static void refusals(Person admin) {
        assertEquals(404, admin.open("/nowhere"));
        admin.reads(admin.says("page.problem.404"));
        assertEquals(403, admin.open("/road-maps/approval"));
        admin.reads(admin.says("page.problem.403"));
        admin.reads(admin.says("page.role.approver"));
    }
}
