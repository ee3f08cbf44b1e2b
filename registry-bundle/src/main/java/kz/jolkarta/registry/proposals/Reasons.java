package kz.jolkarta.registry.proposals;

import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.criteria.Objections;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.ChildFacts;
import kz.jolkarta.core.registry.TalentField;

/** Why something is proposed, in sentences, with the child's own facts. */
final class Reasons {
    private final LocalDate day;
    private final Function<String, Text> places;

    /** @param places names of territorial units by their codes */
    Reasons(LocalDate day, Function<String, Text> places) {
        this.day = day;
        this.places = places;
    }

    /** The criterion in words, and what of it is true of the child. */
    List<Message> meets(Kind kind, ChildFacts child) {
        List<Message> why = new ArrayList<>();
        why.add(Message.of("proposal.why.meets", kind.words()));
        list(kind.conditions().stream()
                        .filter(atom -> Objections.of(atom, child, day).isEmpty())
                        .flatMap(atom -> fact(atom, child))
                        .distinct()
                        .toList())
                .ifPresent(facts -> why.add(Message.of("proposal.why.facts", facts)));
        return why;
    }

    private Stream<Message> fact(Criterion atom, ChildFacts child) {
        if (atom instanceof Criterion.Rural || atom instanceof Criterion.Grounded && child.rural()) {
            return Stream.of(Message.of("proposal.fact.village", places.apply(child.territory())));
        }
        if (atom instanceof Criterion.Grounded) {
            return categories(child, Set.of(Category.values()));
        }
        if (atom instanceof Criterion.InCategory in) {
            return categories(child, in.categories());
        }
        if (atom instanceof Criterion.Ages) {
            return Stream.of(Message.of(
                    "proposal.fact.age", Period.between(child.birthDate(), day).getYears()));
        }
        if (atom instanceof Criterion.Grades || atom instanceof Criterion.FinishedSchool) {
            return child.grade().stream().mapToObj(grade -> Message.of("proposal.fact.grade", grade));
        }
        if (atom instanceof Criterion.Talented talented) {
            return talents(child, talented.fields());
        }
        if (atom instanceof Criterion.Achieved achieved) {
            return prize(child, achieved);
        }
        if (atom instanceof Criterion.ExcellentMarks) {
            return Stream.of(Message.of("proposal.fact.marks"));
        }
        return Stream.of();
    }

    private Stream<Message> categories(ChildFacts child, Set<Category> wanted) {
        return child.categories().stream()
                .filter(c -> wanted.contains(c.category()))
                .filter(c -> Objections.of(Criterion.category(c.category()), child, day)
                        .isEmpty())
                .map(ChildFacts.CategoryPeriod::category)
                .distinct()
                .map(category -> Message.of("proposal.fact.category", label("category.", category)));
    }

    private static Stream<Message> talents(ChildFacts child, Set<TalentField> wanted) {
        return list(talents(child.talents().stream()
                        .filter(field -> wanted.isEmpty() || wanted.contains(field))
                        .toList()))
                .map(fields -> Message.of("proposal.fact.talent", fields))
                .stream();
    }

    static List<Message> talents(Collection<TalentField> fields) {
        return fields.stream().sorted().map(field -> label("talent.", field)).toList();
    }

    private Stream<Message> prize(ChildFacts child, Criterion.Achieved achieved) {
        return child.prizes().stream()
                .filter(p -> p.level().compareTo(achieved.atLeast()) >= 0
                        && p.level().compareTo(achieved.atMost()) <= 0
                        && p.on().isAfter(achieved.after(day))
                        && !p.on().isAfter(day)
                        && (achieved.fields().isEmpty()
                                || p.field().filter(achieved.fields()::contains).isPresent()))
                .max(Comparator.comparing(ChildFacts.Prize::level).thenComparing(ChildFacts.Prize::on))
                .map(Reasons::prize)
                .stream();
    }

    static Message prize(ChildFacts.Prize prize) {
        return Message.of("proposal.fact.prize", label("level.", prize.level()), prize.on());
    }

    Message places(Places places) {
        return switch (places.state()) {
            case LEFT -> Message.of("proposal.why.places", places.left());
            case UNLIMITED -> Message.of("proposal.why.unlimited");
            case UNKNOWN -> Message.of("proposal.why.places-unknown");
            case WAITING -> Message.of("proposal.why.waiting");
        };
    }

    Message season(Event event) {
        return Message.of("proposal.why.activity", event.title(), event.starts(), event.ends());
    }

    Message season(Month month) {
        return Message.of("proposal.why.month", Message.of("activity.month." + month.getValue()));
    }

    Message season(LocalDate half) {
        return Message.of("proposal.why.half", half);
    }

    Message distance(Distance distance, String territory) {
        return Message.of("proposal.distance." + distance.name().toLowerCase(Locale.ROOT), places.apply(territory));
    }

    Message before(int records) {
        return records == 0 ? Message.of("proposal.why.first") : Message.of("proposal.why.before", records);
    }

    /** Separated by commas; empty for none. */
    static Optional<Message> list(List<Message> parts) {
        return parts.stream().reduce((left, right) -> Message.of("criterion.list", left, right));
    }

    static Message label(String topic, Enum<?> value) {
        return Message.of(topic + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
