package kz.jolkarta.registry.children;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.TalentField;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.NothingMissed;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.places.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines
class ChildrenTest {
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final String CITY = RegistryWorld.ATYRAU_CITY;

    private final Caller atyrau = RegistryWorld.coordinator(RegistryWorld.ATYRAU);
    private final Caller north = RegistryWorld.coordinator(RegistryWorld.NORTH);
    private final Caller country = RegistryWorld.coordinator("");

    private RegistryWorld world;
    private Children children;
    private Parts parts;

    @BeforeEach
    void open(TestDatabase database) {
        world = new RegistryWorld(database);
        database.clear("child", "staff", "organisation");
        children = new Children(
                database,
                world.audit,
                world.clock,
                world.gazetteer,
                TestTexts.ofClassPath(),
                world.residences(),
                new NothingMissed());
        parts = new Parts(database, world.clock, world.audit);
    }

    static String json(String iin, String more) {
        String number = iin.isEmpty() ? "" : "\"iin\": \"" + iin + "\", ";
        return "{" + number + "\"surname\": \"Сейітқали\", \"givenName\": \"Мөлдір\", \"birthDate\": \"2006-12-11\","
                + " \"sex\": \"FEMALE\", \"territory\": \"" + CITY + "\", \"grade\": 11" + more + "}";
    }

