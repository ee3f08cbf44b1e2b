package kz.jolkarta.core.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.jolkarta.core.criteria.Words;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.internal.measure.DeclarationJson;
import kz.jolkarta.core.internal.measure.Faults;
import kz.jolkarta.core.internal.measure.TextFaults;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.testing.MeasureFolder;
import kz.jolkarta.core.testing.MeasureRow;
import kz.jolkarta.core.testing.TestTexts;
import org.junit.jupiter.api.Test;

/** What every measure keeps to. A measure's one test class extends it, names the measure and the codes it has promised for ever. */
public abstract class MeasureContractTest {
    private static final int LONGEST_NAME = 120;
    private static final int MOST_LINES = 150;

    private final Texts texts = TestTexts.ofClassPath();

    /** A new measure with its default configuration. */
    protected abstract Measure measure();

    /** All codes the measure declares, each as {@code activity.x}, {@code award.x}, {@code deliverable.x} or {@code indicator.x}. */
    protected abstract Set<String> codes();

    private Measures.Installed installed() {
        return Measures.Installed.of(measure(), "test", "0");
    }

    @Test
    void carriesOutAClauseWithAllItsWords() {
        Clause clause = measure().clause();
        assertFalse(clause.name().kk().isBlank()
                || clause.name().ru().isBlank()
                || clause.name().en().isBlank());
        inEach(language -> assertFalse(clause.text().in(language).isBlank()));
    }

    @Test
    void itsCodesAreThosePromised() {
        Measures.Installed m = installed();
        List<String> declared = Stream.of(
                        m.activities().stream().map(a -> "activity." + a.code()),
                        m.awards().stream().map(a -> "award." + a.code()),
                        m.deliverables().stream().map(d -> "deliverable." + d.code()),
                        m.indicators().stream().map(i -> "indicator." + i.code()))
                .flatMap(all -> all)
                .toList();
        assertEquals(codes(), Set.copyOf(declared), "codes are for ever: rows and reports of former years carry them");
        assertFalse(m.indicators().isEmpty(), "the report asks every measure for a figure");
    }

    @Test
    void itsDeclarationHasNoFault() {
        assertEquals(List.of(), sayAll(Faults.of(installed())));
        assertEquals(installed(), installed(), "asked twice it declares the same");
    }

    @Test
    void itsTextsAreCompleteAndNoneIsLeftOver() {
        List<Message> faults = TextFaults.of(
                Declaration.keys(measure()),
                file -> Optional.ofNullable(measure().getClass().getResource("/" + file)));
        assertEquals(List.of(), sayAll(faults));
    }

    @Test
    void itsTextsArePlainAndShort() {
        for (String key : Declaration.keys(measure())) {
            inEach(language -> {
                String text = texts.text(language, Message.of(key));
                assertTrue(text.length() <= LONGEST_NAME, () -> key + " is too long for a heading: " + text);
                assertFalse(
                        text.matches("(?s).*([<>]|&\\w+;|\\{|\\s$|^\\s|\\s\\s).*"),
                        () -> key + " holds mark-up: " + text);
                assertTrue(
                        language == Language.EN
                                || text.codePoints()
                                        .anyMatch(
                                                c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC),
                        () -> key + " is not written in " + language + ": " + text);
            });
        }
    }

    @Test
    void itsConditionsAndRulesSpeakThreeLanguages() {
        Measures.Installed m = installed();
        Stream<Rule> rules = Stream.of(
                        m.activities().stream().map(ActivityType::rules),
                        m.awards().stream().map(AwardType::rules),
                        m.deliverables().stream().map(DeliverableType::rules))
                .flatMap(kinds -> kinds.flatMap(List::stream));
        Stream.of(
                        m.activities().stream().map(a -> Words.of(a.who())),
                        m.awards().stream().map(a -> Words.of(a.who())),
                        rules.map(r -> Words.of(r, m)),
                        m.indicators().stream().map(i -> Words.of(i, m)))
                .flatMap(all -> all)
                .forEach(phrase -> inEach(
                        language -> assertTrue(texts.text(language, phrase).matches("[^\\[{]+"))));
    }

    @Test
    void itsDeclarationIsKeptWhole() {
        assertEquals(installed(), DeclarationJson.read(DeclarationJson.write(installed())));
    }

    @Test
    void oneOfItsComponentsIsTheMeasureAndItsFolderIsSmall() {
        assertTrue(Modifier.isFinal(measure().getClass().getModifiers()), "nobody extends a measure");
        MeasureFolder folder = MeasureFolder.of(measure().getClass());
        assertEquals(1, folder.measures(), "exactly one @Component is offered as a Measure");
        assertTrue(folder.sources().size() <= 4, "a measure is at most 4 source files: " + folder.sources());
        assertTrue(folder.lines() <= MOST_LINES, "a measure has at most " + MOST_LINES + " lines: " + folder.lines());
    }

    @Test
    void itsRowInTheTableOfMeasuresIsTrue() {
        MeasureFolder folder = MeasureFolder.of(measure().getClass());
        String row = MeasureRow.of(installed(), folder);
        MeasureRow.table(folder).ifPresent(table -> assertTrue(table.contains(row), "the row to be: " + row));
    }

    private static void inEach(Consumer<Language> check) {
        for (Language language : Language.values()) {
            check.accept(language);
        }
    }

    private List<String> sayAll(List<Message> messages) {
        return messages.stream().map(m -> texts.text(Language.EN, m)).toList();
    }
}
