package kz.jolkarta.registry.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.TalentField;
import kz.jolkarta.registry.children.NameKey;

/** A child of the registry as far as a list can say something of it; it changes along with the rows of the list. */
final class Known {
    /** A category that holds today. */
    record OpenCategory(long id, Category category, Optional<LocalDate> to) {}

    record Person(long id, String key, String relation, String phone) {}

    final long id;
    int version;
    /** Values by column of the table {@code child}; null where there is none. */
    final Map<String, Object> values = new LinkedHashMap<>();

    final List<OpenCategory> categories = new ArrayList<>();
    final Set<String> talents = new HashSet<>();
    final List<Person> representatives = new ArrayList<>();
    final Set<LocalDate> consents = new HashSet<>();

    Known(long id, int version) {
        this.id = id;
        this.version = version;
    }

    String text(String column) {
        Object value = values.get(column);
        return value == null ? "" : value.toString();
    }

    String territory() {
        return text("territory");
    }

    /** What two lines of a person without a number have in common. */
    String nameAndBirth() {
        return nameAndBirth(text("surname"), text("given_name"), text("birth_date"));
    }

    static String nameAndBirth(String surname, String givenName, Object birth) {
        return NameKey.of(surname) + "|" + NameKey.of(givenName) + "|" + birth;
    }

    static String talent(TalentField field, String subject) {
        return field + "|" + WordList.folded(subject);
    }

    /** A copy that further rows may change. */
    Known copy() {
        Known copy = new Known(id, version);
        copy.values.putAll(values);
        copy.categories.addAll(categories);
        copy.talents.addAll(talents);
        copy.representatives.addAll(representatives);
        copy.consents.addAll(consents);
        return copy;
    }
}
