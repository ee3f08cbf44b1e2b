package kz.jolkarta.core.internal.measure;

import static kz.jolkarta.core.criteria.Criterion.and;
import static kz.jolkarta.core.criteria.Criterion.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.measure.ActivityType;
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
import kz.jolkarta.core.measure.Reach;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.measure.Selection.Organisations.Having;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.ConsentPurpose;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.registry.Position;
import kz.jolkarta.core.registry.Sex;
import kz.jolkarta.core.registry.TalentField;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Deadline;
import kz.jolkarta.core.roadmap.FundingSource;
import org.junit.jupiter.api.Test;

class DeclarationJsonTest {
    private static final Field GROUND = Field.choice("ground", "a", "b").mandatory();
    private static final Text TEXT = new Text("қ", "р", "e");
    private static final Set<String> NONE = Set.of();

    /** Every criterion, rule, selection and figure there is; what is added later comes with the measure that declares it. */
    private static final Installed ALL = new Installed(
            new Clause(
                    "1001",
                    3,
                    "everything",
                    TEXT,
                    TEXT,
                    TEXT,
                    TEXT,
                    true,
                    new Deadline.Once(LocalDate.of(2027, 2, 28)),
                    Set.of(FundingSource.LOCAL_BUDGET, FundingSource.OFF_BUDGET)),
            "a.bundle",
            "1.2.3",
            Reach.WITH_CENTRE,
            List.of(
                    ActivityType.forChildren("club", criteria(), Field.link("page"), Field.date("day"))
                            .when(
                                    Rule.within(Month.JUNE, Month.AUGUST),
                                    Rule.seated(),
                                    Rule.oneAtATime(),
                                    Rule.ledBy(Position.PSYCHOLOGIST),
                                    Rule.at(OrganisationKind.SCHOOL, OrganisationKind.CENTRE),
                                    Rule.keptFor(Rule.KeptFor.Level.DISTRICT)),
                    ActivityType.forStaff("seminar").when(Rule.certified())),
            List.of(
                    AwardType.of("stipend", Criterion.rural(), Quota.REGION_YEAR, Limit.ONE_AT_A_TIME, GROUND)
                            .when(
                                    Rule.proved("ground", Map.of("a", Criterion.rural(), "b", not(Criterion.rural()))),
                                    Rule.queued(),
                                    Rule.monthly()),
                    AwardType.toStaff("title", Quota.COUNTRY_YEAR, Limit.ONE_EVER)
                            .when(Rule.most(100), Rule.protocolled(), Rule.coached(AchievementLevel.REPUBLIC, 24))),
            List.of(DeliverableType.showingChildren("order").through("draft", "in-force")),
            indicators());

    private static Criterion criteria() {
        return and(
                Criterion.everyone(),
                Criterion.or(Criterion.rural(), Criterion.urbanSchool()),
                not(Criterion.category(Category.ASP, Category.ORPHAN)),
                Criterion.grades(5, 11),
                Criterion.ages(6, 17),
                Criterion.sex(Sex.FEMALE),
                Criterion.talent(TalentField.SPORT),
                Criterion.achievement(AchievementLevel.SCHOOL, AchievementLevel.REGION, 12, TalentField.ARTS),
                Criterion.grounded(),
                Criterion.roadMapApproved(),
                Criterion.excellentMarks(),
                Criterion.finishedSchool(),
                Criterion.consented(ConsentPurpose.PUBLICITY),
                Criterion.took("technoparks"));
    }

    private static List<Indicator> indicators() {
        Selection children = new Selection.Children(Criterion.gifted());
        Selection schools = new Selection.Organisations(Set.of(OrganisationKind.SCHOOL), Having.NO_ACTIVITY);
        return List.of(
                Indicator.count("a", children, Dimension.SEX, Dimension.COORDINATOR),
                Indicator.change("b", children),
                Indicator.share("c", new Selection.Participants(Set.of("club"), 4, Criterion.rural()), children),
                Indicator.spread("d", Of.MEDIAN, new Selection.Caseload()),
                Indicator.sum("e", schools, Amount.CAPACITY),
                Indicator.count("f", new Selection.Awards(NONE, Set.of("ISSUED")), Dimension.of(GROUND)),
                Indicator.share("g", new Selection.Activities(NONE, NONE), new Selection.Quotas(NONE)),
                Indicator.share("h", new Selection.Payments(NONE), new Selection.Deliverables(NONE, NONE)),
                Indicator.share("i", new Selection.Applications(NONE, NONE), new Selection.Staff(NONE)),
                Indicator.share("j", new Selection.Authors(NONE), new Selection.Guests(Set.of(), criteria())),
                Indicator.share("k", new Selection.DistrictsWithout(NONE), new Selection.Results(NONE, NONE)),
                Indicator.share("l", new Selection.RoadMaps(NONE), new Selection.RoadMapSteps(NONE)),
                Indicator.share("m", new Selection.RoadMapForms(), new Selection.Doubts()));
    }

    @Test
    void aDeclarationComesBackAsItWasKept() {
        assertEquals(ALL, DeclarationJson.read(DeclarationJson.write(ALL)));
    }

    @Test
    void theSampleNamesEveryRecordThatCanBeDeclared() {
        String json = DeclarationJson.write(ALL);
        Stream.of(Criterion.class, Rule.class, Selection.class, kz.jolkarta.core.measure.Figure.class)
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .forEach(one -> assertTrue(
                        json.contains("\"is\":\"" + one.getSimpleName() + "\""), "nothing is kept of " + one));
    }

    @Test
    void whatAnotherVersionDeclaredIsRefusedAndNotMisread() {
        String json = DeclarationJson.write(ALL);
        assertThrows(
                IllegalArgumentException.class, () -> DeclarationJson.read(json.replace("\"Caseload\"", "\"Burden\"")));
        assertThrows(
                IllegalArgumentException.class, () -> DeclarationJson.read(json.replace("\"reach\":", "\"range\":")));
    }
}
