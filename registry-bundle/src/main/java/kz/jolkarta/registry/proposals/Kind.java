package kz.jolkarta.registry.proposals;

import java.time.Month;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.criteria.Words;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.Audience;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.registry.TalentField;

/**
 * What a measure can offer a child: a kind of activity or of award.
 *
 * @param who which children may have it; of an award whose ground must be proved, those too who have none of the grounds are left out
 * @param words the criterion as a phrase
 * @param conditions the plain ones that the criterion is made of, without those that must not hold
 * @param talents it asks for; empty when it asks for none in particular
 * @param award the kind of award; empty for an activity
 */
record Kind(
        Installed measure,
        String type,
        Criterion who,
        Message words,
        List<Criterion> conditions,
        Set<TalentField> talents,
        Optional<AwardType> award) {
    Kind {
        conditions = List.copyOf(conditions);
        talents = Set.copyOf(talents);
    }

    private static Kind of(Installed measure, String type, Criterion who, Optional<AwardType> award) {
        List<Criterion> conditions = conditions(who).distinct().toList();
        return new Kind(measure, type, who, Words.of(who), conditions, talents(conditions), award);
    }

    static final String ACTIVITY = "activity";
    static final String AWARD = "award";

    /** In the order of the measures; what is for staff is not among them. */
    static List<Kind> of(List<Installed> measures) {
        List<Kind> kinds = new ArrayList<>();
        for (Installed measure : measures) {
            for (ActivityType type : measure.activities()) {
                if (type.audience() == Audience.CHILDREN) {
                    kinds.add(of(measure, type.code(), type.who(), Optional.empty()));
                }
            }
            for (AwardType type : measure.awards()) {
                if (type.audience() == Audience.CHILDREN) {
                    kinds.add(of(measure, type.code(), who(type), Optional.of(type)));
                }
            }
        }
        return kinds;
    }

    /** The last month in which an activity of the kind may take place; empty when it may at any time. */
    Optional<Month> season() {
        return measure.activity(type)
                .filter(activity -> award.isEmpty())
                .flatMap(activity -> activity.rule(Rule.Within.class))
                .map(Rule.Within::last);
    }

    private static Criterion who(AwardType type) {
        return type.rule(Rule.Proved.class)
                .<Criterion>map(proved -> Criterion.and(
                        type.who(), Criterion.or(proved.grounds().values().toArray(Criterion[]::new))))
                .orElse(type.who());
    }

    /** The code of its proposal, e.g. {@code health-camps/camp}. */
    String code() {
        return measure.code() + "/" + type;
    }

    /** {@code activity} or {@code award}. */
    String record() {
        return award.isPresent() ? AWARD : ACTIVITY;
    }

    /** Tells a kind of activity from a kind of award of the same code. */
    String key() {
        return record() + ":" + code();
    }

    Message name() {
        return Message.of(measure.code() + "." + record() + "." + type);
    }

    private static Set<TalentField> talents(List<Criterion> conditions) {
        Set<TalentField> fields = EnumSet.noneOf(TalentField.class);
        conditions.forEach(atom -> {
            if (atom instanceof Criterion.Talented talented) {
                fields.addAll(talented.fields());
            } else if (atom instanceof Criterion.Achieved achieved) {
                fields.addAll(achieved.fields());
            }
        });
        return fields;
    }

    private static Stream<Criterion> conditions(Criterion criterion) {
        if (criterion instanceof Criterion.And and) {
            return and.all().stream().flatMap(Kind::conditions);
        }
        if (criterion instanceof Criterion.Or or) {
            return or.any().stream().flatMap(Kind::conditions);
        }
        return criterion instanceof Criterion.Not ? Stream.of() : Stream.of(criterion);
    }
}
