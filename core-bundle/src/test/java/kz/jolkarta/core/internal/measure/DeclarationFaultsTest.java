package kz.jolkarta.core.internal.measure;

import static kz.jolkarta.core.criteria.Criterion.ages;
import static kz.jolkarta.core.criteria.Criterion.everyone;
import static kz.jolkarta.core.criteria.Criterion.excellentMarks;
import static kz.jolkarta.core.criteria.Criterion.rural;
import static kz.jolkarta.core.measure.Rule.certified;
import static kz.jolkarta.core.measure.Rule.coached;
import static kz.jolkarta.core.measure.Rule.most;
import static kz.jolkarta.core.measure.Rule.proved;
import static kz.jolkarta.core.measure.Rule.queued;
import static kz.jolkarta.core.measure.Rule.seated;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.Audience;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.AwardType.Limit;
import kz.jolkarta.core.measure.AwardType.Quota;
import kz.jolkarta.core.measure.DeliverableType;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Field;
import kz.jolkarta.core.measure.Figure.Amount;
import kz.jolkarta.core.measure.Figure.Spread.Of;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.measure.Selection.Organisations.Having;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.testing.TestTexts;
import org.junit.jupiter.api.Test;

/** What a measure may not declare, each beside what it may. */
class DeclarationFaultsTest {
    private static final Field GROUND = Field.choice("ground", "a", "b").mandatory();
    private static final Field LEVEL = Field.choice("level", "school", "region");
    private static final ActivityType CLUB = ActivityType.forChildren("club", rural(), LEVEL);
    private static final ActivityType SEMINAR = ActivityType.forStaff("seminar");
    private static final AwardType STIPEND =
            AwardType.of("stipend", ages(6, 17), Quota.NONE, Limit.ONE_AT_A_TIME, GROUND);
    private static final AwardType TITLE = AwardType.toStaff("title", Quota.COUNTRY_YEAR, Limit.ONE_A_YEAR);
    private static final DeliverableType GUIDE = DeliverableType.of("guide", LEVEL);

    private final Texts texts = TestTexts.ofClassPath();

    @Test
    void aRuleBelongsToItsKindOfRecord() {
        assertFaults(SampleDeclaration.of(CLUB.when(seated()), SEMINAR.when(certified())));
        assertFaults(
                SampleDeclaration.of(CLUB.when(queued())),
                "The kind “club” cannot have this rule: who finds no place waits in the order of application, and a place that comes free goes to the first");
        assertFaults(
                SampleDeclaration.of(TITLE.when(seated())),
                "The kind “title” cannot have this rule: the number of seats is stated, and nobody beyond it is admitted");
        assertFaults(
                SampleDeclaration.of(GUIDE.when(Rule.monthly())),
                "The kind “guide” cannot have this rule: is paid monthly by a run that one person proposes and another approves");
    }

    @Test
    void certificatesAndCoachingAreOfStaffAndGroundsOfChildren() {
        Rule coached = coached(AchievementLevel.REPUBLIC, 0);
        assertFaults(SampleDeclaration.of(TITLE.when(coached)));
        assertFaults(SampleDeclaration.of(GUIDE.when(coached)));
        assertFaults(
                SampleDeclaration.of(CLUB.when(certified())),
                "The kind “club” cannot have this rule: hours are stated, and each who attended gets a certificate with a number");
        assertFaults(
                SampleDeclaration.of(STIPEND.when(coached)),
                "The kind “stipend” cannot have this rule: has coached a prize-winner of the target group at this level or higher: republican");
        AwardType grounded = new AwardType(
                "title",
                Audience.STAFF,
                everyone(),
                Quota.NONE,
                Limit.ANY,
                List.of(GROUND),
                List.of(grounds("a", "b")));
        assertEquals(
                1, say(Faults.of(SampleDeclaration.of(grounded)), Language.EN).size());
    }

    @Test
    void groundsAreExactlyTheChoicesOfAMandatoryField() {
        assertFaults(SampleDeclaration.of(STIPEND.when(grounds("a", "b"))));
        String fault = "The grounds of the kind “stipend” have to be the choices of a mandatory field “ground”";
        assertFaults(SampleDeclaration.of(STIPEND.when(grounds("a"))), fault);
        assertFaults(SampleDeclaration.of(STIPEND.when(grounds("a", "c"))), fault);
        AwardType optional = AwardType.of("stipend", rural(), Quota.NONE, Limit.ANY, Field.choice("ground", "a", "b"));
        assertFaults(SampleDeclaration.of(optional.when(grounds("a", "b"))), fault);
        assertFaults(
                SampleDeclaration.of(STIPEND.when(proved("reason", Map.of("a", rural(), "b", rural())))),
                "The grounds of the kind “stipend” have to be the choices of a mandatory field “reason”");
    }

