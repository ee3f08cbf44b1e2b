package kz.jolkarta.registry.norms;

import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.registry.TalentField;

/**
 * Whose best are looked for, and by what.
 *
 * @param rural only those who live in rural, or in urban settlements
 * @param field only results of the field
 * @param method the latest scores by this method instead of results
 * @param top how many of each school
 */
record BestFilter(
        Optional<String> territory,
        Optional<Long> school,
        Optional<Boolean> rural,
        Optional<TalentField> field,
        Optional<String> method,
        int top) {
    private static final int MOST = 20;
    private static final int USUAL = 3;

    /** The kind of place as it is asked for. */
    enum Kind {
        RURAL,
        URBAN
    }

    /** @throws Problem INVALID for a number out of range, or a field beside a method */
    static BestFilter of(
            Optional<String> territory,
            Optional<Long> school,
            Optional<Kind> kind,
            Optional<TalentField> field,
            Optional<String> method,
            Optional<Long> top) {
        long many = top.orElse((long) USUAL);
        if (many < 1 || many > MOST) {
            throw Problem.field("top", "record.range", 1, MOST);
        }
        if (field.isPresent() && method.isPresent()) {
            throw Problem.field("field", "norms.field-method");
        }
        return new BestFilter(territory, school, kind.map(k -> k == Kind.RURAL), field, method, (int) many);
    }

    boolean wants(Scored child) {
        return child.reached()
                && child.school() != 0
                && territory
                        .map(code -> Scope.of(code).covers(child.territory()))
                        .orElse(true)
                && school.map(id -> id == child.school()).orElse(true)
                && rural.map(r -> r == child.rural()).orElse(true);
    }
}
