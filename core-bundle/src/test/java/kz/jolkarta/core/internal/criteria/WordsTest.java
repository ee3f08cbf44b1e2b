package kz.jolkarta.core.internal.criteria;

import static kz.jolkarta.core.criteria.Criterion.achievement;
import static kz.jolkarta.core.criteria.Criterion.and;
import static kz.jolkarta.core.criteria.Criterion.category;
import static kz.jolkarta.core.criteria.Criterion.everyone;
import static kz.jolkarta.core.criteria.Criterion.gifted;
import static kz.jolkarta.core.criteria.Criterion.grades;
import static kz.jolkarta.core.criteria.Criterion.grounded;
import static kz.jolkarta.core.criteria.Criterion.not;
import static kz.jolkarta.core.criteria.Criterion.or;
import static kz.jolkarta.core.criteria.Criterion.roadMapApproved;
import static kz.jolkarta.core.criteria.Criterion.rural;
import static kz.jolkarta.core.criteria.Criterion.sex;
import static kz.jolkarta.core.criteria.Criterion.sociallyVulnerable;
import static kz.jolkarta.core.criteria.Criterion.talent;
import static kz.jolkarta.core.criteria.Criterion.targetGroup;
import static kz.jolkarta.core.criteria.Criterion.took;
import static org.junit.jupiter.api.Assertions.assertEquals;

import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.criteria.Words;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.Sex;
import kz.jolkarta.core.registry.TalentField;
import kz.jolkarta.core.testing.TestTexts;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void theTargetGroupReadsAsTheActNamesIt() {
        assertWords(
                targetGroup(),
                "ауылдық елді мекенде тұрады, көп балалы отбасынан шыққан немесе әлеуметтік жағдайы төмен отбасынан шыққан",
                "живёт в сельском населённом пункте, из многодетной семьи или из социально уязвимой семьи",
                "lives in a rural settlement, is from a large family or is from a socially vulnerable family");
    }

    @Test
    void aChoiceWithinConditionsStandsLastAndSaysWhatItIs() {
        assertWords(
                and(or(category(Category.LARGE_FAMILY), sociallyVulnerable()), gifted(), not(rural())),
                "кемінде бір саладан анықталған дарыны бар; ауылдық елді мекенде тұрмайды; және мына шарттардың кемінде бірі орындалады: "
                        + "көп балалы отбасынан шыққан немесе әлеуметтік жағдайы төмен отбасынан шыққан",
                "есть хотя бы одна выявленная одарённость; не живёт в сельском населённом пункте; и выполняется хотя бы одно из условий: "
                        + "из многодетной семьи или из социально уязвимой семьи",
                "has at least one identified talent; does not live in a rural settlement; and at least one of these holds: "
                        + "is from a large family or is from a socially vulnerable family");
    }

    @Test
    void notIsSaidOfEachConditionAndNeverOfAList() {
        assertEnglish("does not live in a rural settlement or has no identified talent", not(and(rural(), gifted())));
        assertEnglish("is a girl", not(sex(Sex.MALE)));
        assertEnglish("lives in a rural settlement", not(not(rural())));
    }

    @Test
    void whatIsAlwaysOrNeverMetIsLeftOut() {
        assertEnglish("lives in a rural settlement", and(everyone(), rural()));
        assertEnglish("is any child of the registry", or(everyone(), rural()));
        assertEnglish("is no child at all", and(rural(), not(everyone())));
    }

    @Test
    void aSingleGradeOrFieldIsNotARange() {
        assertEnglish("is in grade 11", grades(11, 11));
        assertEnglish("is in grades 5 to 11", grades(5, 11));
        assertEnglish("has an identified talent in the field: sport", talent(TalentField.SPORT));
        assertEnglish(
                "has an identified talent in at least one of the fields: arts, sport",
                talent(TalentField.SPORT, TalentField.ARTS));
    }

    @Test
    void anotherMeasureIsCalledByItsName() {
        assertEnglish("has taken part in or received this year “Technoparks”: seminar", took("technoparks", "seminar"));
        assertEnglish("has taken part in or received this year “elsewhere”: seminar", took("elsewhere", "seminar"));
    }

    @Test
    void levelsAreToldFromToAndWithTheirFields() {
        assertWords(
                achievement(AchievementLevel.REGION, AchievementLevel.REPUBLIC, 12),
                "соңғы 12 айда облыстық–республикалық деңгейде жүлделі орын алған",
                "за последние 12 мес. есть призовое место, уровень: областной – республиканский",
                "has won a place or prize in the last 12 months at the levels from regional to republican");
        assertWords(
                not(achievement(AchievementLevel.REPUBLIC, 24)),
                "соңғы 24 айда республикалық немесе одан жоғары деңгейде жүлделі орын алмаған",
                "за последние 24 мес. нет призового места, уровень не ниже: республиканский",
                "has won no place or prize in the last 24 months at this level or higher: republican");
        assertWords(
                achievement(
                        AchievementLevel.INTERNATIONAL,
                        AchievementLevel.INTERNATIONAL,
                        12,
                        TalentField.SPORT,
                        TalentField.ARTS),
                "соңғы 12 айда халықаралық деңгейде (мына салалардың бірінде: өнер, спорт) жүлделі орын алған",
                "за последние 12 мес. есть призовое место, уровень: международный (одна из областей: искусство, спорт)",
                "has won a place or prize in the last 12 months at this level: international (one of the fields: arts, sport)");
    }

    @Test
    void aConditionThatIsItselfAChoiceIsSetApartBySemicolons() {
        assertEnglish(
                "has an approved individual road map; and lives in a rural settlement or is in a category that has the number of its ground document",
                and(grounded(), roadMapApproved()));
    }

    private static void assertEnglish(String words, Criterion criterion) {
        assertEquals(words, TestTexts.ofClassPath().text(Language.EN, Words.of(criterion)));
    }

    private static void assertWords(Criterion criterion, String kk, String ru, String en) {
        Texts texts = TestTexts.ofClassPath();
        assertEquals(kk, texts.text(Language.KK, Words.of(criterion)));
        assertEquals(ru, texts.text(Language.RU, Words.of(criterion)));
        assertEquals(en, texts.text(Language.EN, Words.of(criterion)));
    }
}