    @Test
    void aCapOrAQueueNeedsAQuota() {
        assertFaults(SampleDeclaration.of(TITLE.when(most(100), queued())));
        assertFaults(
                SampleDeclaration.of(STIPEND.when(most(100))),
                "The kind “stipend” has no quota, but this rule needs one: the quota is at most 100 places");
    }

    @Test
    void aRuleNamedTwiceIsAMistake() {
        assertFaults(
                SampleDeclaration.of(TITLE.when(most(100), most(50))),
                "The kind “title” names a rule twice: the quota is at most 50 places");
    }

    @Test
    void aConditionForChildrenIsNotAskedOfStaff() {
        assertFaults(
                SampleDeclaration.of(new ActivityType("seminar", Audience.STAFF, rural(), List.of(), List.of())),
                "The kind “seminar” is for staff, so a condition for children has no meaning there");
    }

    @Test
    void stepsAndChoicesAreNamedOnce() {
        assertFaults(
                SampleDeclaration.of(GUIDE.through("draft", "signed", "draft")), "A code is declared twice: draft");
        assertFaults(
                SampleDeclaration.of(DeliverableType.of("guide", Field.choice("level", "school", "school"))),
                "A code is declared twice: school");
    }

    @Test
    void aSelectionNamesKindsAndStatesThatItsRowsCanHave() {
        assertFault(
                Indicator.count("i", new Selection.Participants(Set.of("seminar"), 1, everyone())), type("seminar"));
        assertFault(Indicator.count("i", new Selection.Staff(Set.of("club"))), type("club"));
        assertFault(Indicator.count("i", new Selection.Applications(Set.of("guide"), Set.of())), type("guide"));
        assertFault(Indicator.count("i", new Selection.Authors(Set.of("club"))), type("club"));
        assertFault(Indicator.count("i", new Selection.DistrictsWithout(Set.of("title"))), type("title"));
        assertFault(Indicator.count("i", new Selection.Results(Set.of("stipend"), Set.of())), type("stipend"));
        assertFault(Indicator.count("i", new Selection.Applications(Set.of(), Set.of("HELD"))), state("HELD"));
        assertFault(Indicator.count("i", new Selection.RoadMaps(Set.of("CLOSED"))), state("CLOSED"));
        assertFault(Indicator.count("i", new Selection.RoadMapSteps(Set.of("APPROVED"))), state("APPROVED"));
        assertFault(Indicator.count("i", new Selection.Results(Set.of(), Set.of("WAITING"))), state("WAITING"));
    }

    @Test
    void aCaseloadIsSpreadAndNothingElseIs() {
        String fault =
                "The indicator “i”: median and largest are taken of the coordinators' caseload only, and the caseload in no other way";
        assertFaults(all(Indicator.spread("i", Of.MEDIAN, new Selection.Caseload())));
        assertFault(Indicator.count("i", new Selection.Caseload()), fault);
        assertFault(Indicator.spread("i", Of.LARGEST, new Selection.Children(rural())), fault);
    }

    @Test
    void rowsAreBrokenDownByWhatTheyHold() {
        Dimension level = Dimension.of(LEVEL);
        Stream.of(
                        Indicator.count("i", new Selection.Children(rural()), Dimension.COORDINATOR, Dimension.SEX),
                        Indicator.count("i", new Selection.Guests(Set.of(), rural()), Dimension.LANGUAGE),
                        Indicator.count("i", new Selection.Participants(Set.of(), 1, rural()), level, Dimension.TYPE),
                        Indicator.count("i", new Selection.Staff(Set.of()), Dimension.TYPE),
                        Indicator.count("i", new Selection.Authors(Set.of()), level),
                        Indicator.sum("i", new Selection.Payments(Set.of()), Amount.PAID, Dimension.SOURCE),
                        Indicator.count("i", new Selection.Deliverables(Set.of(), Set.of()), Dimension.STEP, level))
                .forEach(indicator -> assertFaults(all(indicator)));
        assertFault(Indicator.count("i", new Selection.Activities(Set.of(), Set.of()), Dimension.STEP), by("step"));
        assertFault(
                Indicator.count("i", new Selection.Deliverables(Set.of(), Set.of()), Dimension.COORDINATOR),
                by("coordinator"));
        assertFault(
                Indicator.count("i", new Selection.Participants(Set.of(), 1, rural()), Dimension.SOURCE),
                by("money source"));
        assertFault(Indicator.count("i", new Selection.Children(rural()), level), by("level"));
        assertFault(Indicator.count("i", new Selection.Awards(Set.of(), Set.of()), level), by("level"));
        Dimension otherChoices = Dimension.of(Field.choice("level", "school"));
        assertFault(Indicator.count("i", new Selection.Activities(Set.of(), Set.of()), otherChoices), by("level"));
    }