    static Child child(String json) {
        try {
            return JSON.readValue(json, Child.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static Problem refused(org.junit.jupiter.api.function.Executable work) {
        return assertThrows(Problem.class, work);
    }

    private static Set<String> fields(Problem problem) {
        Set<String> fields = new HashSet<>();
        problem.fields().forEach(e -> fields.add(e.field()));
        return fields;
    }

    @Test
    void aChildIsRegisteredWholeAndReadBackWhole() {
        Child made = children.create(atyrau, child(json("061211600012", """
                        , "gradeLetter": "Ә", "language": "kk",
                        "categories": [{"category": "LARGE_FAMILY", "groundKind": "справка", "validFrom": "2026-01-10"}],
                        "talents": [{"field": "SPORT", "subject": "дзюдо", "identifiedOn": "2026-02-01"}],
                        "representatives": [{"name": "Сейітқали Абай", "relation": "FATHER", "phone": "+7 700 000 00 01"}],
                        "consents": [{"purpose": "PROCESSING", "givenOn": "2026-02-01"}],
                        "achievements": [{"event": "Олимпиада", "level": "REGION", "place": 1, "wonOn": "2026-03-01"}]""")));

        Child read = children.open(atyrau, made.id());

        assertEquals("061211600012", read.iin());
        assertEquals(new Place(CITY, "г.Атырау", "Атырау г.а.", "Атырауская область"), read.territory());
        assertFalse(read.rural());
        assertEquals(Category.LARGE_FAMILY, read.categories().get(0).category());
        assertEquals(TalentField.SPORT, read.talents().get(0).field());
        assertEquals(
                read.representatives().get(0).id(), read.consents().get(0).representativeId(), "the only one gave it");
        assertEquals(1, read.achievements().get(0).place());
        assertEquals(List.of(), made.warnings());
        assertEquals(RegistryWorld.TODAY, read.registeredOn());
        assertEquals(
                List.of(Audit.Action.CREATE, Audit.Action.READ),
                world.audited.stream().map(Audit.Entry::action).toList());
        assertTrue(world.audited.stream().allMatch(e -> e.territory().equals(CITY) && e.id() == made.id()));
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        Problem problem = refused(() -> children.create(atyrau, child("""
                {"iin": "061211600013", "surname": "=1+1", "birthDate": "2030-01-01", "territory": "230000000",
                 "grade": 13, "gradeLetter": "?", "language": "xx",
                 "talents": [{"field": "SPORT"}], "representatives": [{"name": "Абай", "phone": "call"}]}""")));
        assertEquals(
                Set.of(
                        "iin",
                        "surname",
                        "givenName",
                        "birthDate",
                        "sex",
                        "territory",
                        "grade",
                        "gradeLetter",
                        "language",
                        "talents[0].identifiedOn",
                        "representatives[0].phone"),
                fields(problem));
    }

    @Test
    void withoutAnIinADocumentAndTheReasonAreNeeded() {
        assertEquals(Set.of("iin"), fields(refused(() -> children.create(atyrau, child(json("", ""))))));
        Child made = children.create(
                atyrau,
                child(json(
                        "",
                        ", \"documentKind\": \"свидетельство о рождении\", \"documentNumber\": \"123\","
                                + " \"noIinReason\": \"ещё не получен\"")));
        assertEquals("123", children.open(atyrau, made.id()).documentNumber());
    }

    @Test
    void anIinThatSaysOtherwiseIsAcceptedWithAWarning() {
        Child made = children.create(
                atyrau,
                child(json("061211600012", "")
                        .replace("2006-12-11", "2006-12-12")
                        .replace("FEMALE", "MALE")));
        assertEquals(2, made.warnings().size());
        assertTrue(
                made.warnings().get(0).message().contains("2006-12-11"),
                made.warnings().toString());
    }

    @Test
    void aChildWithTheSameNamesAndBirthDateIsToldNotRefused() {
        Child first = children.create(atyrau, child(json("061211600012", "")));
        Child twin = children.create(
                atyrau,
                child(json("", ", \"documentKind\": \"а\", \"documentNumber\": \"1\", \"noIinReason\": \"б\"")
                        .replace("Мөлдір", "Молдир")));
        assertTrue(twin.warnings().get(0).message().contains(first.id().toString()));
    }

    @Test
    void aKnownIinIsAConflictThatNamesTheChildOnlyToWhoMaySeeIt() {
        Child known = children.create(atyrau, child(json("061211600012", "")));
        Problem own = refused(() -> children.create(atyrau, child(json("061211600012", ""))));
        assertEquals(Problem.Kind.CONFLICT, own.kind());
        assertEquals(known.id(), own.details().get("id"));
        Problem elsewhere = refused(() ->
                children.create(north, child(json("061211600012", "").replace(CITY, RegistryWorld.NORTH_TOWN))));
        assertEquals(Problem.Kind.CONFLICT, elsewhere.kind());
        assertEquals(Map.of(), elsewhere.details());
    }

    @Test
    void ofManyWhoRegisterTheSameIinAtOnceOneSucceeds() throws Exception {
        ExecutorService offices = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> office = () -> {
                try {
                    children.create(atyrau, child(json("061211600012", "")));
                    return true;
                } catch (Problem conflict) {
                    assertEquals(Problem.Kind.CONFLICT, conflict.kind());
                    return false;
                }
            };
            int made = 0;
            for (Future<Boolean> one :
                    offices.invokeAll(List.of(office, office, office, office, office, office, office, office))) {
                made += one.get() ? 1 : 0;
            }
            assertEquals(1, made);
        } finally {
            offices.shutdown();
        }
    }

    @Test
    void anotherRegionsChildAnswersExactlyAsAnUnknownOne() {
        long id = children.create(atyrau, child(json("061211600012", ""))).id();
        Child same = child(json("061211600012", ""));
        for (long asked : List.of(id, 999_999_999L)) {
            for (Problem problem : List.of(
                    refused(() -> children.open(north, asked)),
                    refused(() -> children.change(north, asked, 1, same)),
                    refused(() -> parts.list(north.user(), PartTable.TALENTS, asked)),
                    refused(() -> parts.end(north.user(), PartTable.TALENTS, asked, 1, 1)))) {
                assertEquals(Problem.Kind.NOT_FOUND, problem.kind());
                assertEquals(Problem.notFound().message(), problem.message());
                assertEquals(Map.of(), problem.details());
            }
        }
    }

    @Test
    void whoMayOnlyReadDoesNotWrite() {
        Caller reader = RegistryWorld.caller(RegistryWorld.ATYRAU, Role.APPROVER);
        Caller administrator = RegistryWorld.caller("", Role.ADMINISTRATOR);
        Child input = child(json("061211600012", ""));
        assertEquals(
                Problem.Kind.FORBIDDEN,
                refused(() -> children.create(reader, input)).kind());
        assertEquals(
                Problem.Kind.FORBIDDEN,
                refused(() -> children.create(north, input)).kind());
        long id = children.create(atyrau, input).id();
        assertEquals(id, children.open(reader, id).id());
        assertEquals(
                Problem.Kind.FORBIDDEN,
                refused(() -> children.change(reader, id, 1, input)).kind());
        TalentEntry talent = new TalentEntry(null, TalentField.SPORT, null, null, RegistryWorld.TODAY);
        assertEquals(
                Problem.Kind.FORBIDDEN,
                refused(() -> parts.add(reader.user(), PartTable.TALENTS, id, talent))
                        .kind());
        assertEquals(
                Problem.Kind.FORBIDDEN,
                refused(() -> children.open(administrator, id)).kind());
    }

    @Test
    void aStaleEditIsRefusedWithTheDifference() {
        Child made = children.create(atyrau, child(json("061211600012", "")));
        Child changed = children.change(atyrau, made.id(), 1, child(json("061211600012", ", \"address\": \"А\"")));
        assertEquals(2, changed.version());
        Problem stale = refused(
                () -> children.change(atyrau, made.id(), 1, child(json("061211600012", ", \"address\": \"Б\""))));
        assertEquals(Problem.Kind.STALE, stale.kind());
        assertEquals(
                "[Difference[field=address, yours=\"Б\", theirs=\"А\"]]",
                stale.details().get("difference").toString());
        assertEquals("address", world.audited.get(world.audited.size() - 1).detail());
    }

    @Test
    void whatWasReadMayBeSentBackAsItIs() {
        Child made = children.create(
                atyrau,
                child(json(
                        "061211600012", ", \"talents\": [{\"field\": \"SPORT\", \"identifiedOn\": \"2026-02-01\"}]")));
        Child read = children.open(atyrau, made.id());
        assertEquals(1, children.change(atyrau, made.id(), 1, read).version(), "nothing was changed");
        Child cut = child(json("061211600012", ", \"talents\": []"));
        assertEquals(Set.of("talents"), fields(refused(() -> children.change(atyrau, made.id(), 1, cut))));
    }

    @Test
    void leavingAndTheArchiveHaveActsOfTheirOwn() {
        Child made = children.create(atyrau, child(json("061211600012", "")));
        for (String state : List.of("LEFT", "ARCHIVED")) {
            Child other = child(json("061211600012", ", \"state\": \"" + state + "\""));
            assertEquals(Set.of("state"), fields(refused(() -> children.change(atyrau, made.id(), 1, other))));
        }
        Child dated = child(json("061211600012", ", \"leftOn\": \"2026-06-01\""));
        assertEquals(Set.of("leftOn"), fields(refused(() -> children.change(atyrau, made.id(), 1, dated))));
    }

    @Test
    void aMoveNeedsTheRightAtBothPlaces() {
        Child made = children.create(atyrau, child(json("061211600012", "")));
        Child moved = child(json("061211600012", "").replace(CITY, RegistryWorld.NORTH_TOWN));
        assertEquals(
                Problem.Kind.FORBIDDEN,
                refused(() -> children.change(atyrau, made.id(), 1, moved)).kind());
        children.change(country, made.id(), 1, moved);
        assertEquals(
                "child.moved-away",
                refused(() -> children.open(atyrau, made.id())).message().key(),
                "the old place is told, and reads the past elsewhere");
        assertEquals(
                "child.moved-away",
                refused(() -> parts.end(atyrau.user(), PartTable.CATEGORIES, made.id(), 1, 2))
                        .message()
                        .key());
        assertEquals(
                1,
                world.database.<Long>read(tx -> tx.number(
                        "select count(*) from child_residence r join child c on c.id = r.child_id where r.territory = '"
                                + CITY + "' and r.valid_to = :yesterday and c.resident_from = :today",
                        Map.of("yesterday", RegistryWorld.TODAY.minusDays(1), "today", RegistryWorld.TODAY))));
        assertEquals(
                RegistryWorld.NORTH_TOWN,
                children.open(north, made.id()).territory().code());
        assertEquals(
                Set.of(CITY, RegistryWorld.NORTH_TOWN),
                Set.copyOf(world.audited.stream()
                        .filter(e -> e.action() == Audit.Action.UPDATE)
                        .map(Audit.Entry::territory)
                        .toList()));
    }

    @Test
    void theThingsAChildHasSeveralOfAreChangedOneByOne() {
        long id = children.create(atyrau, child(json("061211600012", ""))).id();
        var talent = parts.add(
                atyrau.user(),
                PartTable.TALENTS,
                id,
                new TalentEntry(null, TalentField.SPORT, "дзюдо", null, LocalDate.of(2026, 1, 1)));
        assertEquals(2, talent.version());
        var other = new TalentEntry(null, TalentField.ARTS, "домбыра", null, LocalDate.of(2026, 1, 1));
        Problem stale = refused(() -> parts.replace(
                atyrau.user(), PartTable.TALENTS, id, talent.value().id(), 1, other));
        assertEquals(Problem.Kind.STALE, stale.kind());
        parts.replace(atyrau.user(), PartTable.TALENTS, id, talent.value().id(), 2, other);
        assertEquals("домбыра", children.open(atyrau, id).talents().get(0).subject());
        parts.end(atyrau.user(), PartTable.TALENTS, id, talent.value().id(), 3);
        assertEquals(List.of(), children.open(atyrau, id).talents());
    }

    @Test
    void aCategoryEndsAndAConsentIsWithdrawnAndBothAreKept() {
        long id = children.create(atyrau, child(json("061211600012", """
                                , "categories": [{"category": "ASP", "validFrom": "2026-01-10"}],
                                "representatives": [{"name": "Сейітқали Абай"}],
                                "consents": [{"purpose": "PROCESSING", "givenOn": "2026-02-01"}]"""))).id();
        Child whole = children.open(atyrau, id);
        parts.end(
                atyrau.user(),
                PartTable.CATEGORIES,
                id,
                whole.categories().get(0).id(),
                1);
        parts.end(atyrau.user(), PartTable.CONSENTS, id, whole.consents().get(0).id(), 2);
        parts.end(
                atyrau.user(),
                PartTable.REPRESENTATIVES,
                id,
                whole.representatives().get(0).id(),
                3);
        Child after = children.open(atyrau, id);
        assertEquals(RegistryWorld.TODAY, after.categories().get(0).validTo());
        assertEquals(RegistryWorld.TODAY, after.consents().get(0).withdrawnOn());
        assertEquals(null, after.consents().get(0).representativeId());
        assertEquals(List.of(), after.representatives());
        assertEquals(4, after.version());
    }

    @Test
    void diagnosticsAreUnderARightOfTheirOwn() {
        long id = children.create(atyrau, child(json("061211600012", ""))).id();
        Caller psychologist = RegistryWorld.caller(RegistryWorld.ATYRAU, Role.PSYCHOLOGIST);
        DiagnosticEntry entry =
                new DiagnosticEntry(null, LocalDate.of(2026, 10, 1), "матрицы", "42", "38", "вывод", "психолог", null);
        assertEquals(
                Problem.Kind.FORBIDDEN,
                refused(() -> parts.add(atyrau.user(), PartTable.DIAGNOSTICS, id, entry))
                        .kind());
        parts.add(psychologist.user(), PartTable.DIAGNOSTICS, id, entry);
        assertEquals(
                "вывод",
                parts.list(psychologist.user(), PartTable.DIAGNOSTICS, id)
                        .value()
                        .get(0)
                        .conclusion());
        assertEquals(
                Problem.Kind.FORBIDDEN,
                refused(() -> parts.list(atyrau.user(), PartTable.DIAGNOSTICS, id))
                        .kind());
    }

    @Test
    void anUnknownSchoolCoachOrRepresentativeIsNamed() {
        assertEquals(
                Set.of("school"),
                fields(refused(() -> children.create(atyrau, child(json("061211600012", ", \"school\": 77"))))));
        long id = children.create(atyrau, child(json("061211600012", ""))).id();
        ConsentEntry consent = new ConsentEntry(
                null,
                5L,
                kz.jolkarta.core.registry.ConsentPurpose.PUBLICITY,
                RegistryWorld.TODAY,
                null,
                null,
                null,
                null,
                null,
                null);
        assertEquals(
                Set.of("representativeId"),
                fields(refused(() -> parts.add(atyrau.user(), PartTable.CONSENTS, id, consent))));
    }
}
