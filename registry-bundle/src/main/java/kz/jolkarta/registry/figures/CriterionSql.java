package kz.jolkarta.registry.figures;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.registry.AchievementLevel;

/**
 * The reading of a criterion as an SQL condition over {@link #FROM}. Every part is true or false and never unknown, so that {@code not}
 * means what it says; days are computed here, so that both engines only compare dates.
 */
final class CriterionSql {
    private static final String PLACES = " join territory t on t.code = c.territory"
            + " left join organisation o on o.id = c.school_id left join territory st on st.code = o.territory";

    /** A child {@code c}, the settlement of residence {@code t}, the school {@code o} and its settlement {@code st}. */
    static final String FROM = "child c" + PLACES;

    /** The same, of children listed by their ids. */
    static final String FROM_LISTED = "child c" + Along.constraint("child_pk") + PLACES;

    /** The same, beginning with a derived table {@code e}: put last, Derby would compute it anew for every child. */
    static String from(String derived) {
        return derived + " join child c on c.id = e.child_id" + PLACES;
    }

    /** Only children who moved since the day, where they lived then. @param day its parameter */
    static String fromMoved(String day) {
        return "(" + ResidentStore.moved(day) + ") c" + PLACES;
    }

    /** As {@link #FROM}, of the children where they lived on the frame's day. */
    static String from(Frame frame) {
        return frame.child() + PLACES;
    }

    /** As {@link #from(String)}, of the children where they lived on the frame's day. */
    static String from(Frame frame, String derived) {
        return derived + " join " + frame.child() + " on c.id = e.child_id" + PLACES;
    }

    /** The states of an award that its holder has. */
    static final Set<String> HELD_AWARDS = Set.of("APPROVED", "ISSUED", "ENDED");

    /** Compared as a column: Derby cannot negate a boolean that is an expression (NoSuchMethodError). */
    private static final String RURAL = "(t.rural is not null and t.rural = true)";

    private static final String URBAN_SCHOOL = "(st.rural is not null and st.rural = false"
            + " or st.rural is null and (t.rural is null or t.rural = false))";

    /** Of a category: the number of its ground document is known. */
    static final String GROUNDED = "k.ground_number is not null and k.ground_number <> ''";

    /** Without the joins of {@link #FROM}, where a statement has nothing but a child {@code c}. */
    private static final String LIVES_RURAL =
            "exists (select 1 from territory t where t.code = c.territory and t.rural = true)";

    private static final String SCHOOL_PLACE =
            "exists (select 1 from organisation o join territory st on st.code = o.territory where o.id = c.school_id and ";

    private static final String GOES_TO_TOWN = "(" + SCHOOL_PLACE + "st.rural = false) or not " + SCHOOL_PLACE
            + "st.rural is not null) and not " + LIVES_RURAL + ")";

    private final LocalDate day;
    private final Binds binds;
    private final String rural;
    private final String urbanSchool;

    /** Over {@link #FROM}. */
    CriterionSql(LocalDate day, Binds binds) {
        this(day, binds, RURAL, URBAN_SCHOOL);
    }

    private CriterionSql(LocalDate day, Binds binds, String rural, String urbanSchool) {
        this.day = day;
        this.binds = binds;
        this.rural = rural;
        this.urbanSchool = urbanSchool;
    }

    /** Over a child {@code c} alone. */
    static CriterionSql ofChild(LocalDate day, Binds binds) {
        return new CriterionSql(day, binds, LIVES_RURAL, GOES_TO_TOWN);
    }

    String condition(Criterion criterion) {
        if (criterion instanceof Criterion.And and) {
            return joined(and.all(), " and ");
        }
        if (criterion instanceof Criterion.Or or) {
            return joined(or.any(), " or ");
        }
        if (criterion instanceof Criterion.Not not) {
            return "not (" + condition(not.of()) + ")";
        }
        return atom(criterion);
    }

    /** What looks into other tables comes last: an engine that stops at the first answer then seldom looks. */
    private String joined(List<Criterion> parts, String word) {
        return "("
                + parts.stream()
                        .map(this::condition)
                        .sorted(Comparator.comparing(part -> part.contains("exists")))
                        .collect(joining(word))
                + ")";
    }

    private String atom(Criterion criterion) {
        if (criterion instanceof Criterion.Everyone) {
            return "1 = 1";
        }
        if (criterion instanceof Criterion.Rural) {
            return rural;
        }
        if (criterion instanceof Criterion.UrbanSchool) {
            return urbanSchool;
        }
        if (criterion instanceof Criterion.Grades grades) {
            return "(c.grade is not null and c.grade between " + grades.from() + " and " + grades.to() + ")";
        }
        if (criterion instanceof Criterion.Ages ages) {
            return "c.birth_date between " + binds.of(ages.bornFrom(day)) + " and " + binds.of(ages.bornTo(day));
        }
        if (criterion instanceof Criterion.OfSex sex) {
            return "c.sex = " + binds.of(sex.sex().name());
        }
        if (criterion instanceof Criterion.FinishedSchool finished) {
            return "(c.grade is not null and c.grade >= 11 and (c.left_on is null or c.left_on >= "
                    + binds.of(finished.leftFrom(day)) + "))";
        }
        return dated(criterion);
    }

