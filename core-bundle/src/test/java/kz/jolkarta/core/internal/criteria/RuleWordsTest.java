package kz.jolkarta.core.internal.criteria;

import static kz.jolkarta.core.criteria.Criterion.everyone;
import static kz.jolkarta.core.criteria.Criterion.excellentMarks;
import static kz.jolkarta.core.criteria.Criterion.rural;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.criteria.Words;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.internal.measure.SampleDeclaration;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Figure.Amount;
import kz.jolkarta.core.measure.Figure.Spread.Of;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.measure.Selection.Organisations.Having;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.registry.Position;
import kz.jolkarta.core.testing.TestTexts;
import org.junit.jupiter.api.Test;

/** Rules of records and of indicators, told to people. */
class RuleWordsTest {
    private static final Installed MEASURE = SampleDeclaration.of(new ActivityType[0]);
    private static final Set<String> NONE = Set.of();

    private final Texts texts = TestTexts.ofClassPath();

    @Test
    void aRuleOfAnActivityIsToldInThreeLanguages() {
        assertRule(
                Rule.within(Month.JUNE, Month.AUGUST),
                "маусым–тамыз айларында басталып, аяқталады",
                "начинается и заканчивается в пределах месяцев: июнь – август",
                "begins and ends within June–August");
        assertRule(
                Rule.within(Month.MAY, Month.MAY),
                "мамыр айында басталып, аяқталады",
                "начинается и заканчивается в пределах месяца: май",
                "begins and ends within May");
        assertRule(
                Rule.ledBy(Position.PSYCHOLOGIST),
                "өткізетін қызметкердің лауазымы: психолог",
                "проводит сотрудник в должности: психолог",
                "is led by a member of staff in the position: psychologist");
        assertRule(
                Rule.at(OrganisationKind.CENTRE, OrganisationKind.SCHOOL),
                "мына ұйымда өтеді: мектеп, орталық",
                "проводится в организации вида: школа, центр",
                "takes place at an organisation of the kind: school, centre");
    }

    @Test
    void aRuleOfAnAwardIsToldInThreeLanguages() {
        assertRule(
                Rule.monthly(),
                "ай сайын ведомость бойынша төленеді, ведомосты бір адам ұсынып, екіншісі бекітеді",
                "выплачивается ежемесячно по ведомости, которую один человек предлагает, а другой утверждает",
                "is paid monthly by a run that one person proposes and another approves");
        assertRule(
                Rule.coached(AchievementLevel.REPUBLIC, 24),
                "соңғы 24 айда республикалық немесе одан жоғары деңгейде жүлделі орын алған нысаналы топтағы баланы дайындаған",
                "подготовил призёра из целевой группы за последние 24 мес., уровень не ниже: республиканский",
                "has coached a prize-winner of the target group in the last 24 months at this level or higher: republican");
    }

    @Test
    void groundsAreListedByTheChoicesName() {
        Message grounds = Words.of(Rule.proved("category", Map.of("b", rural(), "a", excellentMarks())), MEASURE);
        assertEquals(
                "the ground that is named must hold on the first day – "
                        + "[technoparks.choice.category.a] (had excellent marks only in the last full school year or in the running one); "
                        + "[technoparks.choice.category.b] (lives in a rural settlement)",
                texts.text(Language.EN, grounds));
    }

