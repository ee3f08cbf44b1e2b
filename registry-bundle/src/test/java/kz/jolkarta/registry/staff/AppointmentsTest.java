package kz.jolkarta.registry.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.ResourceHost;
import kz.jolkarta.registry.ResourceHost.Answer;
import kz.jolkarta.registry.organisations.OrganisationResource;
import kz.jolkarta.registry.organisations.Organisations;
import kz.jolkarta.registry.records.Crowd;
import kz.jolkarta.registry.records.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Measure 3: coordinators of the methodical cabinets. */
@BothEngines
class AppointmentsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);

    private RegistryWorld world;
    private Appointments appointments;
    private ResourceHost api;
    private long cabinet;
    private long aigul;
    private long marat;

    @BeforeEach
    void open(TestDatabase database) {
        world = new RegistryWorld(database);
        database.clear("appointment", "child", "staff", "organisation");
        Organisations organisations = new Organisations(database, world.audit, world.clock, world.gazetteer);
        Staff staff = new Staff(database, world.audit, world.clock, organisations);
        appointments = new Appointments(database, world.audit, world.clock, organisations);
        api = new ResourceHost(
                        new OrganisationResource(organisations),
                        new OrganisationStaffResource(staff),
                        new AppointmentResource(appointments),
                        new CabinetResource(appointments))
                .as(RegistryWorld.coordinator(RegistryWorld.ATYRAU));
        cabinet = organisation("cabinet", "Атырау әдістемелік кабинеті");
        aigul = member(cabinet, "Айгүл");
        marat = member(cabinet, "Марат");
    }

    private long organisation(String kind, String name) {
        return created(api.post(
                "organisations",
                "{\"kind\": \"" + kind + "\", \"name\": \"" + name + "\", \"territory\": \"" + RegistryWorld.ATYRAU_CITY
                        + "\"}"));
    }

    private long member(long organisation, String name) {
        return created(api.post(
                "organisations/" + organisation + "/staff",
                "{\"surname\": \"Сынақова\", \"givenName\": \"" + name
                        + "\", \"position\": \"coordinator\", \"validFrom\": \"2020-09-01\"}"));
    }

    private static long created(Answer answer) {
        assertEquals(201, answer.status(), answer.text());
        return answer.json().get("id").asLong();
    }

    private Answer appoint(long organisation, long staff, String from, String to) {
        String end = to.isEmpty() ? "" : ", \"to\": \"" + to + "\"";
        return api.post(
                "organisations/" + organisation + "/appointments",
                "{\"staffId\": " + staff + ", \"orderNumber\": \"15-б\", \"orderDate\": \"2024-08-20\", \"from\": \""
                        + from + "\"" + end + "}");
    }

    @Test
    void aCabinetHasAtMostOneActingCoordinator() {
        long id = created(appoint(cabinet, aigul, "2024-09-01", ""));
        Answer second = appoint(cabinet, marat, "2025-09-01", "");
        assertEquals(409, second.status());
        assertEquals(id, second.json().get("appointment").asLong());
        Answer ended = api.post(
                "organisations/" + cabinet + "/appointments/" + id + "/end", "\"1\"", "{\"to\": \"2025-08-31\"}");
        assertEquals(200, ended.status(), ended.text());
        created(appoint(cabinet, marat, "2025-09-01", ""));
    }

    @Test
    void theRefusalOfASecondCoordinatorIsToldInThreeLanguages() {
        created(appoint(cabinet, aigul, "2024-09-01", ""));
        User user = RegistryWorld.coordinator(RegistryWorld.ATYRAU).user();
        Problem refused = Refusal.of(
                Problem.Kind.CONFLICT,
                "appointment.one-acting",
                () -> appointments.appoint(user, cabinet, new AppointmentInput(marat, "15-б", FIRST, FIRST, null)));
        Map.of(
                        Language.KK,
                        "Кабинетте бір мезгілде бір ғана үйлестіруші жұмыс істейді",
                        Language.RU,
                        "В кабинете одновременно действует только один координатор",
                        Language.EN,
                        "A cabinet has one acting coordinator at a time")
                .forEach((language, told) -> {
                    String text = TestTexts.ofClassPath().text(language, refused.message());
                    assertTrue(text.startsWith(told), text);
                });
    }

    @Test
    void anAppointmentEndsByDateAndIsNeverDeleted() {
        long id = created(appoint(cabinet, aigul, "2024-09-01", "2025-05-31"));
        created(appoint(cabinet, marat, "2025-06-01", ""));
        Answer list = api.get("organisations/" + cabinet + "/appointments");
        assertEquals(2, list.json().get("items").size());
        assertEquals(id, list.json().get("items").get(1).get("id").asLong());
        assertEquals("2025-05-31", list.json().get("items").get(1).get("to").asText());
        Answer prolonged = api.post(
                "organisations/" + cabinet + "/appointments/" + id + "/end", "\"1\"", "{\"to\": \"2025-12-31\"}");
        assertEquals(400, prolonged.status(), "what is over is not prolonged");
    }

    @Test
    void onlyACabinetHasACoordinatorAndOnlyOneOfItsOwnStaff() {
        long school = organisation("school", "№ 42 мектеп");
        long teacher = member(school, "Дәулет");
        assertEquals(409, appoint(school, teacher, "2024-09-01", "").status());
        assertEquals(400, appoint(cabinet, teacher, "2024-09-01", "").status());
    }

    @Test
    void anAppointmentNeedsItsOrderAndDoesNotBeginBeforeIt() {
        assertEquals(400, appoint(cabinet, aigul, "2024-08-01", "").status());
        Answer bare = api.post("organisations/" + cabinet + "/appointments", "{\"staffId\": " + aigul + "}");
        assertEquals(
                "[\"orderNumber\",\"orderDate\",\"from\"]",
                bare.json().get("fields").toString());
    }

    @Test
    void cabinetsWithoutACoordinatorAreListed() {
        long empty = organisation("cabinet", "Құлсары әдістемелік кабинеті");
        created(appoint(cabinet, aigul, "2024-09-01", ""));
        assertEquals(2, api.get("cabinets").json().get("items").size());
        Answer without = api.get("cabinets?covered=false");
        assertEquals(1, without.json().get("items").size());
        assertEquals(empty, without.json().get("items").get(0).get("id").asLong());
        assertEquals(
                aigul,
                api.get("cabinets?covered=true")
                        .json()
                        .get("items")
                        .get(0)
                        .get("staffId")
                        .asLong());
    }

    @Test
    void cabinetsOfOtherRegionsAreUnknown() {
        api.as(RegistryWorld.coordinator(RegistryWorld.NORTH));
        assertEquals(404, api.get("organisations/" + cabinet + "/appointments").status());
        assertEquals(404, appoint(cabinet, aigul, "2024-09-01", "").status());
        assertEquals(0, api.get("cabinets").json().get("items").size());
    }

    @Test
    void sixteenAppointingAtOnceAppointOne() {
        User user = RegistryWorld.coordinator(RegistryWorld.ATYRAU).user();
        AtomicInteger appointed = new AtomicInteger();
        try (Crowd crowd = new Crowd()) {
            crowd.all(i -> {
                try {
                    appointments.appoint(
                            user,
                            cabinet,
                            new AppointmentInput(i % 2 == 0 ? aigul : marat, "15-б", FIRST, FIRST, null));
                    appointed.incrementAndGet();
                } catch (Problem taken) {
                    assertEquals("appointment.one-acting", taken.message().key());
                }
            });
        }
        assertEquals(1, appointed.get());
    }
}