    private String dated(Criterion criterion) {
        String on = binds.of(day);
        if (criterion instanceof Criterion.InCategory in) {
            return category("k.category in (" + names(in.categories()) + ")", on);
        }
        if (criterion instanceof Criterion.Grounded) {
            return "(" + rural + " or " + category(GROUNDED, on) + ")";
        }
        if (criterion instanceof Criterion.Talented talented) {
            String fields = talented.fields().isEmpty() ? "" : " and k.field in (" + names(talented.fields()) + ")";
            return "exists (select 1 from child_talent k" + Along.looping("child_talent_child_fk")
                    + " where k.child_id = c.id and k.identified_on <= " + on + fields + ")";
        }
        if (criterion instanceof Criterion.Achieved achieved) {
            List<AchievementLevel> levels = Stream.of(AchievementLevel.values())
                    .filter(l -> l.compareTo(achieved.atLeast()) >= 0 && l.compareTo(achieved.atMost()) <= 0)
                    .toList();
            String fields = achieved.fields().isEmpty() ? "" : " and k.field in (" + names(achieved.fields()) + ")";
            return "exists (select 1 from achievement k" + Along.looping("achievement_child_fk")
                    + " where k.child_id = c.id and (k.prize or k.place in (1, 2, 3)) and k.level in ("
                    + names(levels) + ")" + fields + " and k.won_on > " + binds.of(achieved.after(day))
                    + " and k.won_on <= " + on
                    + ")";
        }
        if (criterion instanceof Criterion.Consented consented) {
            return "exists (select 1 from consent k" + Along.looping("consent_child_fk")
                    + " where k.child_id = c.id and k.purpose = "
                    + binds.of(consented.purpose().name()) + " and k.deliverable_id is null and k.given_on <= " + on
                    + " and (k.valid_to is null or k.valid_to >= " + on
                    + ") and (k.withdrawn_on is null or k.withdrawn_on > " + on + "))";
        }
        if (criterion instanceof Criterion.Took took) {
            return took(took, on);
        }
        if (criterion instanceof Criterion.RoadMapApproved) {
            return "exists (select 1 from road_map k" + Along.looping("road_map_child_fk")
                    + " where k.child_id = c.id and k.approved_on <= " + on
                    + " and (k.closed_on is null or k.closed_on >= " + on + "))";
        }
        if (criterion instanceof Criterion.ExcellentMarks marks) {
            return "exists (select 1 from child_marks k" + Along.looping("child_marks_child_fk")
                    + " where k.child_id = c.id and k.excellent = true and k.school_year in ("
                    + binds.of(marks.schoolYears(day).stream().sorted().toList()) + "))";
        }
        throw new IllegalArgumentException("no SQL for " + criterion);
    }

    private static String category(String which, String on) {
        return "exists (select 1 from child_category k" + Along.looping("child_category_child_fk")
                + " where k.child_id = c.id and " + which + " and k.valid_from <= " + on
                + " and (k.valid_to is null or k.valid_to >= " + on + "))";
    }

    /** Led from the child: Derby would rather begin with all activities of the measure, or hash them, for each child anew. */
    private String took(Criterion.Took took, String on) {
        String first = binds.of(day.withDayOfYear(1));
        String kind = " and a.measure = " + binds.of(took.measure())
                + (took.type().isEmpty() ? "" : " and a.type = " + binds.of(took.type()));
        String of =
                "exists (select 1 from" + Along.ORDER + " participation p" + Along.constraint("participation_child_fk")
                        + " join activity a" + Along.LOOP + " on a.id = p.activity_id";
        return "(" + of + " where p.child_id = c.id and p.state = 'ATTENDED'" + kind + " and a.starts between " + first
                + " and " + on + ")"
                + " or " + of
                + " join presence r" + Along.LOOP + " on r.participation_id = p.id join activity_session s" + Along.LOOP
                + " on s.id = r.session_id where p.child_id = c.id and r.present and a.state <> 'CANCELLED'" + kind
                + " and s.held_on between "
                + first + " and " + on + ")"
                + " or exists (select 1 from award a" + Along.looping("award_child_fk")
                + " where a.child_id = c.id and a.state in (" + binds.of(HELD_AWARDS)
                + ")" + kind
                + " and a.award_year = " + binds.of(day.getYear())
                + " and (a.date_from is null or a.date_from not between " + first
                + " and " + binds.of(LocalDate.of(day.getYear(), 12, 31)) + " or a.date_from <= " + on + ")))";
    }

    private String names(Collection<? extends Enum<?>> values) {
        return binds.of(values.stream().map(Enum::name).sorted().toList());
    }
}
