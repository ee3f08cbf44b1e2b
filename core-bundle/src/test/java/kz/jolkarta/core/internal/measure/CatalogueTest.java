package kz.jolkarta.core.internal.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.measure.Declaration;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Figure;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Programme;
import kz.jolkarta.core.roadmap.Programmes;
import kz.jolkarta.core.roadmap.Resolution997;
import kz.jolkarta.core.testing.TestTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    @TempDir
    Path folder;

    private final Texts texts = TestTexts.ofClassPath();
    private final Catalogue catalogue = new Catalogue(new OnlyResolution997(), null);

    @Test
    void measuresAreListedInTheOrderOfTheActAndLeaveAgain() {
        arrive("b", SampleMeasure.of(13));
        arrive("a", SampleMeasure.of(8));
        assertEquals(List.of("technoparks", "health-camps"), installed());
        catalogue.left("a");
        assertEquals(List.of("health-camps"), installed());
        assertEquals(List.of(), reasons());
    }

    @Test
    void aKnownMeasureThatIsNotInstalledIsToldFromAnUnknownCode() {
        assertEquals("The measure “Technoparks” is not installed here", refusal("technoparks"));
        assertEquals("There is no measure with the code “dragons”", refusal("dragons"));
    }

    @Test
    void whateverAPlugInThrowsIsListedAndHurtsNoOther() {
        arrive("good", SampleMeasure.of(8));
        arriveBroken("state", () -> {
            throw new IllegalStateException("cannot start");
        });
        arriveBroken("link", () -> {
            throw new NoClassDefFoundError("gone/Missing");
        });
        arriveBroken("absent", () -> null);
        arriveBroken("clause", () -> () -> null);
        assertEquals(List.of("technoparks"), installed());
        assertEquals(
                List.of(
                        "state: The declaration of the measure could not be read: java.lang.IllegalStateException: cannot start",
                        "link: The declaration of the measure could not be read: java.lang.NoClassDefFoundError: gone/Missing",
                        "absent: The measure did not start: its service is not available",
                        "clause: The measure names no clause of a programme"),
                reasons());
        catalogue.left("link");
        assertEquals(3, reasons().size());
    }

    @Test
    void ofTwoWithTheSameCodeTheFirstStaysAndTheSecondTakesItsPlace() {
        arrive("first", SampleMeasure.of(8));
        arrive("second", SampleMeasure.of(8));
        assertEquals("first", catalogue.require("technoparks").bundle());
        assertEquals(List.of("second: The code “technoparks” is already taken by another bundle: first"), reasons());
        catalogue.left("first");
        assertEquals("second", catalogue.require("technoparks").bundle());
        assertEquals(List.of(), reasons());
    }

    @Test
    void aMissingOrLeftOverTextRejectsTheMeasureAndNamesTheKey() {
        SampleMeasure measure = SampleMeasure.of(8);
        Set<String> keys = new TreeSet<>(Declaration.keys(measure));
        keys.remove("technoparks.award.grant");
        keys.add("technoparks.award.old");
        catalogue.arrived("x", origin("x"), () -> measure, bundle(keys));
        assertEquals(List.of(), installed());
        assertEquals(
                List.of(
                        "x: Missing texts (kk): technoparks.award.grant",
                        "x: Left-over texts (kk): technoparks.award.old",
                        "x: Missing texts (ru): technoparks.award.grant",
                        "x: Left-over texts (ru): technoparks.award.old",
                        "x: Missing texts (en): technoparks.award.grant",
                        "x: Left-over texts (en): technoparks.award.old"),
                reasons());
    }

    @Test
    void aBundleWithoutTextsIsRejected() {
        catalogue.arrived("x", origin("x"), () -> SampleMeasure.of(8), file -> Optional.empty());
        assertTrue(
                reasons().get(0).startsWith("x: Missing texts (kk): "),
                reasons().toString());
    }

    @Test
    void anIndicatorOfWhatIsNotDeclaredIsRejected() {
        assertFault(
                Indicator.count("a", new Selection.Awards(Set.of("medal"), Set.of("ISSUED"))),
                "The indicator “a” names a kind that is not declared or does not fit: medal");
        assertFault(
                Indicator.count("a", new Selection.Participants(Set.of("grant"), 1, Criterion.everyone())),
                "The indicator “a” names a kind that is not declared or does not fit: grant");
        assertFault(
                Indicator.count("a", new Selection.Awards(Set.of(), Set.of("HELD"))),
                "The indicator “a” names an unknown state: HELD");
        assertFault(
                Indicator.share(
                        "a",
                        new Selection.Activities(Set.of(), Set.of()),
                        new Selection.Deliverables(Set.of(), Set.of("HELD"))),
                "The indicator “a” names an unknown state: HELD");
        assertFault(
                Indicator.sum("a", new Selection.Awards(Set.of(), Set.of()), Figure.Amount.REACH),
                "The indicator “a” sums what these records do not hold");
        assertFault(
                Indicator.count("a", new Selection.Activities(Set.of(), Set.of()), Dimension.SEX),
                "The indicator “a” cannot be broken down by sex");
        assertFault(
                Indicator.count("a", new Selection.Children(Criterion.everyone()), Dimension.TYPE),
                "The indicator “a” cannot be broken down by kind");
    }

    @Test
    void twoIndicatorsOfOneCodeAreRejected() {
        Indicator one = Indicator.count("a", new Selection.Children(Criterion.rural()));
        assertEquals(
                List.of("A code is declared twice: a"),
                say(Faults.of(Installed.of(new SampleMeasure(8, List.of(one, one)), "", ""))));
    }

    private void assertFault(Indicator indicator, String fault) {
        assertEquals(List.of(fault), say(Faults.of(Installed.of(new SampleMeasure(8, List.of(indicator)), "", ""))));
    }

    private void arrive(String name, Measure measure) {
        catalogue.arrived(name, origin(name), () -> measure, bundle(Declaration.keys(measure)));
    }

    private void arriveBroken(String name, Supplier<Measure> measure) {
        catalogue.arrived(name, origin(name), measure, bundle(Set.of()));
    }

    private static Catalogue.Origin origin(String name) {
        return new Catalogue.Origin(name, "1.0.0", name + ".Component");
    }

    /** A bundle that brings a text for each key in each language. */
    private Function<String, Optional<URL>> bundle(Set<String> keys) {
        String content = keys.stream().map(key -> key + "=text\n").collect(Collectors.joining());
        return name -> {
            try {
                Path file = Files.createTempDirectory(folder, "bundle").resolve(name);
                Files.writeString(file, content, StandardCharsets.UTF_8);
                return Optional.of(url(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }

    private List<String> installed() {
        return catalogue.installed().stream().map(Installed::code).toList();
    }

    private List<String> reasons() {
        return catalogue.rejected().stream()
                .map(r -> r.bundle() + ": " + texts.text(Language.EN, r.reason()))
                .toList();
    }

    private List<String> say(List<Message> messages) {
        return messages.stream().map(m -> texts.text(Language.EN, m)).toList();
    }

    private String refusal(String code) {
        Problem problem = assertThrows(Problem.class, () -> catalogue.require(code));
        assertEquals(Problem.Kind.NOT_FOUND, problem.kind());
        return texts.text(Language.EN, problem.message());
    }

    /** A node without programme files. */
    record OnlyResolution997() implements Programmes {
        @Override
        public List<Programme> all() {
            return List.of(Resolution997.programme());
        }

        @Override
        public List<Rejected> rejected() {
            return List.of(new Rejected("x.json", Message.of("programme.rejected.code", "997")));
        }

        @Override
        public Optional<Clause> clause(String code) {
            return Resolution997.programme().clause(code);
        }
    }
}
