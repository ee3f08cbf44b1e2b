package kz.jolkarta.registry.roadmaps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
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

        RoadMapForm published = forms.publish(ADMINISTRATOR, draft.id(), OptionalInt.of(changed.version()));
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
                () -> forms.publish(ADMINISTRATOR, draft.id(), OptionalInt.empty()));
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
