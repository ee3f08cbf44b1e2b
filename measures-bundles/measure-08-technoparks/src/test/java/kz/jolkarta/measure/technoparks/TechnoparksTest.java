package kz.jolkarta.measure.technoparks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import kz.jolkarta.core.criteria.Words;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.measure.Audience;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.MeasureContractTest;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.testing.TestTexts;
import org.junit.jupiter.api.Test;

class TechnoparksTest extends MeasureContractTest {
    @Override
    protected Measure measure() {
        return new Technoparks(Technoparks.REGULAR);
    }

    @Override
    protected Set<String> codes() {
        return Set.of(
                "activity.project",
                "activity.seminar",
                "activity.hackathon",
                "activity.tutor-course",
                "indicator.participants",
                "indicator.regular-participants",
                "indicator.regular-share",
                "indicator.activities-held");
    }

    @Test
    void everyKindIsForChildrenWhoAreRuralOrOfALargeOrOfAVulnerableFamily() {
        measure().activities().forEach(activity -> {
            assertEquals(Audience.CHILDREN, activity.audience());
            assertEquals(
                    "lives in a rural settlement, is from a large family or is from a socially vulnerable family",
                    TestTexts.ofClassPath().text(Language.EN, Words.of(activity.who())));
        });
    }

    @Test
    void theRuleSaysHowManySessionsAreRegular() {
        assertTrue(regularRule(Technoparks.REGULAR).contains("at least 4 sessions"));
        assertTrue(regularRule(6).contains("at least 6 sessions"));
    }

    @Test
    void fewerThanOneSessionIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Technoparks(0).indicators());
    }

    private static String regularRule(int sessions) {
        Installed installed = Installed.of(new Technoparks(sessions), "test", "0");
        return TestTexts.ofClassPath()
                .text(
                        Language.EN,
                        Words.of(installed.indicator("regular-participants").orElseThrow(), installed));
    }
}
