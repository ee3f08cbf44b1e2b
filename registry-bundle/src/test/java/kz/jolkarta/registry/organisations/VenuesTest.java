package kz.jolkarta.registry.organisations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.registry.Venue;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.ResourceHost;
import kz.jolkarta.registry.ResourceHost.Answer;
import kz.jolkarta.registry.records.Crowd;
import kz.jolkarta.registry.records.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines
class VenuesTest {
    private static final String KEY = "230000000";
    private static final String NAME = "Дарынды балалар орталығы";

    private final Caller atyrau = RegistryWorld.coordinator(RegistryWorld.ATYRAU);
    private RegistryWorld world;
    private Venues venues;
    private ResourceHost api;

    @BeforeEach
    void open(TestDatabase database) {
        world = new RegistryWorld(database);
        database.clear("child", "staff", "organisation");
        venues = node();
        api = new ResourceHost(new OrganisationResource(
                        new Organisations(database, world.audit, world.clock, world.gazetteer)))
                .as(atyrau);
    }

    private Venues node() {
        return new Venues(world.database, world.audit, world.clock, world.gazetteer);
    }

    private static Venue venue(String territory, int capacity, String director, Message... objections) {
        Venue.Card card = new Venue.Card(
                KEY,
                OrganisationKind.CENTRE,
                territory,
                new Text(NAME, "Центр", "Centre"),
                "",
                Optional.of(LocalDate.of(2021, 9, 1)),
                capacity,
                director,
                "",
                "");
        return new Venue() {
            @Override
            public Card card() {
                return card;
            }

            @Override
            public List<Message> objections() {
                return List.of(objections);
            }
        };
    }

    private Answer only() {
        Answer list = api.get("organisations?kind=centre");
        assertEquals(1, list.json().get("items").size(), list.text());
        return api.get(
                "organisations/" + list.json().get("items").get(0).get("id").asLong());
    }

    @Test
    void aConfigurationBringsOneOrganisationHoweverOftenTheNodeStarts() {
        venues.keep(venue(RegistryWorld.ATYRAU_CITY, 120, "Сериков Асан"));
        long id = only().json().get("id").asLong();
        node().keep(venue(RegistryWorld.ATYRAU_CITY, 120, "Сериков Асан"));
        Answer kept = only();
        assertEquals(id, kept.json().get("id").asLong());
        assertEquals("\"1\"", ResourceHost.version(kept));
        assertEquals(NAME, kept.json().get("name").asText());
        assertEquals("2021-09-01", kept.json().get("openedOn").asText());
        assertEquals(120, kept.json().get("capacity").asInt());
        assertEquals("Сериков Асан", kept.json().get("director").asText());
        assertEquals(
                List.of(new Audit.Entry(
                        Audit.Action.CREATE, "organisation", id, RegistryWorld.ATYRAU_CITY, "venue " + KEY)),
                world.audited.stream()
                        .filter(e -> e.id() == id && e.action() != Audit.Action.READ)
                        .toList());
    }

    @Test
    void manyNodesThatStartTogetherBringOneOrganisation() {
        try (Crowd crowd = new Crowd()) {
            crowd.all(n -> node().keep(venue(RegistryWorld.ATYRAU_CITY, 120, "")));
        }
        only();
    }

    @Test
    void whatPeopleChangedStaysUntilTheConfigurationSaysSomethingElse() {
        venues.keep(venue(RegistryWorld.ATYRAU_CITY, 120, "Сериков Асан"));
        Answer before = only();
        String path = "organisations/" + before.json().get("id").asLong();
        String edited = before.text().replace("Сериков Асан", "Омарова Дана").replace("120", "150");
        assertEquals(200, api.put(path, "\"1\"", edited).status());
        node().keep(venue(RegistryWorld.ATYRAU_CITY, 120, "Сериков Асан"));
        assertEquals("Омарова Дана", only().json().get("director").asText());
        node().keep(venue(RegistryWorld.ATYRAU_CITY, 200, ""));
        assertEquals(200, only().json().get("capacity").asInt());
        assertEquals("Омарова Дана", only().json().get("director").asText(), "what it leaves open stays");
    }

    @Test
    void anOrganisationThatPeopleEnteredBeforeIsTakenOver() {
        Answer made = api.post(
                "organisations",
                "{\"kind\": \"centre\", \"name\": \"" + NAME + "\", \"territory\": \"" + RegistryWorld.ATYRAU_CITY
                        + "\", \"address\": \"Сәтбаев көшесі, 5\"}");
        assertEquals(201, made.status(), made.text());
        venues.keep(venue(RegistryWorld.ATYRAU_CITY, 120, ""));
        assertEquals(made.json().get("id").asLong(), only().json().get("id").asLong());
        assertEquals("Сәтбаев көшесі, 5", only().json().get("address").asText());
    }

    @Test
    void oneThatMayNotBeKeptIsRefusedInWordsAndNothingIsWritten() {
        Problem unlawful = Refusal.of(
                Problem.Kind.INVALID,
                "venue.ground-missing",
                () -> venues.keep(
                        venue(RegistryWorld.ATYRAU_CITY, 1, "", Message.of("venue.ground-missing", "630000000"))));
        Map.of(Language.KK, "құжатпен", Language.RU, "документ", Language.EN, "document")
                .forEach((language, word) -> {
                    String text = TestTexts.ofClassPath().text(language, unlawful.message());
                    assertTrue(text.contains(word) && text.contains("630000000"), text);
                });
        Refusal.of(Problem.Kind.INVALID, "record.territory-unknown", () -> venues.keep(venue("000000001", 1, "")));
        assertEquals(0, api.get("organisations?kind=centre").json().get("items").size());
    }

    @Test
    void aCentreClosesNoEarlierThanItOpened() {
        String centre = "{\"kind\": \"centre\", \"name\": \"Орталық\", \"territory\": \"" + RegistryWorld.ATYRAU_CITY
                + "\", \"openedOn\": \"2022-01-10\", \"closedOn\": \"%s\", \"capacity\": %d}";
        assertEquals(
                "[\"capacity\",\"closedOn\"]",
                api.post("organisations", String.format(centre, "2022-01-09", -1))
                        .json()
                        .get("fields")
                        .toString());
        assertEquals(
                201,
                api.post("organisations", String.format(centre, "2022-01-10", 0))
                        .status());
    }
}
