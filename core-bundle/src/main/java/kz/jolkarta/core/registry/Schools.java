package kz.jolkarta.core.registry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.i18n.Language;

/** The schools of the registry, for roles that are over the pupils of one. */
public interface Schools {
    /** @param id of the organisation; @param name with its place */
    record School(long id, String name) {}

    /**
     * @param id of the organisation
     * @return KATO code of 9 digits of its place; empty when there is none or it is no school
     */
    Optional<String> place(long id);

    /** The first of the open schools within the scope. @param text words of the name, in any spelling */
    List<School> search(Scope scope, String text, int most, Language language);

    /** Names by id; of what is no school there is none. */
    Map<Long, String> names(Collection<Long> ids, Language language);
}
