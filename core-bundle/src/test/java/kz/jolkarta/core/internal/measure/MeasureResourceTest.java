package kz.jolkarta.core.internal.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.HealthCheck;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.internal.measure.CatalogueTest.OnlyResolution997;
import kz.jolkarta.core.internal.measure.MeasureViews.MeasureView;
import kz.jolkarta.core.internal.roadmap.ClauseViews.ClauseView;
import kz.jolkarta.core.measure.Audience;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Measures.Rejected;
import kz.jolkarta.core.measure.Reach;
import kz.jolkarta.core.testing.TestTexts;
import org.junit.jupiter.api.Test;

class MeasureResourceTest {
    private final MeasureResource resource =
            new MeasureResource(new OnlyResolution997(), new OneInstalled(), TestTexts.ofClassPath());

    @Test
    void everyClauseIsListedInstalledOrNot() {
        MeasureResource.Listing list = resource.list(caller(Language.RU, Right.REPORTS_READ));
        assertEquals(19, list.items().size());
        ClauseView parks = list.items().get(7);
        assertEquals(
                List.of("technoparks", "Технопарки", true), List.of(parks.code(), parks.name(), parks.installed()));
        assertEquals(Map.of("kk", "Технопарктер", "ru", "Технопарки", "en", "Technoparks"), parks.names());
        assertEquals(Optional.of("0.1.0"), parks.version());
        ClauseView statistics = list.items().get(0);
        assertEquals(List.of(false, Optional.empty()), List.of(statistics.installed(), statistics.version()));
    }

    @Test
    void aTranslationIsLabelledUnofficialAndTheActsOwnWordsAreNot() {
        assertEquals(
                Optional.of("неофициальный перевод"),
                resource.list(caller(Language.RU)).items().get(0).note());
        assertEquals(
                Optional.empty(),
                resource.list(caller(Language.KK)).items().get(0).note());
        assertEquals(
                List.of("kk"), resource.list(caller(Language.EN)).items().get(0).official());
    }

    @Test
    void whatIsRejectedIsShownToThoseWhoManageMeasuresOnly() {
        assertEquals(
                Optional.empty(),
                resource.list(caller(Language.EN, Right.REPORTS_READ)).rejected());
        assertEquals(
                List.of(
                        "broken: The measure names no clause of a programme",
                        "x.json: The code “997” is already in another programme"),
                resource.list(caller(Language.EN, Right.MEASURES_MANAGE)).rejected().orElseThrow().stream()
                        .map(r -> r.source() + ": " + r.reason())
                        .toList());
    }

    @Test
    void anInstalledMeasureShowsItsKindsConditionsAndRules() {
        MeasureView parks = resource.one("technoparks", caller(Language.EN));
        assertEquals("technoparks", parks.clause().code());
        assertEquals(
                "lives in a rural settlement, is from a large family or is from a socially vulnerable family",
                parks.activities().get(0).who());
        assertEquals(
                List.of("region", "republic"),
                parks.activities().get(0).fields().get(0).choices().stream()
                        .map(MeasureViews.ChoiceView::code)
                        .toList());
        assertEquals(
                List.of(new MeasureViews.RuleView("kept-for", "is kept for a district (city)")),
                parks.activities().get(0).rules());
        assertEquals("is aged 6 to 17", parks.awards().get(0).who());
        assertEquals(Audience.CHILDREN, parks.awards().get(0).audience());
        assertEquals(
                List.of(
                        new MeasureViews.ChoiceView("drawn-up", "[technoparks.step.drawn-up]"),
                        new MeasureViews.ChoiceView("signed", "[technoparks.step.signed]")),
                parks.deliverables().get(0).steps());
        assertEquals(Reach.EVERY_REGION, parks.reach());
        assertTrue(parks.indicators().get(0).rule().contains("lives in a rural settlement"));
    }

    @Test
    void inJsonTheClausesMembersStandBesideTheDeclarationAndWhatIsAbsentIsLeftOut() {
        JsonNode parks = Json.mapper().valueToTree(resource.one("technoparks", caller(Language.KK)));
        assertEquals("technoparks", parks.get("code").asText());
        assertEquals("off-budget", parks.get("sources").get(1).asText());
        assertEquals("visit", parks.get("activities").get(0).get("code").asText());
        assertEquals("yearly", parks.get("deadline").get("kind").asText());
        assertFalse(parks.has("note") || parks.get("deadline").has("lastDay") || parks.has("clause"), parks.toString());
    }

    @Test
    void theOperatorIsWarnedOfWhatWasLeftAside() {
        HealthCheck.Health health = new DeclarationsHealth(new OneInstalled(), new OnlyResolution997()).check();
        assertEquals(new HealthCheck.Health(HealthCheck.State.WARNING, "rejected: broken, x.json"), health);
    }

    @Test
    void aMeasureThatIsNotInstalledIsNotFound() {
        Problem problem = assertThrows(Problem.class, () -> resource.one("statistics", caller(Language.EN)));
        assertEquals("measure.not-installed", problem.message().key());
    }

    private static Caller caller(Language language, Right... rights) {
        Map<Right, Scope> held = new java.util.EnumMap<>(Right.class);
        List.of(rights).forEach(right -> held.put(right, Scope.COUNTRY));
        return new Caller(new User(5, "somebody", held, language), language);
    }

    private record OneInstalled() implements Measures {
        @Override
        public List<Installed> installed() {
            return List.of(Installed.of(SampleMeasure.of(8), "sample", "0.1.0"));
        }

        @Override
        public List<Rejected> rejected() {
            return List.of(new Rejected("broken", "broken.Component", Message.of("measure.rejected.clause")));
        }

        @Override
        public Optional<Installed> find(String code) {
            return installed().stream().filter(m -> m.code().equals(code)).findFirst();
        }

        @Override
        public Installed require(String code) {
            return find(code).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "measure.not-installed", code));
        }
    }
}
