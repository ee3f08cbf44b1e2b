package kz.jolkarta.core.internal.criteria;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.Sex;
import kz.jolkarta.core.registry.TalentField;
import kz.jolkarta.core.roadmap.Resolution997;

/** The reading of a criterion as a phrase about a child. */
public final class Phrases {
    /** Deeper than this, a list within a list stands in brackets, since words alone would no longer tell where it ends. */
    private static final int PLAIN_DEPTH = 1;

    private Phrases() {}

    public static Message of(Criterion criterion) {
        return phrase(Normal.form(criterion), 0);
    }

    private static Message phrase(Criterion formed, int depth) {
        if (formed instanceof Criterion.And and) {
            return nested("all-of", and.all(), "and", depth);
        }
        if (formed instanceof Criterion.Or or) {
            return nested("any-of", or.any(), "or", depth);
        }
        if (formed instanceof Criterion.Not not) {
            return atom("criterion.not.", not.of());
        }
        return atom("criterion.", formed);
    }

    private static Message nested(String of, List<Criterion> parts, String joint, int depth) {
        Message list = list(parts, joint, depth);
        if (depth == 0) {
            return list;
        }
        Message named = Message.of("criterion." + of, list);
        return depth > PLAIN_DEPTH ? Message.of("criterion.brackets", named) : named;
    }

    /** Plain conditions first: a list within the list then ends where the whole phrase ends. */
    static Message list(List<Criterion> parts, String joint, int depth) {
        boolean wide = parts.stream().anyMatch(Phrases::isWide);
        List<Message> phrases = parts.stream()
                .sorted(Comparator.comparing(Phrases::isWide))
                .map(part -> phrase(part, depth + 1))
                .toList();
        return join(wide ? joint + ".wide" : joint, wide ? "list.wide" : "list", phrases);
    }

    private static boolean isWide(Criterion part) {
        Criterion bare = part instanceof Criterion.Not not ? not.of() : part;
        return bare instanceof Criterion.And
                || bare instanceof Criterion.Or
                || bare instanceof Criterion.Grounded
                || bare instanceof Criterion.FinishedSchool
                || bare instanceof Criterion.InCategory in
                        && in.categories().size() > 1
                        && !isVulnerable(in.categories())
                || bare instanceof Criterion.Talented talented
                        && talented.fields().size() > 1;
    }

    private static Message join(String joint, String comma, List<Message> parts) {
        Message joined = parts.get(0);
        for (int i = 1; i < parts.size() - 1; i++) {
            joined = Message.of("criterion." + comma, joined, parts.get(i));
        }
        return parts.size() == 1 ? joined : Message.of("criterion." + joint, joined, parts.get(parts.size() - 1));
    }

    private static Message atom(String prefix, Criterion atom) {
        if (atom instanceof Criterion.Everyone) {
            return Message.of(prefix + "everyone");
        }
        if (atom instanceof Criterion.Rural) {
            return Message.of(prefix + "rural");
        }
        if (atom instanceof Criterion.UrbanSchool) {
            return Message.of(prefix + "urban-school");
        }
        if (atom instanceof Criterion.InCategory in) {
            return categories(prefix, in.categories());
        }
        if (atom instanceof Criterion.Grades grades) {
            return grades.from() == grades.to()
                    ? Message.of(prefix + "grade", grades.from())
                    : Message.of(prefix + "grades", grades.from(), grades.to());
        }
        if (atom instanceof Criterion.Ages ages) {
            return ages.from() == ages.to()
                    ? Message.of(prefix + "age", ages.from())
                    : Message.of(prefix + "ages", ages.from(), ages.to());
        }
        if (atom instanceof Criterion.OfSex sex) {
            return Message.of(sex.sex() == Sex.MALE ? "criterion.boy" : "criterion.girl");
        }
        if (atom instanceof Criterion.Talented talented) {
            return talented.fields().isEmpty()
                    ? Message.of(prefix + "gifted")
                    : Message.of(
                            prefix + (talented.fields().size() == 1 ? "talent" : "talents"),
                            talents(talented.fields()));
        }
        if (atom instanceof Criterion.Achieved achieved) {
            return Message.of(prefix + "achieved", level(achieved), achieved.withinMonths());
        }
        if (atom instanceof Criterion.Consented consented) {
            return Message.of(prefix + "consented", label("consent.", consented.purpose()));
        }
        if (atom instanceof Criterion.Took took) {
            return took.type().isEmpty()
                    ? Message.of(prefix + "took-any", measure(took.measure()))
                    : Message.of(prefix + "took", measure(took.measure()), took.type());
        }
        if (atom instanceof Criterion.Grounded) {
            return Message.of(prefix + "grounded");
        }
        if (atom instanceof Criterion.RoadMapApproved) {
            return Message.of(prefix + "road-map-approved");
        }
        if (atom instanceof Criterion.ExcellentMarks) {
            return Message.of(prefix + "excellent-marks");
        }
        if (atom instanceof Criterion.FinishedSchool) {
            return Message.of(prefix + "finished-school");
        }
        throw new IllegalStateException("a criterion without words: " + atom);
    }

    /** The levels and fields that count, as they stand in a phrase about winning. */
    static Message level(Criterion.Achieved achieved) {
        Message level = level(achieved.atLeast(), achieved.atMost());
        if (achieved.fields().isEmpty()) {
            return level;
        }
        String fields = achieved.fields().size() == 1 ? "field" : "fields";
        return Message.of("criterion.level." + fields, level, talents(achieved.fields()));
    }

    static Message level(AchievementLevel atLeast, AchievementLevel atMost) {
        Message lowest = label("level.", atLeast);
        if (atLeast == atMost) {
            return Message.of("criterion.level.only", lowest);
        }
        return atMost == AchievementLevel.INTERNATIONAL
                ? Message.of("criterion.level.from", lowest)
                : Message.of("criterion.level.range", lowest, label("level.", atMost));
    }

    private static Message categories(String prefix, Set<Category> categories) {
        if (isVulnerable(categories)) {
            return Message.of(prefix + "socially-vulnerable");
        }
        if (categories.equals(Set.of(Category.LARGE_FAMILY))) {
            return Message.of(prefix + "large-family");
        }
        return Message.of(
                prefix + (categories.size() == 1 ? "category" : "categories"),
                labels("category.", categories.stream()));
    }

    private static boolean isVulnerable(Set<Category> categories) {
        return categories.equals(Category.SOCIALLY_VULNERABLE);
    }

    static Message talents(Set<TalentField> fields) {
        return labels("talent.", fields.stream());
    }

    static Message labels(String topic, Stream<? extends Enum<?>> values) {
        return enumeration(values.sorted(Comparator.comparing(Enum::ordinal))
                .map(value -> label(topic, value))
                .toList());
    }

    /** Names separated by commas. */
    static Message enumeration(Collection<Message> names) {
        return names.stream()
                .reduce((left, right) -> Message.of("criterion.list", left, right))
                .orElseThrow();
    }

    /** The name of a value, e.g. {@code category.large-family}. */
    static Message label(String topic, Enum<?> value) {
        return Message.of(topic + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The measure's name where the act is known, else its code. */
    static Object measure(String code) {
        return Resolution997.programme()
                .clause(code)
                .map(clause -> (Object) clause.name())
                .orElse(new Text(code, code, code));
    }
}
