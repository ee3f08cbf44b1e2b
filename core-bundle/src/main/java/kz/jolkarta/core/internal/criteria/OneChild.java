package kz.jolkarta.core.internal.criteria;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.ChildFacts;

/** The reading of a criterion for one child: whether it is met on the day, and what stands against it. */
public final class OneChild {
    private OneChild() {}

    /** Why the child does not meet the criterion on the day, each missing condition once; empty when it does. */
    public static List<Message> objections(Criterion criterion, ChildFacts child, LocalDate day) {
        Set<Message> against = new LinkedHashSet<>();
        object(Normal.form(criterion), child, day, against);
        return List.copyOf(against);
    }

    private static void object(Criterion formed, ChildFacts child, LocalDate day, Set<Message> against) {
        if (meets(formed, child, day)) {
            return;
        }
        if (formed instanceof Criterion.And and) {
            and.all().forEach(part -> object(part, child, day, against));
        } else if (formed instanceof Criterion.Or or) {
            against.add(Message.of("objection.none-of", Phrases.list(or.any(), "or", 0)));
        } else if (formed.equals(Normal.NOBODY)) {
            against.add(Message.of("objection.nobody"));
        } else if (formed instanceof Criterion.Not not) {
            against.add(Message.of("objection.holds", Phrases.of(not.of())));
        } else {
            against.add(missing(formed, child, day));
        }
    }

    /** The part of the criterion that the child meets on the day, of one that it meets as a whole. */
    public static Criterion met(Criterion criterion, ChildFacts child, LocalDate day) {
        return narrowed(Normal.form(criterion), child, day);
    }

    private static Criterion narrowed(Criterion formed, ChildFacts child, LocalDate day) {
        if (formed instanceof Criterion.And and) {
            return new Criterion.And(
                    and.all().stream().map(part -> narrowed(part, child, day)).toList());
        }
        if (formed instanceof Criterion.Or or) {
            List<Criterion> holding =
                    or.any().stream().filter(part -> meets(part, child, day)).toList();
            return holding.isEmpty()
                    ? formed
                    : new Criterion.Or(holding.stream()
                            .map(part -> narrowed(part, child, day))
                            .toList());
        }
        if (formed instanceof Criterion.InCategory in) {
            Set<Category> own = in.categories().stream()
                    .filter(category -> meets(new Criterion.InCategory(Set.of(category)), child, day))
                    .collect(Collectors.toSet());
            return own.isEmpty() ? formed : new Criterion.InCategory(own);
        }
        return formed;
    }

    public static boolean meets(Criterion criterion, ChildFacts child, LocalDate day) {
        if (criterion instanceof Criterion.Everyone) {
            return true;
        }
        if (criterion instanceof Criterion.Rural) {
            return child.rural();
        }
        if (criterion instanceof Criterion.UrbanSchool) {
            return !child.schoolRural().orElse(child.rural());
        }
        if (criterion instanceof Criterion.InCategory in) {
            return child.categories().stream()
                    .anyMatch(c -> in.categories().contains(c.category()) && isWithin(c.from(), c.to(), day));
        }
        if (criterion instanceof Criterion.Grades grades) {
            return child.grade().isPresent()
                    && child.grade().getAsInt() >= grades.from()
                    && child.grade().getAsInt() <= grades.to();
        }
        if (criterion instanceof Criterion.Ages ages) {
            return !child.birthDate().isBefore(ages.bornFrom(day))
                    && !child.birthDate().isAfter(ages.bornTo(day));
        }
        if (criterion instanceof Criterion.OfSex sex) {
            return child.sex() == sex.sex();
        }
        if (criterion instanceof Criterion.Talented talented) {
            return talented.fields().isEmpty()
                    ? !child.talents().isEmpty()
                    : child.talents().stream().anyMatch(talented.fields()::contains);
        }
        if (criterion instanceof Criterion.Achieved achieved) {
            return child.prizes().stream()
                    .anyMatch(counting(achieved).and(p -> p.on().isAfter(achieved.after(day)) && !p.on().isAfter(day)));
        }
        if (criterion instanceof Criterion.Consented consented) {
            return child.consents().stream()
                    .anyMatch(c -> c.purpose() == consented.purpose() && isWithin(c.from(), c.to(), day));
        }
        if (criterion instanceof Criterion.Took took) {
            return child.taken().stream()
                    .anyMatch(t -> t.measure().equals(took.measure())
                            && (took.type().isEmpty() || t.type().equals(took.type()))
                            && t.on().getYear() == day.getYear()
                            && !t.on().isAfter(day));
        }
        if (criterion instanceof Criterion.Grounded) {
            return child.rural()
                    || child.categories().stream().anyMatch(c -> c.grounded() && isWithin(c.from(), c.to(), day));
        }
        if (criterion instanceof Criterion.RoadMapApproved) {
            return child.roadMaps().stream().anyMatch(m -> isWithin(m.from(), m.to(), day));
        }
        if (criterion instanceof Criterion.ExcellentMarks marks) {
            return marks.schoolYears(day).stream().anyMatch(child.excellent()::contains);
        }
        if (criterion instanceof Criterion.FinishedSchool finished) {
            return child.grade().isPresent()
                    && child.grade().getAsInt() >= 11
                    && child.left()
                            .filter(left -> left.isBefore(finished.leftFrom(day)))
                            .isEmpty();
        }
        if (criterion instanceof Criterion.And and) {
            return and.all().stream().allMatch(part -> meets(part, child, day));
        }
        if (criterion instanceof Criterion.Or or) {
            return or.any().stream().anyMatch(part -> meets(part, child, day));
        }
        return !meets(((Criterion.Not) criterion).of(), child, day);
    }

