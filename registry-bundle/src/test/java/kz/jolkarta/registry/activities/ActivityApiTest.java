package kz.jolkarta.registry.activities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.ResourceHost;
import kz.jolkarta.registry.ResourceHost.Answer;
import kz.jolkarta.registry.clashes.ClashResource;
import kz.jolkarta.registry.clashes.Clashes;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Tables;
import org.junit.jupiter.api.Test;

/** From a seminar and an open day to certificates and second marks, over the paths that the pages use. */
@BothEngines(RecordTables.class)
class ActivityApiTest {
    private final RecordWorld world;
    private final ResourceHost api;

    ActivityApiTest(TestDatabase database) {
        world = new RecordWorld(database, RuledMeasures.all());
        Activities activities = new Activities(world.ledger);
        Participants participants = new Participants(world.ledger, activities);
        Marks marks = new Marks(world.ledger, activities);
        // The texts are real; nothing is exported here, so that no sheets are needed.
        Tables texts = new Tables(null, TestTexts.ofClassPath());
        api = new ResourceHost(
                new ActivityResource(activities),
                new ParticipantResource(participants, texts),
                new SessionResource(new Rolls(world.ledger, activities)),
                new MarkResource(marks),
                new UnconfirmedResource(marks),
                new CertificateResource(activities),
                new ClashResource(new Clashes(world.ledger)));
        as(RecordWorld.coordinator(RecordWorld.REGION));
    }

    private void as(User user) {
        api.as(new Caller(user, Language.KK));
    }

    private static long created(Answer answer) {
        assertEquals(201, answer.status(), answer.text());
        return answer.json().get("id").asLong();
    }

    private static Answer done(Answer answer) {
        assertEquals(200, answer.status(), answer.text());
        return answer;
    }

    private static String quoted(String single) {
        return single.replace('\'', '"');
    }

    /** @param more members of the activity, each after a comma */
    private String open(String measure, String type, String more) {
        long id = created(api.post(
                "measures/" + measure + "/activities",
                quoted("{'type': '" + type + "', 'title': 'Іс-шара', 'territory': '" + RecordWorld.DISTRICT
                        + "', 'starts': '" + RecordWorld.TODAY + "'" + more + "}")));
        String path = "measures/" + measure + "/activities/" + id;
        done(api.post(path + "/state", quoted("{'state': 'open'}")));
        return path;
    }

    private long applied(String path, String field, long person) {
        Answer answer = done(api.post(path + "/participants", quoted("{'" + field + "': [" + person + "]}")));
        return answer.json().get("items").get(0).get("id").asLong();
    }

    private long rolled(String path, long participation) {
        return created(api.post(
                path + "/sessions",
                quoted("{'heldOn': '" + RecordWorld.TODAY + "', 'present': [" + participation + "]}")));
    }

    @Test
    void aCodeThatWasShownConfirmsAPresence() {
        String path = open("technoparks", "open-day", "");
        long who = applied(path, "childIds", world.child(RecordWorld.VILLAGE));
        String session = path + "/sessions/" + rolled(path, who) + "/marks";
        assertEquals(
                who,
                done(api.get(path + "/unconfirmed"))
                        .json()
                        .get("items")
                        .get(0)
                        .get("participationId")
                        .asLong());
        Answer code = api.post(session + "/code", "{\"minutes\": 5}");
        assertEquals(201, code.status(), code.text());

        as(RecordWorld.user(2, RecordWorld.REGION, Role.COORDINATOR));
        Answer wrong = api.post(session + "/entered", quoted("{'participation': " + who + ", 'code': 'WRONGONE'}"));
        assertEquals(400, wrong.status(), wrong.text());
        done(api.post(
                session + "/entered",
                quoted("{'participation': " + who + ", 'code': '"
                        + code.json().get("code").asText() + "'}")));
        assertEquals(
                1,
                done(api.post(session, quoted("{'kind': 'organiser', 'participations': [" + who + "]}")))
                        .json()
                        .get("marked")
                        .asInt());
        assertEquals(2, done(api.get(session)).json().get("items").size());
        assertEquals(0, done(api.get(path + "/unconfirmed")).json().get("items").size());
        assertEquals(
                1,
                done(api.get(path + "/participants"))
                        .json()
                        .get("items")
                        .get(0)
                        .get("confirmed")
                        .asInt());
    }

    @Test
    void aCertificateIsFoundByItsNumberAndALeaderNarrowsTheList() {
        long leader = world.staff(RecordWorld.DISTRICT, "METHODIST");
        String path = open("seminars", "seminar", ", 'hours': 18, 'leaderId': " + leader);
        long who = applied(path, "staffIds", world.staff(RecordWorld.DISTRICT, "TEACHER"));
        rolled(path, who);
        done(api.post(path + "/state", quoted("{'state': 'held'}")));
        String number = done(api.get(path + "/participants"))
                .json()
                .get("items")
                .get(0)
                .get("certificate")
                .asText();
        assertEquals(
                who,
                done(api.get("certificates/" + number))
                        .json()
                        .get("participationId")
                        .asLong());
        assertEquals(404, api.get("certificates/4-2026-0-1").status());
        for (String query : List.of("?leader=" + leader, "?leader=" + (leader + 1))) {
            assertEquals(
                    query.endsWith("=" + leader) ? 1 : 0,
                    done(api.get("measures/seminars/activities" + query))
                            .json()
                            .get("items")
                            .size());
        }
    }

    @Test
    void clashesAreListedByKindAndAWrongKindIsTold() {
        done(api.get("clashes"));
        Answer answer = done(api.get("clashes?kind=two-sessions&year=2025&territory=" + RecordWorld.DISTRICT));
        assertFalse(answer.json().get("items").iterator().hasNext());
        assertEquals(400, api.get("clashes?kind=three-sessions").status());
        assertEquals(400, api.get("clashes?year=soon").status());
    }
}
