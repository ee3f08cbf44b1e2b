package kz.jolkarta.measure.technoparks;

import static kz.jolkarta.core.criteria.Criterion.everyone;
import static kz.jolkarta.core.criteria.Criterion.targetGroup;
import static kz.jolkarta.core.measure.Dimension.GRADE_BAND;
import static kz.jolkarta.core.measure.Dimension.SEX;
import static kz.jolkarta.core.measure.Dimension.TYPE;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.Field;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Resolution997;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Measure 8: regular participation in children's technoparks. The clause joins rural and large or vulnerable families without a comma; it is read as "or".
 * Tutor courses stand in it among the forms in which children take part, so they are for children too.
 */
@Component(configurationPid = "kz.jolkarta.measure.technoparks")
@Designate(ocd = Technoparks.Config.class)
public final class Technoparks implements Measure {
    /** What counts as regular: the clause gives no number. */
    @ObjectClassDefinition
    @interface Config {
        /** Sessions attended in one school year, at least 1. */
        @AttributeDefinition(min = "1")
        int regularSessions() default REGULAR;
    }

    static final int REGULAR = 4;

    private static final Field DIRECTION =
            Field.choice("direction", "programming", "robotics", "electronics", "modelling", "biotechnology", "other");

    private final int regularSessions;

    @Activate
    public Technoparks(Config config) {
        this(config.regularSessions());
    }

    Technoparks(int regularSessions) {
        this.regularSessions = regularSessions;
    }

    @Override
    public Clause clause() {
        return Resolution997.clause(8);
    }

    @Override
    public List<ActivityType> activities() {
        return Stream.of("project", "seminar", "hackathon", "tutor-course")
                .map(code -> ActivityType.forChildren(code, targetGroup(), DIRECTION))
                .toList();
    }

    @Override
    public List<Indicator> indicators() {
        // Who took part was checked at admission; a category that ends later does not undo it.
        Selection participants = new Selection.Participants(Set.of(), 1, everyone());
        Selection regular = new Selection.Participants(Set.of(), regularSessions, everyone());
        return List.of(
                Indicator.count("participants", participants, TYPE, SEX, GRADE_BAND),
                Indicator.count("regular-participants", regular, SEX, GRADE_BAND),
                Indicator.share("regular-share", regular, participants),
                Indicator.count("activities-held", new Selection.Activities(Set.of(), Set.of("HELD")), TYPE));
    }
}