    private static Message missing(Criterion atom, ChildFacts child, LocalDate day) {
        if (atom instanceof Criterion.Rural) {
            return Message.of("objection.rural");
        }
        if (atom instanceof Criterion.UrbanSchool) {
            return Message.of(child.schoolRural().isPresent() ? "objection.urban-school" : "objection.urban-residence");
        }
        if (atom instanceof Criterion.InCategory in) {
            return category(in, child, day);
        }
        if (atom instanceof Criterion.Grades grades) {
            return child.grade().isPresent()
                    ? Message.of("objection.grades", child.grade().getAsInt(), grades.from(), grades.to())
                    : Message.of("objection.grade-unknown", grades.from(), grades.to());
        }
        if (atom instanceof Criterion.Ages ages) {
            int years =
                    Math.max(0, java.time.Period.between(child.birthDate(), day).getYears());
            return Message.of("objection.ages", years, ages.from(), ages.to());
        }
        if (atom instanceof Criterion.Talented talented) {
            return talented.fields().isEmpty()
                    ? Message.of("objection.gifted")
                    : Message.of("objection.talent", Phrases.talents(talented.fields()));
        }
        if (atom instanceof Criterion.Achieved achieved) {
            return achievement(achieved, child, day);
        }
        if (atom instanceof Criterion.Consented consented) {
            return consent(consented, child, day);
        }
        return Message.of("objection.condition", Phrases.of(atom));
    }

    private static Message category(Criterion.InCategory in, ChildFacts child, LocalDate day) {
        return ended(
                        child.categories().stream().filter(c -> in.categories().contains(c.category())),
                        ChildFacts.CategoryPeriod::to,
                        day)
                .map(c -> Message.of(
                        "objection.category-ended", Phrases.label("category.", c.category()), c.to().orElseThrow()))
                .orElseGet(() -> Message.of("objection.condition", Phrases.of(in)));
    }

    private static Message consent(Criterion.Consented consented, ChildFacts child, LocalDate day) {
        Message purpose = Phrases.label("consent.", consented.purpose());
        return ended(
                        child.consents().stream().filter(c -> c.purpose() == consented.purpose()),
                        ChildFacts.ConsentPeriod::to,
                        day)
                .map(c -> Message.of("objection.consent-ended", purpose, c.to().orElseThrow()))
                .orElseGet(() -> Message.of("objection.consent", purpose));
    }

    private static Message achievement(Criterion.Achieved achieved, ChildFacts child, LocalDate day) {
        Message level = Phrases.level(achieved);
        return child.prizes().stream()
                .filter(counting(achieved).and(p -> !p.on().isAfter(day)))
                .max(Comparator.comparing(ChildFacts.Prize::on))
                .map(p -> Message.of("objection.achievement-old", level, achieved.withinMonths(), p.on()))
                .orElseGet(() -> Message.of("objection.achievement", level, achieved.withinMonths()));
    }

    private static Predicate<ChildFacts.Prize> counting(Criterion.Achieved achieved) {
        return prize -> prize.level().compareTo(achieved.atLeast()) >= 0
                && prize.level().compareTo(achieved.atMost()) <= 0
                && (achieved.fields().isEmpty()
                        || prize.field().filter(achieved.fields()::contains).isPresent());
    }

    private static boolean isWithin(LocalDate from, Optional<LocalDate> to, LocalDate day) {
        return !from.isAfter(day) && to.filter(last -> last.isBefore(day)).isEmpty();
    }

    private static <T> Optional<T> ended(
            Stream<T> periods, java.util.function.Function<T, Optional<LocalDate>> end, LocalDate day) {
        return periods.filter(
                        p -> end.apply(p).filter(last -> last.isBefore(day)).isPresent())
                .max(Comparator.comparing(p -> end.apply(p).orElseThrow()));
    }
}
