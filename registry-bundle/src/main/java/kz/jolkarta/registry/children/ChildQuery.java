package kz.jolkarta.registry.children;

import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.Sex;
import kz.jolkarta.core.registry.TalentField;
import kz.jolkarta.registry.children.ChildFilter.Order;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.roadmaps.MapStanding;

/** The query of a list of children as it comes in, the same for the list and for its files. JAX-RS fills the fields. */
public final class ChildQuery {
    /** Names in either order and any spelling, each perhaps only begun; or an IIN. */
    @QueryParam("q")
    String q;

    /** 12 digits. */
    @QueryParam("iin")
    String iin;

    /** KATO code of a unit; all below it too. */
    @QueryParam("territory")
    String territory;

    @QueryParam("rural")
    String rural;

    @QueryParam("school")
    String school;

    @QueryParam("grade")
    String grade;

    @QueryParam("gradeFrom")
    String gradeFrom;

    @QueryParam("gradeTo")
    String gradeTo;

    @QueryParam("sex")
    String sex;

    @QueryParam("category")
    String category;

    @QueryParam("talent")
    String talent;

    /** Of an achievement. */
    @QueryParam("level")
    String level;

    @QueryParam("language")
    String language;

    /** All but the archived ones when it is not given. */
    @QueryParam("state")
    String state;

    /** Of the school year that runs: none, draft, agreed, approved, closed, overdue. */
    @QueryParam("roadMap")
    String roadMap;

    /** Whether a consent to processing is valid today. */
    @QueryParam("consent")
    String consent;

    /** Number of a member of staff who answers for the child today, or {@code none} for children without a coordinator. */
    @QueryParam("coordinator")
    String coordinator;

    /** Number of the cabinet in whose load the child is today. */
    @QueryParam("cabinet")
    String cabinet;

    /** Code of a measure that the child is entitled to and not reached by this year, or {@code any}. */
    @QueryParam("notReached")
    String notReached;

    @QueryParam("bornFrom")
    String bornFrom;

    @QueryParam("bornTo")
    String bornTo;

    /** name, -name or id */
    @QueryParam("sort")
    String sort;

    /**
     * The filter of a job over many children.
     *
     * @param given values by the names of the list's parameters, without names, IIN and order
     * @throws Problem INVALID at {@code filter} for an unknown one, or at its own name for a wrong value
     */
    public static ChildFilter of(Map<String, String> given) {
        Map<String, String> left = new HashMap<>(given);
        ChildQuery query = new ChildQuery();
        query.territory = left.remove("territory");
        query.rural = left.remove("rural");
        query.school = left.remove("school");
        query.grade = left.remove("grade");
        query.gradeFrom = left.remove("gradeFrom");
        query.gradeTo = left.remove("gradeTo");
        query.sex = left.remove("sex");
        query.category = left.remove("category");
        query.talent = left.remove("talent");
        query.level = left.remove("level");
        query.language = left.remove("language");
        query.state = left.remove("state");
        query.roadMap = left.remove("roadMap");
        query.consent = left.remove("consent");
        query.coordinator = left.remove("coordinator");
        query.cabinet = left.remove("cabinet");
        query.notReached = left.remove("notReached");
        query.bornFrom = left.remove("bornFrom");
        query.bornTo = left.remove("bornTo");
        query.sort = "id";
        left.keySet().stream().sorted().findFirst().ifPresent(unknown -> {
            throw Problem.field("filter", "child.filter-unknown", unknown);
        });
        return query.filter();
    }

    /** The children, but for the archived ones, of a name in any spelling or an IIN. */
    public static ChildFilter named(String q) {
        ChildQuery query = new ChildQuery();
        query.q = q;
        return query.filter();
    }

    /** The children of one state, of a name in any spelling or an IIN. */
    static ChildFilter named(String q, ChildState state) {
        ChildQuery query = new ChildQuery();
        query.q = q;
        query.state = Json.name(state);
        return query.filter();
    }

    /** @throws Problem INVALID for what is no filter */
    public ChildFilter filter() {
        return new ChildFilter(
                Params.text("q", q).orElse(""),
                Params.text("iin", iin),
                Params.territory(territory),
                Params.flag("rural", rural),
                Params.number("school", school),
                grade("grade", grade),
                grade("gradeFrom", gradeFrom),
                grade("gradeTo", gradeTo),
                Choice.of(Sex.class, "sex", sex),
                Choice.of(Category.class, "category", category),
                Choice.of(TalentField.class, "talent", talent),
                Choice.of(AchievementLevel.class, "level", level),
                Params.text("language", language),
                Choice.of(ChildState.class, "state", state),
                Choice.of(MapStanding.class, "roadMap", roadMap),
                Params.flag("consent", consent),
                coordinator(coordinator),
                Params.number("cabinet", cabinet),
                Params.text("notReached", notReached),
                Params.date("bornFrom", bornFrom),
                Params.date("bornTo", bornTo),
                Order.of(sort));
    }

    private static Optional<Long> coordinator(String given) {
        return "none".equals(given) ? Optional.of(0L) : Params.number("coordinator", given);
    }

    private static Optional<Long> grade(String field, String given) {
        Optional<Long> grade = Params.number(field, given);
        if (grade.isPresent() && (grade.get() < 0 || grade.get() > ChildRules.MAX_GRADE)) {
            throw Problem.field(field, "child.grade", ChildRules.MAX_GRADE);
        }
        return grade;
    }
}
