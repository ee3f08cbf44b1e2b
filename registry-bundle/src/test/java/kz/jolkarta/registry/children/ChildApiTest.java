package kz.jolkarta.registry.children;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.internal.files.SheetFiles;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.NothingMissed;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.ResourceHost;
import kz.jolkarta.registry.ResourceHost.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines
class ChildApiTest {
    private static final String CITY = RegistryWorld.ATYRAU_CITY;

    private final Caller atyrau = RegistryWorld.coordinator(RegistryWorld.ATYRAU);
    private RegistryWorld world;
    private ResourceHost api;
    private int serial;

    @BeforeEach
    void open(TestDatabase database) {
        world = new RegistryWorld(database);
        database.clear("child", "staff", "organisation");
        var texts = TestTexts.ofClassPath();
        Children children = new Children(
                database, world.audit, world.clock, world.gazetteer, texts, world.residences(), new NothingMissed());
        Parts parts = new Parts(database, world.clock, world.audit);
        ChildFiles files = new ChildFiles(
                database,
                world.audit,
                world.clock,
                world.gazetteer,
                texts,
                new SheetFiles(world.clock),
                new NothingMissed());
        api = new ResourceHost(
                        new ChildResource(children),
                        new CategoryResource(parts),
                        new TalentResource(parts),
                        new RepresentativeResource(parts),
                        new ConsentResource(parts),
                        new AchievementResource(parts),
                        new DiagnosticResource(parts),
                        new ChildrenXlsxResource(files),
                        new ChildrenCsvResource(files))
                .as(atyrau);
    }

