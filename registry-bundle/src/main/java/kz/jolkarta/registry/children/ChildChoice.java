package kz.jolkarta.registry.children;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.pages.Field.Option;
import kz.jolkarta.core.pages.LookUp;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.children.ChildStore.Kept;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Person;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Children to choose from in a form, found by name in any spelling or by IIN, only where the user has the right that the form asks for. */
@Component(service = ChildChoice.class)
public final class ChildChoice {
    private final Database database;
    private final Gazetteer gazetteer;
    private final OfficeClock clock;

    @Activate
    public ChildChoice(@Reference Database database, @Reference Gazetteer gazetteer, @Reference OfficeClock clock) {
        this.database = database;
        this.gazetteer = gazetteer;
        this.clock = clock;
    }

    /** @param name of the field; its value is the child's number; @param states of those who are offered, all but archived when none is given */
    public LookUp of(User user, Words words, String name, Right right, ChildState... states) {
        return new LookUp(
                name,
                typed -> found(user, words, typed, right, states),
                id -> named(user, words, right, List.of(id)).stream().findFirst());
    }

    private List<Option> found(User user, Words words, String typed, Right right, ChildState... states) {
        Scope scope = user.require(right);
        Stream<ChildFilter> filters = states.length == 0
                ? Stream.of(ChildQuery.named(typed))
                : Stream.of(states).map(state -> ChildQuery.named(typed, state));
        return filters.map(filter -> new ChildStore.Asked(filter, scope, clock.today(), Optional.empty()))
                .flatMap(asked -> database.read(tx -> ChildStore.list(tx, asked, new Paging(LookUp.MOST, ""))).stream())
                .map(child -> option(child, words))
                .limit(LookUp.MOST + 1L)
                .toList();
    }

    /** Children by their numbers as they were sent; whoever is out of reach, and what is no number, is left out. */
    public List<Option> named(User user, Words words, Right right, List<String> ids) {
        List<Long> numbers = ids.stream()
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toList();
        return database.read(tx -> ChildStore.list(tx, numbers, user.scope(right))).stream()
                .filter(child -> child.data().state() != ChildState.MERGED)
                .map(child -> option(child, words))
                .toList();
    }

    /** By the name, and by what tells those apart who are called alike. */
    private Option option(Kept child, Words words) {
        ChildData data = child.data();
        String place = gazetteer.place(data.territory(), words.language()).name();
        String label = Stream.of(name(data), words.date(data.birthDate()), place)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        return new Option(String.valueOf(child.id()), label);
    }

    private static String name(ChildData data) {
        return Person.name(
                Objects.requireNonNullElse(data.surname(), ""),
                data.givenName(),
                Objects.requireNonNullElse(data.patronymic(), ""));
    }

    /** What the children are called whom the user may see, by their numbers. */
    public Map<Long, String> names(User user, Collection<Long> ids) {
        Map<Long, String> names = new LinkedHashMap<>();
        database.read(tx -> ChildStore.list(tx, List.copyOf(ids), user.scope(Right.CHILDREN_READ)))
                .forEach(child -> names.put(child.id(), name(child.data())));
        return names;
    }
}
