package kz.jolkarta.registry.children;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.Sex;
import kz.jolkarta.core.registry.TalentField;
import kz.jolkarta.registry.organisations.OrganisationChoice;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.roadmaps.MapStanding;

/** The filters of the list of children, named as {@link ChildQuery} reads them. */
final class ChildFilterFields {
    private final TerritoryChoice territories;
    private final OrganisationChoice organisations;
    private final NotReached notReached;

    ChildFilterFields(TerritoryChoice territories, OrganisationChoice organisations, NotReached notReached) {
        this.notReached = notReached;
        this.territories = territories;
        this.organisations = organisations;
    }

    /** Those that are always in sight. */
    List<Field> first(Caller caller, Words words, Address address) {
        return List.of(
                Field.text("q", words.text("page.children.q")),
                Field.choice(
                        "category",
                        words.text("record.heading.category"),
                        words.options(Category.class, "child.word.category.")),
                Field.choice(
                        "talent",
                        words.text("import.column.talent"),
                        words.options(TalentField.class, "child.word.talent.")),
                Field.choice("gradeFrom", words.text("page.children.grade-from"), grades()),
                Field.choice("gradeTo", words.text("page.children.grade-to"), grades()),
                Field.choice(
                        "roadMap",
                        words.text("page.children.road-map"),
                        words.options(MapStanding.class, "page.children.map.")),
                Field.choice("notReached", words.text("page.children.not-reached"), measures(words)),
                territories.field(words, caller.user().scope(Right.CHILDREN_READ), address.value("territory")));
    }

    private List<Field.Option> measures(Words words) {
        Stream<Field.Option> any =
                Stream.of(new Field.Option(NotReached.ANY, words.text("page.children.not-reached.any")));
        return Stream.concat(
                        any,
                        notReached.measures().stream()
                                .map(m -> new Field.Option(m.code(), m.number() + ". " + words.text(m.name()))))
                .toList();
    }

    /** Those that open on demand. */
    List<Field> more(Caller caller, Words words, Address address) {
        List<Field.Option> yesOrNo = List.of(
                new Field.Option("true", words.text("child.word.yes")),
                new Field.Option("false", words.text("child.word.no")));
        List<Field> fields = new ArrayList<>();
        school(caller, words, address).ifPresent(fields::add);
        fields.addAll(List.of(
                Field.choice("rural", words.text("page.children.lives-rural"), yesOrNo),
                Field.choice("sex", words.text("import.column.sex"), words.options(Sex.class, "child.word.sex.")),
                Field.choice(
                        "level", words.text("page.children.level"), words.options(AchievementLevel.class, "level.")),
                Field.choice("language", words.text("import.column.language"), languages(words)),
                Field.choice("consent", words.text("page.children.consent"), yesOrNo),
                Field.choice("coordinator", words.text("page.children.coordinator"), coordinators(words, address)),
                Field.choice("state", words.text("record.heading.state"), states(words)),
                Field.date("bornFrom", words.text("page.children.born-from")),
                Field.date("bornTo", words.text("page.children.born-to"))));
        return fields;
    }

    /** The schools of one district are few enough to choose from; of more the one that is filtered by is shown. */
    private Optional<Field> school(Caller caller, Words words, Address address) {
        if (!caller.user().has(Right.ORGANISATIONS_READ)) {
            return Optional.empty();
        }
        Scope scope = caller.user().scope(Right.CHILDREN_READ);
        String territory = address.value("territory");
        Scope wanted = territory.matches("\\d{9}") ? scope.within(Scope.of(territory)) : scope;
        boolean narrow = wanted.prefixes().stream().allMatch(prefix -> prefix.length() > 2);
        List<Field.Option> schools = narrow ? organisations.schools(caller, territory) : List.of();
        String chosen = address.value("school");
        Stream<Field.Option> other =
                chosen.isEmpty() || schools.stream().anyMatch(o -> o.value().equals(chosen))
                        ? Stream.empty()
                        : Stream.of(organisations.named(caller, chosen));
        List<Field.Option> options = Stream.concat(schools.stream(), other).toList();
        return options.isEmpty()
                ? Optional.empty()
                : Optional.of(Field.choice("school", words.text("record.heading.school"), options));
    }

    static List<Field.Option> grades() {
        return IntStream.rangeClosed(0, ChildRules.MAX_GRADE)
                .mapToObj(String::valueOf)
                .map(grade -> new Field.Option(grade, grade))
                .toList();
    }

    static List<Field.Option> languages(Words words) {
        return words.sorted(
                ChildRules.LANGUAGES.stream()
                        .map(code -> new Field.Option(code, words.text("child.word.language." + code)))
                        .toList(),
                Field.Option::label);
    }

    private static List<Field.Option> coordinators(Words words, Address address) {
        Field.Option nobody = new Field.Option("none", words.text("page.children.without-coordinator"));
        String chosen = address.value("coordinator");
        return chosen.isEmpty() || chosen.equals("none")
                ? List.of(nobody)
                : List.of(nobody, new Field.Option(chosen, words.text("page.children.of-coordinator", chosen)));
    }

    private static List<Field.Option> states(Words words) {
        return words.options(ChildState.class, "copy.word.child-state.").stream()
                .filter(o -> !o.value().equals("merged"))
                .toList();
    }
}
