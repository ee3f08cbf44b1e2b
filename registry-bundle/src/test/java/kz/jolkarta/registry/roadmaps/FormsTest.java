package kz.jolkarta.registry.roadmaps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class FormsTest {
    static final User ADMINISTRATOR = RecordWorld.user(9, "", Role.ADMINISTRATOR);

    private RecordWorld world;
    private Forms forms;

    @BeforeEach
    void open(TestDatabase database) {
        database.clear("road_map_step", "road_map", "road_map_form");
        world = new RecordWorld(database);
        forms = new Forms(world.ledger);
    }

    static FormContent oneField(String code) {
        return content(new FormField(code, FormField.Kind.TEXT, true, names("Мақсаттар"), List.of()));
    }

    private static FormContent content(FormField... fields) {
        return new FormContent(List.of(new FormSection("plan", names("Жоспар"), List.of(fields))));
    }

    static FormNames names(String kk) {
        return new FormNames(kk, "Цели", "Goals");
    }

    @Test
    void theFirstVersionIsPublishedOnceOnTheFirstStart() {
        new Forms(world.ledger);
        List<RoadMapForm> all = forms.list(ADMINISTRATOR);
        assertEquals(1, all.size());
        assertEquals(1, all.get(0).number());
        assertEquals(FormState.PUBLISHED, all.get(0).state());
        assertEquals(RecordWorld.TODAY, all.get(0).publishedOn());
        assertEquals(Forms.shipped().sections(), all.get(0).sections());
    }

    @Test
    void aNodeOfTheEarlierFormGetsTheWholeOneOnceAndKeepsTheOther(TestDatabase database) {
        database.clear("road_map_form");
        database.run(tx -> FormStore.insert(
                tx,
                77,
                1,
                Forms.read(Forms.EARLIER),
                Optional.of(RecordWorld.TODAY),
                0,
                world.ledger.clock().now()));
        new Forms(world.ledger);
        new Forms(world.ledger);
        List<RoadMapForm> all = forms.list(ADMINISTRATOR);
        assertEquals(List.of(2, 1), all.stream().map(RoadMapForm::number).toList());
        assertEquals(Forms.shipped(), all.get(0).content());
        assertEquals(Forms.read(Forms.EARLIER), all.get(1).content());
        Set<String> codes = Forms.shipped().fields().map(FormField::code).collect(Collectors.toSet());
        assertTrue(Forms.read(Forms.EARLIER).fields().allMatch(f -> codes.contains(f.code())));
    }

    @Test
    void theOfficesOwnFormIsNotPushedAside(TestDatabase database) {
        database.clear("road_map_form");
        database.run(tx -> FormStore.insert(
                tx,
                77,
                1,
                oneField("goals"),
                Optional.of(RecordWorld.TODAY),
                9,
                world.ledger.clock().now()));
        new Forms(world.ledger);
        assertEquals(1, forms.list(ADMINISTRATOR).size());

        database.clear("road_map_form");
        database.run(tx -> {
            Instant now = world.ledger.clock().now();
            FormStore.insert(tx, 77, 1, Forms.read(Forms.EARLIER), Optional.of(RecordWorld.TODAY), 0, now);
            FormStore.insert(tx, 78, 2, oneField("goals"), Optional.empty(), 9, now);
        });
        new Forms(world.ledger);
        assertEquals(2, forms.list(ADMINISTRATOR).size());
    }

    @Test
    void theShippedFormHasTheTenPartsOfTheIndividualRoadMap() {
        Forms.shipped().check();
        assertEquals(
                EnumSet.allOf(FormSection.Kind.class),
                EnumSet.copyOf(Forms.shipped().sections().stream()
                        .map(FormSection::kind)
                        .toList()));
        assertEquals(10, Forms.shipped().sections().size());
        assertEquals(Readers.DIAGNOSTICS, Forms.shipped().readers("diagnostics-advice"));
        assertEquals(Readers.ALL, Forms.shipped().readers("goals"));
    }

    @Test
    void aFormGoesOutAsAFileAndComesBackAsADraft() throws IOException {
        RoadMapForm shipped = forms.list(ADMINISTRATOR).get(0);
        byte[] file = Json.mapper().writeValueAsBytes(FormFile.of(shipped));
        RoadMapForm draft = forms.create(
                ADMINISTRATOR, Json.mapper().readValue(file, FormFile.class).content());
        assertEquals(shipped.content(), draft.content());
        assertEquals(FormState.DRAFT, draft.state());
        assertEquals(List.of(), forms.changes(ADMINISTRATOR, draft.id(), Optional.empty()));
    }

    @Test
    void anotherFileIsNoForm() {
        Problem refused =
                Refusal.of(Kind.INVALID, "roadmap.form-file", () -> new FormFile("letter", 2, 1, List.of()).content());
        assertEquals(
                List.of("format", "formatVersion"),
                refused.fields().stream().map(Problem.FieldError::field).toList());
    }

    @Test
    void whatDiffersBetweenTwoVersionsIsTold() {
        RoadMapForm shipped = forms.list(ADMINISTRATOR).get(0);
        List<FormField> plan = List.of(
                new FormField("goals", FormField.Kind.TEXT, true, names("Мақсаттар"), List.of()),
                new FormField("dreams", FormField.Kind.TEXT, false, names("Армандар"), List.of()));
        RoadMapForm draft = forms.create(
                ADMINISTRATOR, new FormContent(List.of(new FormSection("aims", names("Мақсаттар"), plan))));
        List<FormChange> changes = forms.changes(ADMINISTRATOR, draft.id(), Optional.of(shipped.id()));
        assertTrue(changes.contains(new FormChange(
                FormChange.Kind.ADDED, "aims/dreams", null, names("Армандар").text())));
        assertEquals(
                List.of(FormChange.Kind.MOVED, FormChange.Kind.RENAMED, FormChange.Kind.CHANGED),
                changes.stream()
                        .filter(c -> c.path().equals("aims/goals"))
                        .map(FormChange::kind)
                        .toList());
        assertTrue(changes.stream()
                .anyMatch(c -> c.kind() == FormChange.Kind.REMOVED && c.path().equals("passport/coordinator")));
        Refusal.of(
                Kind.INVALID, "roadmap.form-unknown", () -> forms.changes(ADMINISTRATOR, draft.id(), Optional.of(1L)));
    }

    @Test
    void aDraftIsGivenUpAndAPublishedVersionIsNot() {
        RoadMapForm shipped = forms.list(ADMINISTRATOR).get(0);
        RoadMapForm draft = forms.copy(ADMINISTRATOR, shipped.id());
        assertEquals(shipped.content(), draft.content());
        Refusal.of(Kind.STALE, "problem.stale", () -> forms.discard(ADMINISTRATOR, draft.id(), draft.version() + 1));
        forms.discard(ADMINISTRATOR, draft.id(), draft.version());
        assertEquals(1, forms.list(ADMINISTRATOR).size());
        Refusal.of(
                Kind.CONFLICT,
                "roadmap.form-published",
                () -> forms.discard(ADMINISTRATOR, shipped.id(), shipped.version()));
    }

    @Test
    void whatTheRegistryFillsInStandsOnceAndNeedsNoField() {
        FormSection achievements =
                new FormSection("achievements", FormSection.Kind.ACHIEVEMENTS, null, names("Жетістіктері"), List.of());
        FormSection again = new FormSection("wins", FormSection.Kind.ACHIEVEMENTS, null, names("Жеңістері"), List.of());
        forms.create(ADMINISTRATOR, new FormContent(List.of(achievements)));
        Refusal.of(
                Kind.INVALID, "roadmap.form-kind-twice", () -> new FormContent(List.of(achievements, again)).check());
        Refusal.of(
                Kind.INVALID,
                "record.required",
                () -> new FormContent(List.of(new FormSection("empty", names("Бос"), List.of()))).check());
    }

    @Test
    void aDraftIsChangedUntilItIsPublishedAndNeverAfterwards() {
        RoadMapForm draft = forms.create(ADMINISTRATOR, oneField("goals"));
        assertEquals(2, draft.number());
        RoadMapForm changed = forms.update(ADMINISTRATOR, draft.id(), draft.version(), oneField("aims"));
        assertEquals(
                "aims", changed.content().fields().findFirst().orElseThrow().code());
        Refusal.of(
                Kind.STALE,
                "problem.stale",
                () -> forms.update(ADMINISTRATOR, draft.id(), draft.version(), oneField("goals")));

        RoadMapForm published =
                forms.publish(ADMINISTRATOR, draft.id(), OptionalInt.of(changed.version()), Optional.empty());
        assertEquals(RecordWorld.TODAY, published.publishedOn());
        Problem refused = Refusal.of(
                Kind.CONFLICT,
                "roadmap.form-published",
                () -> forms.update(ADMINISTRATOR, draft.id(), published.version(), oneField("goals")));
        assertEquals(
                "Нысанның 2-нұсқасы жарияланған және өзгертілмейді: жаңа нұсқасын жасаңыз.",
                TestTexts.ofClassPath().text(Language.KK, refused.message()));
        assertEquals(
                "Версия 2 формы опубликована и не меняется: создайте новую версию.",
                TestTexts.ofClassPath().text(Language.RU, refused.message()));
        assertEquals(
                "Version 2 of the form is published and does not change: make a new version.",
                TestTexts.ofClassPath().text(Language.EN, refused.message()));
        Refusal.of(
                Kind.CONFLICT,
                "roadmap.form-published",
                () -> forms.publish(ADMINISTRATOR, draft.id(), OptionalInt.empty(), Optional.empty()));
        assertTrue(world.audited.stream().anyMatch(e -> e.kind().equals("road-map-form") && e.id() == draft.id()));
    }

    @Test
    void thereIsOneDraftAtATime() {
        forms.create(ADMINISTRATOR, oneField("goals"));
        Refusal.of(Kind.CONFLICT, "roadmap.form-draft", () -> forms.create(ADMINISTRATOR, oneField("aims")));
    }

    @Test
    void aRegionDoesNotChangeTheFormOfTheCountry() {
        User regional = RecordWorld.user(9, RecordWorld.REGION, Role.ADMINISTRATOR);
        Refusal.of(Kind.FORBIDDEN, "roadmap.form-country", () -> forms.create(regional, oneField("goals")));
        User coordinator = RecordWorld.coordinator("");
        Refusal.of(Kind.FORBIDDEN, "problem.forbidden", () -> forms.create(coordinator, oneField("goals")));
    }

    @Test
    void everythingWrongWithAFormIsTold() {
        FormField twice = new FormField("goals", FormField.Kind.TEXT, false, names("Мақсаттар"), List.of());
        FormField unnamed =
                new FormField("Big One", FormField.Kind.CHOICE, false, new FormNames("Таңдау", "", ""), List.of());
        Problem refused = Refusal.of(
                Kind.INVALID,
                "roadmap.form-code-twice",
                () -> forms.create(ADMINISTRATOR, content(twice, twice, unnamed)));
        assertEquals(
                List.of(
                        "sections[0].fields[1].code",
                        "sections[0].fields[2].code",
                        "sections[0].fields[2].names",
                        "sections[0].fields[2].choices"),
                refused.fields().stream().map(Problem.FieldError::field).toList());
        Refusal.of(Kind.INVALID, "record.required", () -> forms.create(ADMINISTRATOR, new FormContent(null)));
    }
}
