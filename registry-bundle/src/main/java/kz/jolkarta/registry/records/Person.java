package kz.jolkarta.registry.records;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A child or a member of staff as a record names them.
 *
 * @param territory KATO code of the residence, or of the organisation
 */
public record Person(long id, String territory, String name) {
    /** Surname, given name and patronymic as far as they are known. */
    public static String name(String... parts) {
        return Stream.of(parts).filter(p -> !p.isBlank()).collect(Collectors.joining(" "));
    }
}