    private long make(String surname, String given, String patronymic, String more) {
        serial++;
        Answer made = api.post("children", """
                {"documentKind": "свидетельство", "documentNumber": "%d", "noIinReason": "нет", "surname": "%s",
                 "givenName": "%s", "patronymic": "%s", "birthDate": "2013-05-17", "sex": "female", "territory": "%s"%s}""".formatted(serial, surname, given, patronymic, CITY, more));
        assertEquals(201, made.status(), made.text());
        assertEquals(
                "http://localhost/api/children/" + made.json().get("id"),
                made.headers().get("Location"));
        return made.json().get("id").asLong();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private List<Long> found(String query) {
        Answer answer = api.get("children?" + query);
        assertEquals(200, answer.status(), answer.text());
        List<Long> ids = new ArrayList<>();
        answer.json().get("items").forEach(item -> ids.add(item.get("id").asLong()));
        return ids;
    }

    private List<Long> named(String names) {
        return found("q=" + encoded(names));
    }

    @Test
    void namesAreFoundInAnySpellingAndEitherOrder() {
        long moldir = make("Сүлейменова", "Мөлдір", "Абайқызы", "");
        make("Сулейман", "Айдар", "", "");
        for (String names : List.of(
                "Сүлейменова",
                "сулейменова",
                "СУЛЕЙМЕНОВА Молдир",
                "Мөлдір Сүлейменова",
                "молдир сул",
                "сул мол",
                "Suleimenova",
                "Moldir Abaikyzy",
                "Мөлдір Абай қызы",
                "Сүлейменова Мөлдір Абайқызы")) {
            assertEquals(List.of(moldir), named(names), names);
        }
        assertEquals(2, named("сулейм").size());
        assertEquals(List.of(), named("ейменова"), "never by a middle part");
        assertEquals(List.of(), named("%"));
        assertEquals(List.of(), named("Сүлейменова Айдар"));
    }

    @Test
    void anIinIsFoundWholeAndNeverByAPart() {
        Answer made = api.post("children", ChildrenTest.json("061211600012", ""));
        long id = made.json().get("id").asLong();
        assertEquals(List.of(id), found("iin=061211600012"));
        assertEquals(List.of(id), found("q=061211600012"));
        assertEquals(List.of(), found("iin=0612116000"));
        assertEquals(List.of(), found("q=0612116000"));
        JsonNode row = api.get("children").json().get("items").get(0);
        assertEquals("••••••••0012", row.get("iin").asText());
        assertEquals("Атырауская область", row.get("territory").get("region").asText());
        assertEquals(CITY, row.get("territory").get("code").asText());
        assertFalse(row.get("rural").asBoolean());
        assertEquals("061211600012", api.get("children/" + id).json().get("iin").asText());
    }

    @Test
    void childrenAreFoundByWhatTheyAre() {
        long pupil = make("Аа", "Аа", "", """
                , "grade": 7, "language": "kk",
                "categories": [{"category": "asp", "validFrom": "2026-01-01"},
                               {"category": "orphan", "validFrom": "2026-01-01", "validTo": "2026-02-01"}],
                "talents": [{"field": "military-patriotic", "identifiedOn": "2026-01-01"}],
                "consents": [{"purpose": "processing", "givenOn": "2026-01-01"}],
                "achievements": [{"event": "Турнир", "level": "republic", "wonOn": "2026-01-01"}]""");
        long other = make("Бб", "Бб", "", ", \"grade\": 3, \"state\": \"left\"");
        for (String query : List.of(
                "grade=7",
                "gradeFrom=5&gradeTo=8",
                "category=asp",
                "talent=military-patriotic",
                "talent=MILITARY_PATRIOTIC",
                "level=republic",
                "language=kk",
                "consent=true",
                "state=active")) {
            assertEquals(List.of(pupil), found(query), query);
        }
        assertEquals(List.of(other), found("consent=false"));
        assertEquals(List.of(), found("category=orphan"), "it has ended");
        assertEquals(List.of(pupil, other), found("sex=female&rural=false&bornFrom=2013-01-01&bornTo=2013-12-31"));
        assertEquals(List.of(pupil, other), found("territory=" + RegistryWorld.ATYRAU));
        assertEquals(List.of(), found("territory=" + RegistryWorld.NORTH));
        assertEquals(400, api.get("children?category=none").status());
        assertEquals(400, api.get("children?limit=201").status());
        assertEquals(400, api.get("children?grade=13").status());
    }

    @Test
    void aListIsReadPageByPageInTheOrderOfTheKazakhAlphabet() {
        List<String> alphabet =
                List.of("Абаев", "Әбенов", "Баев", "Ғалиев", "Еділ", "Қасым", "Өтеген", "Ұлан", "Үсен", "Һ");
        List<Long> ids = new ArrayList<>();
        for (int i : new int[] {3, 9, 0, 7, 5, 1, 8, 2, 6, 4}) {
            make(alphabet.get(i), "Дана", "", "");
        }
        List<String> names = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = api.get("children?limit=3&after=" + after).json();
            page.get("items").forEach(item -> {
                names.add(item.get("surname").asText());
                ids.add(item.get("id").asLong());
            });
            after = page.get("next").asText();
        } while (!after.isEmpty());
        assertEquals(alphabet, names);
        List<Long> down = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = api.get("children?sort=-name&limit=4&after=" + next).json();
            page.get("items").forEach(item -> down.add(item.get("id").asLong()));
            next = page.get("next").asText();
        } while (!next.isEmpty());
        java.util.Collections.reverse(down);
        assertEquals(ids, down);
        assertEquals(400, api.get("children?after=!!!").status());
    }

    @Test
    void anEditNamesTheVersionItSaw() {
        long id = make("Аа", "Аа", "", "");
        Answer read = api.get("children/" + id);
        assertEquals("\"1\"", ResourceHost.version(read));
        ObjectNode edited = (ObjectNode) read.json();
        edited.put("address", "ул. Абая, 1");
        assertEquals(428, api.put("children/" + id, "", edited.toString()).status());
        Answer changed = api.put("children/" + id, "\"1\"", edited.toString());
        assertEquals(200, changed.status(), changed.text());
        assertEquals("\"2\"", ResourceHost.version(changed));
        edited.put("address", "ул. Абая, 2");
        Answer stale = api.put("children/" + id, "\"1\"", edited.toString());
        assertEquals(412, stale.status());
        assertEquals(
                "address", stale.json().get("difference").get(0).get("field").asText());
        assertEquals(
                "ул. Абая, 1",
                stale.json().get("difference").get(0).get("theirs").asText());
    }

    @Test
    void whatAChildHasSeveralOfHasAddressesOfItsOwn() {
        long id = make("Аа", "Аа", "", "");
        String talents = "children/" + id + "/talents";
        Answer made = api.post(talents, "{\"field\": \"sport\", \"identifiedOn\": \"2026-01-01\"}");
        assertEquals(201, made.status(), made.text());
        assertEquals("\"2\"", ResourceHost.version(made));
        String one = talents + "/" + made.json().get("id");
        assertEquals(
                428,
                api.put(one, "", "{\"field\": \"arts\", \"identifiedOn\": \"2026-01-01\"}")
                        .status());
        assertEquals(
                "arts",
                api.put(one, "\"2\"", "{\"field\": \"arts\", \"identifiedOn\": \"2026-01-01\"}")
                        .json()
                        .get("field")
                        .asText());
        assertEquals(1, api.get(talents).json().get("items").size());
        assertEquals(204, api.delete(one, "\"3\"").status());
        assertEquals(0, api.get(talents).json().get("items").size());
        for (String[] part : new String[][] {
            {"categories", "{\"category\": \"asp\", \"validFrom\": \"2026-01-01\"}"},
            {"representatives", "{\"name\": \"Абай\", \"relation\": \"father\"}"},
            {"consents", "{\"purpose\": \"publicity\", \"givenOn\": \"2026-01-01\"}"},
            {"achievements", "{\"event\": \"Турнир\", \"level\": \"school\", \"place\": 2, \"wonOn\": \"2026-01-01\"}"}
        }) {
            Answer answer = api.post("children/" + id + "/" + part[0], part[1]);
            assertEquals(201, answer.status(), answer.text());
            assertEquals(400, api.post("children/" + id + "/" + part[0], "{}").status(), part[0]);
        }
        assertEquals(403, api.get("children/" + id + "/diagnostics").status());
        api.as(RegistryWorld.caller(RegistryWorld.ATYRAU, Role.PSYCHOLOGIST));
        Answer result =
                api.post("children/" + id + "/diagnostics", "{\"heldOn\": \"2026-01-01\", \"method\": \"матрицы\"}");
        assertEquals(201, result.status(), result.text());
        assertEquals(
                1,
                api.get("children/" + id + "/diagnostics").json().get("items").size());
    }

    @Test
    void aListIsTakenAwayAsAFileAndThatIsNoted() {
        make("=Аа".substring(1), "Бб", "", ", \"grade\": 7, \"gradeLetter\": \"Ә\"");
        make("Вв", "Гг", "", ", \"talents\": [{\"field\": \"sport\", \"identifiedOn\": \"2026-01-01\"}]");
        Answer csv = api.get("children.csv?sex=female");
        assertEquals(200, csv.status(), csv.text());
        String[] lines = csv.text().split("\r?\n");
        assertEquals(3, lines.length, csv.text());
        assertTrue(lines[1].contains("7Ә") && lines[1].contains("женский"), lines[1]);
        assertTrue(lines[2].contains("спорт"), lines[2]);
        Answer xlsx = api.get("children.xlsx");
        assertEquals(200, xlsx.status());
        assertTrue(xlsx.body().length > 1000 && xlsx.body()[0] == 'P' && xlsx.body()[1] == 'K');
        List<Audit.Entry> exports = world.audited.stream()
                .filter(e -> e.action() == Audit.Action.EXPORT)
                .toList();
        assertEquals(
                List.of("rows=2 filters=sex", "rows=2 filters="),
                exports.stream().map(Audit.Entry::detail).toList());
        api.as(RegistryWorld.caller(RegistryWorld.ATYRAU, Role.APPROVER));
        assertEquals(403, api.get("children.xlsx").status());
    }

    @Test
    void aLongListIsWrittenInPiecesWithoutLossOrRepetition() {
        world.database.run(tx -> {
            for (int i = 0; i < 2005; i++) {
                ChildStore.insert(
                        tx,
                        world.database.nextId(),
                        ChildrenTest.child(ChildrenTest.json(
                                        "",
                                        ", \"documentKind\": \"а\", \"documentNumber\": \"N" + i
                                                + "\", \"noIinReason\": \"б\""))
                                .data(),
                        RegistryWorld.TODAY,
                        world.clock.now());
            }
        });
        String[] lines = api.get("children.csv").text().split("\r?\n");
        assertEquals(2006, lines.length);
        assertEquals(2006, java.util.Arrays.stream(lines).distinct().count());
    }

    @Test
    void anUnknownAddressOrMemberIsRefused() {
        assertEquals(404, api.get("children/12345").status());
        assertEquals(404, api.get("children/abc").status());
        assertEquals(
                400,
                api.post("children", ChildrenTest.json("061211600012", ", \"colour\": 1"))
                        .status());
    }

    @Test
    void aConsentMayBeForOneMaterialOfPublicityOnly() {
        long child = make("Серік", "Аружан", "", "");
        long material = world.database.nextId();
        world.database.run(tx -> tx.update(
                "insert into deliverable (id, measure, type, title, territory, deliverable_year, created_by, created_at)"
                        + " values (:id, 'information-support', 'video', 'Бейне', :territory, 2026, 1, :at)",
                java.util.Map.of("id", material, "territory", CITY, "at", world.clock.now())));
        String path = "children/" + child + "/consents";
        String body = "{\"purpose\": \"%s\", \"givenOn\": \"2026-11-01\", \"deliverableId\": %d}";
        Answer made = api.post(path, body.formatted("publicity", material));
        assertEquals(201, made.status(), made.text());
        assertEquals(material, made.json().get("deliverableId").asLong());
        Answer other = api.post(path, body.formatted("processing", material));
        assertEquals(400, other.status());
        assertEquals("deliverableId", other.json().get("fields").get(0).asText());
        assertEquals(400, api.post(path, body.formatted("publicity", 77)).status());
        assertEquals(1, api.get(path).json().get("items").size());
    }
}
