package kz.jolkarta.registry.records;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;

/** Codes of enums in queries: lower case with hyphens, the names themselves are read too. */
public final class Choice {
    private Choice() {}

    /**
     * @param text "" when nothing was chosen
     * @throws Problem INVALID for an unknown code, naming the known ones
     */
    public static <E extends Enum<E>> Optional<E> of(Class<E> type, String field, String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String code = text.strip().replace('_', '-');
        List<E> all = Arrays.asList(type.getEnumConstants());
        return Optional.of(all.stream()
                .filter(e -> Moves.code(e).equalsIgnoreCase(code))
                .findFirst()
                .orElseThrow(() -> Problem.field(
                        field, "record.choice", all.stream().map(Moves::code).collect(Collectors.joining(", ")))));
    }

    public static <E extends Enum<E>> E required(Class<E> type, String field, String text) {
        return of(type, field, text).orElseThrow(() -> Problem.field(field, "record.required"));
    }
}
