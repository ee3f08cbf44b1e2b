package kz.jolkarta.core.internal.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.registry.Schools;

/** A few schools. @param places KATO codes by id; @param called names by id */
record KnownSchools(Map<Long, String> places, Map<Long, String> called) implements Schools {
    @Override
    public Optional<String> place(long id) {
        return Optional.ofNullable(places.get(id));
    }

    @Override
    public List<School> search(Scope scope, String text, int most, Language language) {
        return called.entrySet().stream()
                .filter(e -> e.getValue().contains(text))
                .map(e -> new School(e.getKey(), e.getValue()))
                .toList();
    }

    @Override
    public Map<Long, String> names(Collection<Long> ids, Language language) {
        return called.entrySet().stream()
                .filter(e -> ids.contains(e.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
