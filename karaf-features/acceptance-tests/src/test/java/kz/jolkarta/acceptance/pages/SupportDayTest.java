package kz.jolkarta.acceptance.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import kz.jolkarta.acceptance.Children;
import kz.jolkarta.acceptance.DemoNode;
import kz.jolkarta.acceptance.Node;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a coordinator does for several children: marks who was there, proposes support, and is told why somebody cannot have it. */
@ExtendWith({kz.jolkarta.acceptance.pages.Browser.class, DemoNode.class})
class SupportDayTest {
    private static final String VILLAGE = "233633100";
    private static final String GIFTED = ", \"talents\": [{\"field\": \"sport\", \"identifiedOn\": \"2021-01-10\"}]";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Almaty"));
    private static final Map<String, String> REFUSED = Map.of(
            "kk", "Қазір ұсынуға болмайды.",
            "ru", "Сейчас предложить нельзя.",
            "en", "This cannot be proposed now.");

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void presenceIsMarkedAndSupportProposed(String language, Node node, Browser browser) {
        long present = Children.create(node.api(), VILLAGE, GIFTED);
        long absent = Children.create(node.api(), VILLAGE, "");
        Club club = Club.open(node.api(), present, absent);
        try (Person coordinator = Person.with(node, browser, language, "coordinator@230000000")) {
            rollIsMarked(coordinator, club);
            refused(coordinator, absent, language);
            proposed(coordinator, present);
            assertEquals(List.of(), coordinator.complaints());
        }
    }

    private static void rollIsMarked(Person coordinator, Club club) {
        Page page = coordinator.page();
        coordinator.open("/measures/coverage/activities");
        page.locator("main a[href='" + club.page() + "']").first().click();
        coordinator.follow("page.activities.tab.sessions");
        page.fill("[name=heldOn]", TODAY.toString());
        page.fill("[name=topic]", "Дебют");
        page.check("[name=present][value='" + club.participants().get(0) + "']");
        coordinator.press("page.activities.mark-roll");
        coordinator.told("page.activities.roll-marked");
        String roll = coordinator.text();
        assertTrue(roll.contains("Дебют"), roll);
        assertTrue(roll.contains(coordinator.says("page.activities.present")), roll);
        assertTrue(roll.contains(coordinator.says("page.activities.absent")), roll);
    }

    /** Every condition stands there, held or not; what was typed stays. */
    private static void refused(Person coordinator, long child, String language) {
        Page page = coordinator.page();
        coordinator.open("/measures/stipends/awards/new?type=state&child=" + child);
        page.fill("[name=from]", TODAY.withDayOfMonth(1).toString());
        page.selectOption("[name=source]", new SelectOption().setIndex(1));

        page.check("[name='fields.category'][value=b]");
        page.fill("[name=amount]", "50000");
        coordinator.press("page.awards.propose");
        page.locator("main .notice.late[role=alert]").waitFor();
        assertTrue(page.locator(".refuse li.x").count() > 0, "what does not hold is marked: " + coordinator.text());
        assertEquals("50000", page.inputValue("[name=amount]").replaceAll("\\D", ""));
        assertTrue(coordinator.text().contains(REFUSED.get(language)), coordinator.text());
    }

    private static void proposed(Person coordinator, long child) {
        Page page = coordinator.page();
        coordinator.open("/measures/health-camps");
        page.locator("main a[href='/measures/health-camps/awards']").first().click();
        coordinator.follow("page.awards.propose");
        page.fill("main form[role=search] [name=q]", "Сейткали Молдир");
        page.press("main form[role=search] [name=q]", "Enter");
        page.locator("main a[href*='child=" + child + "']").first().click();
        page.selectOption("[name=source]", new SelectOption().setIndex(1));
        page.fill("[name=amount]", "150000");
        coordinator.press("page.awards.propose");
        coordinator.told("page.awards.proposed");
        assertTrue(coordinator.text().contains("Сейітқали"), coordinator.text());
    }
}
