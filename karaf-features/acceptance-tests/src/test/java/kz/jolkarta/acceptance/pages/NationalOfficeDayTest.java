package kz.jolkarta.acceptance.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import kz.jolkarta.acceptance.Api;
import kz.jolkarta.acceptance.Children;
import kz.jolkarta.acceptance.DemoNode;
import kz.jolkarta.acceptance.Node;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The national office's day, in each language: the days left, the board of regions by measures, a number that explains itself, a region's
 * report that comes, goes back and comes again, money by measure and source, and a hundred teachers that are never a hundred and one.
 */
@ExtendWith({kz.jolkarta.acceptance.pages.Browser.class, DemoNode.class})
class NationalOfficeDayTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Almaty"));
    /** The year whose report is made next: the last one until 25 January. */
    private static final int YEAR =
            TODAY.isAfter(LocalDate.of(TODAY.getYear(), 1, 25)) ? TODAY.getYear() : TODAY.getYear() - 1;

    private static final String ATYRAU = "230000000";

    /** Which region hands in its report, and what is read. */
    enum Day {
        KK(
                "590000000",
                "593230100",
                "күн",
                "жіберілмеген, мерзімі өтті",
                "мәлімет берілмеген",
                "мына шаралар бойынша дерек те, түсіндірме де жоқ",
                "Есеп ескертумен қайтарылды",
                "Квота таусылды",
                "Солтүстік Қазақстан облысы",
                "10.01."),
        RU(
                "610000000",
                "611633100",
                "дн",
                "не отправлен, срок прошёл",
                "не сообщено",
                "нет ни данных, ни пояснения",
                "Отчёт возвращён с замечаниями",
                "Квота исчерпана",
                "Туркестанская область",
                "10.01."),
        EN(
                "790000000",
                "791110000",
                "day",
                "not handed in, overdue",
                "not reported",
                "neither records nor an explanation",
                "The report was given back with remarks",
                "The quota is used up",
                "Shymkent",
                "10 Jan");

        private final String region;
        private final String village;
        private final String days;
        private final String overdue;
        private final String missing;
        private final String blocked;
        private final String returned;
        private final String full;
        private final String name;
        private final String deadline;

        Day(
                String region,
                String village,
                String days,
                String overdue,
                String missing,
                String blocked,
                String returned,
                String full,
                String name,
                String deadline) {
            this.region = region;
            this.village = village;
            this.days = days;
            this.overdue = overdue;
            this.missing = missing;
            this.blocked = blocked;
            this.returned = returned;
            this.full = full;
            this.name = name;
            this.deadline = deadline;
        }

        String language() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        String report() {
            return "/reports/" + YEAR + "/" + region;
        }
    }

    @ParameterizedTest
    @EnumSource(Day.class)
    void aDay(Day day, Node node, Browser browser) throws IOException {
        try (Person office = Person.with(node, browser, day.language(), "administrator@", "approver@");
                Person region = Person.with(
                        node, browser, day.language(), "coordinator@" + day.region, "approver@" + day.region)) {
            board(office, day);
            aNumberExplainsItself(office);
            handsIn(region, day, node.api());
            comesBackAndGoesAgain(office, region, day, node.api());
            money(office, day);
            bestTeachers(office, day, node.api());
            assertEquals(List.of(), office.faults());
            assertEquals(List.of(), region.faults());
        }
        try (Person analyst = Person.with(node, browser, day.language(), "analyst@")) {
            analyst.open("/reports/" + YEAR + "/" + ATYRAU + "/rows/statistics?why=statistics/rural-gifted#why");
            analyst.reads(analyst.says("page.why.no-right"));
        }
    }

    private static void board(Person office, Day day) {
        office.open("/");
        assertEquals(2, office.page().locator("main .due .clock").count());
        office.reads(day.days);
        office.reads(day.deadline);
        office.follow("page.clock.to-nation");
        Locator matrix = office.page().locator("table.matrix tbody tr");
        assertEquals(20, matrix.count(), "regions");
        assertEquals(19 + 1, matrix.first().locator("td").count(), "measures, and the rows that are ready");
        for (String state : List.of(".zero", ".norun", ".miss")) {
            assertTrue(office.page().locator("table.matrix tbody " + state).count() > 0, state);
        }
        office.reads(day.name);
        office.reads(day.missing);
        assertEquals(20, office.page().locator("main .tile").count());
        office.page().locator("main a[href*='map=statistics']").first().click();
        assertTrue(office.page().url().contains("map=statistics"), office.page().url());
        office.open("/reports?year=" + (YEAR - 1));
        office.reads(day.overdue);
    }

    /** From the board into the report, to the number, its rule, the children behind it, and one of them. */
    private static void aNumberExplainsItself(Person office) {
        office.open("/nation");
        office.page()
                .locator("table.matrix a[href='/reports/" + YEAR + "/" + ATYRAU + "#r1']")
                .click();
        office.page().locator("#r1[open]").waitFor();
        office.page().locator("#r1 table a").first().click();
        Locator why = office.page().locator("#why");
        why.locator("tbody a").first().waitFor();
        office.reads(office.says("page.why.indicator", "").strip());
        why.locator("tbody a[href^='/children/']").first().click();
        assertTrue(office.page().url().contains("/children/"), office.page().url());
    }

    private static void handsIn(Person region, Day day, Api api) {
        region.open("/");
        region.follow("page.clock.to-report");
        region.page().locator("main a[href$='/submission']").first().click();
        region.reads(day.blocked);
        assertEquals(0, region.button(region.says("page.report.step.submit")).count());

        region.open(day.report() + "#r4");
        Locator seminars = region.page().locator("#r4[open] form:has(textarea)");
        seminars.locator("[name=kk]").fill("Семинар келесі тоқсанға шегерілді.");
        seminars.locator("[name=ru]").fill("Семинар перенесён на следующий квартал.");
        seminars.locator("button[type=submit]").click();
        region.page().getByText(region.says("page.report.text.saved")).first().waitFor();
        for (JsonNode row : api.get("/api/reports/" + YEAR + "/" + day.region)
                .expect(200)
                .json()
                .get("measures")) {
            if (row.get("state").asText().equals("not-reported")) {
                String text =
                        "{\"measure\": \"%s\", \"kk\": \"Бұл жылы жүргізілмеді.\", \"ru\": \"В этом году не было.\"}";
                Api.Reply made = api.post(
                        "/api/reports/" + YEAR + "/" + day.region + "/texts",
                        text.formatted(row.get("code").asText()));
                assertTrue(made.status() < 300 || made.status() == 428, made.toString());
            }
        }
        prepare(api, day);
        region.open(day.report() + "/submission");
        region.press("page.report.step.submit");
        region.reads(region.says("page.report.submitted"));
        region.reads(region.says("page.report.unchanged"));
        assertTrue(region.text().matches("(?s).*\\b[0-9a-f]{64}\\b.*"), "what was frozen has a digest");
    }

    /** Another person than the one who hands in. */
    private static void prepare(Api api, Day day) {
        api.post("/api/reports/" + YEAR + "/" + day.region + "/preparation", "{}")
                .expect(200);
    }

    private static void comesBackAndGoesAgain(Person office, Person region, Day day, Api api) {
        office.open("/reports?year=" + YEAR);
        Locator line = office.page().locator("main tbody tr").filter(new Locator.FilterOptions().setHasText(day.name));
        assertTrue(line.innerText().contains(office.says("page.report.state.on-time")), line.innerText());
        line.locator("a").first().click();
        office.page().locator("main a[href$='/submissions/1']").first().click();
        office.follow("page.revision.check");
        office.reads(office.says("page.revision.check.whole"));
        office.page().locator("#return > summary").click();
        office.press("page.report.return");
        office.reads(office.says("report.return.remarks"));
        String remarks = "4: " + day.language() + " – хаттаманың нөмірі";
        office.page().fill("[name=remarks]", remarks);
        office.press("page.report.return");
        office.reads(office.says("page.report.returned"));
        office.reads(remarks);

        region.open("/");
        region.reads(day.returned);
        Children.create(api, day.village, ", \"talents\": [{\"field\": \"sport\", \"identifiedOn\": \"2021-01-10\"}]");
        region.follow("page.clock.to-report");
        region.reads(remarks);
        region.reads(region.says("page.report.changed", 1));
        region.open(day.report() + "/submission");
        region.reads(region.says("report.submit.not-prepared"));
        prepare(api, day);
        region.open(day.report() + "/submission");
        region.press("page.report.step.submit");
        office.open(day.report());
        office.reads(office.says("page.report.revision-on-time", 2));
        office.reads(office.says("page.report.unchanged"));
        try (Workbook report = WorkbookFactory.create(office.download("XLSX").toFile())) {
            String all = cells(report);
            assertTrue(all.contains(day.name), all);
            assertTrue(all.contains(office.says("report.column.indicator")), all);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static String cells(Workbook book) {
        StringBuilder all = new StringBuilder();
        for (Sheet sheet : book) {
            for (Row row : sheet) {
                row.forEach(cell -> all.append(cell).append('\t'));
                all.append('\n');
            }
        }
        return all.toString();
    }

    private static void money(Person office, Day day) {
        office.open("/money/health-camps?year=" + YEAR);
        office.choose("territory", day.region);
        office.choose("source", "local-budget");
        office.fill("planned", "2500000");
        office.press("page.money.add");
        office.reads(office.says("page.money.saved"));
        office.reads(day.name);
        office.open("/money?year=" + YEAR + "&source=local-budget");
        String camps = office.page()
                .locator("main tbody tr")
                .filter(new Locator.FilterOptions().setHasText("13. "))
                .innerText();
        assertTrue(camps.replaceAll("\\D", "").contains("1908") || camps.contains("₸"), camps);
        assertEquals(200, office.open("/measures/health-camps/quotas?year=" + YEAR));
        assertTrue(office.page().locator("main tbody tr").count() > 0, "the camps' quotas");
        office.open("/measures/health-camps/payments?year=" + YEAR);
        assertTrue(office.page().locator("main tbody tr").count() > 0, "the camps' payments");
    }

    /** One place more than is taken: the first nominee gets it, the second is told that there is none. */
    private static void bestTeachers(Person office, Day day, Api api) {
        String quotas = "/measures/teacher-awards/quotas?year=" + YEAR;
        office.open(quotas);
        int taken = office.page().locator("main tbody tr").count() == 0
                ? 0
                : Integer.parseInt(office.page()
                        .locator("main tbody tr td")
                        .nth(3)
                        .innerText()
                        .strip());
        if (office.page().locator("main tbody tr a[href*='set=']").count() > 0) {
            office.page().locator("main tbody tr a[href*='set=']").first().click();
        }
        Locator cap = office.page().locator("#set");
        cap.locator("[name=cap]").fill("101");
        cap.locator("button[type=submit]").click();
        office.reads(office.says("quota.above-most", 100));
        cap.locator("[name=cap]").fill(String.valueOf(taken + 1));
        cap.locator("button[type=submit]").click();
        office.page().getByText(office.says("page.quotas.saved")).first().waitFor();

        long first = nominated(api, day, "Сәуле");
        long second = nominated(api, day, "Бақыт");
        String approve = "page.awards.act.approved";
        office.open("/measures/teacher-awards/awards/" + first);
        office.press(approve);
        office.reads(office.says("page.awards.moved"));
        office.open("/measures/teacher-awards/awards/" + second);
        office.press(approve);
        office.reads(day.full);
        office.open("/measures/teacher-awards/awards?year=" + YEAR);
        assertTrue(office.download("XLSX").toFile().length() > 1000);
    }

    /** A teacher of the region whose pupil won in the republic, proposed and under commission. @return the award's id */
    private static long nominated(Api api, Day day, String name) {
        long school = id(api.post(
                "/api/organisations",
                "{\"kind\": \"school\", \"name\": \"№ 15 мектеп, %s %s\", \"territory\": \"%s\"}"
                        .formatted(day.language(), name, day.village)));
        long teacher = id(api.post(
                "/api/organisations/" + school + "/staff",
                "{\"surname\": \"Оспанова\", \"givenName\": \"%s\", \"position\": \"teacher\", \"validFrom\": \"2015-09-01\"}"
                        .formatted(name)));
        long child = Children.create(
                api,
                day.village,
                ", \"talents\": [{\"field\": \"sport\", \"identifiedOn\": \"2021-01-10\"}]"
                        + ", \"categories\": [{\"category\": \"large-family\", \"validFrom\": \"2020-01-01\"}]");
        api.post(
                        "/api/children/" + child + "/achievements",
                        ("{\"event\": \"Олимпиада\", \"level\": \"republic\", \"field\": \"academic\", \"place\": 1,"
                                        + " \"wonOn\": \"%s\", \"coachId\": %d}")
                                .formatted(TODAY.minusMonths(2), teacher))
                .expect(201);
        String awards = "/api/measures/teacher-awards/awards";
        long award = id(api.post(
                awards,
                ("{\"type\": \"best-teacher\", \"staffId\": %d, \"year\": %d, \"protocolNumber\": \"7\","
                                + " \"protocolDate\": \"%s\"}")
                        .formatted(teacher, YEAR, TODAY)));
        api.post(awards + "/" + award + "/state", "{\"state\": \"commission\"}").expect(200);
        return award;
    }

    private static long id(Api.Reply reply) {
        return reply.expect(201).json().get("id").asLong();
    }
}