    @Test
    void whatIsSummedIsHeldByTheRows() {
        Selection centres = new Selection.Organisations(Set.of(OrganisationKind.CENTRE), Having.ANYTHING);
        assertFaults(all(Indicator.sum("i", centres, Amount.CAPACITY)));
        assertFaults(all(Indicator.sum("i", new Selection.Activities(Set.of(), Set.of()), Amount.SEATS)));
        assertFault(Indicator.sum("i", centres, Amount.SEATS), "The indicator “i” sums what these records do not hold");
    }

    @Test
    void everyFaultIsToldInThreeLanguages() {
        Installed broken = SampleDeclaration.of(
                List.of(
                        CLUB.when(certified(), certified()),
                        new ActivityType("x", Audience.STAFF, rural(), List.of(), List.of())),
                List.of(STIPEND.when(most(1), grounds("a"))),
                List.of(),
                List.of(Indicator.count("i", new Selection.Caseload(), Dimension.STEP)));
        assertEquals(
                List.of(
                        "«club» түріне жатпайтын ереже: сағат саны көрсетіледі және қатысқан әр адамға нөмірленген сертификат беріледі",
                        "«club» түріне жатпайтын ереже: сағат саны көрсетіледі және қатысқан әр адамға нөмірленген сертификат беріледі",
                        "«club» түрінде ереже екі рет аталған: сағат саны көрсетіледі және қатысқан әр адамға нөмірленген сертификат беріледі",
                        "«x» түрі қызметкерлерге арналған, оған балаға қойылатын шарт жүрмейді",
                        "«stipend» түрінде квота жоқ, ал ережеге квота керек: квота 1 орыннан аспайды",
                        "«stipend» түрінің негіздері міндетті «ground» өрісінің таңдауларымен бірдей болуы тиіс",
                        "«i» көрсеткіші: медиана мен ең үлкен сан тек үйлестірушілердің жүктемесінен алынады, ал жүктеме тек солай есептеледі",
                        "«i» көрсеткіші «кезең» бойынша бөліне алмайды"),
                say(Faults.of(broken), Language.KK));
        assertEquals(
                List.of(
                        "У вида «club» не может быть такого правила: указывается число часов, и каждый участник получает сертификат с номером",
                        "У вида «club» не может быть такого правила: указывается число часов, и каждый участник получает сертификат с номером",
                        "Вид «club» называет правило дважды: указывается число часов, и каждый участник получает сертификат с номером",
                        "Вид «x» – для сотрудников, условие для ребёнка к нему неприменимо",
                        "У вида «stipend» нет квоты, а правилу она нужна: квота не превышает 1 мест",
                        "Основания вида «stipend» должны совпадать с вариантами обязательного поля «ground»",
                        "Показатель «i»: медиана и наибольшее число берутся только от нагрузки координаторов, и нагрузка – только так",
                        "Показатель «i» нельзя разбить по признаку «этап»"),
                say(Faults.of(broken), Language.RU));
    }

    private static Rule grounds(String... choices) {
        Map<String, Criterion> grounds = new java.util.TreeMap<>();
        Stream.of(choices).forEach(choice -> grounds.put(choice, excellentMarks()));
        return proved("ground", grounds);
    }

    private static String type(String code) {
        return "The indicator “i” names a kind that is not declared or does not fit: " + code;
    }

    private static String state(String code) {
        return "The indicator “i” names an unknown state: " + code;
    }

    private static String by(String dimension) {
        return "The indicator “i” cannot be broken down by " + dimension;
    }

    private static Installed all(Indicator indicator) {
        return SampleDeclaration.of(
                List.of(CLUB, SEMINAR), List.of(STIPEND, TITLE), List.of(GUIDE), List.of(indicator));
    }

    private void assertFault(Indicator indicator, String fault) {
        assertFaults(all(indicator), fault);
    }

    private void assertFaults(Installed measure, String... faults) {
        assertEquals(List.of(faults), say(Faults.of(measure), Language.EN));
    }

    private List<String> say(List<kz.jolkarta.core.i18n.Message> messages, Language language) {
        return messages.stream().map(m -> texts.text(language, m)).toList();
    }
}