    /** Also a rule, a selection or an amount that is added later and forgotten in the words. */
    @Test
    void everyRuleAndEverySelectionHasWords() {
        List<Rule> rules = List.of(
                Rule.within(Month.JUNE, Month.AUGUST),
                Rule.seated(),
                Rule.oneAtATime(),
                Rule.ledBy(Position.METHODIST),
                Rule.at(OrganisationKind.values()),
                Rule.keptFor(Rule.KeptFor.Level.REGION),
                Rule.keptFor(Rule.KeptFor.Level.DISTRICT),
                Rule.certified(),
                Rule.most(100),
                Rule.queued(),
                Rule.proved("category", Map.of("a", rural())),
                Rule.monthly(),
                Rule.protocolled(),
                Rule.coached(AchievementLevel.REPUBLIC, 0));
        assertEquals(names(Rule.class), kinds(rules));
        rules.forEach(rule -> assertWhole(Words.of(rule, MEASURE)));
        List<Selection> selections = List.of(
                new Selection.Children(rural()),
                new Selection.Participants(NONE, 4, rural()),
                new Selection.Activities(NONE, Set.of("HELD")),
                new Selection.Awards(NONE, Set.of("ISSUED")),
                new Selection.Quotas(NONE),
                new Selection.Payments(NONE),
                new Selection.Deliverables(NONE, Set.of("ADOPTED")),
                new Selection.Applications(NONE, Set.of("WAITING", "REFUSED")),
                new Selection.Staff(NONE),
                new Selection.Authors(NONE),
                new Selection.Guests(Set.of(OrganisationKind.CENTRE), rural()),
                new Selection.Organisations(Set.of(), Having.ANYTHING),
                new Selection.Caseload(),
                new Selection.DistrictsWithout(NONE),
                new Selection.Results(NONE, Set.of("ENDED")),
                new Selection.RoadMaps(Set.of("DRAFT", "APPROVED", "OVERDUE")),
                new Selection.RoadMapSteps(Set.of("PLANNED", "DONE", "DROPPED")),
                new Selection.RoadMapForms(),
                new Selection.Doubts());
        assertEquals(names(Selection.class), kinds(selections));
        selections.forEach(selection -> {
            assertWhole(words(Indicator.count("i", selection)));
            assertWhole(words(Indicator.share("i", selection, selection)));
        });
        Selection any = new Selection.Children(everyone());
        Stream.of(Amount.values()).forEach(amount -> assertWhole(words(Indicator.sum("i", any, amount))));
        Stream.of(Of.values()).forEach(of -> assertWhole(words(Indicator.spread("i", of, any))));
        Stream.of(Having.values())
                .forEach(having -> assertWhole(words(
                        Indicator.count("i", new Selection.Organisations(Set.of(OrganisationKind.SCHOOL), having)))));
        Stream.of(Position.values()).forEach(position -> assertWhole(Words.of(Rule.ledBy(position), MEASURE)));
        Stream.of(Month.values()).forEach(month -> assertWhole(Words.of(Rule.within(month, month), MEASURE)));
    }

    @Test
    void anIndicatorTellsItsSelectionAndBreakdowns() {
        assertEquals(
                "Median: children registered in the territory of each methodical cabinet that has a coordinator on the reporting day.",
                texts.text(Language.EN, words(Indicator.spread("i", Of.MEDIAN, new Selection.Caseload()))));
        assertEquals(
                "Саны: жыл ішіндегі төлемдер – барлық түрі. Бөлінісі: түр, қаржыландыру көзі.",
                texts.text(
                        Language.KK,
                        words(Indicator.count("i", new Selection.Payments(NONE), Dimension.SOURCE, Dimension.TYPE))));
        assertEquals(
                "Число: организации, действующие на отчётный день, – школа; в течение года не проведено ни одного занятия по этому мероприятию.",
                texts.text(
                        Language.RU,
                        words(Indicator.count(
                                "i",
                                new Selection.Organisations(Set.of(OrganisationKind.SCHOOL), Having.NO_ACTIVITY)))));
    }

    private static Message words(Indicator indicator) {
        return Words.of(indicator, MEASURE);
    }

    private static Set<String> names(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> kinds(List<?> values) {
        return values.stream().map(v -> v.getClass().getSimpleName()).collect(Collectors.toCollection(TreeSet::new));
    }

    private void assertRule(Rule rule, String kk, String ru, String en) {
        assertEquals(
                List.of(kk, ru, en),
                Stream.of(Language.values())
                        .map(language -> texts.text(language, Words.of(rule, MEASURE)))
                        .toList());
    }

    private void assertWhole(Message message) {
        for (Language language : Language.values()) {
            String text = texts.text(language, message).replace("[technoparks.choice.category.a]", "");
            assertFalse(text.isBlank() || text.contains("{") || text.contains("["), text);
        }
    }
}
