package kz.jolkarta.core.registry;

import java.util.Optional;

/** The schools of the registry: where they are, for roles that are over the pupils of one. */
public interface Schools {
    /**
     * @param id of the organisation
     * @return KATO code of 9 digits of its place; empty when there is none or it is no school
     */
    Optional<String> place(long id);
}
