package kz.jolkarta.registry.departures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.NothingMissed;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.bulk.ChildRecordPages;
import kz.jolkarta.registry.bulk.Choices;
import kz.jolkarta.registry.children.ChildQuery;
import kz.jolkarta.registry.children.Children;
import kz.jolkarta.registry.entitlement.EntitledProposals;
import kz.jolkarta.registry.entitlement.Sweeps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Children of a list are put into an activity, or proposed for support. */
@BothEngines
class ChildRecordPagesTest {
    private Leavers leavers;
    private PageWorld pages;
    private ChildRecordPages records;
    private Caller caller;

    @BeforeEach
    void open(TestDatabase database) {
        leavers = new Leavers(database);
        pages = new PageWorld(leavers.world.clock);
        caller = PageWorld.reader(leavers.coordinator.user());
        var texts = TestTexts.ofClassPath();
        Children children = new Children(
                database,
                leavers.world.audit,
                leavers.world.clock,
                leavers.world.gazetteer,
                texts,
                leavers.world.residences(),
                new NothingMissed());
        Sweeps sweeps = new Sweeps(leavers.ledger, null, leavers.world.gazetteer, texts);
        records = new ChildRecordPages(
                leavers.ledger,
                new Choices(children),
                leavers.activities,
                leavers.participants,
                new EntitledProposals(sweeps, leavers.awards),
                children);
    }

    private static UriInfo address() {
        return PageWorld.address("children/bulk/records/activity");
    }

    private static FormInput ticked(List<Long> ids, String... more) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("id", ids.stream().map(String::valueOf).toList());
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], List.of(more[i + 1]));
        }
        return new FormInput(values, Map.of());
    }

    private Response activity(FormInput input) {
        return records.activity(caller, pages.words, address(), new ChildQuery(), input);
    }

    private Response award(FormInput input) {
        return records.award(caller, pages.words, address(), new ChildQuery(), input);
    }

    @Test
    void anOpenActivityIsChosenAndWhoFindsNoSeatWaits() {
        long day = leavers.openDay(1);
        List<Long> two = List.of(leavers.child(), leavers.child());
        String what = Leavers.TECHNOPARKS + "/" + day;
        String question = activity(ticked(two)).getEntity().toString();
        assertTrue(question.contains("Option[value=" + what), question);
        assertTrue(question.contains("2 children will be entered."), question);
        assertEquals(0, leavers.records.number("select count(*) from participation", Map.of()));
        Response done = activity(ticked(two, "sure", "true", "what", what));
        assertEquals(200, done.getStatus());
        String result = done.getEntity().toString();
        assertTrue(result.contains("With a seat: 1, waiting: 1."), result);
        String again =
                activity(ticked(two, "sure", "true", "what", what)).getEntity().toString();
        assertTrue(again.contains("Takes part already."), again);
    }

    @Test
    void withoutAChoiceTheQuestionComesAgain() {
        Response again = activity(ticked(List.of(leavers.child()), "sure", "true"));
        assertEquals(400, again.getStatus());
        String shown = again.getEntity().toString();
        assertTrue(shown.matches("(?s).*name=what, .*?error=\\p{L}.*"), shown);
    }

    @Test
    void supportIsProposedForTheChildrenThatWereTicked() {
        long child = leavers.child();
        String what = Leavers.CAMPS + "/visit";
        Response done = award(ticked(List.of(child), "sure", "true", "what", what));
        assertEquals(200, done.getStatus());
        assertTrue(
                done.getEntity().toString().contains("1 child is proposed."),
                done.getEntity().toString());
    }
}
