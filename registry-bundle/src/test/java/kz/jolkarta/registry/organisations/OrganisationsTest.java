package kz.jolkarta.registry.organisations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.ResourceHost;
import kz.jolkarta.registry.ResourceHost.Answer;
import kz.jolkarta.registry.staff.OrganisationStaffResource;
import kz.jolkarta.registry.staff.Staff;
import kz.jolkarta.registry.staff.StaffResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines
class OrganisationsTest {
    private static final String CITY = RegistryWorld.ATYRAU_CITY;

    private final Caller atyrau = RegistryWorld.coordinator(RegistryWorld.ATYRAU);
    private final Caller north = RegistryWorld.coordinator(RegistryWorld.NORTH);
    private RegistryWorld world;
    private ResourceHost api;

    @BeforeEach
    void open(TestDatabase database) {
        world = new RegistryWorld(database);
        database.clear("child", "staff", "organisation");
        Organisations organisations = new Organisations(database, world.audit, world.clock, world.gazetteer);
        Staff staff = new Staff(database, world.audit, world.clock, organisations);
        api = new ResourceHost(
                        new OrganisationResource(organisations),
                        new OrganisationStaffResource(staff),
                        new StaffResource(staff))
                .as(atyrau);
    }

    private static String school(String name, String more) {
        return "{\"kind\": \"school\", \"name\": \"" + name + "\", \"territory\": \"" + CITY + "\"" + more + "}";
    }

    private long make(String name, String more) {
        Answer made = api.post("organisations", school(name, more));
        assertEquals(201, made.status(), made.text());
        return made.json().get("id").asLong();
    }

    @Test
    void aSchoolIsKeptWithItsAttributes() {
        long id = make("№ 42 жалпы білім беретін мектеп", ", \"smallSchool\": true, \"bin\": \"170640023876\"");
        Answer read = api.get("organisations/" + id);
        assertEquals(true, read.json().get("smallSchool").asBoolean());
        assertEquals("г.Атырау", read.json().get("territory").get("name").asText());
        assertEquals("\"1\"", ResourceHost.version(read));
    }

    @Test
    void wrongFieldsAreNamed() {
        Answer answer = api.post(
                "organisations",
                "{\"kind\": \"camp\", \"name\": \"?\", \"territory\": \"000000001\", \"bin\": \"1\", \"smallSchool\": true}");
        assertEquals(400, answer.status());
        assertEquals(
                "[\"territory\",\"bin\",\"name\",\"smallSchool\"]",
                answer.json().get("fields").toString());
    }

    @Test
    void theSameOrganisationIsNotMadeTwice() {
        long id = make("№ 42 мектеп-гимназия", ", \"bin\": \"170640023876\"");
        Answer spelled = api.post("organisations", school("№42 МЕКТЕП - ГИМНАЗИЯ", ""));
        assertEquals(409, spelled.status());
        assertEquals(id, spelled.json().get("id").asLong());
        assertEquals(
                409,
                api.post("organisations", school("Другая", ", \"bin\": \"170640023876\""))
                        .status());
    }

    @Test
    void organisationsAreFoundByWordsInAnySpellingAndOnlyInOnesTerritories() {
        long id = make("№ 42 жалпы білім беретін мектеп", "");
        make("Дарын орталығы", "");
        for (String q : List.of("42 мектеп", "мектеп 42", "билим беретин", "MEKTEP")) {
            Answer found = api.get("organisations?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
            assertEquals(1, found.json().get("items").size(), q);
            assertEquals(id, found.json().get("items").get(0).get("id").asLong());
        }
        assertEquals(
                2,
                api.get("organisations?kind=school&territory=" + CITY)
                        .json()
                        .get("items")
                        .size());
        JsonPages.assertWhole(api, "organisations?limit=1&after=", 2);
        api.as(north);
        assertEquals(0, api.get("organisations").json().get("items").size());
        assertEquals(404, api.get("organisations/" + id).status());
        assertEquals(
                404, api.put("organisations/" + id, "\"1\"", school("X", "")).status());
        assertEquals(403, api.post("organisations", school("Мектеп", "")).status());
    }

    @Test
    void anEditNamesTheVersionItSaw() {
        long id = make("Мектеп", "");
        assertEquals(
                428, api.put("organisations/" + id, "", school("Лицей", "")).status());
        assertEquals(
                200,
                api.put("organisations/" + id, "\"1\"", school("Лицей", "")).status());
        Answer stale = api.put("organisations/" + id, "\"1\"", school("Гимназия", ""));
        assertEquals(412, stale.status());
        assertEquals(
                "Лицей", stale.json().get("difference").get(0).get("theirs").asText());
        api.as(RegistryWorld.caller(RegistryWorld.ATYRAU, Role.ANALYST));
        assertEquals(
                403,
                api.put("organisations/" + id, "\"2\"", school("Гимназия", "")).status());
    }

    @Test
    void staffBelongsToAnOrganisation() {
        long id = make("Мектеп", "");
        String teacher =
                "{\"surname\": \"Әлиева\", \"givenName\": \"Дана\", \"position\": \"teacher\", \"validFrom\": \"2020-09-01\"}";
        Answer made = api.post("organisations/" + id + "/staff", teacher);
        assertEquals(201, made.status(), made.text());
        long member = made.json().get("id").asLong();
        assertEquals(
                1, api.get("organisations/" + id + "/staff").json().get("items").size());
        assertEquals(
                1,
                api.get("staff?q=" + URLEncoder.encode("алиева", StandardCharsets.UTF_8) + "&position=teacher")
                        .json()
                        .get("items")
                        .size());
        assertEquals(428, api.put("staff/" + member, "", teacher).status());
        String director = teacher.replace("teacher", "director");
        assertEquals(200, api.put("staff/" + member, "\"1\"", director).status());
        assertEquals(412, api.put("staff/" + member, "\"1\"", teacher).status());
        assertEquals(
                400,
                api.post("organisations/" + id + "/staff", "{\"surname\": \"1\"}")
                        .status());
        api.as(north);
        assertEquals(404, api.get("staff/" + member).status());
        assertEquals(404, api.put("staff/" + member, "\"2\"", director).status());
        assertEquals(404, api.get("organisations/" + id + "/staff").status());
        assertEquals(404, api.post("organisations/" + id + "/staff", teacher).status());
        assertEquals(0, api.get("staff").json().get("items").size());
    }

    /** Reads a list to its end. */
    private static final class JsonPages {
        static void assertWhole(ResourceHost api, String path, int size) {
            int read = 0;
            String after = "";
            do {
                var page = api.get(path + after).json();
                read += page.get("items").size();
                after = page.get("next").asText();
            } while (!after.isEmpty());
            assertEquals(size, read);
        }
    }
}
